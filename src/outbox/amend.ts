import type { EpochMs, Wall } from '../clock.ts';
import { type Outlets, ownersIn } from '../feeds/catalogue.ts';
import type { DeliveryId } from '../ids.ts';
import type { Loop } from '../loop.ts';
import type { DeliveryRecord } from '../storage/records/outbox/delivery.ts';
import { isOfMessage, type MessageEdit } from '../storage/records/outbox/edits.ts';
import type { Storage } from '../storage/storage.ts';
import { act, attemptsMax, inOrder, isDenied, isFinal, waitMs } from './acts.ts';
import { amended } from './amended.ts';
import { hostsOf, withoutNextHost, withTriedHost } from './blockedLinks.ts';
import type { DeliveryParts } from './draft.ts';
import { drawn } from './kinds.ts';
import type { Destination, Payload, PostOutcome, Sender } from './ports.ts';
import { settleMs } from './send.ts';
import { sideBySide } from './sideBySide.ts';

export interface AmendParts extends DeliveryParts {
  sender: Sender;
  outletsById: Outlets;
  wall: Wall;
}

/**
 * Works on posted messages: edits messages that show an article after its outlet corrected or withdrew it or asked to
 * remove it, or members split it off; adds newsrooms to posted alerts; closes threads. All of it is idempotent.
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
        const byDelivery = [...Map.groupBy(due, (edit) => edit.deliveryId).values()];
        for (const [nth, some] of byDelivery.entries()) {
          if (parts.ending()) return;
          const ofMessage = some.filter(isOfMessage);
          const outcome = ofMessage.length > 0 ? await edit(parts, ofMessage, now) : undefined;
          for (const one of some) if (!isOfMessage(one)) await act(parts, one, now);
          if (outcome === undefined) continue;
          // Discord would refuse the channel's other edits, too, or leave them without an answer.
          const waits = byDelivery.slice(nth + 1).flatMap(([one]) => one?.deliveryId ?? []);
          const waitMs = outcome.kind === 'limited' ? outcome.retryAfterMs : settleMs;
          return edits.notBefore(waits, now + waitMs);
        }
      },
    ),
  };
}

/**
 * Combines all pending changes of a delivery into one edit, so that none overwrites another. Before the requests leave,
 * an "under way" mark is stored. If their outcome stays unknown, nothing else is sent until `settleMs` have passed. By
 * then the requests have arrived or are lost, and all messages are written again.
 */
async function edit(parts: AmendParts, due: readonly MessageEdit[], now: EpochMs): Promise<PostOutcome | undefined> {
  const { edits } = parts.storage.records;
  const [{ deliveryId } = { deliveryId: '' }] = due;
  const pending = await edits.ofMessage(deliveryId);
  const underWay = pending.find(({ amendment }) => amendment.kind === 'under-way');
  const settlesInMs = underWay === undefined ? 0 : underWay.amendment.at + settleMs - now;
  // A longer wait was noted while the clock ran ahead.
  if (settlesInMs > 0 && settlesInMs <= settleMs) {
    await edits.notBefore([deliveryId], now + settlesInMs);
    return undefined;
  }
  const outcome = await write(parts, deliveryId, pending, due, now);
  if (outcome?.kind !== 'refused') return outcome;
  // Retries the edits one by one, so that only the refused ones are given up.
  for (const one of pending) await write(parts, deliveryId, [one], [one], now);
  return undefined;
}

/**
 * Edits the messages with these changes. Returns the outcome of an edit that must be tried again, or that Discord
 * refuses although it has several changes: any of them may be at fault.
 */
async function write(
  parts: AmendParts,
  deliveryId: DeliveryId,
  pending: readonly MessageEdit[],
  due: readonly MessageEdit[],
  now: EpochMs,
): Promise<PostOutcome | undefined> {
  const { storage, log, wall } = parts;
  const { edits } = storage.records;
  // Read again, because an alert may have gained newsrooms.
  const delivery = await storage.records.deliveries.byId(deliveryId);
  if (delivery === undefined) return undefined;
  const { changed, content, payloads, shown } = await changesOf(parts, delivery, pending);
  if (shown.length === 0) {
    for (const one of pending) await edits.end(one, 'done');
    return undefined;
  }
  const before = pending.find(({ amendment }) => amendment.kind === 'under-way');
  const attempts = before?.attempts ?? 0;
  if (changed.size > 0) await edits.noteUnderWay(deliveryId, wall(), wall() + settleMs, attempts);
  const outcomes = await inOrder(parts.kinds, delivery, [...changed.keys()], (where, messageId) =>
    editOne(parts, delivery, where, messageId, changed.get(messageId) ?? {}),
  );
  const last = outcomes.at(-1);
  const kinds = outcomes.map(({ kind }) => kind);
  const reason = last !== undefined && 'reason' in last ? last.reason : undefined;
  log.info(
    { delivery: deliveryId, what: shown.map(({ articleId }) => articleId), outcomes: kinds, reason },
    'correction',
  );
  const blocked = outcomes.find((one) => one.kind === 'refused' && one.blockedLink !== undefined);
  if (blocked?.kind === 'refused' && (await leaveOutLink(storage, delivery, content, blocked.blockedLink ?? '', now))) {
    for (const one of due) await edits.again(one, now);
    if (before === undefined) await edits.arrived(deliveryId);
    return undefined;
  }
  if (shown.length > 1) {
    const refused = outcomes.find(({ kind }) => kind === 'refused');
    if (refused !== undefined) return refused;
  }
  if (last && last.kind !== 'posted' && !isFinal(last)) {
    await noteRetry(parts, deliveryId, pending, due, last, now);
    return last;
  }
  const isDone = kinds.every((kind) => kind === 'posted');
  // If one message was deleted, the others still count as corrected.
  const isShown = isDone || kinds.includes('posted');
  await storage.transaction(async (records) => {
    const present = await records.deliveries.byId(deliveryId);
    // The content changed while requests ran, as when an alert gains newsrooms; the next attempt includes both.
    const isStale = isShown && JSON.stringify(present?.content) !== JSON.stringify(delivery.content);
    if (isShown && !isStale) await records.deliveries.edited(deliveryId, content, payloads, wall());
    for (const one of pending) {
      if (isStale) await records.edits.again(one, now);
      else await records.edits.end(one, isDone || !shown.includes(one) ? 'done' : 'failed');
    }
    await records.edits.arrived(deliveryId);
  });
  return undefined;
}

/** Stores when to try the due edits again after this outcome, and whether their requests may still arrive. */
async function noteRetry(
  { storage, wall }: AmendParts,
  deliveryId: DeliveryId,
  pending: readonly MessageEdit[],
  due: readonly MessageEdit[],
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
  // A limit says nothing about the edit, so it is no attempt.
  if (isLimited) return edits.notBefore([deliveryId], now + outcome.retryAfterMs);
  const isDue = ({ articleId }: MessageEdit) => due.some((one) => one.articleId === articleId);
  for (const one of pending.filter(isDue)) {
    if (one.attempts + 1 < attemptsMax) await edits.again(one, now + waitMs(one, outcome));
    else await edits.end(one, 'failed');
  }
}

/** Hides one more link that Discord's filter may block. False if all were tried. */
async function leaveOutLink(
  { transaction }: Storage,
  delivery: DeliveryRecord,
  content: DeliveryRecord['content'],
  said: string,
  now: EpochMs,
): Promise<boolean> {
  const stories = new Set([...content.places, ...content.also].map(({ storyId }) => storyId));
  const next = withoutNextHost(content, hostsOf(content, stories), said);
  const { blocked } = next ?? withTriedHost(content);
  await transaction(async ({ deliveries }) => {
    const present = await deliveries.byId(delivery.id);
    if (present === undefined) return;
    await deliveries.edited(present.id, { ...present.content, blocked }, present.payloads, now);
  });
  return next !== undefined;
}

/**
 * Applies the edits to the delivery. Returns the new content and payloads, the edits that concern it, and the messages
 * to rewrite.
 */
async function changesOf(parts: AmendParts, delivery: DeliveryRecord, pending: readonly MessageEdit[]) {
  let content = delivery.content;
  let isWhole = false;
  const shown: MessageEdit[] = [];
  for (const one of pending) {
    const after = await amended(parts.storage, ownersIn(parts.outletsById), one, { ...delivery, content });
    if (after === undefined) continue;
    // Edits for added newsrooms and forgotten outlets find their change already stored, so all messages are rewritten.
    if (after === content) isWhole = true;
    content = after;
    shown.push(one);
  }
  const before = drawn(parts, delivery, delivery.payloads.length).payloads;
  const { payloads } = drawn(parts, { ...delivery, content }, delivery.payloads.length);
  const isOld = (payload: Payload, part: number) => isWhole || JSON.stringify(payload) !== JSON.stringify(before[part]);
  const changed = new Map(
    delivery.messageIds.flatMap((messageId, part) => {
      const payload = payloads[part];
      return payload !== undefined && isOld(payload, part) ? [[messageId, payload] as const] : [];
    }),
  );
  return { content, payloads, shown, changed };
}

/**
 * Edits one message. Discord refuses edits in a closed thread or post, so it is opened and closed again; closing is
 * queued first, or a crash would leave it open. If it is locked, or Lede may not open it, the edit is given up.
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
