import type { Desk } from '../../src/desk/desk.ts';
import { cut } from '../../src/engine/text/cut.ts';
import type { ChannelId, FeedId, ServerId } from '../../src/ids.ts';
import { spokenLanguages } from '../../src/schedule/languages.ts';
import { emptySetup, type SetupFile } from './file.ts';

export function setupQuestions({ storage, preferences, wall }: Desk) {
  const { ownTopicsAndFeeds, feeds, alerts, channels, outlets } = storage.records;
  return {
    /** The server's whole set-up. `nameOf` gives a channel's name, undefined if it is gone. */
    async exportSetup(serverId: ServerId, nameOf: (channelId: ChannelId) => string | undefined): Promise<SetupFile> {
      const { zone, logChannelId } = (await preferences.get(serverId)) ?? {};
      const place = (id: ChannelId) => ({ id, name: cut(nameOf(id) ?? '', 100) });
      const urls = new Map<FeedId, string>();
      const file: SetupFile = {
        ...emptySetup,
        zone,
        logChannel: logChannelId === undefined ? undefined : place(logChannelId),
        topics: (await ownTopicsAndFeeds.topics(serverId)).map(({ id, name, words }) => ({ id, name, ...words })),
        feeds: [],
        mutes: (await ownTopicsAndFeeds.mutes(serverId, wall())).map(({ word, expiresAt }) => ({
          word,
          until: expiresAt === undefined ? undefined : new Date(expiresAt).toISOString(),
        })),
        channels: [],
        alerts: [],
      };
      for (const { feedId, topicId: topic } of await ownTopicsAndFeeds.feeds(serverId)) {
        const feed = await feeds.byId(feedId);
        if (feed === undefined) continue;
        urls.set(feedId, feed.url);
        file.feeds.push({ url: feed.url, title: feed.title && cut(feed.title, 300), topic });
      }
      for (const { channelId, schedule, paused } of await channels.ofServer(serverId)) {
        const stances = Map.groupBy(await outlets.ofChannel(channelId), ({ stance }) => stance);
        file.channels.push({
          ...place(channelId),
          topics: await channels.topicsOf(channelId),
          settings: schedule,
          paused: paused === 'admin' || undefined,
          muted: (stances.get('muted') ?? []).map(({ outletId }) => outletId),
          preferred: (stances.get('preferred') ?? []).map(({ outletId }) => outletId),
        });
      }
      for (const { channelId, topicId, words, feedIds, locale, ...rule } of await alerts.ofServer(serverId)) {
        const { voices, perDay, quiet, zone, roleId, thread, crosspost, silent } = rule;
        const ofFeeds = feedIds?.flatMap((id) => urls.get(id) ?? []);
        // A rule whose feeds are all gone posts nothing.
        if (ofFeeds?.length === 0) continue;
        file.alerts.push({
          ...place(channelId),
          topic: topicId,
          words: words && [...words],
          feeds: ofFeeds,
          language: spokenLanguages.find((language) => language === locale),
          voices,
          perDay,
          quiet,
          zone,
          roleId,
          silent,
          thread: thread || undefined,
          crosspost: crosspost || undefined,
        });
      }
      return file;
    },
  };
}
