import { dayMs, type EpochMs } from '../clock.ts';
import type { OutletId, ServerId, StoryId, TopicId } from '../ids.ts';
import { languages } from '../languages/languages.ts';
import type { Counting } from '../storage/records/rows.ts';
import type { OwnTopicRecord } from '../storage/records/servers/own.ts';
import type { StoryRecord } from '../storage/records/stories/stories.ts';
import type { TopicLabel } from '../storage/telling.ts';
import { fitsTopic, type ReadText, readText, type TopicWords } from '../stories/topics.ts';
import { newsroomsOf, originsOf } from '../stories/voices.ts';
import { nextTurn } from '../text/pauses.ts';
import { stemOf } from '../text/terms.ts';
import { longestOf, tokensOf } from '../text/tokens.ts';
import type { Candidate, CandidateArticle } from './candidate.ts';
import type { Edition } from './edition.ts';

/** Stories considered per topic; the rest are told by too few outlets to be shown. */
const storiesPerTopic = 60;
/** Maximum number of search hits per word topic; a word with more hits is an everyday one. */
const storiesHeldMax = 500;
/** Articles per story whose texts are read; more would repeat them. */
const articlesRead = 24;

/** The server, topics and time window that candidates are collected for. */
export interface Reader {
  serverId?: ServerId;
  topics: readonly TopicLabel[];
  ownTopics: readonly OwnTopicRecord[];
  since: EpochMs;
  until: EpochMs;
  /** A story to look at even if it isn't among the weightiest. */
  alsoId?: string;
  /** Filters articles by muted outlets and languages; absent means no filter. */
  counting?: Counting;
}

/** The stories with news for these topics, each with the articles that this server may see. */
export async function candidatesFor(edition: Edition, reader: Reader): Promise<Candidate[]> {
  const { since, until } = reader;
  const topicIds = reader.topics.map((topic) => topic.id);
  const byWords = reader.ownTopics.filter((topic) => topicIds.includes(topic.id));
  // All servers without feeds, word topics and corrections of their own share one result.
  const serverId = byWords.length > 0 ? reader.serverId : await serverOfItsOwn(edition, reader.serverId);
  const all = await edition.once(['candidates', serverId, [...topicIds].sort(), since, until, reader.alsoId], () =>
    listed(edition, { ...reader, serverId }, byWords),
  );
  const { counting } = reader;
  return counting === undefined || countsAll(counting) ? all : counted(edition, all, counting, byWords);
}

/** Whether the filter accepts everything. */
const countsAll = ({ mutedOutletIds, languages }: Counting): boolean => mutedOutletIds.length + languages.length === 0;

/** Whether an article passes the channel's filter. The language filter accepts an article of unknown language. */
const countsIn =
  ({ mutedOutletIds, languages }: Counting) =>
  ({ outletId, language }: { outletId: OutletId; language?: string }): boolean =>
    !mutedOutletIds.includes(outletId) &&
    (languages.length === 0 || language === undefined || languages.includes(language));

/** Keeps only the articles that pass the channel's filter, and drops stories that have none left. */
async function counted(
  edition: Edition,
  candidates: readonly Candidate[],
  counting: Counting,
  byWords: readonly OwnTopicRecord[],
): Promise<Candidate[]> {
  const counts = countsIn(counting);
  const left: Candidate[] = [];
  for (const candidate of candidates) {
    const articles = candidate.articles.filter(counts);
    if (articles.length === 0) continue;
    const earlier = candidate.earlier?.filter(counts);
    if (articles.length === candidate.articles.length) {
      left.push({ ...candidate, earlier });
      continue;
    }
    const isByWords = (candidate.wordTopicIds ?? []).length > 0;
    const wordTopicIds = isByWords ? await fitting(edition, byWords, articles) : [];
    left.push({ ...candidate, articles, earlier, wordTopicIds, voices: voicesIn(articles) });
  }
  return left;
}

/** Undefined if the server has no feeds of its own and its members took no article out of a story. */
const serverOfItsOwn = async (edition: Edition, serverId: ServerId | undefined) =>
  serverId !== undefined && (await changedFor(edition, serverId)).size > 0
    ? serverId
    : serverWithFeeds(edition, serverId);

const changedFor = ({ records, once }: Edition, serverId: ServerId) =>
  once(['changed', serverId], () => records.apart.changedFor(serverId));

/** Undefined if the server has no feeds of its own: then it sees the same stories as every other such server. */
const serverWithFeeds = async ({ records, once }: Edition, serverId: ServerId | undefined) =>
  serverId !== undefined && (await once(['own feeds', serverId], () => records.own.feeds(serverId))).length > 0
    ? serverId
    : undefined;

/**
 * Counts the articles and outlets behind a reader's stories, for the digest's header and footer. Channels with the same
 * topics share the result. If one of the topics is a word topic, everything that the server reads counts, since word
 * topics search all articles.
 */
export async function basisOf(
  edition: Edition,
  { topics, ownTopics, since, until, counting, ...reader }: Reader,
): Promise<{ articles: number; outletsAnswered: number; outletsAll: number }> {
  const { records } = edition;
  const serverId = (await serverWithFeeds(edition, reader.serverId)) ?? '';
  const topicIds = topics.map(({ id }) => id).sort();
  const wanted = ownTopics.some((topic) => topicIds.includes(topic.id) && hasWords(topic)) ? 'all' : topicIds;
  const articles = await edition.once(['articles', serverId, wanted, since, counting], () =>
    records.articles.countSince(since, wanted, serverId, counting),
  );
  const { answered, all } = await edition.once(['outlets', serverId, wanted, until, counting], () =>
    records.feedFigures.answered(wanted, serverId, until - dayMs, counting),
  );
  return { articles, outletsAnswered: answered, outletsAll: all };
}

/** The given stories, each with the articles that the server may see and that pass the channel's filter. */
export async function candidatesAmong(
  edition: Edition,
  reader: Reader,
  storyIds: readonly StoryId[],
): Promise<Candidate[]> {
  const { counting, until } = reader;
  const serverId = await serverOfItsOwn(edition, reader.serverId);
  const seen = await edition.once(['among', serverId, [...storyIds].sort(), until], async () =>
    withArticles(edition, { ...reader, serverId }, await edition.records.stories.byIds(storyIds), () => []),
  );
  const byWords = reader.ownTopics.filter(({ id }) => reader.topics.some((topic) => topic.id === id));
  const all = byWords.length === 0 ? seen : await fitted(edition, seen, byWords);
  return counting === undefined || countsAll(counting) ? all : counted(edition, all, counting, byWords);
}

/** Adds the word topics that each candidate matches. Its text is read once for all topics. */
async function fitted(
  edition: Edition,
  candidates: readonly Candidate[],
  topics: readonly OwnTopicRecord[],
): Promise<Candidate[]> {
  const found: Candidate[] = [];
  for (const candidate of candidates) {
    const ids = candidate.articles.map(({ id }) => id);
    const read = await edition.once(['text', ids], () => textRead(edition, candidate.articles));
    found.push({ ...candidate, wordTopicIds: fittingIn(read, topics) });
  }
  return found;
}

async function listed(edition: Edition, reader: Reader, byWords: readonly OwnTopicRecord[]): Promise<Candidate[]> {
  const { records } = edition;
  const { serverId, topics, since, until, alsoId } = reader;
  const wanted = topics.map((topic) => topic.id);
  const weightiest = await records.listings.weightiest(since, until, wanted, storiesPerTopic);
  // Lets commands run between the long queries.
  await nextTurn();
  const own = serverId === undefined ? [] : await records.stories.ownTopicsSince(since, serverId);
  const ofOwnFeeds = own.flatMap(({ storyId, topicId }) => (wanted.includes(topicId) ? [storyId] : []));
  const matched = new Set<string>();
  for (const { words } of byWords) {
    for (const { id } of await records.search.holding(beginningsOf(words), reader.serverId, since, storiesHeldMax))
      matched.add(id);
  }
  const also = alsoId === undefined ? [] : [alsoId];
  const stories = await records.stories.byIds([...new Set([...weightiest, ...ofOwnFeeds, ...matched, ...also])]);
  await nextTurn();
  return withArticles(edition, reader, stories, (storyId) => (matched.has(storyId) ? byWords : []));
}

async function withArticles(
  edition: Edition,
  { serverId, until, alsoId }: Reader,
  stories: readonly StoryRecord[],
  wordsFor: (storyId: StoryId) => readonly OwnTopicRecord[],
): Promise<Candidate[]> {
  const { records } = edition;
  const isLookedAt = ({ id, firstAt }: StoryRecord) => firstAt <= until || id === alsoId;
  const ids = stories.filter(isLookedAt).map(({ id }) => id);
  const earlierIds = stories.flatMap(({ earlier }) => earlier);
  const articles = await records.listings.articlesOf([...new Set([...ids, ...earlierIds])], serverId);
  const changed = serverId === undefined ? undefined : await changedFor(edition, serverId);
  await nextTurn();
  const owned = (storyId: StoryId) =>
    (articles.get(storyId) ?? []).map((article) => {
      const owner = edition.ownerOf(article.outletId);
      const cites = article.cites === undefined ? undefined : edition.ownerOf(article.cites);
      return { ...article, owner, newsroom: owner, cites };
    });
  const candidates: Candidate[] = [];
  for (const story of stories) {
    const listed = owned(story.id);
    if (listed.length === 0) continue;
    const topics = wordsFor(story.id);
    const wordTopicIds = topics.length > 0 ? await fitting(edition, topics, listed) : [];
    const earlier = story.earlier.flatMap(owned);
    // The stored counts hold if the server sees exactly the articles that were counted.
    const asStored = story.open && listed.every(({ open }) => open) && !changed?.has(story.id);
    const hasCopies = !asStored || story.voices < story.outlets;
    const seen = hasCopies ? await withCopies(edition, listed) : listed;
    candidates.push({ storyId: story.id, articles: seen, earlier, wordTopicIds, voices: voicesIn(seen) });
  }
  return candidates;
}

/** Number of origins of these articles, oldest first. */
const voicesIn = (seen: readonly CandidateArticle[]): number => new Set(originsOf(seen).values()).size;

/**
 * Credits copies among the latest articles to the newsroom that published the text first. Worked out once per edition
 * for all channels.
 */
async function withCopies(edition: Edition, seen: readonly CandidateArticle[]): Promise<readonly CandidateArticle[]> {
  if (seen.length === 1) return seen;
  const known = await edition.once(['newsrooms', seen.map(({ id }) => id)], async () => {
    // Commands are answered between two stories.
    await nextTurn();
    return newsroomsOf(await textsOf(edition, seen), edition.ownerOf);
  });
  return seen.map((article) => ({ ...article, newsroom: known.get(article.id) ?? article.newsroom }));
}

const textsOf = (edition: Edition, seen: readonly CandidateArticle[]) =>
  edition.articles(seen.slice(-articlesRead).map(({ id }) => id));

const hasWords = ({ words }: OwnTopicRecord) => words.all.length + words.any.length > 0;

/** Ids of the word topics that match the articles' titles and leads. */
async function fitting(
  edition: Edition,
  topics: readonly OwnTopicRecord[],
  seen: readonly CandidateArticle[],
): Promise<TopicId[]> {
  return fittingIn(await textRead(edition, seen), topics);
}

const fittingIn = (read: ReadText, topics: readonly OwnTopicRecord[]): TopicId[] =>
  topics.filter((topic) => hasWords(topic) && fitsTopic(topic.words, read)).map((topic) => topic.id);

/** Titles and leads of the articles. */
async function textRead(edition: Edition, seen: readonly CandidateArticle[]): Promise<ReadText> {
  // Commands are answered between two stories.
  await nextTurn();
  const text = (await textsOf(edition, seen))
    .map((article) => `${article.title}\n${article.paragraphs.slice(0, 2).join('\n')}`)
    .join('\n');
  return readText(text, seen[0]?.language);
}

/**
 * Prefixes to search the index by. Every matching text contains at least one of them. They come from one phrase of
 * `all`, or from every phrase of `any` if `all` is empty.
 */
export function beginningsOf(words: TopicWords): string[] {
  const first = words.all.find((phrase) => tokensOf(phrase).length > 0);
  const beginnings = (first === undefined ? words.any : [first]).flatMap((phrase) => {
    // The index splits words at apostrophes, whatever the language.
    const words = tokensOf(phrase).flatMap((token) => token.split(/['’]/));
    const longest = longestOf(words);
    return longest === undefined
      ? []
      : [longest, ...languages.map(({ code }) => sharedStart(longest, stemOf(longest, code)))];
  });
  return [...new Set(beginnings)];
}

/** What a word and its stem begin with, and so all its inflections; the word itself if that is too short to search. */
function sharedStart(word: string, stem: string): string {
  const plain = [...word.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '')];
  const differs = plain.findIndex((letter, at) => stem[at] !== letter);
  const start = plain.slice(0, differs < 0 ? plain.length : differs).join('');
  return start.length < 3 ? word : start;
}
