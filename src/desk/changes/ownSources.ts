import { idOf } from '../../articles/fromItem.ts';
import { dayMs, type EpochMs } from '../../clock.ts';
import type { OwnTopicRecord } from '../../storage/records/own.ts';
import type { Records } from '../../storage/storage.ts';
import type { TopicWords } from '../../stories/topics.ts';
import { isShort, tokensOf } from '../../text/tokens.ts';
import type { Mute, OwnTopic } from '../questions/servers.ts';
import { Refusal } from '../refusal.ts';
import {
  type ChangeParts,
  type Changer,
  limits,
  noteChanger,
  refuseForeign,
  removeChannel,
  removeFeeds,
} from './parts.ts';
import type { Undo } from './undo.ts';

const wordsMax = 30;
const wordCharactersMax = 60;
const nameCharactersMax = 40;

const tidy = (word: string) => word.trim().replace(/\s+/g, ' ');
const same = (a: string, b: string) => a.toLowerCase() === b.toLowerCase();

/** Whether a search for the text can find anything. */
export const isWord = (text: string) => tokensOf(text).length > 0;

/** Each word once, ignoring case. The words keep their capitals, since "US" and "us" are two words. */
const listOf = (words: readonly string[]) => [
  ...new Map(
    words
      .map(tidy)
      .filter(isWord)
      .map((word) => [word.toLowerCase(), word]),
  ).values(),
];

/** The words, tidied and each once. Throws Refusal if there are none, or if they are too many or too long. */
export function checkedWords(words: TopicWords): OwnTopicRecord['words'] {
  const checked = { all: listOf(words.all), any: listOf(words.any), not: listOf(words.not) };
  const all = [...checked.all, ...checked.any, ...checked.not];
  if (checked.all.length + checked.any.length === 0) throw new Refusal('no-words');
  if (all.length > wordsMax) throw new Refusal('too-many-words', String(wordsMax));
  const long = all.find((word) => word.length > wordCharactersMax);
  if (long !== undefined) throw new Refusal('long-word', long.slice(0, wordCharactersMax));
  return checked;
}

/** Throws Refusal if the server has reached its limit of topics. */
async function mayAddTopic(records: Records, by: Changer): Promise<void> {
  const own = await records.own.topics(by.serverId);
  if (own.length >= limits.topics) throw new Refusal('too-many-topics', String(limits.topics));
}

/** The words of an alert, tidied. Throws Refusal, also for a word so short that nearly every story holds it. */
export function checkedAlertWords(words: readonly string[]): readonly string[] {
  const { any } = checkedWords({ all: [], any: words, not: [] });
  const short = any.find(isShort);
  if (short !== undefined) throw new Refusal('short-word', short);
  return any;
}

/** Stores a topic of a server's own. Throws Refusal if the server has reached its limit. */
export async function newTopicIn(
  records: Records,
  by: Changer,
  name: string,
  words: OwnTopicRecord['words'],
  now: EpochMs,
): Promise<OwnTopicRecord> {
  await mayAddTopic(records, by);
  const topic = { id: `own-${idOf(by.serverId, name, String(now))}`, serverId: by.serverId, name, words };
  await records.own.saveTopic(topic, now);
  return topic;
}

export function createOwnChanges(parts: ChangeParts) {
  const { storage, undoable, prefer, topics, wall, ask } = parts;
  const { records } = storage;

  /**
   * The name, tidied. Throws Refusal if it is empty, too long, or taken by another topic of the catalogue or the
   * server.
   */
  const checkedName = async (
    by: Changer,
    name: string,
    exceptId?: string,
    within: Records = records,
  ): Promise<string> => {
    const clean = tidy(name);
    if (clean === '' || clean.length > nameCharactersMax) throw new Refusal('topic-name');
    if (topics.some((topic) => Object.values(topic.names).some((known) => same(known, clean)))) {
      throw new Refusal('topic-built-in', clean);
    }
    const own = await within.own.topics(by.serverId);
    if (own.some((topic) => topic.id !== exceptId && same(topic.name, clean))) throw new Refusal('topic-exists', clean);
    return clean;
  };

  /** The word as it is stored, and its present mute. Throws Refusal. */
  const checkedMute = async (by: Changer, word: string) => {
    const clean = tidy(word);
    if (clean.length > wordCharactersMax) throw new Refusal('long-word', clean.slice(0, wordCharactersMax));
    const known = await ask.mutes(by.serverId);
    const before = known.find((mute) => same(mute.word, clean));
    // Nothing can be searched for without a letter or digit.
    if (!before && !isWord(clean)) throw new Refusal('mute-word', clean);
    if (known.length >= limits.mutes && !before) throw new Refusal('too-many-mutes', String(limits.mutes));
    return { clean, before };
  };

  const ownTopic = async (by: Changer, topicId: string, within: Records): Promise<OwnTopicRecord> => {
    const found = (await within.own.topics(by.serverId)).find((topic) => topic.id === topicId);
    if (!found) throw new Refusal('topic-gone');
    return found;
  };

  return {
    /** Checks what `mute` checks and changes nothing, for a command that makes either all of its changes or none. */
    async mayMute(by: Changer, word: string): Promise<{ word: string; already: Mute | undefined }> {
      const { clean, before } = await checkedMute(by, word);
      return { word: clean, already: before };
    },

    async mute(by: Changer, word: string, days?: number): Promise<Undo> {
      await noteChanger(parts, by);
      const { clean, before } = await checkedMute(by, word);
      const expiresAt = days === undefined ? undefined : wall() + days * dayMs;
      const { undo } = await undoable(by, (trx) => trx.own.mute(by.serverId, before?.word ?? clean, expiresAt));
      return undo;
    },

    async unmute(by: Changer, word: string): Promise<Undo> {
      await noteChanger(parts, by);
      const muted = (await ask.mutes(by.serverId)).find((mute) => same(mute.word, tidy(word)));
      const { undo } = await undoable(by, (trx) => trx.own.unmute(by.serverId, muted?.word ?? word));
      return undo;
    },

    async setLogChannel(by: Changer, channelId: string | undefined): Promise<void> {
      await noteChanger(parts, by);
      if (channelId !== undefined) await refuseForeign(records, by, [channelId]);
      await prefer(by.serverId, (known) => ({ ...known, logChannelId: channelId }));
    },

    /** Checks what `createTopic`, or with an id `editTopic`, checks; returns the topic as it would be stored. */
    async mayTopic(
      by: Changer,
      { name, words }: Omit<OwnTopic, 'id'>,
      topicId?: string,
    ): Promise<Omit<OwnTopic, 'id'>> {
      if (topicId === undefined) await mayAddTopic(records, by);
      return { name: await checkedName(by, name, topicId), words: checkedWords(words) };
    },

    async createTopic(by: Changer, name: string, words: TopicWords): Promise<OwnTopic> {
      await noteChanger(parts, by);
      const checked = checkedWords(words);
      const topic = await storage.transaction(async (trx) =>
        newTopicIn(trx, by, await checkedName(by, name, undefined, trx), checked, wall()),
      );
      return { id: topic.id, name: topic.name, words: topic.words };
    },

    /** Changes a topic; what is not given stays as it is. */
    async editTopic(
      by: Changer,
      topicId: string,
      change: { name?: string; words?: Partial<TopicWords> },
    ): Promise<OwnTopic> {
      await noteChanger(parts, by);
      // Reads in the same transaction, so that no other admin's change is lost.
      return storage.transaction(async (trx) => {
        const topic = await ownTopic(by, topicId, trx);
        const name = change.name === undefined ? topic.name : await checkedName(by, change.name, topicId, trx);
        const words = change.words === undefined ? topic.words : checkedWords({ ...topic.words, ...change.words });
        await trx.own.saveTopic({ ...topic, name, words }, wall());
        return { id: topic.id, name, words };
      });
    },

    async deleteTopic(by: Changer, topicId: string): Promise<Undo> {
      await noteChanger(parts, by);
      const { undo } = await undoable(by, async (trx) => {
        await ownTopic(by, topicId, trx);
        const feeds = (await trx.own.feeds(by.serverId)).filter((feed) => feed.topicId === topicId);
        await removeFeeds(
          trx,
          by.serverId,
          feeds.map(({ feedId }) => feedId),
          wall(),
        );
        await trx.own.deleteTopic(by.serverId, topicId);
        for (const channel of await trx.channels.ofServer(by.serverId)) {
          if ((await trx.channels.topicsOf(channel.channelId)).length === 0) {
            await removeChannel(trx, channel, wall());
          }
        }
      });
      return undo;
    },
  };
}
