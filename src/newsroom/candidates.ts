import { dayMs, type EpochMs } from '../clock.ts';
import { languages } from '../engine/languages/languages.ts';
import { fitsTopic, type ReadText, readText, type TopicWords } from '../engine/stories/topics.ts';
import { newsroomsOf, originsOf } from '../engine/stories/voices.ts';
import { nextTurn } from '../engine/text/pauses.ts';
import { stemOf } from '../engine/text/terms.ts';
import { longestOf, tokensOf } from '../engine/text/tokens.ts';
import type { OutletId, StoryId, TopicId } from '../ids.ts';
import type { TopicLabel } from '../storage/postContent.ts';
import type { Counting } from '../storage/records/rows.ts';
import type { OwnTopicRecord } from '../storage/records/servers/ownTopicsAndFeeds.ts';
import type { StoryRecord } from '../storage/records/stories/stories.ts';
import type { Candidate, CandidateArticle } from './candidate.ts';
import { type Customization, differing } from './customization.ts';
import type { TickCache } from './tickCache.ts';

/** Maximum number of stories considered per topic. Further stories have too few outlets to be shown. */
const storiesPerTopic = 60;
/** Maximum number of search hits per word topic, newest first. Only an everyday word has more hits. */
const storiesHeldMax = 500;
/** Number of latest articles per story whose texts are read. Older articles mostly say the same. */
const articlesRead = 24;

/** The server, topics and time window for which candidates are collected. */
export interface CandidateQuery {
  customization: Customization | undefined;
  topics: readonly TopicLabel[];
  ownTopics: readonly OwnTopicRecord[];
  since: EpochMs;
  until: EpochMs;
  /** The channel's muted outlets and its languages; if left out, all articles count. */
  counting?: Counting;
}

/** The stories with news on the reader's topics, each with the articles that the server may see. */
export async function candidatesFor(cache: TickCache, reader: CandidateQuery): Promise<Candidate[]> {
  const { customization, topics, since, until } = reader;
  const topicIds = topics.map(({ id }) => id).sort();
  const byWords = reader.ownTopics.filter(({ id }) => topicIds.includes(id));
  const all = await cache.once(['candidates', customization, byWords, topicIds, since, until], () =>
    listed(cache, reader, byWords),
  );
  return counted(cache, reader, all, byWords);
}

/** Whether an article counts for the channel. An article of unknown language counts in every language. */
const countsIn =
  ({ mutedOutletIds, languages }: Counting) =>
  ({ outletId, language }: { outletId: OutletId; language?: string }): boolean =>
    !mutedOutletIds.includes(outletId) &&
    (languages.length === 0 || language === undefined || languages.includes(language));

/** Drops articles of muted outlets and of languages that the channel doesn't read, then stories without articles. */
async function counted(cache: TickCache, reader: CandidateQuery, all: Candidate[], byWords: readonly OwnTopicRecord[]) {
  const { counting } = reader;
  // All articles count if the channel mutes no outlet and selects no languages.
  if (counting === undefined || counting.mutedOutletIds.length + counting.languages.length === 0) return all;
  const counts = countsIn(counting);
  const left: Candidate[] = [];
  for (const candidate of all) {
    const articles = candidate.articles.filter(counts);
    if (articles.length === 0) continue;
    const earlier = candidate.earlier?.filter(counts);
    if (articles.length === candidate.articles.length) {
      left.push({ ...candidate, earlier });
      continue;
    }
    const isByWords = (candidate.wordTopicIds ?? []).length > 0;
    const wordTopicIds = isByWords ? await fitting(cache, byWords, articles) : [];
    left.push({ ...candidate, articles, earlier, wordTopicIds, voices: voicesIn(articles) });
  }
  return left;
}

/**
 * Counts the outlets behind a reader's stories. Channels with the same topics share the result. With a word topic, all
 * outlets that the server reads count, because word topics search all articles.
 */
export function outletsBehind(cache: TickCache, { customization, topics, ownTopics, until, counting }: CandidateQuery) {
  const topicIds = topics.map(({ id }) => id).sort();
  const wanted = ownTopics.some((topic) => topicIds.includes(topic.id) && hasWords(topic)) ? 'all' : topicIds;
  return cache.once(['outlets', customization, wanted, until, counting], () =>
    cache.records.feedFigures.answered(wanted, customization?.serverId ?? '', until - dayMs, counting),
  );
}

/** The given stories, each with the articles that the server may see and that count for the channel. */
export async function candidatesAmong(
  cache: TickCache,
  reader: CandidateQuery,
  storyIds: readonly StoryId[],
): Promise<Candidate[]> {
  const { customization, until } = reader;
  const seen = candidatesIn(await seenBy(cache, customization, storyIds), until);
  const byWords = reader.ownTopics.filter(({ id }) => reader.topics.some((topic) => topic.id === id));
  const all = byWords.length === 0 ? seen : await fitted(cache, seen, byWords);
  return counted(cache, reader, all, byWords);
}

/** Adds the word topics that match each candidate. The cache reads a candidate's text only once. */
async function fitted(cache: TickCache, candidates: readonly Candidate[], topics: readonly OwnTopicRecord[]) {
  const found: Candidate[] = [];
  for (const candidate of candidates) {
    const ids = candidate.articles.map(({ id }) => id);
    const read = await cache.once(['text', ids], () => textRead(cache, candidate.articles));
    found.push({ ...candidate, wordTopicIds: fittingIn(read, topics) });
  }
  return found;
}

async function listed(
  cache: TickCache,
  reader: CandidateQuery,
  byWords: readonly OwnTopicRecord[],
): Promise<Candidate[]> {
  const { records } = cache;
  const { customization, topics, since, until } = reader;
  const wanted = topics.map((topic) => topic.id);
  const weightiest = await records.listings.weightiest(since, until, wanted, storiesPerTopic);
  // Lets commands run between the long queries.
  await nextTurn();
  const brought =
    customization === undefined ? [] : await records.stories.ownTopicsSince(since, customization.serverId);
  const ofOwnFeeds = brought.flatMap(({ storyId, topicId }) => (wanted.includes(topicId) ? [storyId] : []));
  const matched = new Set<string>();
  for (const { words } of byWords) {
    for (const { id } of await records.search.holding(
      beginningsOf(words),
      customization?.serverId,
      since,
      storiesHeldMax,
    ))
      matched.add(id);
  }
  const seen = await seenBy(cache, customization, [...new Set([...weightiest, ...ofOwnFeeds, ...matched])]);
  const candidates: Candidate[] = [];
  for (const candidate of candidatesIn(seen, until)) {
    const isMatched = matched.has(candidate.storyId);
    const wordTopicIds = isMatched ? await fitting(cache, byWords, candidate.articles) : [];
    candidates.push({ ...candidate, wordTopicIds });
  }
  return candidates;
}

/** A story; `candidate` is absent if the server may see none of its articles. */
interface SeenStory {
  story: StoryRecord;
  candidate?: Candidate;
}

const candidatesIn = (seen: readonly SeenStory[], until: EpochMs): Candidate[] =>
  seen.flatMap(({ story, candidate }) => (candidate !== undefined && story.firstAt <= until ? [candidate] : []));

/** The stories as a server sees them. Stories that look the same to every server are read only once. */
async function seenBy(
  cache: TickCache,
  customization: Customization | undefined,
  storyIds: readonly StoryId[],
): Promise<SeenStory[]> {
  const seen = await cache.each('story', storyIds, (ids) => readFor(cache, undefined, ids));
  if (customization === undefined) return [...seen.values()];
  const idsOf = ({ story: { id, earlier } }: SeenStory) => [id, ...earlier];
  const others = await differing(cache.records, customization, [...seen.values()].flatMap(idsOf));
  const itsIds = [...seen].flatMap(([id, one]) => (idsOf(one).some((of) => others.has(of)) ? [id] : []));
  return [...new Map([...seen, ...(await readFor(cache, customization, itsIds))]).values()];
}

async function readFor(cache: TickCache, customization: Customization | undefined, storyIds: readonly StoryId[]) {
  if (storyIds.length === 0) return new Map();
  const { records } = cache;
  const stories = await records.stories.byIds(storyIds);
  await nextTurn();
  const ids = stories.flatMap(({ id, earlier }) => [id, ...earlier]);
  const articles = await records.listings.articlesOf([...new Set(ids)], customization?.serverId);
  await nextTurn();
  const owned = (storyId: StoryId) =>
    (articles.get(storyId) ?? []).map((article) => {
      const owner = cache.ownerOf(article.outletId);
      const cites = article.cites === undefined ? undefined : cache.ownerOf(article.cites);
      return { ...article, owner, newsroom: owner, cites };
    });
  const seen = new Map<StoryId, SeenStory>();
  for (const story of stories) {
    const listed = owned(story.id);
    if (listed.length === 0) {
      seen.set(story.id, { story });
      continue;
    }
    const earlier = story.earlier.flatMap(owned);
    // The stored counts are correct if the server sees exactly the articles that were counted.
    const asStored =
      story.open && listed.every(({ open }) => open) && customization?.changed.includes(story.id) !== true;
    const hasCopies = !asStored || story.voices < story.outlets;
    const articles = hasCopies ? await withCopies(cache, listed) : listed;
    seen.set(story.id, { story, candidate: { storyId: story.id, articles, earlier, voices: voicesIn(articles) } });
  }
  return seen;
}

/** Number of origins behind the articles, which must be in order from oldest to newest. */
const voicesIn = (seen: readonly CandidateArticle[]): number => new Set(originsOf(seen).values()).size;

/**
 * Credits each copy among the latest articles to the outlet that published the text first. The cache does this once
 * for all channels.
 */
async function withCopies(cache: TickCache, seen: readonly CandidateArticle[]): Promise<readonly CandidateArticle[]> {
  if (seen.length === 1) return seen;
  const known = await cache.once(['newsrooms', seen.map(({ id }) => id)], async () => {
    // Lets commands run between two stories.
    await nextTurn();
    return newsroomsOf(await textsOf(cache, seen), cache.ownerOf);
  });
  return seen.map((article) => ({ ...article, newsroom: known.get(article.id) ?? article.newsroom }));
}

const textsOf = (cache: TickCache, seen: readonly CandidateArticle[]) =>
  cache.articles(seen.slice(-articlesRead).map(({ id }) => id));

const hasWords = ({ words }: OwnTopicRecord) => words.all.length + words.any.length > 0;

/** Ids of the word topics that match the articles' titles and leads. */
async function fitting(cache: TickCache, topics: readonly OwnTopicRecord[], seen: readonly CandidateArticle[]) {
  return fittingIn(await textRead(cache, seen), topics);
}

const fittingIn = (read: ReadText, topics: readonly OwnTopicRecord[]): TopicId[] =>
  topics.filter((topic) => hasWords(topic) && fitsTopic(topic.words, read)).map((topic) => topic.id);

async function textRead(cache: TickCache, seen: readonly CandidateArticle[]): Promise<ReadText> {
  // Lets commands run between two stories.
  await nextTurn();
  const text = (await textsOf(cache, seen))
    .map((article) => `${article.title}\n${article.paragraphs.slice(0, 2).join('\n')}`)
    .join('\n');
  return readText(text, seen[0]?.language);
}

/**
 * Word beginnings for the index search; every matching text contains at least one of them. They come from one phrase of
 * `all`, or from every phrase of `any` if `all` has no words.
 */
export function beginningsOf(words: TopicWords): string[] {
  const first = words.all.find((phrase) => tokensOf(phrase).length > 0);
  const beginnings = (first === undefined ? words.any : [first]).flatMap((phrase) => {
    // The index splits words at apostrophes in every language.
    const words = tokensOf(phrase).flatMap((token) => token.split(/['’]/));
    const longest = longestOf(words);
    return longest === undefined
      ? []
      : [longest, ...languages.map(({ code }) => sharedStart(longest, stemOf(longest, code)))];
  });
  return [...new Set(beginnings)];
}

/** The start that a word shares with its stem and inflections; the whole word if the start is under 3 letters. */
function sharedStart(word: string, stem: string): string {
  const plain = [...word.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '')];
  const differs = plain.findIndex((letter, at) => stem[at] !== letter);
  const start = plain.slice(0, differs < 0 ? plain.length : differs).join('');
  return start.length < 3 ? word : start;
}
