import type { Changer } from '../../src/desk/asker.ts';
import type { Desk } from '../../src/desk/desk.ts';
import { headlineQuestions } from '../../src/desk/headlines.ts';
import { limits } from '../../src/desk/limits.ts';
import {
  addTo,
  checkFeeds,
  type FeedHealth,
  type FeedImport,
  feedAt,
  ownFeedQuestions,
  removeFeeds,
} from '../../src/desk/ownFeeds.ts';
import { noteChanger } from '../../src/desk/preferences.ts';
import { Refusal } from '../../src/desk/refusal.ts';
import { newTopicIn, same } from '../../src/desk/typedWords.ts';
import type { OpmlFeed } from '../../src/engine/feeds/opml.ts';
import type { FeedId, TopicId } from '../../src/ids.ts';
import { labelOfOwnTopic } from '../../src/newsroom/topics.ts';
import { isOfDomain } from '../../src/reading/domains.ts';
import { outletsByHost } from '../../src/reading/outlets.ts';
import type { TopicLabel } from '../../src/storage/postContent.ts';
import type { Records } from '../../src/storage/storage.ts';
import type { FeedPreview } from '../../src/web/lookup.ts';

/** The topic named like one of the folders; the innermost such folder counts. */
function topicOfFolders(folders: readonly string[], labels: readonly TopicLabel[]): TopicLabel | undefined {
  return folders
    .toReversed()
    .map((folder) => labels.find(({ names }) => Object.values(names).some((name) => same(name, folder))))
    .find((label) => label !== undefined);
}

export function feedChanges(desk: Desk) {
  const { storage, undoable, wall } = desk;

  /** The server's topics. Throws Refusal if `topicId` is not among them. */
  const labelsWith = async (by: Changer, topicId: TopicId | undefined): Promise<TopicLabel[]> => {
    const labels = await desk.use(headlineQuestions).topics(by.serverId);
    if (topicId === undefined || labels.some((label) => label.id === topicId)) return labels;
    throw new Refusal('topic-gone');
  };

  return {
    /** Adds a feed to the topic, by default the server's "Our feeds". */
    async addFeed(by: Changer, preview: FeedPreview, topicId: TopicId | undefined): Promise<FeedHealth> {
      await noteChanger(desk, by);
      await labelsWith(by, topicId);
      if (isOfDomain(storage.forgotten, preview.url)) throw new Refusal('feed-forgotten', new URL(preview.url).host);
      const feedId = await storage.transaction(async (trx) => {
        const own = await trx.ownTopicsAndFeeds.feeds(by.serverId);
        if (own.length >= limits.feeds) throw new Refusal('too-many-feeds', String(limits.feeds));
        const feed = await feedAt(trx, preview, outletsByHost(await trx.feeds.listCatalogue()));
        if (own.some(({ feedId }) => feedId === feed.id)) throw new Refusal('feed-exists', preview.url);
        await addTo(trx, by.serverId, feed, topicId ?? (await feedsTopic(trx, by, desk)).id, wall());
        return feed.id;
      });
      const added = (await desk.use(ownFeedQuestions).feeds(by.serverId)).find((feed) => feed.id === feedId);
      if (!added) throw new Refusal('feed-unknown', preview.url);
      return added;
    },

    /**
     * Adds all suitable feeds, or none if it throws. Without `topicId`, a feed goes to the topic named like one of its
     * folders, else to "Our feeds". The feeds are read only at their next polls.
     */
    async importFeeds(by: Changer, listed: readonly OpmlFeed[], topicId: TopicId | undefined): Promise<FeedImport> {
      await noteChanger(desk, by);
      const labels = await labelsWith(by, topicId);
      const chosen = labels.find(({ id }) => id === topicId);
      return storage.transaction(async (trx) => {
        const { fitting, known, refused } = await checkFeeds(trx, by.serverId, listed, desk);
        const added: FeedImport['added'][number][] = [];
        for (const { feed, listed: one } of fitting) {
          const topic = chosen ?? topicOfFolders(one.folders, labels) ?? (await feedsTopic(trx, by, desk));
          await addTo(trx, by.serverId, feed, topic.id, wall());
          added.push({ url: feed.url, title: one.title, topic });
        }
        return { added, known, refused };
      });
    },

    removeFeed: (by: Changer, feedId: FeedId) =>
      undoable(by, async (trx) => {
        const own = await trx.ownTopicsAndFeeds.feeds(by.serverId);
        if (!own.some((feed) => feed.feedId === feedId)) throw new Refusal('feed-unknown', feedId);
        await removeFeeds(trx, by.serverId, [feedId], wall());
      }),
  };
}

/** The topic for feeds without one; created with the first such feed. */
async function feedsTopic(records: Records, by: Changer, { feedsTopicName, wall }: Desk): Promise<TopicLabel> {
  const own = await records.ownTopicsAndFeeds.topics(by.serverId);
  const found = own.find((topic) => topic.words.all.length + topic.words.any.length === 0);
  if (found) return labelOfOwnTopic(found);
  const name = feedsTopicName(by.serverLocale);
  const isTaken = own.some((topic) => same(topic.name, name));
  const words = { all: [], any: [], not: [] };
  return labelOfOwnTopic(await newTopicIn(records, by, isTaken ? `${name} 2` : name, words, wall()));
}
