import { setImmediate } from 'node:timers/promises';
import { dayMs, type EpochMs } from '../clock.ts';
import { hashedId } from '../engine/articles/fromItem.ts';
import { alertWords, matchTopic, type TopicWords } from '../engine/stories/topics.ts';
import { cut } from '../engine/text/cut.ts';
import { isShort, tokensOf } from '../engine/text/tokens.ts';
import type { ServerId } from '../ids.ts';
import { beginningsOf } from '../newsroom/candidates.ts';
import { storyLinesOf } from '../newsroom/lines.ts';
import { createTickCache } from '../newsroom/tickCache.ts';
import type { OwnTopicRecord } from '../storage/records/servers/ownTopicsAndFeeds.ts';
import type { Records } from '../storage/storage.ts';
import type { Changer } from './asker.ts';
import type { Desk } from './desk.ts';
import { limits } from './limits.ts';
import { Refusal } from './refusal.ts';

const wordsMax = 30;
const wordCharactersMax = 60;

export const tidy = (word: string) => word.trim().replace(/\s+/g, ' ');
export const same = (a: string, b: string) => a.toLowerCase() === b.toLowerCase();

/** Whether a search for the text can find anything. */
const isWord = (text: string) => tokensOf(text).length > 0;

/** Each word once, ignoring case. The words keep their capitals, since "US" and "us" are two words. */
function listOf(words: readonly string[]): string[] {
  const tidied = words.map(tidy).filter(isWord);
  return [...new Map(tidied.map((word) => [word.toLowerCase(), word])).values()];
}

/** Tidies the words and drops repetitions. Throws Refusal if none must occur, or if they are too many or too long. */
export function checkedWords(words: TopicWords, mayOnlyExclude = false): OwnTopicRecord['words'] {
  const checked = { all: listOf(words.all), any: listOf(words.any), not: listOf(words.not) };
  const all = [...checked.all, ...checked.any, ...checked.not];
  const wanted = mayOnlyExclude ? all : [...checked.all, ...checked.any];
  if (wanted.length === 0) throw new Refusal('no-words');
  if (all.length > wordsMax) throw new Refusal('too-many-words', String(wordsMax));
  const long = all.find((word) => word.length > wordCharactersMax);
  if (long !== undefined) throw new Refusal('long-word', cut(long, wordCharactersMax));
  return checked;
}

/** The tidied word, and its mute if it is already muted. Throws Refusal. */
export async function checkedMute(records: Records, serverId: ServerId, typed: string, now: EpochMs) {
  const word = tidy(typed);
  if (word.length > wordCharactersMax) throw new Refusal('long-word', cut(word, wordCharactersMax));
  const known = await records.ownTopicsAndFeeds.mutes(serverId, now);
  const already = known.find((mute) => same(mute.word, word));
  // A search needs a letter or digit.
  if (already === undefined && !isWord(word)) throw new Refusal('mute-word', word);
  if (already === undefined && known.length >= limits.mutes) throw new Refusal('too-many-mutes');
  return { word, already };
}

/** Throws Refusal if the server has reached its limit of topics. */
export async function mayAddTopic(records: Records, by: Changer): Promise<void> {
  const own = await records.ownTopicsAndFeeds.topics(by.serverId);
  if (own.length >= limits.topics) throw new Refusal('too-many-topics', String(limits.topics));
}

/** Tidies the words of an alert. Throws Refusal, also for a wanted word so short that nearly every story holds it. */
export function checkedAlertWords(words: readonly string[], mayOnlyExclude = false): readonly string[] {
  const { any, not } = checkedWords(alertWords(words.map(tidy)), mayOnlyExclude);
  const short = any.find(isShort);
  if (short !== undefined) throw new Refusal('short-word', short);
  return [...any, ...not.map((word) => `-${word}`)];
}

/** Stores a new topic of a server. Throws Refusal if the server has reached its limit of topics. */
export async function newTopicIn(
  records: Records,
  by: Changer,
  name: string,
  words: OwnTopicRecord['words'],
  now: EpochMs,
): Promise<OwnTopicRecord> {
  await mayAddTopic(records, by);
  const { serverId } = by;
  const topic = { id: `own-${hashedId(serverId, name, String(now))}`, serverId, name, words };
  await records.ownTopicsAndFeeds.saveTopic(topic, now);
  return topic;
}

const examplesMax = 3;
/**
 * Maximum number of a week's stories that are read to try words, newest first. Words in more stories than this are
 * everyday words.
 */
const storiesTried = 1_000;
const storiesAtOnce = 20;

export const wordQuestions = ({ storage: { records }, outletsById, wall }: Desk) => ({
  /**
   * `of`: stories of the last 7 days that the server (without one: everybody) may see; `matches`: those with the words;
   * `examples`: the newest three matches.
   */
  async tryWords(serverId: ServerId | undefined, words: TopicWords) {
    const since = wall() - 7 * dayMs;
    const own = serverId === undefined ? [] : await records.stories.ownTopicsSince(since, serverId);
    const ownIds = new Set(own.map(({ storyId }) => storyId));
    const closed = (await records.stories.byIds([...ownIds])).filter(({ open }) => !open);
    const held = await records.search.holding(beginningsOf(words), serverId, since, storiesTried);
    const fitting: string[] = [];
    for (const [at, { id, text, language }] of held.entries()) {
      // Lets other commands be answered in between.
      if (at % storiesAtOnce === 0) await setImmediate();
      if (matchTopic(words, text, language)) fitting.push(id);
    }
    return {
      matches: fitting.length,
      of: (await records.stories.countOpenSince(since)) + closed.length,
      examples: await storyLinesOf(createTickCache(records, outletsById), fitting.slice(0, examplesMax), serverId),
    };
  },
});
