import type { EpochMs } from '../clock.ts';
import type { TopicLabel } from '../digests/digest.ts';
import { subtagOf } from '../languages/subtag.ts';
import { type ChannelView, type ImportanceParts, importanceOf, sumOf } from '../stories/importance.ts';
import { isOfTopics, shareOf, topicsOfStory } from '../stories/topics.ts';
import type { Candidate, CandidateArticle, ToldBefore } from './candidate.ts';

/** Who reads a list of stories: a channel's digest, or somebody who asked for headlines. */
export interface ListReader {
  topics: readonly TopicLabel[];
  /** Topics that have a front page or world feed; with one of them, stories rank by what front pages lead with. */
  generalTopicIds: ReadonlySet<string>;
  windowStart: EpochMs;
  windowEnd: EpochMs;
}

/** A candidate with what is new of it, and its topics among the reader's. */
export interface Listed extends Candidate {
  /** Most fitting first, never empty. */
  topicIds: readonly string[];
  /** Never empty. */
  fresh: readonly CandidateArticle[];
  /** Those of the fresh ones that may head it; never empty. */
  heads: readonly CandidateArticle[];
  /** Of the fresh articles. */
  outlets: number;
  owners: number;
  newsrooms: number;
  parts: ImportanceParts;
  importance: number;
  /** False for what a single newsroom tells if it may be no news, or of another topic. */
  isCertain: boolean;
}

/** Why a candidate is not listed for a reader. */
export type Unlisted =
  /** No report lies within the hours; `at` is that of the last one before them, or of the first one after them. */
  | { kind: 'before' | 'after'; at: EpochMs }
  /** The channel was told all of it. */
  | { kind: 'told'; told: ToldBefore }
  | { kind: 'other-topic' }
  /** Its articles on the reader's topics are judged to be no news: `notNews` is the lowest likelihood, above `max`. */
  | { kind: 'no-news'; notNews: number; max: number }
  /** A single newsroom tells it, it may be no news or of another topic, and enough certain stories were there. */
  | { kind: 'uncertain' };

/** An article likelier than this to be no news heads nothing in a channel of several topics, or of one. */
const notNewsMax = { several: 0.5, oneTopic: 0.3 } as const;
/** In a channel of one topic, a story of one newsroom must be surer: that removes most of what is no news. */
const aloneMax = 0.12;
/** A preferred outlet's article may head a story if it is less likely than this to be no news. */
const preferredNotNewsMax = 0.75;
/** A list with fewer certain stories than this takes others as well. */
const storiesMin = 3;
/** Front pages of so long before the window show that a story goes on. */
const beforeMs = 72 * 3_600_000;

/** The stories that have something for this reader, best first. */
export const listedFor = (candidates: readonly Candidate[], reader: ListReader): Listed[] =>
  judgedFor(candidates, reader).listed;

/** As `listedFor`, with the reason why each other candidate isn't listed, by story. */
export function judgedFor(
  candidates: readonly Candidate[],
  reader: ListReader,
): { listed: Listed[]; unlisted: Map<string, Unlisted> } {
  const listed: Listed[] = [];
  const unlisted = new Map<string, Unlisted>();
  for (const candidate of candidates) {
    const judged = listedIn(candidate, reader);
    if ('kind' in judged) unlisted.set(candidate.storyId, judged);
    else listed.push(judged);
  }
  listed.sort((a, b) => b.importance - a.importance || (a.storyId < b.storyId ? -1 : 1));
  const certain = listed.filter(({ isCertain }) => isCertain);
  const others = listed.filter(({ isCertain }) => !isCertain);
  const needed = Math.max(0, storiesMin - certain.length);
  for (const { storyId } of others.slice(needed)) unlisted.set(storyId, { kind: 'uncertain' });
  return { listed: [...certain, ...others.slice(0, needed)], unlisted };
}

function listedIn(candidate: Candidate, reader: ListReader): Listed | Unlisted {
  const { articles, earlier = [], told } = candidate;
  // What the story held when it was told is no update of it, quoted or not.
  const since = Math.max(reader.windowStart, told?.at ?? 0);
  const fresh = articles.filter(
    ({ id, newsAt }) => newsAt > since && newsAt <= reader.windowEnd && !told?.articleIds.includes(id),
  );
  const topicIds = topicsFor(candidate, fresh, reader);
  const { heads, isCertain } = headsOf(candidate, fresh, topicIds, reader);
  if (heads.length === 0) return whyWithoutHead(candidate, fresh, reader);
  const before = [...earlier, ...articles].filter(
    ({ newsAt }) => newsAt <= reader.windowStart && newsAt > reader.windowStart - beforeMs,
  );
  const parts = importanceOf({ fresh, before }, viewOf(reader));
  const counts = {
    outlets: new Set(fresh.map(({ outletId }) => outletId)).size,
    owners: new Set(fresh.map(({ owner }) => owner)).size,
    newsrooms: newsroomsOf(fresh),
  };
  return { ...candidate, topicIds, fresh, heads, isCertain, ...counts, parts, importance: sumOf(parts) };
}

const newsroomsOf = (articles: readonly CandidateArticle[]) => new Set(articles.map(({ newsroom }) => newsroom)).size;

function whyWithoutHead(
  { articles, told }: Candidate,
  fresh: readonly CandidateArticle[],
  { topics, windowStart, windowEnd }: ListReader,
): Unlisted {
  if (fresh.length === 0) {
    const out = articles.filter(({ newsAt }) => newsAt <= windowEnd);
    if (told && out.length > 0) return { kind: 'told', told };
    const [last, next] = [out.at(-1), articles.find(({ newsAt }) => newsAt > windowEnd)];
    return last ? { kind: 'before', at: last.newsAt } : { kind: 'after', at: next?.newsAt ?? windowStart };
  }
  const ofTopic = fresh.filter((article) => isOfTopics(article, sharedIds(topics)));
  if (ofTopic.length === 0) return { kind: 'other-topic' };
  return { kind: 'no-news', notNews: Math.min(...ofTopic.map(({ notNews }) => notNews)), max: notNewsMaxFor(topics) };
}

const notNewsMaxFor = (topics: ListReader['topics']) => (topics.length > 1 ? notNewsMax.several : notNewsMax.oneTopic);

/** All but the server's own. */
const sharedIds = (topics: ListReader['topics']): string[] => topics.filter(({ own }) => !own).map(({ id }) => id);

/** Own topics first: a server that named the words or the feed wants the story there. */
function topicsFor(
  { wordTopicIds = [] }: Candidate,
  fresh: readonly CandidateArticle[],
  { topics }: ListReader,
): string[] {
  const own = topics.filter(
    ({ id, own }) => own && (wordTopicIds.includes(id) || fresh.some(({ topicIds }) => topicIds.includes(id))),
  );
  return [...own.map(({ id }) => id), ...topicsOfStory(fresh, sharedIds(topics))];
}

/** Stories that a server asked for by words or by its own feed are not judged as news or not. */
function headsOf(
  { wordTopicIds = [] }: Candidate,
  fresh: readonly CandidateArticle[],
  topicIds: readonly string[],
  { topics }: ListReader,
): { heads: readonly CandidateArticle[]; isCertain: boolean } {
  const [topicId] = topicIds;
  if (topicId === undefined) return { heads: [], isCertain: false };
  if (wordTopicIds.includes(topicId)) return { heads: fresh, isCertain: true };
  if (topics.some(({ id, own }) => own && id === topicId)) {
    return { heads: fresh.filter((article) => article.topicIds.includes(topicId)), isCertain: true };
  }
  const max = notNewsMaxFor(topics);
  // A channel of several topics tells a story by its best headline; one of one topic by a headline of that topic.
  const isFit = (article: CandidateArticle) => topics.length > 1 || isOfTopics(article, [topicId]);
  const heads = fresh.filter((article) => article.notNews < max && isFit(article));
  const isAlone = topics.length === 1 && newsroomsOf(fresh) === 1;
  if (!isAlone) return { heads, isCertain: true };
  const sure = heads.filter(({ notNews }) => notNews < aloneMax).filter((head) => isOfTopics(head, [topicId], true));
  return sure.length > 0 ? { heads: sure, isCertain: true } : { heads, isCertain: false };
}

/** Which articles show that their outlet leads with the story, and how far each is on the channel's one topic. */
function viewOf({ topics, generalTopicIds }: ListReader): ChannelView<CandidateArticle> {
  const [only] = topics.length === 1 ? topics : [];
  return {
    leads: topics.some(({ id }) => generalTopicIds.has(id))
      ? ({ general }) => general
      : (article) => isOfTopics(article, sharedIds(topics), true),
    topicShare: (article) => (only === undefined || only.own ? 1 : shareOf(article, [only.id])),
  };
}

/** Whether the story would be read in another language than the reader's. */
export function isInAnotherLanguage({ heads }: Listed, locale: string): boolean {
  const written = heads.at(-1)?.language;
  return written !== undefined && subtagOf(written) !== subtagOf(locale);
}

/**
 * Stories in the reader's language come first. But those of a single newsroom take no more than half of the places while
 * several newsrooms tell other news in another language: small items must not bury what everybody reports.
 */
export function inLanguageOrder(
  listed: readonly Listed[],
  { locale, storiesMax }: { locale: string; storiesMax: number },
): Listed[] {
  const isForeign = (story: Listed) => isInAnotherLanguage(story, locale);
  const isConfirmed = ({ voices }: Listed) => voices >= 2;
  const own = listed.filter((story) => !isForeign(story));
  const other = listed.filter(isForeign);
  const first = own.slice(0, Math.max(own.filter(isConfirmed).length, Math.ceil(storiesMax / 2)));
  return [
    ...first,
    ...other.filter(isConfirmed),
    ...own.slice(first.length),
    ...other.filter((story) => !isConfirmed(story)),
  ];
}

/** Adds new articles of preferred outlets to those that may head the story. */
export function withPreferred(story: Listed, preferred: ReadonlySet<string>): Listed {
  const isWanted = ({ outletId, notNews }: CandidateArticle) =>
    preferred.has(outletId) && notNews < preferredNotNewsMax;
  if (preferred.size === 0) return story;
  return { ...story, heads: story.fresh.filter((one) => story.heads.includes(one) || isWanted(one)) };
}

/** The latest articles in their order; articles of preferred outlets are taken first. */
export function latest<One extends Pick<CandidateArticle, 'outletId'>>(
  articles: readonly One[],
  max: number,
  preferred: ReadonlySet<string>,
): One[] {
  const isPreferred = ({ outletId }: One) => preferred.has(outletId);
  const ranked = [...articles.filter((one) => !isPreferred(one)), ...articles.filter(isPreferred)].slice(-max);
  return articles.filter((one) => ranked.includes(one));
}
