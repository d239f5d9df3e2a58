import { setImmediate } from 'node:timers/promises';
import type { EpochMs } from '../clock.ts';
import type { Candidate } from '../digests/candidate.ts';
import type { TopicLabel } from '../digests/digest.ts';
import type { ListedArticle } from '../storage/records/listings.ts';
import type { OwnTopicRecord } from '../storage/records/own.ts';
import type { StoryRecord } from '../storage/records/stories.ts';
import type { Records } from '../storage/storage.ts';
import { matchTopic, type TopicWords } from '../stories/topics.ts';
import { independentVoices } from '../stories/voices.ts';
import { stemOf } from '../text/terms.ts';
import { tokensOf } from '../text/tokens.ts';
import type { Edition } from './edition.ts';

/** Stories that are looked at; the rest is too far down to be shown. */
const storiesListed = 60;
const storiesListedPerTopic = 8;
/** Stories with news that hold a word; more than this is a word of everyday. */
const storiesHeldMax = 500;
/** Of one story, where its texts must be read; more say the same. */
const articlesRead = 24;

/** Who reads, and for which topics. */
export interface Reader {
  serverId?: string;
  topics: readonly TopicLabel[];
  ownTopics: readonly OwnTopicRecord[];
  since: EpochMs;
  until: EpochMs;
}

/** Many independent voices first, then the newest. */
const byWeight = (a: StoryRecord, b: StoryRecord) =>
  b.voices - a.voices || b.newsAt - a.newsAt || (a.id < b.id ? -1 : 1);

/** The stories with news for these topics, each with the articles that this server may see and its votes. */
export async function candidatesFor(edition: Edition, reader: Reader): Promise<Candidate[]> {
  const { serverId, since, until } = reader;
  const topicIds = reader.topics.map((topic) => topic.id);
  const byWords = reader.ownTopics.filter((topic) => topicIds.includes(topic.id));
  const feeds = serverId === undefined ? [] : await edition.records.own.feeds(serverId);
  // A server without feeds and topics of its own sees what all others see.
  const alone = feeds.length > 0 || byWords.length > 0 ? serverId : undefined;
  return edition.once(['candidates', alone, [...topicIds].sort(), since, until], () =>
    listed(edition, { ...reader, serverId: alone }, byWords),
  );
}

async function listed(edition: Edition, reader: Reader, byWords: readonly OwnTopicRecord[]): Promise<Candidate[]> {
  const { records } = edition;
  const { serverId, topics, since, until } = reader;
  const wanted = new Set(topics.map((topic) => topic.id));
  const bounds = { perTopic: storiesListedPerTopic, max: storiesListed };
  const weightiest = await records.listings.weightiest(since, until, [...wanted], bounds);
  // Commands are answered between the long questions to the database.
  await setImmediate();
  const open = await records.stories.byIds(weightiest);
  const own = serverId === undefined ? [] : await records.stories.ownTopicsSince(since, serverId);
  const ownIds = new Set(own.flatMap(({ storyId, topicId }) => (wanted.has(topicId) ? [storyId] : [])));
  const ofOwnFeeds = (await records.stories.byIds([...ownIds])).filter((story) => story.firstAt <= until);
  const matched = await storiesByWords(records, byWords, since, until);
  const known = new Map([...open, ...ofOwnFeeds].map((story) => [story.id, story]));
  const stories = [...known.values()];
  const votes = await records.stories.topicsOf([...known.keys(), ...matched.map(({ id }) => id)]);
  const chosen = new Map<string, StoryRecord>();
  const choose = (some: readonly StoryRecord[], max: number) => {
    for (const story of [...some].sort(byWeight).slice(0, max)) chosen.set(story.id, story);
  };
  for (const topic of topics) {
    const isOf = ({ topicId }: { topicId: string }) => topicId === topic.id;
    const ofTopic = new Set(own.filter(isOf).map(({ storyId }) => storyId));
    choose(
      stories.filter((story) => ofTopic.has(story.id) || votes.get(story.id)?.some(isOf)),
      storiesListedPerTopic,
    );
  }
  choose(stories, storiesListed);
  choose(matched, storiesListed);
  await setImmediate();
  const articles = await records.listings.articlesOf([...chosen.keys()], serverId);
  await setImmediate();
  const ownVotes = serverId === undefined ? [] : await ownFeedVotes(records, articles, serverId);
  const candidates: Candidate[] = [];
  for (const story of chosen.values()) {
    const seen = articles.get(story.id) ?? [];
    if (seen.length === 0) continue;
    const counted = new Map<string, number>();
    const vote = (topicId: string, count: number) => {
      if (wanted.has(topicId)) counted.set(topicId, (counted.get(topicId) ?? 0) + count);
    };
    for (const { topicId, votes: count } of votes.get(story.id) ?? []) vote(topicId, count);
    for (const { articleId, topicId } of ownVotes) if (seen.some(({ id }) => id === articleId)) vote(topicId, 1);
    // A server that named the words wants the story there.
    for (const topicId of await fitting(edition, byWords, seen)) vote(topicId, seen.length + 1);
    const found = [...counted].map(([topicId, count]) => ({ topicId, votes: count }));
    if (found.length === 0) continue;
    candidates.push({ storyId: story.id, articles: seen, topics: found, ...(await countsOf(edition, story, seen)) });
  }
  return candidates;
}

/** As stored, if this server sees just the articles that these counts are of. */
async function countsOf(
  edition: Edition,
  story: StoryRecord,
  seen: readonly ListedArticle[],
): Promise<Pick<Candidate, 'voices' | 'headlineId'>> {
  if (story.open && seen.every((article) => article.open)) {
    return { voices: story.voices, headlineId: story.leadArticleId };
  }
  if (seen.length === 1) return { voices: 1, headlineId: seen[0]?.id };
  return { voices: independentVoices(await textsOf(edition, seen)).voices };
}

const textsOf = (edition: Edition, seen: readonly ListedArticle[]) =>
  edition.articles(seen.slice(-articlesRead).map(({ id }) => id));

/** Whether the topic is one by words, whatever feeds were given to it. */
export const hasWords = ({ words }: OwnTopicRecord) => words.all.length + words.any.length > 0;

/** Topics by words that title and lead of the articles fit. */
async function fitting(
  edition: Edition,
  topics: readonly OwnTopicRecord[],
  seen: readonly ListedArticle[],
): Promise<string[]> {
  const byWords = topics.filter(hasWords);
  if (byWords.length === 0) return [];
  // Commands are answered between two stories.
  await setImmediate();
  const text = (await textsOf(edition, seen))
    .map((article) => `${article.title}\n${article.paragraphs.slice(0, 2).join('\n')}`)
    .join('\n');
  return byWords.filter((topic) => matchTopic(topic.words, text, seen[0]?.language)).map((topic) => topic.id);
}

/** Stories that may fit, found by one word of all, or by any; whether they do is for the topic's rule. */
async function storiesByWords(
  records: Records,
  topics: readonly OwnTopicRecord[],
  since: EpochMs,
  until: EpochMs,
): Promise<StoryRecord[]> {
  const ids = new Set<string>();
  for (const { words } of topics) {
    for (const id of await records.search.holding(beginningsOf(words), since, storiesHeldMax)) ids.add(id);
  }
  const stories = await records.stories.byIds([...ids]);
  return stories.filter((story) => story.firstAt <= until);
}

/** Beginnings of words of which a text holds one if it fits: of one phrase of all, or of any. */
export function beginningsOf(words: TopicWords): string[] {
  const first = words.all.find((phrase) => tokensOf(phrase).length > 0);
  const phrases = first === undefined ? words.any : [first];
  const beginnings = phrases.flatMap((phrase) => {
    // The index parts words at apostrophes, whatever the language.
    const words = tokensOf(phrase).flatMap((token) => token.split(/['’]/));
    const longest = words.sort((a, b) => b.length - a.length)[0];
    return longest === undefined ? [] : [longest, stemOf(longest, 'de')];
  });
  return [...new Set(beginnings)];
}

/** Topics that a server gave its own feeds. */
async function ownFeedVotes(
  records: Records,
  articles: ReadonlyMap<string, readonly ListedArticle[]>,
  serverId: string,
) {
  return records.placed.ownFeedTopics(
    [...articles.values()].flatMap((list) => list.map((article) => article.id)),
    serverId,
  );
}
