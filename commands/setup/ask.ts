import type { Desk } from '../../src/desk/desk.ts';
import type { ChannelId, ServerId } from '../../src/ids.ts';
import { spokenLanguages } from '../../src/schedule/languages.ts';
import { emptySetup, type SetupFile } from './file.ts';

export function setupQuestions({ storage, preferences, wall }: Desk) {
  const { records } = storage;
  return {
    /** Everything that the server set up. `nameOf` gives a channel's name, undefined if it is gone. */
    async exportSetup(serverId: ServerId, nameOf: (channelId: ChannelId) => string | undefined): Promise<SetupFile> {
      const { zone, logChannelId } = (await preferences.get(serverId)) ?? {};
      const place = (id: string) => ({ id, name: (nameOf(id) ?? '').slice(0, 100) });
      const feeds = await Promise.all(
        (await records.own.feeds(serverId)).map(async ({ feedId, topicId: topic }) => {
          const feed = await records.feeds.byId(feedId);
          return feed ? [{ url: feed.url, title: feed.title?.slice(0, 300), topic }] : [];
        }),
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
        feeds: feeds.flat(),
        mutes: (await records.own.mutes(serverId, wall())).map(({ word, expiresAt }) => ({
          word,
          until: expiresAt === undefined ? undefined : new Date(expiresAt).toISOString(),
        })),
        channels: await Promise.all(channels),
        alerts: (await records.alerts.ofServer(serverId)).map(
          ({ channelId, topicId, words, locale, voices, perDay, quiet, zone, roleId, thread, crosspost }) => ({
            ...place(channelId),
            topic: topicId,
            words: words && [...words],
            language: spokenLanguages.find((language) => language === locale),
            ...{ voices, perDay, quiet, zone, roleId },
            ...{ thread: thread || undefined, crosspost: crosspost || undefined },
          }),
        ),
      };
    },
  };
}
