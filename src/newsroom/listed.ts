import type { EpochMs } from '../clock.ts';
import { subtagOf } from '../engine/languages/subtag.ts';
import { type ChannelView, type ImportanceParts, importanceOf, sumOf } from '../engine/stories/importance.ts';
import { isOfTopics, shareOf, topicsOfStory } from '../engine/stories/topics.ts';
import { originsOf } from '../engine/stories/voices.ts';
import type { OutletId, TopicId } from '../ids.ts';
import type { TopicLabel } from '../storage/postContent.ts';
import type { Candidate, CandidateArticle, ToldBefore } from './candidate.ts';

/** The reader of a list of stories: a channel's digest, or a member who asked for headlines. */
export interface ListReader {
  topics: readonly TopicLabel[];
  /** Topics with a front-page or world feed. A reader with such a topic gets stories on front pages first. */
  generalTopicIds: ReadonlySet<TopicId>;
  windowStart: EpochMs;
  windowEnd: EpochMs;
}

/** A candidate with its new articles and the reader's topics that it matches. */
export interface Listed extends Candidate {
  /** Best match first, never empty. */
  topicIds: readonly TopicId[];
  /** Articles inside the window; never empty. */
  fresh: readonly CandidateArticle[];
  /** The fresh articles that may be the headline; never empty. */
  heads: readonly CandidateArticle[];
  /** Number of outlets. This field and the next two count only fresh articles. */
  outlets: number;
  newsrooms: number;
  origins: number;
  parts: ImportanceParts;
  importance: number;
  /** False for a story of one newsroom that may be off topic or not news. */
  isCertain: boolean;
}

/** Reason why a candidate is not in the list. */
export type Unlisted =
  /** The window has no report; `at` is the time of the last one before the window, or of the first one after it. */
  | { kind: 'before' | 'after'; at: EpochMs }
  /** The channel's digests already showed the whole story. */
  | { kind: 'told'; told: ToldBefore }
  /** `no-news`: the new articles on the reader's topics are probably not news. */
  | { kind: 'other-topic' | 'no-news' };

/**
 * An article with at least this probability of not being news is never the headline, except on the server's own topics
 * and by a preferred outlet. The limit is lower for a channel with one topic.
 */
const notNewsMax = { several: 0.5, oneTopic: 0.3 } as const;
/**
 * In a channel with one topic, a single outlet's story is certain only below this probability of not being news. The
 * limit removes most items that aren't news.
 */
const aloneMax = 0.12;
/** A preferred outlet's article may be the headline below this probability of not being news. */
const preferredNotNewsMax = 0.75;
/** A list with fewer certain stories is filled up with uncertain stories. */
const storiesMin = 3;
/** Front-page articles from this long before the window still show that a story continues. */
const beforeMs = 72 * 3_600_000;

/** The stories with something new for this reader: certain stories first, then uncertain ones, each by importance. */
export function listedFor(candidates: readonly Candidate[], reader: ListReader): Listed[] {
  const listed = candidates.flatMap((candidate) => {
    const one = listedIn(candidate, reader);
    return 'kind' in one ? [] : [one];
  });
  listed.sort((a, b) => b.importance - a.importance || (a.storyId < b.storyId ? -1 : 1));
  const certain = listed.filter(({ isCertain }) => isCertain);
  const others = listed.filter(({ isCertain }) => !isCertain);
  const needed = Math.max(0, storiesMin - certain.length);
  return [...certain, ...others.slice(0, needed)];
}

/** The candidate with its new articles for this reader, or the reason why it is not listed. */
export function listedIn(candidate: Candidate, reader: ListReader): Listed | Unlisted {
  const { articles, earlier = [], told } = candidate;
  // Articles from before the earlier digest are not new, even if that digest did not quote them.
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
    newsrooms: newsroomsOf(fresh),
    origins: new Set(originsOf(fresh).values()).size,
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
  return { kind: fresh.some((article) => isOfTopics(article, sharedIds(topics))) ? 'no-news' : 'other-topic' };
}

const notNewsMaxFor = (topics: ListReader['topics']) => (topics.length > 1 ? notNewsMax.several : notNewsMax.oneTopic);

/** Ids of all topics except those that the server created. */
const sharedIds = (topics: ListReader['topics']): TopicId[] => topics.filter(({ own }) => !own).map(({ id }) => id);

/** Ids of the matching topics. The server's own topics come first, because the server chose their words and feeds. */
function topicsFor({ wordTopicIds = [] }: Candidate, fresh: readonly CandidateArticle[], { topics }: ListReader) {
  const own = topics.filter(
    ({ id, own }) => own && (wordTopicIds.includes(id) || fresh.some(({ topicIds }) => topicIds.includes(id))),
  );
  return [...own.map(({ id }) => id), ...topicsOfStory(fresh, sharedIds(topics))];
}

/**
 * Chooses the articles that may be the headline. The server's word topics and own feeds also admit articles that are
 * not news.
 */
function headsOf(
  { wordTopicIds = [] }: Candidate,
  fresh: readonly CandidateArticle[],
  topicIds: readonly TopicId[],
  { topics }: ListReader,
): { heads: readonly CandidateArticle[]; isCertain: boolean } {
  const [topicId] = topicIds;
  if (topicId === undefined) return { heads: [], isCertain: false };
  if (wordTopicIds.includes(topicId)) return { heads: fresh, isCertain: true };
  if (topics.some(({ id, own }) => own && id === topicId))
    return { heads: fresh.filter((article) => article.topicIds.includes(topicId)), isCertain: true };
  const max = notNewsMaxFor(topics);
  // In a channel with several topics, the headline may be off topic; with one topic, it must be on that topic.
  const isFit = (article: CandidateArticle) => topics.length > 1 || isOfTopics(article, [topicId]);
  const heads = fresh.filter((article) => article.notNews < max && isFit(article));
  const isAlone = topics.length === 1 && newsroomsOf(fresh) === 1;
  if (!isAlone) return { heads, isCertain: true };
  const sure = heads.filter(({ notNews }) => notNews < aloneMax).filter((head) => isOfTopics(head, [topicId], true));
  return sure.length > 0 ? { heads: sure, isCertain: true } : { heads, isCertain: false };
}

/**
 * The reader's measure of importance: the articles that show that their outlet leads with the story, and the share of
 * an article that is about the channel's only topic.
 */
function viewOf({ topics, generalTopicIds }: ListReader): ChannelView<CandidateArticle> {
  const [only] = topics.length === 1 ? topics : [];
  return {
    leads: topics.some(({ id }) => generalTopicIds.has(id))
      ? ({ general }) => general
      : (article) => isOfTopics(article, sharedIds(topics), true),
    topicShare: (article) => (only === undefined || only.own ? 1 : shareOf(article, [only.id])),
  };
}

/** Whether the newest possible headline is in another language than the reader's. */
export function isInAnotherLanguage({ heads }: Listed, locale: string): boolean {
  const written = heads.at(-1)?.language;
  return written !== undefined && subtagOf(written) !== subtagOf(locale);
}

/**
 * Puts stories in the reader's language first: as many as have several origins, at least half of the places. Stories of
 * several origins in other languages follow before the rest, so that small items don't displace big news.
 */
export function inLanguageOrder(
  listed: readonly Listed[],
  { locale, storiesMax }: { locale: string; storiesMax: number },
): Listed[] {
  const isForeign = (story: Listed) => isInAnotherLanguage(story, locale);
  const hasSeveralOrigins = ({ voices }: Listed) => voices >= 2;
  const own = listed.filter((story) => !isForeign(story));
  const other = listed.filter(isForeign);
  const first = own.slice(0, Math.max(own.filter(hasSeveralOrigins).length, Math.ceil(storiesMax / 2)));
  return [
    ...first,
    ...other.filter(hasSeveralOrigins),
    ...own.slice(first.length),
    ...other.filter((story) => !hasSeveralOrigins(story)),
  ];
}

/** Adds new articles of preferred outlets to the possible headlines. */
export function withPreferred(story: Listed, preferred: ReadonlySet<OutletId>): Listed {
  const isWanted = ({ outletId, notNews }: CandidateArticle) =>
    preferred.has(outletId) && notNews < preferredNotNewsMax;
  if (preferred.size === 0) return story;
  return { ...story, heads: story.fresh.filter((one) => story.heads.includes(one) || isWanted(one)) };
}

/** Keeps at most `max` articles, in their order: preferred outlets' rather than others, later rather than earlier. */
export function keepLatest<One extends Pick<CandidateArticle, 'outletId'>>(
  articles: readonly One[],
  max: number,
  preferred: ReadonlySet<OutletId>,
): One[] {
  const isPreferred = ({ outletId }: One) => preferred.has(outletId);
  const ranked = [...articles.filter((one) => !isPreferred(one)), ...articles.filter(isPreferred)].slice(-max);
  return articles.filter((one) => ranked.includes(one));
}
