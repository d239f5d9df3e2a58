import { randomUUID } from 'node:crypto';
import { dayMs, type EpochMs } from '../clock.ts';
import type { Log } from '../log.ts';
import type { Loop } from '../loop.ts';
import type { DeliveryRecord } from '../storage/records/delivery.ts';
import type { Records, Storage } from '../storage/storage.ts';
import type { Notice, Render, Sender } from './ports.ts';

/**
 * Each matter is told once until it is over. All of a channel's matters end with its next message, except `thread` and
 * `replies`: what keeps Lede from opening threads there, and from writing in them.
 */
export const subjectOf = (
  matter: 'paused' | 'gone' | 'role' | 'thread' | 'replies' | 'unknown' | 'refused' | 'expired',
  channelId: string,
  part = '',
) => `${matter} ${channelId} ${part}`.trim();

/** Of a feed that fails, and of one that is gone for good. */
export const feedSubjects = (feedId: string) => [`feed ${feedId}`, `feed ${feedId} gone`] as const;

type Opening = [serverId: string, subject: string, at: EpochMs, notice: Notice];

/**
 * Opens a notice or updates the open one on the subject; the tell loop brings it to an admin once. Call it in the
 * transaction that makes it true, since a crash in between would leave it untold for ever.
 */
export async function openNotice(records: Records, ...[serverId, subject, at, notice]: Opening): Promise<void> {
  await records.servers.notice({ id: randomUUID(), serverId, subject, notice: JSON.stringify(notice), at });
}

/** The same in its own transaction. */
export const noticeOf = (storage: Storage, ...opening: Opening) =>
  storage.transaction((records) => openNotice(records, ...opening));

/**
 * Tells of a digest that was left out for being late; call it in the transaction that leaves it out. If the admin
 * already knows that the channel is closed to Lede, only an absence of Lede or Discord (`wasAway`) is news.
 */
export async function noticeExpired(
  records: Records,
  digest: { serverId: string; wasAway: boolean } & Omit<Extract<Notice, { kind: 'expired' }>, 'kind'>,
  now: EpochMs,
): Promise<void> {
  const { serverId, channelId, localDate, ordinal, missed, wasAway } = digest;
  if (!wasAway && (await records.servers.noticed(serverId, subjectOf('paused', channelId))) !== undefined) return;
  const notice = { kind: 'expired', channelId, localDate, ordinal, missed } as const;
  await openNotice(records, serverId, subjectOf('expired', channelId, `${localDate}#${ordinal}`), now, notice);
}

/**
 * The channel waits for a permission; its digest goes when that is back, unless it is too late by then. Updates in
 * threads lack what their channel lacks, so that is told once for all posts of a forum.
 */
export async function noticePaused(
  storage: Storage,
  delivery: DeliveryRecord,
  reason: Extract<Notice, { kind: 'paused' }>['reason'],
  now: EpochMs,
): Promise<void> {
  const { serverId } = delivery;
  // Nobody looks after a direct message.
  if (serverId === '') return;
  await storage.transaction(async (records) => {
    // A thread is closed by itself.
    const above = reason === 'thread-closed' ? undefined : await channelAbove(records, delivery);
    const channelId = above ?? delivery.channelId;
    const subject = subjectOf(above === undefined ? 'paused' : 'replies', channelId);
    await openNotice(records, serverId, subject, now, { kind: 'paused', channelId, reason });
  });
}

/** The forum, or the channel of the message, in whose thread an update is posted; undefined for other messages. */
export async function channelAbove({ follows, deliveries }: Records, { kind, channelId, content }: DeliveryRecord) {
  if (kind !== 'update') return undefined;
  const begun = (await follows.byPlace(channelId, content.storyId))?.deliveryId;
  return begun === undefined ? undefined : (await deliveries.byId(begun))?.channelId;
}

export interface TellParts {
  storage: Storage;
  sender: Sender;
  render: Render;
  log: Log;
  localeOf(serverId: string): Promise<string>;
  logChannelOf(serverId: string): Promise<string | undefined>;
}

/** Discord may be away just then. */
const againMs = 10 * 60_000;
/** If nobody is reached for a day, the notice stands in /subscriptions and /status only. */
const givenUpMs = dayMs;
const batch = 100;
/** One message for all of a server, since ten channels may miss the same permission at once. */
const togetherMax = 10;

const endsOnceTold = ({ kind }: Notice) =>
  kind === 'feed-back' || kind === 'clock-ahead' || kind === 'channel-gone' || kind === 'role-gone';

/** Brings open notices to the log channel, else to who set Lede up last, else to the system channel. */
export function createTell(parts: TellParts): Loop {
  const { storage, sender, render, log } = parts;
  /** When to try notices again that nobody took; a restart tries at once. */
  const waiting = new Map<string, EpochMs>();
  return {
    name: 'tell',
    every: '*/10 * * * * *',
    async run(now) {
      const { servers } = storage.records;
      // A longer wait was noted while the clock ran ahead.
      for (const [id, until] of waiting) if (until <= now || until > now + againMs) waiting.delete(id);
      const notices = await servers.noticesToTell([...waiting.keys()], batch);
      for (const [serverId, all] of Map.groupBy(notices, (one) => one.serverId)) {
        // The rest comes with the next run.
        const some = all.slice(0, togetherMax).map((one) => ({ ...one, notice: JSON.parse(one.notice) as Notice }));
        const said = some.map(({ notice }) => notice);
        const payload = render.notices(said, await parts.localeOf(serverId));
        // Marked first: /subscriptions and /status still show a notice that a crash lost; one told twice annoys.
        await servers.noticesTold(
          some.map(({ id }) => id),
          now,
        );
        const told = await sender.tell(
          { serverId, logChannelId: await parts.logChannelOf(serverId), userId: await servers.lastChangedBy(serverId) },
          payload,
        );
        log.info({ server: serverId, notices: said.map(({ kind }) => kind), told }, 'notices');
        const open = told ? [] : some.filter(({ at }) => now - at < givenUpMs).map(({ id }) => id);
        for (const id of open) waiting.set(id, now + againMs);
        await servers.noticesTold(open, undefined);
        // Nobody needs to act on these, so they are not kept open.
        for (const { id, notice } of told ? some : []) if (endsOnceTold(notice)) await servers.noticeEnded(id, now);
      }
      return notices.length;
    },
  };
}
