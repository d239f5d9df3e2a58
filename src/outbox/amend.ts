import type { EpochMs } from '../clock.ts';
import { type Outlets, ownersIn } from '../engine/articles/outlets.ts';
import type { DeliveryId } from '../ids.ts';
import type { Loop } from '../schedule/loop.ts';
import type { DeliveryRecord } from '../storage/records/outbox/delivery.ts';
import { isOfMessage, type MessageEdit } from '../storage/records/outbox/edits.ts';
import type { Storage } from '../storage/storage.ts';
import { type ActParts, act, attemptsMax, inOrder, isDenied, isFinal, sideBySide, waitMs } from './acts.ts';
import { hostsOf, withoutNextHost, withTriedHost } from './blockedLinks.ts';
import { drawn } from './kinds.ts';
import type { Destination, Payload, PostOutcome } from './ports.ts';
import { redrawn } from './redraw.ts';
import { settleMs } from './send.ts';
import { withoutTakenOut } from './takenOut.ts';

interface AmendParts extends ActParts {
  outletsById: Outlets;
}

/**
 * Redraws a posted message after an outlet corrected or withdrew an article in it or asked to remove it, members split
 * an article off, or more outlets joined an alert; closes threads. All of it is idempotent.
 */
export function createAmend(parts: AmendParts): Loop {
  const { edits } = parts.storage.records;
  return {
    name: 'amend',
    role: 'send',
    every: '*/5 * * * * *',
    run: sideBySide(
      parts,
      (now, max) => edits.due('others', now, max),
      async (due, now) => {
        const byDelivery = [...Map.groupBy(due, (edit) => edit.deliveryId)];
        for (const [nth, [deliveryId, some]] of byDelivery.entries()) {
          if (parts.ending()) return;
          const outcome = some.some(isOfMessage) ? await edit(parts, deliveryId, now) : undefined;
          for (const one of some) if (!isOfMessage(one)) await act(parts, one, now);
          if (outcome === undefined) continue;
          // The channel's other edits would fail in the same way.
          const waits = byDelivery.slice(nth + 1).map(([id]) => id);
          return edits.notBefore(waits, now + (outcome.kind === 'limited' ? outcome.retryAfterMs : settleMs));
        }
      },
    ),
  };
}

/**
 * Redraws a delivery from the stored facts and edits its messages, unless earlier requests may still arrive. An "under
 * way" mark is stored before requests leave. While their outcome is unknown, nothing is sent until `settleMs` have
 * passed: then the requests have arrived or are lost, and all messages are edited again. Returns the outcome of an edit
 * that must be tried again.
 */
async function edit(parts: AmendParts, deliveryId: DeliveryId, now: EpochMs): Promise<PostOutcome | undefined> {
  const { storage, wall } = parts;
  const { edits } = storage.records;
  const pending = await edits.ofMessage(deliveryId);
  const underWay = pending.find(({ amendment }) => amendment.kind === 'under-way');
  const settlesInMs = underWay === undefined ? 0 : underWay.amendment.at + settleMs - now;
  // Ignores a wait longer than `settleMs`, which was stored while the clock ran ahead.
  if (settlesInMs > 0 && settlesInMs <= settleMs) {
    await edits.notBefore([deliveryId], now + settlesInMs);
    return undefined;
  }
  // Read again, because an alert may have gained outlets.
  const delivery = await storage.records.deliveries.byId(deliveryId);
  if (delivery === undefined) return undefined;
  const content = pending.some(({ amendment }) => amendment.kind === 'facts')
    ? await redrawn(storage.records, ownersIn(parts.outletsById), delivery)
    : delivery.content;
  const changed = changedMessages(parts, delivery, content, pending);
  if (changed.size > 0) await edits.noteUnderWay(deliveryId, wall(), wall() + settleMs, underWay?.attempts ?? 0);
  const outcomes = await inOrder(parts.kinds, delivery, [...changed.keys()], (where, messageId) =>
    editOne(parts, delivery, where, messageId, changed.get(messageId) ?? {}),
  );
  const last = outcomes.at(-1);
  const kinds = outcomes.map(({ kind }) => kind);
  const reason = last !== undefined && 'reason' in last ? last.reason : undefined;
  if (last) parts.log.info({ delivery: deliveryId, outcomes: kinds, reason }, 'message edited');
  const refused = outcomes.find((one) => one.kind === 'refused');
  if (refused && (await leaveOutRefused(storage, delivery, content, refused, now))) {
    for (const one of pending) if (one !== underWay) await edits.reschedule(one, now);
    if (underWay === undefined) await edits.arrived(deliveryId);
    return undefined;
  }
  if (last && last.kind !== 'posted' && !isFinal(last)) {
    await noteRetry(parts, deliveryId, pending, last, now);
    return last;
  }
  const isDone = kinds.every((kind) => kind === 'posted');
  // If one message was deleted, the others still count as edited.
  const isShown = isDone || kinds.includes('posted');
  await storage.transaction(async (records) => {
    const present = await records.deliveries.byId(deliveryId);
    // The content changed while requests ran, as when an alert gains outlets; the next attempt includes both.
    const isStale = isShown && JSON.stringify(present?.content) !== JSON.stringify(delivery.content);
    if (isShown && !isStale) await records.deliveries.edited(deliveryId, content, delivery.payloads, wall());
    for (const one of pending) {
      if (isStale) await records.edits.reschedule(one, now);
      else await records.edits.end(one, isDone ? 'done' : 'failed');
    }
    await records.edits.arrived(deliveryId);
  });
  return undefined;
}

/** The delivery's messages, by id, that look different with this content. */
function changedMessages(
  parts: AmendParts,
  delivery: DeliveryRecord,
  content: DeliveryRecord['content'],
  pending: readonly MessageEdit[],
): Map<string, Payload> {
  // If the stored content is newer than the messages, each of them counts as changed.
  const isWhole = pending.some(({ amendment }) => amendment.kind !== 'facts');
  const before = isWhole ? [] : drawn(parts, delivery, delivery.payloads.length).payloads;
  const { payloads } = drawn(parts, { ...delivery, content }, delivery.payloads.length);
  return new Map(
    delivery.messageIds.flatMap((messageId, part) => {
      const payload = payloads[part];
      const isOld = JSON.stringify(payload) !== JSON.stringify(before[part]);
      return payload !== undefined && isOld ? [[messageId, payload] as const] : [];
    }),
  );
}

/** Stores when to try the edits again after this outcome, and whether their requests may still arrive. */
async function noteRetry(
  { storage, wall }: AmendParts,
  deliveryId: DeliveryId,
  pending: readonly MessageEdit[],
  outcome: PostOutcome,
  now: EpochMs,
): Promise<void> {
  const { edits } = storage.records;
  const before = pending.find(({ amendment }) => amendment.kind === 'under-way');
  const attempts = before?.attempts ?? 0;
  const isUnknown = outcome.kind === 'unknown';
  const isLimited = outcome.kind === 'limited';
  if ((isUnknown || before !== undefined) && attempts + 1 < attemptsMax) {
    const nextTryAt = now + Math.max(settleMs, waitMs({ attempts }, outcome));
    const at = isUnknown ? wall() : (before?.amendment.at ?? now);
    await edits.noteUnderWay(deliveryId, at, nextTryAt, isLimited ? attempts : attempts + 1);
  } else await edits.arrived(deliveryId);
  // A rate limit says nothing about the edit, so it doesn't count as an attempt.
  if (isLimited) return edits.notBefore([deliveryId], now + outcome.retryAfterMs);
  for (const one of pending) {
    if (one === before) continue;
    if (one.attempts + 1 < attemptsMax) await edits.reschedule(one, now + waitMs(one, outcome));
    else await edits.end(one, 'failed');
  }
}

/**
 * Leaves out what Discord may have refused: one more link, or else the texts of new corrections. False if there is
 * nothing more to leave out.
 */
async function leaveOutRefused(
  { transaction }: Storage,
  { id, content: before }: DeliveryRecord,
  content: DeliveryRecord['content'],
  { blockedLink }: Extract<PostOutcome, { kind: 'refused' }>,
  now: EpochMs,
): Promise<boolean> {
  const stories = new Set([...content.places, ...content.also].map(({ storyId }) => storyId));
  const hosts = hostsOf(withoutTakenOut(content), stories);
  const next = blockedLink === undefined ? undefined : withoutNextHost(content, hosts, blockedLink);
  const { blocked } = next ?? (blockedLink === undefined ? content : withTriedHost(content));
  const textsIn = ({ places, also }: DeliveryRecord['content']) =>
    [...places, ...also].flatMap(({ corrections = [] }) => corrections.map(({ text }) => text)).filter(Boolean);
  const { refusedTexts = [] } = content;
  const texts = next === undefined ? textsIn(content).filter((text) => !textsIn(before).includes(text)) : [];
  await transaction(async ({ deliveries }) => {
    const present = await deliveries.byId(id);
    if (present === undefined) return;
    const less = {
      ...present.content,
      blocked,
      ...(texts.length > 0 ? { refusedTexts: [...refusedTexts, ...texts] } : {}),
    };
    await deliveries.edited(id, less, present.payloads, now);
  });
  return next !== undefined || texts.length > 0;
}

/**
 * Edits one message. Discord refuses edits in a closed thread or post, so it is opened first and closed afterwards.
 * Closing is queued before opening, or a crash would leave it open. Gives up if Lede can't open it.
 */
async function editOne(
  { storage, sender, wall }: AmendParts,
  { id }: DeliveryRecord,
  where: Destination,
  messageId: string,
  payload: Payload,
): Promise<PostOutcome> {
  const outcome = await sender.edit(where, messageId, payload);
  if (outcome.kind !== 'lost' || outcome.reason !== 'thread-closed') return outcome;
  await storage.records.edits.queueAct(id, { kind: 'archive' }, wall());
  const opened = await sender.open(where);
  if (opened.kind === 'posted') return sender.edit(where, messageId, payload);
  return isDenied(opened) ? outcome : opened;
}
