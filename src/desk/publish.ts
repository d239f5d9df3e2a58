import { createHash } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import type { EpochMs } from '../clock.ts';
import { type DueSlot, lateMaxMs, nextSlot, slotKey } from '../digests/slots.ts';
import type { Log } from '../log.ts';
import type { ChannelRecord } from '../storage/records/channels.ts';
import type { Records, Storage } from '../storage/storage.ts';
import type { DigestMaker } from './digestFor.ts';
import type { Loop } from './loop.ts';
import { noticeExpired } from './notices.ts';
import type { Render } from './ports.ts';

export interface PublishParts {
  storage: Storage;
  render: Render;
  log: Log;
  owner: string;
  pictures: boolean;
  digestFor: DigestMaker;
  localeOf(serverId: string): Promise<string>;
}

const batch = 25;
const leaseMs = 120_000;

/** Discord takes nonces of at most 25 characters. */
export const nonceOf = (deliveryId: string) =>
  createHash('sha256').update(`${deliveryId}/0`).digest('base64url').slice(0, 25);

/** Turns due slots into frozen messages in the outbox: claimed, rendered and stored in one durable transaction. */
export function createPublish(parts: PublishParts): Loop {
  return {
    name: 'publish',
    every: '*/2 * * * * *',
    async run(now) {
      const due = await parts.storage.records.channels.claimDue(now, parts.owner, now + leaseMs, batch);
      for (const channel of due) {
        // A digest takes a while to compose: interactions and heartbeats come in between.
        await setImmediate();
        try {
          await publishSlot(parts, channel, now);
        } catch (error) {
          // The lease ends by itself, so the slot comes again in two minutes; the other channels go on.
          parts.log.error({ channel: channel.channelId, err: error }, 'digest failed');
        }
      }
      return due.length;
    },
  };
}

async function publishSlot(parts: PublishParts, channel: ChannelRecord, now: EpochMs): Promise<void> {
  const { render, log } = parts;
  const { channelId, serverId, nextDate, nextOrdinal, nextDueAt } = channel;
  if (nextDate === undefined || nextOrdinal === undefined || nextDueAt === undefined) return;
  const slot = { localDate: nextDate, ordinal: nextOrdinal, dueAt: nextDueAt };
  const claimed = { localDate: nextDate, ordinal: nextOrdinal };
  if (now - nextDueAt > lateMaxMs) {
    const late = await claim(parts, channel, slot, now, (records) =>
      noticeExpired(records, { serverId, channelId, ...claimed }, now),
    );
    if (late) log.warn({ channel: channelId, ...claimed }, 'digest expired');
    return;
  }
  const id = slotKey({ channelId, kind: 'daily', ...claimed });
  const locale = await parts.localeOf(serverId);
  const digest = await parts.digestFor({ channel, localDate: nextDate, kind: 'daily', now });
  const { payload, told } = render.digest(digest, { locale, deliveryKey: id, pictures: parts.pictures });
  const { windowStart, windowEnd } = digest;
  const made = await claim(parts, channel, slot, now, (records) =>
    records.deliveries.add(
      {
        id,
        channelId,
        serverId,
        kind: 'daily',
        ...claimed,
        windowStart,
        windowEnd,
        dueAt: nextDueAt,
        digest,
        payload,
        nonce: nonceOf(id),
      },
      told,
      now,
    ),
  );
  if (made) log.info({ delivery: id, stories: digest.places.length, articles: digest.articles }, 'digest made');
}

/** Ends the slot together with `work`; false, and nothing is done, when an admin changed the channel while its digest was made. */
async function claim(
  { storage, log }: PublishParts,
  { channelId }: ChannelRecord,
  slot: DueSlot,
  now: EpochMs,
  work: (records: Records) => Promise<unknown>,
): Promise<boolean> {
  return storage.transaction(
    async (records) => {
      const present = await records.channels.byId(channelId);
      const same =
        present?.nextDueAt === slot.dueAt &&
        present.nextDate === slot.localDate &&
        present.nextOrdinal === slot.ordinal &&
        present.paused === undefined;
      if (!present || !same) {
        await records.channels.release(channelId);
        log.info({ channel: channelId }, 'channel changed while its digest was made');
        return false;
      }
      await work(records);
      await records.channels.slotClaimed(channelId, slot, nextSlot(present.schedule, { lastClaimed: slot, now }));
      return true;
    },
    { durable: true },
  );
}
