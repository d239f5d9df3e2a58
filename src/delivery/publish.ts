import { setImmediate } from 'node:timers/promises';
import type { EpochMs } from '../clock.ts';
import type { Log } from '../log.ts';
import type { Loop } from '../loop.ts';
import { type DueSlot, lateMaxMs, missedSlots, nextSlot, slotKey } from '../schedule/slots.ts';
import type { ChannelRecord } from '../storage/records/channels.ts';
import type { Records, Storage } from '../storage/storage.ts';
import type { DigestMaker } from './digestFor.ts';
import { createEdition, type Edition } from './edition.ts';
import { noticeExpired } from './notices.ts';
import type { Render } from './ports.ts';

export interface PublishParts {
  storage: Storage;
  render: Render;
  log: Log;
  owner: string;
  pictures: boolean;
  /** The process ends: slots that aren't begun stay for the next one. */
  ending(): boolean;
  digestFor: DigestMaker;
}

/** Slots ended in one commit, which holds the database for some twenty milliseconds. */
const batch = 12;
/** A run each second makes digests a little faster than the 47 a second that can be posted, and no faster. */
const batchesMax = 5;
const leaseMs = 120_000;
/** A digest made so soon after its time covers what was out at that time: the same for every channel of that time. */
const punctualMs = 10 * 60_000;
/** What digests share is read again after this, to see what was grouped, corrected or swept since. */
const editionMs = 60_000;

/** What ends a slot: `store` in the transaction that ends it, `done` after that. */
interface Ending {
  channel: ChannelRecord;
  slot: DueSlot;
  /** False when the slot has a message already. */
  store(records: Records): Promise<boolean>;
  done(): void;
}

/** Turns due slots into frozen digests in the outbox: claimed, rendered and stored in durable transactions. */
export function createPublish(parts: PublishParts): Loop {
  const { storage, owner } = parts;
  let latest: { edition: Edition; madeAt: EpochMs } | undefined;
  return {
    name: 'publish',
    every: '* * * * * *',
    async run(now) {
      let done = 0;
      for (let made = batch; made === batch && done < batch * batchesMax && !parts.ending(); done += made) {
        const due = await storage.records.channels.claimDue(now, owner, now + leaseMs, batch);
        made = due.length;
        if (made === 0) break;
        if (latest === undefined || now - latest.madeAt > editionMs) {
          latest = { edition: createEdition(storage.records), madeAt: now };
        }
        await publish(parts, due, now, latest.edition);
      }
      // An edition holds texts, and the next digests may be hours away.
      if (done === 0) latest = undefined;
      return done;
    },
  };
}

async function publish(parts: PublishParts, due: readonly ChannelRecord[], now: EpochMs, edition: Edition) {
  const endings: Ending[] = [];
  for (const channel of due) {
    // Composing takes a while: interactions and heartbeats come in between.
    await setImmediate();
    await unlessFailing(parts, channel, async () => {
      const ending = await endingOf(parts, channel, now, edition);
      if (ending !== undefined) endings.push(ending);
    });
  }
  try {
    await endAll(parts, endings, now);
  } catch {
    // One that can't be stored must not keep the others from it.
    for (const ending of endings) await unlessFailing(parts, ending.channel, () => endAll(parts, [ending], now));
  }
}

/** The lease of a failed one ends in two minutes, and its slot comes again; the other channels go on. */
async function unlessFailing({ log }: PublishParts, { channelId }: ChannelRecord, work: () => Promise<void>) {
  try {
    await work();
  } catch (error) {
    log.error({ channel: channelId, err: error }, 'digest failed');
  }
}

async function endingOf(
  parts: PublishParts,
  channel: ChannelRecord,
  now: EpochMs,
  edition: Edition,
): Promise<Ending | undefined> {
  const { render, log } = parts;
  const { channelId, serverId, nextDate: localDate, nextOrdinal: ordinal, nextDueAt: dueAt } = channel;
  if (localDate === undefined || ordinal === undefined || dueAt === undefined) return undefined;
  const claimed = { localDate, ordinal };
  const slot = { ...claimed, dueAt };
  if (now - dueAt > lateMaxMs) {
    const missed = missedSlots(channel.schedule, slot, nextSlot(channel.schedule, { lastClaimed: slot, now }));
    return {
      channel,
      slot,
      async store(records) {
        // If a digest still pending at that time held this one up, its own notice says why.
        const wasAway = !(await records.deliveries.heldUp(channelId, dueAt - lateMaxMs));
        await noticeExpired(records, { serverId, channelId, ...claimed, missed, wasAway }, now);
        return true;
      },
      done: () => log.warn({ channel: channelId, ...claimed, missed: missed.count }, 'digest expired'),
    };
  }
  const id = slotKey({ channelId, kind: 'daily', ...claimed });
  const until = now - dueAt <= punctualMs ? dueAt : now;
  const wanted = { channel, localDate, kind: 'daily', edition } as const;
  let digest = await parts.digestFor({ ...wanted, now: until });
  // A change of times can put the slot before the end of the last digest.
  if (digest.windowStart >= until) digest = await parts.digestFor({ ...wanted, now });
  const { payloads, told } = render.digest(digest, { deliveryKey: id, pictures: parts.pictures });
  const { windowStart, windowEnd } = digest;
  const delivery = {
    id,
    channelId,
    serverId,
    kind: 'daily',
    ...slot,
    windowStart,
    windowEnd,
    digest,
    payloads,
  } as const;
  return {
    channel,
    slot,
    store: (records) => records.deliveries.add(delivery, told, now),
    done: () => log.info({ delivery: id, stories: digest.places.length, articles: digest.articles }, 'digest made'),
  };
}

/** Ends the slots in one commit, except those whose channel an admin changed while the digest was made. */
async function endAll({ storage, log }: PublishParts, endings: readonly Ending[], now: EpochMs): Promise<void> {
  const results = await storage.transaction(
    async (records) => {
      const results = [];
      for (const ending of endings) results.push(await end(records, ending, now));
      return results;
    },
    { durable: true },
  );
  for (const [at, { channel, slot, done }] of endings.entries()) {
    const about = { channel: channel.channelId, localDate: slot.localDate, ordinal: slot.ordinal };
    if (results[at] === 'done') done();
    else log.warn(about, results[at]);
  }
}

async function end(records: Records, { channel, slot, store }: Ending, now: EpochMs) {
  const present = await records.channels.byId(channel.channelId);
  const isSame =
    present?.nextDueAt === slot.dueAt &&
    present.nextDate === slot.localDate &&
    present.nextOrdinal === slot.ordinal &&
    present.paused === undefined;
  if (!present || !isSame) {
    await records.channels.release(channel.channelId);
    return 'channel changed while its digest was made';
  }
  const isNew = await store(records);
  await records.channels.slotClaimed(channel.channelId, slot, nextSlot(present.schedule, { lastClaimed: slot, now }));
  return isNew ? 'done' : 'slot had a digest already';
}
