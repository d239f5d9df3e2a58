import { randomUUID } from 'node:crypto';
import { dayMs, type EpochMs } from '../clock.ts';
import type { ChannelId, FeedId, ServerId } from '../ids.ts';
import type { Log } from '../log.ts';
import type { Loop } from '../schedule/loop.ts';
import type { DeliveryRecord } from '../storage/records/outbox/delivery.ts';
import type { Subject } from '../storage/records/servers/servers.ts';
import type { Records, Storage } from '../storage/storage.ts';
import { type Kinds, kindOf } from './kinds.ts';
import type { Notice, Payload, Sender } from './ports.ts';

type Matter =
  /** About a channel, or a feed (`feed`). `channelNoticesOver` ends most of them with the channel's next message. */
  | 'paused'
  | 'gone'
  | 'role'
  | 'unknown'
  | 'refused'
  | 'expired'
  | 'thread'
  | 'replies'
  | 'role-opens'
  | 'feed'
  /** About Lede itself. */
  | 'silent'
  | 'clock';

/** The key of a notice. An admin gets the notice once until it ends. */
export const subjectOf = (matter: Matter, about: string, detail = ''): Subject => ({ matter, about, detail });

/** Notice keys of a failing feed, and of one that is gone for good. */
export const feedSubjects = (feedId: FeedId) => [subjectOf('feed', feedId), subjectOf('feed', feedId, 'gone')] as const;

type Opening = [serverId: ServerId, subject: Subject, at: EpochMs, notice: Notice];

/**
 * Opens a notice, or updates the open one on the subject; the `notices` loop sends it to an admin once. Call it in the
 * transaction that stores the fact, since a crash in between would lose the notice.
 */
export async function openNotice(records: Records, ...[serverId, subject, at, notice]: Opening): Promise<void> {
  await records.servers.notice({ id: randomUUID(), serverId, ...subject, notice: JSON.stringify(notice), at });
}

/** Like `openNotice`, in its own transaction. */
export const noticeOf = (storage: Storage, ...opening: Opening) =>
  storage.transaction((records) => openNotice(records, ...opening));

/**
 * Opens a notice about digests that were skipped for being late; call it in the transaction that skips them. If the
 * admin already knows that Lede can't post in the channel, only an outage of Lede or Discord (`wasAway`) is news.
 */
export async function noticeExpired(
  records: Records,
  digest: { serverId: ServerId; wasAway: boolean } & Omit<Extract<Notice, { kind: 'expired' }>, 'kind'>,
  now: EpochMs,
): Promise<void> {
  const { serverId, channelId, localDate, ordinal, missed, wasAway } = digest;
  if (!wasAway && (await records.servers.noticed(serverId, subjectOf('paused', channelId))) !== undefined) return;
  const notice = { kind: 'expired', channelId, localDate, ordinal, missed } as const;
  await openNotice(records, serverId, subjectOf('expired', channelId, `${localDate}#${ordinal}`), now, notice);
}

/**
 * Opens a notice that a message may or may not have been posted. Each digest gets its own; other messages of a channel
 * share one a day. Direct messages have no admin.
 */
export async function noticeUnknown(
  records: Records,
  { id, serverId, channelId, localDate, ordinal, isDigest }: DeliveryRecord & { isDigest: boolean },
  now: EpochMs,
): Promise<void> {
  const subject = subjectOf('unknown', channelId, isDigest ? id : '');
  if (serverId === '' || (!isDigest && (await records.servers.noticedSince(serverId, subject, now - dayMs)))) return;
  const slot = isDigest ? { localDate, ordinal } : {};
  await openNotice(records, serverId, subject, now, { kind: 'unknown-outcome', channelId, ...slot });
}

/**
 * Opens a notice that the channel waits for a permission. The digest is sent once the permission is back, unless it is
 * too late by then. A forum's threads share the permission, so the notice covers all its posts.
 */
export async function noticePaused(
  { storage, kinds }: { storage: Storage; kinds: Kinds },
  delivery: DeliveryRecord,
  reason: Extract<Notice, { kind: 'paused' }>['reason'],
  now: EpochMs,
): Promise<void> {
  const { serverId } = delivery;
  // Direct messages have no admin.
  if (serverId === '') return;
  await storage.transaction(async (records) => {
    // A closed thread says nothing about the channel above it.
    const { channelAbove } = kindOf(kinds, delivery);
    const above = reason === 'thread-closed' ? undefined : await channelAbove?.(records, delivery);
    const channelId = above ?? delivery.channelId;
    const subject = subjectOf(above === undefined ? 'paused' : 'replies', channelId);
    await openNotice(records, serverId, subject, now, { kind: 'paused', channelId, reason });
  });
}

export interface NoticeLoopParts {
  storage: Storage;
  sender: Sender;
  /** Draws the notices, at most `togetherMax`, as one message. */
  drawNotices(notices: readonly Notice[], locale: string): Payload;
  log: Log;
  localeOf(serverId: ServerId): Promise<string>;
  logChannelOf(serverId: ServerId): Promise<ChannelId | undefined>;
}

/** Retry delay, for example while Discord is down. */
const againMs = 10 * 60_000;
/** A notice that reaches nobody for a day appears in /subscriptions and /status only. */
const givenUpMs = dayMs;
const batch = 100;
/** Notices per message; ten channels may lose the same permission at once. */
const togetherMax = 10;

const endsOnceTold = ({ kind }: Notice) =>
  kind === 'feed-back' || kind === 'clock-ahead' || kind === 'channel-gone' || kind === 'role-gone';

/** Sends open notices to the log channel, else to the member who last set up Lede, else to the system channel. */
export function createNoticeLoop(parts: NoticeLoopParts): Loop {
  const { storage, sender, log } = parts;
  /** Retry times of undelivered notices by id; a restart retries at once. */
  const waiting = new Map<string, EpochMs>();
  return {
    name: 'notices',
    role: 'send',
    every: '*/10 * * * * *',
    async run(now) {
      const { servers } = storage.records;
      // A longer wait was noted while the clock ran ahead.
      for (const [id, until] of waiting) if (until <= now || until > now + againMs) waiting.delete(id);
      const notices = await servers.noticesToTell([...waiting.keys()], batch);
      for (const [serverId, all] of Map.groupBy(notices, (one) => one.serverId)) {
        // The next run sends the rest.
        const some = all.slice(0, togetherMax).map((one) => ({ ...one, notice: JSON.parse(one.notice) as Notice }));
        const said = some.map(({ notice }) => notice);
        const payload = parts.drawNotices(said, await parts.localeOf(serverId));
        // Marked before sending, so a crash loses a message rather than repeats it. /subscriptions and /status still
        // show the notice.
        await servers.noticesTold(
          some.map(({ id }) => id),
          now,
        );
        const told = await sender.notifyAdmin(
          { serverId, logChannelId: await parts.logChannelOf(serverId), userId: await servers.lastChangedBy(serverId) },
          payload,
        );
        log.info({ server: serverId, notices: said.map(({ kind }) => kind), told }, 'notices');
        const open = told ? [] : some.filter(({ at }) => now - at < givenUpMs).map(({ id }) => id);
        for (const id of open) waiting.set(id, now + againMs);
        await servers.noticesTold(open, undefined);
        // Nobody needs to act on these notices.
        for (const { id, notice } of told ? some : []) if (endsOnceTold(notice)) await servers.noticeEnded(id, now);
      }
      return notices.length;
    },
  };
}
