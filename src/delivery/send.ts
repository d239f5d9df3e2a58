import { createHash } from 'node:crypto';
import type { EpochMs, Wall } from '../clock.ts';
import type { Log } from '../log.ts';
import type { Loop } from '../loop.ts';
import { lateMaxMs } from '../schedule/slots.ts';
import type { DeliveryRecord } from '../storage/records/delivery.ts';
import type { Storage } from '../storage/storage.ts';
import { noticeExpired, noticeOf, openNotice, subjectOf } from './notices.ts';
import { type Notice, type PostOutcome, partKey, type Render, type Sender } from './ports.ts';
import { leaveOut } from './withoutStory.ts';

export interface SendParts {
  storage: Storage;
  sender: Sender;
  render: Render;
  log: Log;
  owner: string;
  pictures: boolean;
  /** A run lasts as long as there is something to send, while the time goes on. */
  wall: Wall;
  /** The process ends: what has not left stays for the next one. */
  ending(): boolean;
  /** The token was refused: nothing more can be sent. */
  onUnauthorized(): void;
}

/** Half a second of what Discord takes: what was claimed is soon on its way. */
const batch = 25;
/** After that a run takes on no more, so that it ends well within the time in which a loop counts as hanging. */
const runMs = 120_000;
const leaseMs = 120_000;
/** discord.js gives a request 15 s; whatever left the process has arrived or is lost 15 s after that. */
const settleMs = 30_000;
const accessRetryMs = 10 * 60_000;
const backOffMsMax = 5 * 60_000;
/** What stands with a delivery whose channel waits for an admin. */
const pauseReasons = new Set<string | undefined>([
  'missing-access',
  'missing-permission',
  'thread-closed',
  'cannot-look-up',
] satisfies Extract<Notice, { kind: 'paused' }>['reason'][]);
/** What stands with a delivery when Discord denied its channel at the last attempt. */
const deniedOnce = 'Discord denied the channel';

/** Discord takes nonces of at most 25 characters. */
const nonceOf = (deliveryId: string, part: number) =>
  createHash('sha256').update(`${deliveryId}/${part}`).digest('base64url').slice(0, 25);

/** The message that is posted next: its place among the payloads. */
const partOf = ({ messageIds }: DeliveryRecord) => messageIds.length;

/** The first message may go until two hours after the digest was due, the others until two hours after the first. */
const isLate = ({ dueAt, sentAt }: DeliveryRecord, now: EpochMs) => now - (sentAt ?? dueAt) > lateMaxMs;

/**
 * The outbox: posts pending digests message by message, and finds out what became of attempts of unknown outcome. A
 * delivery holds the ids of its messages that stand in the channel. If an attempt is noted, it was to post the next.
 */
export function createSend(parts: SendParts): Loop {
  const { wall } = parts;
  return {
    name: 'send',
    every: '* * * * * *',
    async run(startedAt) {
      const underWay = new Set<Promise<void>>();
      let done = 0;
      try {
        for (let now = startedAt; now <= startedAt + runMs && !parts.ending(); now = wall()) {
          const due = await claim(parts, now);
          if (due.length === 0) break;
          done += due.length;
          for (const delivery of due) {
            const task = deliver(parts, delivery, now).finally(() => underWay.delete(task));
            underWay.add(task);
          }
          // Of those that come one by one the next look takes many, with one commit.
          if (due.length < batch) break;
          // The next ones are claimed while the last of these are still being answered.
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
 * Those that may leave at once are noted as attempts together: one commit waits for the disk as long as one of each.
 * In the same transaction, so that whatever is paused or removed before it stays in the house.
 */
async function claim({ storage, owner }: SendParts, now: EpochMs): Promise<DeliveryRecord[]> {
  return storage.transaction(
    async ({ deliveries }) => {
      const due = await deliveries.claimPending(now, owner, now + leaseMs, batch);
      const first = due.filter((delivery) => isFirst(delivery, now)).map(({ id }) => id);
      if (first.length === 0) return due;
      const wanted = await deliveries.stillWanted(first);
      if (wanted.size > 0) await deliveries.attempting([...wanted], now, owner);
      return due.filter(({ id }) => wanted.has(id) || !first.includes(id));
    },
    { durable: true },
  );
}

/** Nothing has to be found out before its next message may be posted, and it is not too late. */
const isFirst = (delivery: DeliveryRecord, now: EpochMs) => delivery.attemptAt === undefined && !isLate(delivery, now);

/** Never throws: what can't even be put back is taken again once its lease is over. */
async function deliver(parts: SendParts, delivery: DeliveryRecord, now: EpochMs): Promise<void> {
  const { log, storage } = parts;
  const { deliveries } = storage.records;
  try {
    let left = await postNext(parts, delivery, now, isFirst(delivery, now));
    // Not the same `now`: the first message may have taken seconds, and a look-up goes by when the attempt was made.
    while (left !== undefined && !parts.ending()) left = await postNext(parts, left, parts.wall(), false);
  } catch (error) {
    log.error({ delivery: delivery.id, err: error }, 'delivery failed');
    await deliveries
      .again(delivery.id, now + backOff(delivery.attempts), 'internal error', false)
      .catch((failure: unknown) => log.error({ delivery: delivery.id, err: failure }, 'delivery not put back'));
  }
}

/** Posts the next message of a digest, or finds it; answers with the delivery when there is another one to post now. */
async function postNext(
  parts: SendParts,
  delivery: DeliveryRecord,
  now: EpochMs,
  isBegun: boolean,
): Promise<DeliveryRecord | undefined> {
  if (delivery.attemptAt !== undefined) {
    const found = await lookFor(parts, delivery, now);
    if (found !== 'absent') return found;
  }
  if (!isBegun && !(await begun(parts, delivery, now))) return undefined;
  const { id, channelId, payloads } = delivery;
  const part = partOf(delivery);
  const outcome = await parts.sender.post(channelId, payloads[part] ?? {}, nonceOf(id, part));
  parts.log[outcome.kind === 'posted' ? 'info' : 'warn']({ delivery: id, part, outcome }, 'digest attempted');
  if (outcome.kind === 'posted') return stands(parts, delivery, outcome.messageId, now);
  await settle(parts, delivery, outcome, now);
  return undefined;
}

/** Notes the attempt; false when the message is not wanted any more, or too late. Nothing of it can have arrived. */
async function begun({ storage, owner, log }: SendParts, delivery: DeliveryRecord, now: EpochMs): Promise<boolean> {
  const { id, problem } = delivery;
  const late = isLate(delivery, now);
  const isWanted = await storage.transaction(
    async (records) => {
      if (!(await records.deliveries.stillWanted([id])).has(id)) return false;
      if (!late) await records.deliveries.attempting([id], now, owner);
      else {
        await records.deliveries.end(id, 'expired', 'over 2 h late');
        const wasAway = !pauseReasons.has(problem);
        if (partOf(delivery) === 0) await noticeExpired(records, { ...delivery, wasAway }, now);
      }
      return true;
    },
    { durable: true },
  );
  if (isWanted && late) log.warn({ delivery: id, part: partOf(delivery), problem }, 'digest expired');
  return isWanted && !late;
}

/**
 * Looks for the message of an attempt of unknown outcome. `absent`: it may be posted now. If it was found, answers like
 * `stands`. Undefined: it may still arrive, or nobody will ever know.
 */
async function lookFor(
  parts: SendParts,
  delivery: DeliveryRecord,
  now: EpochMs,
): Promise<'absent' | DeliveryRecord | undefined> {
  const { deliveries } = parts.storage.records;
  const attemptAt = delivery.attemptAt ?? now;
  if (now < attemptAt + settleMs) {
    await deliveries.again(delivery.id, attemptAt + settleMs, delivery.problem ?? 'outcome unknown', false);
    return undefined;
  }
  const part = partOf(delivery);
  const found = await parts.sender.find(delivery.channelId, attemptAt - 60_000, partKey(delivery.id, part));
  if (found.kind === 'found') {
    parts.log.info({ delivery: delivery.id, part }, 'digest found in its channel');
    return stands(parts, delivery, found.messageId, now);
  }
  if (found.kind === 'absent') return 'absent';
  if (!isLate(delivery, now)) {
    if (found.kind === 'unknown') {
      // Each wait as long as all before it: looking is no attempt and counts as none.
      const waitMs = Math.min(Math.max(now - attemptAt, settleMs), backOffMsMax);
      await deliveries.again(delivery.id, now + waitMs, found.reason, false);
      return undefined;
    }
    await deliveries.again(delivery.id, now + accessRetryMs, 'cannot-look-up', false);
    await noticePaused(parts, delivery, 'cannot-look-up', now);
    return undefined;
  }
  const { id, serverId, channelId, localDate, ordinal } = delivery;
  await parts.storage.transaction(async (records) => {
    await records.deliveries.end(id, 'unknown', 'it could not be found out whether the message was posted');
    if (part > 0) return;
    const notice = { kind: 'unknown-outcome', channelId, localDate, ordinal } as const;
    await openNotice(records, serverId, subjectOf('unknown', channelId, id), now, notice);
  });
  return undefined;
}

/**
 * The next message stands in its channel, so nothing holds the channel up any more. Answers with the delivery while
 * there are more messages to post.
 */
async function stands(
  { storage }: SendParts,
  delivery: DeliveryRecord,
  messageId: string,
  now: EpochMs,
): Promise<DeliveryRecord | undefined> {
  const { id, serverId, channelId, payloads } = delivery;
  const messageIds = [...delivery.messageIds, messageId];
  const isWhole = messageIds.length >= payloads.length;
  await storage.transaction(async (records) => {
    await records.deliveries.posted(id, messageIds, now, isWhole);
    await records.servers.channelNoticesOver(serverId, channelId, now);
  });
  return isWhole ? undefined : { ...delivery, messageIds, attemptAt: undefined, sentAt: delivery.sentAt ?? now };
}

async function settle(
  parts: SendParts,
  delivery: DeliveryRecord,
  outcome: Exclude<PostOutcome, { kind: 'posted' }>,
  now: EpochMs,
): Promise<void> {
  const { deliveries } = parts.storage.records;
  const { id } = delivery;
  switch (outcome.kind) {
    case 'limited':
      return deliveries.again(id, now + outcome.retryAfterMs, 'rate limit', true);
    case 'unsent':
      return deliveries.again(id, now + backOff(delivery.attempts), outcome.reason, true);
    case 'unknown':
      return deliveries.again(id, now + settleMs, outcome.reason, false);
    case 'refused':
      return leaveOut(parts, delivery, outcome, now);
    case 'lost':
      return losingGround(parts, delivery, outcome.reason, now);
  }
}

async function losingGround(
  parts: SendParts,
  delivery: DeliveryRecord,
  reason: Extract<PostOutcome, { kind: 'lost' }>['reason'],
  now: EpochMs,
): Promise<void> {
  const { storage } = parts;
  const { channelId, serverId } = delivery;
  if (reason === 'unauthorized') {
    await storage.records.deliveries.again(delivery.id, now + accessRetryMs, 'token refused', true);
    parts.onUnauthorized();
    return;
  }
  if (reason === 'channel-gone' || reason === 'message-gone') {
    // Once is no proof: Discord also denies the channels of a server in an outage, and its word of that may come later.
    if (delivery.problem !== deniedOnce) {
      await storage.records.deliveries.again(delivery.id, now + accessRetryMs, deniedOnce, true);
      return;
    }
    await storage.transaction(async (records) => {
      await records.deliveries.dropOfChannel(channelId, 'channel is gone');
      await records.channels.pause(channelId, 'channel-gone');
      await openNotice(records, serverId, subjectOf('gone', channelId), now, { kind: 'channel-gone', channelId });
    });
    return;
  }
  await storage.records.deliveries.again(delivery.id, now + accessRetryMs, reason, true);
  await noticePaused(parts, delivery, reason, now);
}

/** A channel waits for a permission; its digest goes by itself once that is back, until it is too late. */
const noticePaused = (
  { storage }: SendParts,
  { serverId, channelId }: DeliveryRecord,
  reason: Extract<Notice, { kind: 'paused' }>['reason'],
  now: EpochMs,
) => noticeOf(storage, serverId, subjectOf('paused', channelId), now, { kind: 'paused', channelId, reason });

const backOff = (attempts: number) => Math.min(5_000 * 2 ** Math.min(attempts, 10), backOffMsMax);
