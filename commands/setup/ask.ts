import type { Desk } from '../../src/desk/desk.ts';
import type { ChannelId, FeedId, ServerId } from '../../src/ids.ts';
import { spokenLanguages } from '../../src/schedule/languages.ts';
import { cut } from '../../src/text/cut.ts';
import { emptySetup, type SetupFile } from './file.ts';

export function setupQuestions({ storage, preferences, wall }: Desk) {
  const { records } = storage;
  return {
    /** Everything that the server set up. `nameOf` gives a channel's name, undefined if it is gone. */
    async exportSetup(serverId: ServerId, nameOf: (channelId: ChannelId) => string | undefined): Promise<SetupFile> {
      const { zone, logChannelId } = (await preferences.get(serverId)) ?? {};
      const place = (id: string) => ({ id, name: cut(nameOf(id) ?? '', 100) });
      const feeds = await Promise.all(
        (await records.own.feeds(serverId)).map(async ({ feedId, topicId: topic }) => {
          const feed = await records.feeds.byId(feedId);
          return feed ? [{ id: feedId, url: feed.url, title: feed.title && cut(feed.title, 300), topic }] : [];
        }),
      ).then((found) => found.flat());
      const urlsOf = (feedIds: readonly FeedId[]) =>
        feeds.flatMap(({ id, url }) => (feedIds.includes(id) ? [url] : []));
      // A rule whose feeds are all gone tells nothing.
      const rules = (await records.alerts.ofServer(serverId)).filter(
        ({ feedIds }) => feedIds === undefined || urlsOf(feedIds).length > 0,
      );
      const channels = (await records.channels.ofServer(serverId)).map(async ({ channelId, schedule, paused }) => {
        const outlets = await records.outlets.ofChannel(channelId);
        const idsOf = (stance: string) =>
          outlets.filter((one) => one.stance === stance).map(({ outletId }) => outletId);
        return {
          ...place(channelId),
          topics: await records.channels.topicsOf(channelId),
          settings: schedule,
          ...(paused === 'admin' ? { paused: true as const } : {}),
          muted: idsOf('muted'),
          preferred: idsOf('preferred'),
        };
      });
      return {
        ...emptySetup,
        zone,
        logChannel: logChannelId === undefined ? undefined : place(logChannelId),
        topics: (await records.own.topics(serverId)).map(({ id, name, words }) => ({ id, name, ...words })),
        feeds: feeds.map(({ id: _, ...feed }) => feed),
        mutes: (await records.own.mutes(serverId, wall())).map(({ word, expiresAt }) => ({
          word,
          until: expiresAt === undefined ? undefined : new Date(expiresAt).toISOString(),
        })),
        channels: await Promise.all(channels),
        alerts: rules.map(
          ({ channelId, topicId, words, feedIds, locale, voices, perDay, quiet, zone, roleId, ...flags }) => ({
            ...place(channelId),
            topic: topicId,
            words: words && [...words],
            feeds: feedIds && urlsOf(feedIds),
            language: spokenLanguages.find((language) => language === locale),
            ...{ voices, perDay, quiet, zone, roleId },
            thread: flags.thread || undefined,
            crosspost: flags.crosspost || undefined,
            silent: flags.silent,
          }),
        ),
      };
    },
  };
}
