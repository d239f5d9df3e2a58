import type { Article } from '../articles/article.ts';
import type { EpochMs } from '../clock.ts';
import { headlineOf } from '../stories/headline.ts';
import { rankStories } from '../stories/ranking.ts';
import { matchTopic } from '../stories/topics.ts';
import { independentVoices } from '../stories/voices.ts';
import { leadOf } from '../summaries/lead.ts';
import { newSentences } from '../summaries/news.ts';
import { quotable } from '../summaries/quoting.ts';
import { summarizeStory } from '../summaries/storySummary.ts';
import type { Digest, DigestLine, DigestPlace, QuotedSentence, Told, TopicLabel } from './digest.ts';
import { pictureOf } from './picture.ts';
import { asStoryArticle, quotedBy } from './quoted.ts';

/** A story that may come into a digest, with the articles that this server may see, first to latest. */
export interface Candidate {
  storyId: string;
  articles: readonly (Article & { newsAt: EpochMs })[];
  /** Votes for the channel's topics; a story without any is not a candidate. */
  topics: readonly { topicId: string; votes: number }[];
  /** What this channel was told of it. */
  told?: Told & { articleIds: readonly string[]; sentences: readonly string[] };
}

/** What a digest is made from. */
export interface DigestOrder {
  channelId: string;
  serverId: string;
  localDate: string;
  zone: string;
  topics: readonly TopicLabel[];
  windowStart: EpochMs;
  windowEnd: EpochMs;
  storiesMax: number;
  mutedWords: readonly string[];
  /** Of the server; stories told in another language come after those in it. */
  language?: string;
  articles: number;
  outletsAnswered: number;
  outletsAll: number;
  /** `host:port` of private addresses whose pictures may be shown. */
  pictureOrigins: ReadonlySet<string>;
}

/** More lines than this would make a second digest below the first. */
const alsoMax = 3;
/** Enough to choose two sentences from. */
const summaryWordsMax = 80;

interface Found extends Candidate {
  topicId: string;
  headline: Candidate['articles'][number];
  fresh: Candidate['articles'];
  voices: number;
  outlets: number;
}

/** Chooses the stories of a digest: each once, under its best topic; a topic with news has a place, the rest go by rank. */
export function composeDigest(order: DigestOrder, candidates: readonly Candidate[]): Digest {
  const { storiesMax, mutedWords: _, language, pictureOrigins, ...head } = order;
  const found = candidates.flatMap((candidate) => foundIn(candidate, order));
  const ranked = rankStories(
    found.map((story) => ({
      id: story.storyId,
      voices: story.voices,
      outlets: story.outlets,
      articleTimes: story.articles.map((article) => article.publishedAt),
      leadOutlet: story.headline.outletId,
    })),
    order.windowEnd,
  );
  const byId = new Map(found.map((story) => [story.storyId, story]));
  const byRank = ranked.flatMap(({ id }) => byId.get(id) ?? []);
  const foreign = (story: Found) => language !== undefined && (story.headline.language ?? language) !== language;
  const inOrder = [...byRank.filter((story) => !foreign(story)), ...byRank.filter(foreign)];
  const chosen = choose(inOrder, order.topics, storiesMax);
  const places = chosen.map((story, index) => placeOf(story, index === 0 ? 2 : 1, pictureOrigins));
  const shown = new Set(chosen.map((story) => story.storyId));
  const also = inOrder
    .filter((story) => !shown.has(story.storyId) && !story.told)
    .slice(0, alsoMax)
    .map(lineOf);
  return { ...head, places, also, quiet: places.length < 2 };
}

/** The story as this channel may get it, or nothing: muted, no news, or nothing that was not told. */
function foundIn(candidate: Candidate, order: DigestOrder): Found[] {
  // What stood there when the story was told is no update of it, quoted or not.
  const since = Math.max(order.windowStart, candidate.told?.at ?? 0);
  const fresh = candidate.articles.filter(
    ({ id, newsAt }) => newsAt > since && newsAt <= order.windowEnd && !candidate.told?.articleIds.includes(id),
  );
  const best = [...candidate.topics].sort((a, b) => b.votes - a.votes || position(order, a) - position(order, b))[0];
  if (fresh.length === 0 || !best) return [];
  const headline = headlineOf(candidate.articles);
  if (isMuted(headline, order.mutedWords)) return [];
  const { voices } = independentVoices(candidate.articles);
  const outlets = new Set(candidate.articles.map((article) => article.outletId)).size;
  const story = { ...candidate, topicId: best.topicId, headline, fresh, voices, outlets };
  // A story that the channel knows comes back with what is new in it, or not at all.
  return candidate.told && sentencesOf(story, 1).length === 0 ? [] : [story];
}

const position = (order: DigestOrder, { topicId }: { topicId: string }) =>
  order.topics.findIndex((topic) => topic.id === topicId);

/** Whether one of the words stands in title or lead, in any form. */
export function isMuted(
  article: Pick<Article, 'title' | 'paragraphs' | 'language'>,
  words: readonly string[],
): boolean {
  if (words.length === 0) return false;
  const text = `${article.title}\n${article.paragraphs[0] ?? ''}`;
  return matchTopic({ all: [], any: [...words], not: [] }, text, article.language);
}

/** By rank, but the best story of each topic that has news comes in before second ones crowd it out; own topics first. */
function choose(inOrder: readonly Found[], topics: readonly TopicLabel[], max: number): Found[] {
  const firsts = [...topics]
    .sort((a, b) => Number(b.own) - Number(a.own))
    .flatMap((topic) => inOrder.find((story) => story.topicId === topic.id) ?? []);
  const kept = new Set<Found>();
  // More topics than places: those whose best story ranks highest.
  const own = firsts.filter((story) => topics.some((topic) => topic.own && topic.id === story.topicId));
  for (const story of [...own, ...inOrder.filter((story) => firsts.includes(story)), ...inOrder]) {
    if (kept.size < max) kept.add(story);
  }
  return inOrder.filter((story) => kept.has(story));
}

/** Fewer words than this set a scene ("Nobody told Viktor Frey."). */
const leadWordsMin = 9;

const wordsIn = (text: string) => text.split(/\s+/).length;

/**
 * The lead of the headline's article where it tells the news, then what the others say that is most telling; only what was
 * not told, if the channel knows the story.
 */
function sentencesOf(story: Found, max: number): QuotedSentence[] {
  const allowed = story.fresh.filter((article) => article.sentencesMax > 0 && article.paragraphs.length > 0);
  const byId = new Map(allowed.map((article) => [article.id, article]));
  const head = byId.get(story.headline.id);
  const lead = head ? leadOf(head).map((text) => quotedBy(head, text)) : [];
  const tells = wordsIn(lead[0]?.text ?? '') >= leadWordsMin;
  const telling = summarizeStory(allowed.map(asStoryArticle), { wordsMax: summaryWordsMax }).flatMap(
    ({ text, articleId }) => {
      const article = byId.get(articleId);
      return article ? [quotedBy(article, text)] : [];
    },
  );
  // A second voice says more than a second sentence of the same one.
  const others = telling.filter((sentence) => sentence.articleId !== head?.id);
  const inOrder = tells
    ? [...lead.slice(0, 1), ...others, ...lead.slice(1)]
    : [...telling, ...lead, ...allowed.flatMap((article) => leadOf(article).map((text) => quotedBy(article, text)))];
  const told = story.told?.sentences ?? [];
  const fresh: QuotedSentence[] = [];
  for (const sentence of quotable(inOrder, byId)) {
    const known = [...told, ...fresh.map((kept) => kept.text)];
    if (fresh.length < max && newSentences([sentence.text], known, story.headline.language).length > 0)
      fresh.push(sentence);
  }
  return fresh;
}

function placeOf(story: Found, sentencesMax: number, pictureOrigins: ReadonlySet<string>): DigestPlace {
  return {
    ...lineOf(story),
    sentences: sentencesOf(story, sentencesMax),
    outlets: story.outlets,
    voices: story.voices,
    since: story.articles[0]?.publishedAt ?? story.headline.publishedAt,
    picture: pictureOf([story.headline, ...story.articles], story.headline.title, pictureOrigins),
    told: story.told && { at: story.told.at, messageUrl: story.told.messageUrl },
  };
}

function lineOf(story: Found): DigestLine {
  return {
    storyId: story.storyId,
    title: story.headline.title,
    url: story.headline.url,
    articleId: story.headline.id,
    outlet: story.headline.outletName,
    topicId: story.topicId,
  };
}
