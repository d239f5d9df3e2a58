import { setImmediate } from 'node:timers/promises';
import type { EpochMs, Wall } from '../clock.ts';
import type { Log } from '../log.ts';
import type { Loop } from '../loop.ts';
import { type DueSlot, lateMaxMs, missedSlots, nextSlot, slotKey } from '../schedule/slots.ts';
import type { ChannelRecord } from '../storage/records/channels.ts';
import type { Records, Storage } from '../storage/storage.ts';
import type { DigestMaker } from './digestFor.ts';
import { createEdition, type Edition } from './edition.ts';
import { noticeExpired } from './notices.ts';
import type { Render } from './ports.ts';
import { createSpread, type Spread } from './spread.ts';

export interface PublishParts {
  storage: Storage;
  render: Render;
  log: Log;
  owner: string;
  pictures: boolean;
  /** A run lasts as long as something is due, while the time goes on. */
  wall: Wall;
  /** The process ends: what is not begun stays for the next one. */
  ending(): boolean;
  digestFor: DigestMaker;
}

/**
 * One commit of so many holds the database for some twenty milliseconds, which an answer to a member may have to
 * wait.
 */
const batch = 12;
/** After that a run takes on no more, so that it ends now and then; the next one does. */
const runMs = 60_000;
const leaseMs = 120_000;
/**
 * A digest that is made so soon after its time, or its turn, covers what was out at that time: the same for all whose
 * time it was.
 */
const punctualMs = 5 * 60_000;
/** What digests have in common is read anew after a while, to see what was grouped, corrected or swept in between. */
const editionMs = 60_000;

/** What digests that are made at about the same time have in common. */
interface Common {
  edition: Edition;
  spread: Spread;
}

/** A slot that is over once `store` is done, in the transaction that ends it. */
interface Ending {
  channel: ChannelRecord;
  slot: DueSlot;
  /** False when the slot has a message already. */
  store(records: Records): Promise<boolean>;
  done(): void;
}

type Ended = 'done' | 'made-before' | 'changed';

/** Turns due slots into frozen digests in the outbox: claimed, rendered and stored in durable transactions. */
export function createPublish(parts: PublishParts): Loop {
  const { storage, owner, wall } = parts;
  const spread = createSpread();
  let latest: { edition: Edition; madeAt: EpochMs } | undefined;
  const editionAt = (now: EpochMs) => {
    if (latest === undefined || now - latest.madeAt > editionMs) {
      latest = { edition: createEdition(storage.records), madeAt: now };
    }
    return latest.edition;
  };
  return {
    name: 'publish',
    every: '*/2 * * * * *',
    async run(startedAt) {
      let done = 0;
      for (let now = startedAt; now <= startedAt + runMs && !parts.ending(); now = wall()) {
        const crowds = await spread.crowds(storage.records, now);
        const due = await storage.records.channels.claimDue(now, owner, now + leaseMs, batch, crowds);
        if (due.length === 0) break;
        done += due.length;
        await publish(parts, due, now, { edition: editionAt(now), spread });
        // Of those that come due one by one the next look takes many, with one commit.
        if (due.length < batch) break;
      }
      // It holds texts, and the next digests may be hours away.
      if (done === 0) latest = undefined;
      return done;
    },
  };
}

async function publish(parts: PublishParts, due: readonly ChannelRecord[], now: EpochMs, common: Common) {
  const endings: Ending[] = [];
  for (const channel of due) {
    // A digest takes a while to compose: interactions and heartbeats come in between.
    await setImmediate();
    await unlessFailing(parts, channel, async () => {
      const ending = await endingOf(parts, channel, now, common);
      if (ending !== undefined) endings.push(ending);
    });
  }
  try {
    // One commit waits for the disk as long as each of twelve would.
    await endAll(parts, endings, now);
  } catch {
    for (const ending of endings) await unlessFailing(parts, ending.channel, () => endAll(parts, [ending], now));
  }
}

/** The lease ends by itself, so that the slot comes again in two minutes; the other channels go on. */
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
  { edition, spread }: Common,
): Promise<Ending | undefined> {
  const { render, log } = parts;
  const { channelId, serverId, nextDate, nextOrdinal, nextDueAt } = channel;
  if (nextDate === undefined || nextOrdinal === undefined || nextDueAt === undefined) return undefined;
  const slot = { localDate: nextDate, ordinal: nextOrdinal, dueAt: nextDueAt };
  const claimed = { localDate: nextDate, ordinal: nextOrdinal };
  if (now - nextDueAt > lateMaxMs) {
    const missed = missedSlots(channel.schedule, slot, nextSlot(channel.schedule, { lastClaimed: slot, now }));
    return {
      channel,
      slot,
      async store(records) {
        // One that was still pending when this fell due held it up, and its own notice says why.
        const wasAway = !(await records.deliveries.heldUp(channelId, nextDueAt - lateMaxMs));
        await noticeExpired(records, { serverId, channelId, ...claimed, missed, wasAway }, now);
        return true;
      },
      done: () => log.warn({ channel: channelId, ...claimed, missed: missed.count }, 'digest expired'),
    };
  }
  const id = slotKey({ channelId, kind: 'daily', ...claimed });
  const until = now - nextDueAt <= spread.spanMs(nextDueAt) + punctualMs ? nextDueAt : now;
  const wanted = { channel, localDate: nextDate, kind: 'daily', edition } as const;
  let digest = await parts.digestFor({ ...wanted, now: until });
  // A change of times can put the slot before the end of the digest that went before it.
  if (digest.windowStart >= until) digest = await parts.digestFor({ ...wanted, now });
  const { payloads, told } = render.digest(digest, { deliveryKey: id, pictures: parts.pictures });
  const { windowStart, windowEnd } = digest;
  const message = { id, channelId, serverId, kind: 'daily', ...claimed, windowStart, windowEnd } as const;
  const delivery = { ...message, dueAt: nextDueAt, digest, payloads };
  return {
    channel,
    slot,
    store: (records) => records.deliveries.add(delivery, told, now),
    done: () => log.info({ delivery: id, stories: digest.places.length, articles: digest.articles }, 'digest made'),
  };
}

/** Ends the slots together; a slot stays as it is when an admin changed its channel while its digest was made. */
async function endAll({ storage, log }: PublishParts, endings: readonly Ending[], now: EpochMs): Promise<void> {
  const ended = await storage.transaction(
    async (records) => {
      const done: Ended[] = [];
      for (const ending of endings) done.push(await end(records, ending, now));
      return done;
    },
    { durable: true },
  );
  for (const [at, { channel, slot, done }] of endings.entries()) {
    const about = { channel: channel.channelId };
    if (ended[at] === 'done') done();
    else if (ended[at] === 'changed') log.info(about, 'channel changed while its digest was made');
    else log.warn({ ...about, localDate: slot.localDate, ordinal: slot.ordinal }, 'slot had a digest already');
  }
}

async function end(records: Records, { channel, slot, store }: Ending, now: EpochMs): Promise<Ended> {
  const present = await records.channels.byId(channel.channelId);
  const same =
    present?.nextDueAt === slot.dueAt &&
    present.nextDate === slot.localDate &&
    present.nextOrdinal === slot.ordinal &&
    present.paused === undefined;
  if (!present || !same) {
    await records.channels.release(channel.channelId);
    return 'changed';
  }
  const isNew = await store(records);
  await records.channels.slotClaimed(channel.channelId, slot, nextSlot(present.schedule, { lastClaimed: slot, now }));
  return isNew ? 'done' : 'made-before';
}
