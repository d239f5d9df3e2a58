import { isDeepStrictEqual } from 'node:util';
import type { ChannelId, ServerId } from '../ids.ts';
import { openNotice, subjectOf } from '../outbox/notices.ts';
import { nextSlot } from '../schedule/slots.ts';
import type { AlertRecord } from '../storage/records/servers/alerts.ts';
import { type ChannelRecord, lastClaimedOf } from '../storage/records/servers/channels.ts';
import type { Records } from '../storage/storage.ts';
import type { Desk } from './desk.ts';
import { refuseForeign, refuseNoServer } from './foreign.ts';
import { noteLocale } from './preferences.ts';

export const roleOpensSubject = (channelId: ChannelId) => subjectOf('role-opens', channelId);

export function serverEvents({ storage, prefer, wall }: Desk) {
  let latest: Promise<unknown> = Promise.resolve();
  /** Stores events in order: a database may run transactions concurrently, and the last event must win. */
  const inOrder = (event: (trx: Records) => Promise<void>): Promise<void> => {
    const stored = latest.then(() => storage.transaction(event));
    // Errors go to the caller; the queue continues.
    latest = stored.catch(() => undefined);
    return stored;
  };

  /** When Lede is back in a server, queues the stories followed there, which may have changed meanwhile. */
  const arrive = async (trx: Records, serverId: ServerId): Promise<void> => {
    if (!(await trx.servers.present(serverId))) return;
    const storyIds = await trx.follows.storiesIn(serverId);
    const changed = storyIds.map((storyId) => ({ storyId, channelId: '', dueAt: wall() }));
    await trx.changed.requeue('follow', changed);
  };

  /** Resumes channels that were paused when Lede left their server. */
  const resume = async (trx: Records, channels: readonly ChannelRecord[]): Promise<void> => {
    const now = wall();
    for (const channel of channels) {
      const next = nextSlot(channel.schedule, { lastClaimed: lastClaimedOf(channel), now });
      await trx.channels.save({ ...channel, paused: undefined }, next, now);
      // A new invitation grants the permissions again, so earlier notices are over.
      await trx.servers.channelNoticesOver(channel.serverId, channel.channelId, now);
    }
  };

  return {
    async serverJoined(serverId: ServerId, locale: string): Promise<void> {
      await inOrder(async (trx) => {
        await arrive(trx, serverId);
        const channels = await trx.channels.ofServer(serverId);
        const paused = channels.filter((channel) => channel.paused === 'server-left');
        await resume(trx, paused);
      });
      await noteLocale(prefer, serverId, locale);
    },

    /** Stores the server's language, the default for digests and notices. */
    serverLocale: (serverId: ServerId, locale: string) => noteLocale(prefer, serverId, locale),

    /** Stores which channels of the server are announcement channels now. */
    serverAnnounces: (serverId: ServerId, announcementIds: readonly string[]) =>
      prefer(serverId, (known) =>
        isDeepStrictEqual(new Set(known.announcementIds), new Set(announcementIds))
          ? undefined
          : { ...known, announcementIds },
      ),

    /** Stops the server's digests and drops its unsent messages now. Its data is deleted after 30 days. */
    async serverLeft(serverId: ServerId): Promise<void> {
      await inOrder((trx) => trx.servers.left(serverId, wall()));
    },

    /**
     * Stores which servers Discord lists for this process's shards. A known server of these shards (`isOwn`) that is
     * not listed counts as left.
     */
    async serversPresent(serverIds: readonly ServerId[], isOwn: (serverId: ServerId) => boolean): Promise<void> {
      const present = new Set(serverIds);
      await inOrder(async (trx) => {
        const known = new Set(await trx.servers.listPresent());
        for (const id of known) if (!present.has(id) && isOwn(id)) await trx.servers.left(id, wall());
        for (const id of present) if (!known.has(id)) await arrive(trx, id);
        const paused = await trx.channels.pausedFor('server-left');
        const back = paused.filter(({ serverId }) => present.has(serverId));
        await resume(trx, back);
      });
    },

    /** Removes everything set up for a deleted channel. */
    async channelGone(serverId: ServerId, channelId: ChannelId): Promise<void> {
      refuseNoServer({ serverId });
      await prefer(serverId, (known) =>
        known.logChannelId === channelId ? { ...known, logChannelId: undefined } : undefined,
      );
      await storage.transaction(async (trx) => {
        await refuseForeign(trx, { serverId }, [channelId]);
        await trx.deliveries.dropOfChannel(channelId, 'channel-gone');
        await trx.channels.remove(channelId);
        await trx.alerts.remove(channelId);
        await trx.follows.endPlace(channelId, wall());
        await trx.servers.channelNoticesDropped(serverId, channelId, wall());
      });
    },

    /** Removes deleted roles from alert rules, of one server or of all, and opens a notice for each changed rule. */
    async rolesGone(isGone: (serverId: ServerId, roleId: string) => boolean, serverId?: ServerId): Promise<void> {
      const hasGone = (rule?: AlertRecord) => rule?.roleId !== undefined && isGone(rule.serverId, rule.roleId);
      const rules = await (serverId === undefined
        ? storage.records.alerts.listPresent()
        : storage.records.alerts.ofServer(serverId));
      for (const { channelId } of rules.filter(hasGone)) {
        await storage.transaction(async (trx) => {
          const rule = await trx.alerts.byChannel(channelId);
          if (rule === undefined || !hasGone(rule)) return;
          const { roleId: _gone, ...rest } = rule;
          await trx.alerts.save(rest);
          await trx.servers.noticeOver(rule.serverId, roleOpensSubject(channelId), wall());
          const notice = { kind: 'role-gone', channelId } as const;
          await openNotice(trx, rule.serverId, subjectOf('role', channelId), wall(), notice);
        });
      }
    },
  };
}
