import type { Changer } from '../../src/desk/asker.ts';
import { removeChannel } from '../../src/desk/channels.ts';
import type { Desk } from '../../src/desk/desk.ts';
import { removeFeeds } from '../../src/desk/ownFeeds.ts';
import { Refusal } from '../../src/desk/refusal.ts';
import { checkedWords, mayAddTopic, newTopicIn, same, tidy } from '../../src/desk/typedWords.ts';
import type { Undo } from '../../src/desk/undoable.ts';
import type { TopicWords } from '../../src/engine/stories/topics.ts';
import type { ServerId, TopicId } from '../../src/ids.ts';
import type { OwnTopicRecord } from '../../src/storage/records/servers/ownTopicsAndFeeds.ts';
import type { Records } from '../../src/storage/storage.ts';

/** A server's own topic. One without words is for feeds only. */
export type OwnTopic = Pick<OwnTopicRecord, 'id' | 'name'> & { words: TopicWords };

export const topicQuestions = ({ storage: { records } }: Desk) => ({
  ownTopics: (serverId: ServerId): Promise<OwnTopic[]> => records.ownTopicsAndFeeds.topics(serverId),
});

export type TopicChange = Awaited<ReturnType<ReturnType<typeof topicChanges>['editTopic']>>;

const nameCharactersMax = 40;

export function topicChanges(desk: Desk) {
  const { storage, undoable, topics, wall } = desk;
  const { records } = storage;

  /** The tidied name. Throws Refusal if it is empty, too long, or taken by another topic of the catalogue or server. */
  const checkedName = async (by: Changer, name: string, exceptId?: string, within: Records = records) => {
    const clean = tidy(name);
    if (clean === '' || clean.length > nameCharactersMax) throw new Refusal('topic-name');
    if (topics.some((topic) => Object.values(topic.names).some((known) => same(known, clean))))
      throw new Refusal('topic-built-in', clean);
    const own = await within.ownTopicsAndFeeds.topics(by.serverId);
    if (own.some((topic) => topic.id !== exceptId && same(topic.name, clean))) throw new Refusal('topic-exists', clean);
    return clean;
  };

  const ownTopic = async (by: Changer, topicId: TopicId, within: Records): Promise<OwnTopicRecord> => {
    const found = (await within.ownTopicsAndFeeds.topics(by.serverId)).find((topic) => topic.id === topicId);
    if (!found) throw new Refusal('topic-gone');
    return found;
  };

  return {
    /** Checks a new topic, or with `topicId` a changed one, and returns it as it would be stored. Throws Refusal. */
    async mayTopic(by: Changer, { name, words }: Omit<OwnTopic, 'id'>, topicId?: TopicId) {
      if (topicId === undefined) await mayAddTopic(records, by);
      return { name: await checkedName(by, name, topicId), words: checkedWords(words) };
    },

    async createTopic(by: Changer, name: string, words: TopicWords): Promise<OwnTopic & { undo: Undo }> {
      const { result: topic, undo } = await undoable(by, async (trx) =>
        newTopicIn(trx, by, await checkedName(by, name, undefined, trx), checkedWords(words), wall()),
      );
      return { id: topic.id, name: topic.name, words: topic.words, undo };
    },

    /** Changes the given parts of a topic. Returns the topic as it is now, and as it was (`before`). */
    async editTopic(by: Changer, topicId: TopicId, change: { name?: string; words?: Partial<TopicWords> }) {
      // Reads in the same transaction, so that no other admin's change is lost.
      const { result, undo } = await undoable(by, async (trx) => {
        const topic = await ownTopic(by, topicId, trx);
        const name = change.name === undefined ? topic.name : await checkedName(by, change.name, topicId, trx);
        const words = change.words === undefined ? topic.words : checkedWords({ ...topic.words, ...change.words });
        await trx.ownTopicsAndFeeds.saveTopic({ ...topic, name, words }, wall());
        return { id: topic.id, name, words, before: topic };
      });
      return { ...result, undo };
    },

    deleteTopic: (by: Changer, topicId: TopicId) =>
      undoable(by, async (trx) => {
        await ownTopic(by, topicId, trx);
        const feeds = (await trx.ownTopicsAndFeeds.feeds(by.serverId)).filter((feed) => feed.topicId === topicId);
        const feedIds = feeds.map(({ feedId }) => feedId);
        await removeFeeds(trx, by.serverId, feedIds, wall());
        await trx.ownTopicsAndFeeds.deleteTopic(by.serverId, topicId);
        for (const channel of await trx.channels.ofServer(by.serverId)) {
          if ((await trx.channels.topicsOf(channel.channelId)).length === 0) await removeChannel(trx, channel, wall());
        }
      }),
  };
}
