import type { EpochMs } from '../../src/clock.ts';
import type { Outlets } from '../../src/engine/articles/outlets.ts';
import { nextTurn } from '../../src/engine/text/pauses.ts';
import type { ChannelId, ServerId } from '../../src/ids.ts';
import { isEmpty } from '../../src/newsroom/digest.ts';
import type { DigestMaker } from '../../src/newsroom/digestFor.ts';
import { createTickCache, type TickCache } from '../../src/newsroom/tickCache.ts';
import { digestActs } from '../../src/outbox/acts.ts';
import { type DeliveryParts, draftOf, storeDraft } from '../../src/outbox/draft.ts';
import { noticeExpired } from '../../src/outbox/notices.ts';
import type { Loop } from '../../src/schedule/loop.ts';
import { type DueSlot, lateMaxMs, missedSlots, nextSlot, slotKey } from '../../src/schedule/slots.ts';
import type { ChannelRecord } from '../../src/storage/records/servers/channels.ts';
import type { Records } from '../../src/storage/storage.ts';
import { daily } from './deliveries.ts';

export interface ComposeParts extends DeliveryParts {
  outletsById: Outlets;
  owner: string;
  digestFor: DigestMaker;
  isAnnouncement(serverId: ServerId, channelId: ChannelId): Promise<boolean>;
}

/** Slots claimed in one commit. */
const batch = 12;
/** Maximum number of batches in a run. A run each second makes up to 60 digests, and 47 a second can be posted. */
const batchesMax = 5;
const leaseMs = 120_000;
/**
 * If a digest is made within this time after its slot, its window ends at the slot, so that all channels with the slot
 * get the same articles.
 */
const punctualMs = 10 * 60_000;
/** How long digests share one cache. Articles in the cache may be outdated by as much. */
const cacheMs = 60_000;

/** Claims due slots, composes their digests and stores these in the outbox, in durable transactions. */
export function createCompose(parts: ComposeParts): Loop {
  const { storage, owner } = parts;
  let latest: { cache: TickCache; madeAt: EpochMs } | undefined;
  return {
    name: 'compose',
    role: 'publish',
    every: '* * * * * *',
    async run(now, failed = () => {}) {
      let done = 0;
      for (let made = batch; made === batch && done < batch * batchesMax && !parts.ending(); done += made) {
        const due = await storage.records.channels.claimDue(now, owner, now + leaseMs, batch);
        made = due.length;
        if (made === 0) break;
        if (latest === undefined || now - latest.madeAt > cacheMs)
          latest = { cache: createTickCache(storage.records, parts.outletsById), madeAt: now };
        for (const channel of due) {
          // Composing takes a while, so interactions and heartbeats get a turn.
          await nextTurn();
          try {
            await composeOne(parts, channel, now, latest.cache);
          } catch (error) {
            // The slot comes again when its lease ends in two minutes; other channels go on.
            parts.log.error({ channel: channel.channelId, err: error }, 'digest failed');
            failed();
          }
        }
      }
      // Frees memory: the next digests may be hours away.
      if (done === 0) latest = undefined;
      return done;
    },
  };
}

async function composeOne(parts: ComposeParts, channel: ChannelRecord, now: EpochMs, cache: TickCache): Promise<void> {
  const { log } = parts;
  const { channelId, serverId, nextDate: localDate, nextOrdinal: ordinal, nextDueAt: dueAt } = channel;
  if (localDate === undefined || ordinal === undefined || dueAt === undefined) return;
  const slot = { localDate, ordinal, dueAt };
  if (now - dueAt > lateMaxMs) {
    const missed = missedSlots(channel.schedule, slot, nextSlot(channel.schedule, { lastClaimed: slot, now }));
    const isEnded = await endSlot(parts, channelId, slot, now, async (records) => {
      // If an earlier digest failed and held this one up, the notice about that digest says why.
      const wasAway = !(await records.deliveries.heldUp(channelId, dueAt - lateMaxMs));
      await noticeExpired(records, { serverId, channelId, localDate, ordinal, missed, wasAway }, now);
      await records.outboxLog.skip({ channelId, serverId, ...slot, reason: 'late', count: missed.count });
      return true;
    });
    if (isEnded) log.warn({ channel: channelId, localDate, ordinal, missed: missed.count }, 'digest expired');
    return;
  }
  const id = slotKey({ channelId, kind: 'daily', localDate, ordinal });
  const until = now - dueAt <= punctualMs ? dueAt : now;
  const wanted = { channel, localDate, kind: 'daily', cache } as const;
  let content = await parts.digestFor({ ...wanted, now: until });
  // After a change of times, the slot can lie before the end of the last digest.
  if (content.windowStart >= until) content = await parts.digestFor({ ...wanted, now });
  if (channel.schedule.quiet !== 'post' && isEmpty(content)) {
    const isEnded = await endSlot(parts, channelId, slot, now, async (records) => {
      await records.outboxLog.skip({ channelId, serverId, ...slot, reason: 'quiet', count: 1 });
      return true;
    });
    if (isEnded) log.info({ slot: id }, 'quiet day, no digest');
    return;
  }
  const draft = draftOf(parts, daily, content, { id, ordinal, dueAt });
  const { schedule } = channel;
  const isAnnouncement = await parts.isAnnouncement(serverId, channelId);
  const time = schedule.times.length > 1 ? schedule.times[ordinal] : undefined;
  const acts = digestActs(schedule, { isAnnouncement, title: draft.title, time, isEmpty: isEmpty(content) });
  if (await endSlot(parts, channelId, slot, now, (records) => storeDraft(records, draft, now, acts)))
    log.info({ delivery: id, stories: content.places.length }, 'digest made');
}

/**
 * Ends a slot in the transaction that stores its outcome. False if an admin changed the channel meanwhile, or if
 * `store` returns false, because the slot has a digest already.
 */
async function endSlot(
  { storage, log }: ComposeParts,
  channelId: ChannelId,
  slot: DueSlot,
  now: EpochMs,
  store: (records: Records) => Promise<boolean>,
): Promise<boolean> {
  const outcome = await storage.transaction(
    async (records) => {
      const present = await records.channels.byId(channelId);
      const isSame =
        present?.nextDueAt === slot.dueAt &&
        present.nextDate === slot.localDate &&
        present.nextOrdinal === slot.ordinal &&
        present.paused === undefined;
      if (!present || !isSame) {
        await records.channels.release(channelId);
        return 'channel changed while its digest was made';
      }
      const isNew = await store(records);
      await records.channels.slotClaimed(channelId, slot, nextSlot(present.schedule, { lastClaimed: slot, now }));
      return isNew ? undefined : 'slot had a digest already';
    },
    { durable: true },
  );
  if (outcome !== undefined) log.warn({ channel: channelId, ...slot }, outcome);
  return outcome === undefined;
}
