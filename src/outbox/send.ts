import { createHash } from 'node:crypto';
import { dayMs, type EpochMs, type Wall } from '../clock.ts';
import type { DeliveryId } from '../ids.ts';
import type { Loop } from '../schedule/loop.ts';
import type { DeliveryRecord } from '../storage/records/outbox/delivery.ts';
import { adminProblems } from '../storage/records/upkeep/vitals.ts';
import type { DeliveryParts } from './draft.ts';
import { destinationOf, type Kinds, kindOf } from './kinds.ts';
import { noticeExpired, noticePaused, noticeUnknown, openNotice, subjectOf } from './notices.ts';
import { type Payload, type PostOutcome, partKey, type Sender } from './ports.ts';
import { leaveOut } from './withoutStory.ts';

export interface SendParts extends DeliveryParts {
  sender: Sender;
  owner: string;
  /** Read again during a run, which may take two minutes. */
  wall: Wall;
  /** Called once all messages of a delivery are posted, with the delay since it was due. */
  delivered?(kind: DeliveryRecord['kind'], ms: number): void;
}

/** Half a second's worth of Discord's rate limit, so that claimed messages leave soon. */
const batch = 25;
/** After this a run claims no further batch. The loop counts as hanging only much later. */
export const runMs = 120_000;
const leaseMs = 120_000;
/** After this a request has arrived or is lost: discord.js times out after 15 s, plus 15 s of margin. */
export const settleMs = 30_000;
const accessRetryMs = 10 * 60_000;
const backOffMsMax = 5 * 60_000;
const pauseReasons = new Set<string | undefined>(adminProblems);

/** Discord takes nonces of at most 25 characters. */
const nonceOf = (deliveryId: DeliveryId, part: number) =>
  createHash('sha256').update(`${deliveryId}/${part}`).digest('base64url').slice(0, 25);

/** Index of the payload that is posted next. */
const partOf = ({ messageIds }: DeliveryRecord) => messageIds.length;

/** Discord's flag for a message that notifies nobody. Edits can't set it. */
const suppressNotifications = 1 << 12;

/** The body of the next message. A forum post wraps its first message. */
function bodyOf(delivery: DeliveryRecord): Payload {
  const payload: Payload = delivery.payloads[partOf(delivery)] ?? {};
  if (!delivery.content.silent) return payload;
  // Drops `content`: its text is for notifications, so the card is posted at once.
  const silenced = ({ flags, content, ...body }: Payload) => ({
    ...body,
    flags: Number(flags ?? 0) | suppressNotifications,
  });
  return 'message' in payload ? { ...payload, message: silenced(payload.message as Payload) } : silenced(payload);
}

const isLate = (kinds: Kinds, delivery: DeliveryRecord, now: EpochMs) =>
  now - (delivery.sentAt ?? delivery.dueAt) > kindOf(kinds, delivery).lateMaxMs;

/**
 * Posts pending deliveries message by message, and resolves attempts of unknown outcome. A delivery stores the ids of
 * its posted messages; a stored attempt belongs to the message after those.
 */
export function createSend(parts: SendParts): Loop {
  const { wall } = parts;
  return {
    name: 'send',
    role: 'send',
    every: '* * * * * *',
    async run(startedAt, failed = () => {}) {
      const underWay = new Set<Promise<void>>();
      let done = 0;
      try {
        for (let now = startedAt; now <= startedAt + runMs && !parts.ending(); now = wall()) {
          const due = await claim(parts, now);
          if (due.length === 0) break;
          done += due.length;
          for (const delivery of due) {
            const task = deliver(parts, delivery, now, failed).finally(() => underWay.delete(task));
            underWay.add(task);
          }
          // A batch that isn't full ends the run, so that the next run claims more in one commit.
          if (due.length < batch) break;
          // Claims the next batch while the last requests of this one are still open.
          while (underWay.size > batch) await Promise.race(underWay);
        }
      } finally {
        await Promise.all(underWay);
      }
      return done;
    },
  };
}

/**
 * Claims due deliveries, and in the same transaction marks those as attempted that can be sent now. That is one commit
 * instead of one for each delivery, and no pause or removal can come in between.
 */
async function claim({ storage, kinds, owner }: SendParts, now: EpochMs): Promise<DeliveryRecord[]> {
  return storage.transaction(
    async ({ deliveries }) => {
      const due = await deliveries.claimPending(now, owner, now + leaseMs, batch);
      const ready = due.filter((delivery) => isReady(kinds, delivery, now)).map(({ id }) => id);
      if (ready.length === 0) return due;
      const wanted = await deliveries.stillWanted(ready);
      if (wanted.size > 0) await deliveries.attempting([...wanted], now, owner);
      return due.filter(({ id }) => wanted.has(id) || !ready.includes(id));
    },
    { durable: true },
  );
}

/** Whether the next message can be posted: no attempt has an unknown outcome, and it is not too late. */
const isReady = (kinds: Kinds, delivery: DeliveryRecord, now: EpochMs) =>
  delivery.attemptAt === undefined && !isLate(kinds, delivery, now);

/** Never throws: a delivery that can't be released is claimed again when its lease ends. */
async function deliver(parts: SendParts, delivery: DeliveryRecord, now: EpochMs, failed: () => void): Promise<void> {
  const { log, storage } = parts;
  const { deliveries } = storage.records;
  try {
    let left = await postNext(parts, delivery, now, isReady(parts.kinds, delivery, now));
    // Not `now`, because the first message may have taken seconds, and a look-up begins at the time of the attempt.
    while (left !== undefined && !parts.ending()) left = await postNext(parts, left, parts.wall(), false);
  } catch (error) {
    log.error({ delivery: delivery.id, err: error }, 'delivery failed');
    failed();
    await deliveries
      .reschedule(delivery.id, now + backOff(delivery.attempts), 'internal-error', false)
      .catch((failure: unknown) =>
        log.error({ delivery: delivery.id, err: failure }, 'delivery could not be released'),
      );
  }
}

/** Posts the next message, or finds it if it was posted before. Returns the delivery if another message follows now. */
async function postNext(parts: SendParts, delivery: DeliveryRecord, now: EpochMs, isBegun: boolean) {
  if (delivery.attemptAt !== undefined) {
    const found = await lookFor(parts, delivery, now);
    if (found !== 'absent') return found;
  }
  if (!isBegun && !(await storeAttempt(parts, delivery, now))) return undefined;
  const { id } = delivery;
  const part = partOf(delivery);
  const outcome = await parts.sender.post(destinationOf(parts.kinds, delivery), bodyOf(delivery), nonceOf(id, part));
  parts.log[outcome.kind === 'posted' ? 'info' : 'warn']({ delivery: id, part, outcome }, 'message attempted');
  if (outcome.kind === 'posted') return recordPosted(parts, delivery, outcome.messageId, now);
  await settle(parts, delivery, outcome, now);
  return undefined;
}

/**
 * Stores the attempt before the request. False if the message is no longer wanted or too late. Must not be called while
 * an earlier attempt may have posted the message.
 */
async function storeAttempt({ storage, kinds, owner, log }: SendParts, delivery: DeliveryRecord, now: EpochMs) {
  const { id, problem } = delivery;
  const late = isLate(kinds, delivery, now);
  const isWanted = await storage.transaction(
    async (records) => {
      if (!(await records.deliveries.stillWanted([id])).has(id)) return false;
      if (!late) await records.deliveries.attempting([id], now, owner);
      else {
        // Keeps the reason why it could not be sent earlier.
        await records.deliveries.end(id, 'expired', problem ?? 'too-late');
        const wasAway = !pauseReasons.has(problem);
        if (partOf(delivery) === 0 && kindOf(kinds, delivery).isMissed)
          await noticeExpired(records, { ...delivery, wasAway }, now);
      }
      return true;
    },
    { durable: true },
  );
  if (isWanted && late) log.warn({ delivery: id, part: partOf(delivery), problem }, 'message expired');
  return isWanted && !late;
}

/**
 * Looks for the message of an attempt with unknown outcome. `absent`: post it now. A delivery: the message was found,
 * and another one follows. Undefined: it may still arrive, the look-up is retried later, or nothing is left to do.
 */
async function lookFor(
  parts: SendParts,
  delivery: DeliveryRecord,
  now: EpochMs,
): Promise<'absent' | DeliveryRecord | undefined> {
  const { deliveries } = parts.storage.records;
  const attemptAt = delivery.attemptAt ?? now;
  if (now < attemptAt + settleMs) {
    await deliveries.reschedule(delivery.id, attemptAt + settleMs, delivery.problem ?? 'outcome-unknown', false);
    return undefined;
  }
  const part = partOf(delivery);
  const key = partKey(delivery.id, part);
  // The look-up doesn't read as far back as this.
  const others = await deliveries.postedSince(delivery.channelId, attemptAt - 2 * dayMs);
  const found = await parts.sender.find(destinationOf(parts.kinds, delivery), attemptAt - 60_000, key, {
    name: delivery.payloads[part]?.name,
    others,
  });
  if (found.kind === 'found') {
    parts.log.info({ delivery: delivery.id, part }, 'message found in its channel');
    // `attemptAt`, not `now`: after a long outage, the delivery's further messages must count as late.
    return recordPosted(parts, delivery, found.messageId, now, attemptAt);
  }
  if (found.kind === 'absent') return 'absent';
  if (!isLate(parts.kinds, delivery, now)) {
    if (found.kind === 'unknown') {
      // Exponential backoff; a look-up is not counted as an attempt.
      const waitMs = Math.min(Math.max(now - attemptAt, settleMs), backOffMsMax);
      await deliveries.reschedule(delivery.id, now + waitMs, found.reason, false);
      return undefined;
    }
    await deliveries.reschedule(delivery.id, now + accessRetryMs, 'cannot-look-up', false);
    await noticePaused(parts, delivery, 'cannot-look-up', now);
    return undefined;
  }
  await parts.storage.transaction(async (records) => {
    await records.deliveries.end(delivery.id, 'unknown', 'never-confirmed');
    const isDigest = part === 0 && kindOf(parts.kinds, delivery).isMissed === true;
    await noticeUnknown(records, { ...delivery, isDigest }, now);
  });
  return undefined;
}

/** Records a posted message and ends the channel's notices. Returns the delivery if it has more messages to post. */
async function recordPosted(
  { storage, kinds, wall, delivered }: SendParts,
  delivery: DeliveryRecord,
  messageId: string,
  now: EpochMs,
  postedAt = now,
): Promise<DeliveryRecord | undefined> {
  const { id, serverId, channelId, payloads } = delivery;
  const messageIds = [...delivery.messageIds, messageId];
  const isWhole = messageIds.length >= payloads.length;
  await storage.transaction(async (records) => {
    await records.deliveries.posted(id, messageIds, postedAt, isWhole);
    // The message was posted as plain text for phones; this edit turns it into the card.
    if (bodyOf(delivery).content !== undefined) await records.edits.queueStored(id, now);
    await records.servers.channelNoticesOver(serverId, channelId, now);
    const above = await kindOf(kinds, delivery).channelAbove?.(records, delivery);
    if (above !== undefined) await records.servers.noticeOver(serverId, subjectOf('replies', above), now);
  });
  if (isWhole) delivered?.(delivery.kind, wall() - delivery.dueAt);
  return isWhole ? undefined : { ...delivery, messageIds, attemptAt: undefined, sentAt: delivery.sentAt ?? postedAt };
}

async function settle(
  parts: SendParts,
  delivery: DeliveryRecord,
  outcome: Exclude<PostOutcome, { kind: 'posted' }>,
  now: EpochMs,
): Promise<void> {
  const { storage } = parts;
  const { deliveries } = storage.records;
  const { id, serverId, channelId, attempts, problem } = delivery;
  switch (outcome.kind) {
    case 'limited':
      return deliveries.reschedule(id, now + outcome.retryAfterMs, 'rate-limit', true);
    case 'unsent':
      return deliveries.reschedule(id, now + backOff(attempts), outcome.reason, true);
    case 'unknown':
      return deliveries.reschedule(id, now + settleMs, outcome.reason, false);
    case 'refused':
      return leaveOut(parts, delivery, outcome, now);
  }
  const { reason } = outcome;
  if (reason === 'messages-closed') {
    if (problem !== 'messages-closed-twice') {
      const seen = problem === reason ? 'messages-closed-twice' : reason;
      return deliveries.reschedule(id, now + accessRetryMs, seen, true);
    }
    // Follows and watched words end but stay, so that `/following` and `/watch list` can say why nothing comes.
    return storage.transaction(async (records) => {
      await records.deliveries.dropOfChannel(channelId, reason);
      await records.follows.endPlace(channelId, now, { isClosed: true });
      await records.alerts.close(channelId, now);
    });
  }
  const isGone = reason === 'channel-gone' || reason === 'message-gone';
  // A single such answer proves nothing: in an outage Discord also reports channels of a server as gone.
  if (isGone && problem === 'channel-denied') {
    return storage.transaction(async (records) => {
      await records.deliveries.dropOfChannel(channelId, 'channel-gone');
      await records.channels.pause(channelId, 'channel-gone');
      await records.follows.endPlace(channelId, now);
      // No notice for the thread of a followed story, which no admin set up.
      const isSetUp = (await records.channels.byId(channelId)) ?? (await records.alerts.byChannel(channelId));
      await records.alerts.remove(channelId);
      if (isSetUp)
        await openNotice(records, serverId, subjectOf('gone', channelId), now, { kind: 'channel-gone', channelId });
    });
  }
  await deliveries.reschedule(id, now + accessRetryMs, isGone ? 'channel-denied' : reason, true);
  if (!isGone && reason !== 'unauthorized') await noticePaused(parts, delivery, reason, now);
}

const backOff = (attempts: number) => Math.min(5_000 * 2 ** Math.min(attempts, 10), backOffMsMax);
