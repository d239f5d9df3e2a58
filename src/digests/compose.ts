import type { Article } from '../articles/article.ts';
import type { EpochMs } from '../clock.ts';
import { headlineOf } from '../stories/headline.ts';
import { rankStories } from '../stories/ranking.ts';
import { matchTopic } from '../stories/topics.ts';
import { independentVoices } from '../stories/voices.ts';
import { mayQuote, quotable } from '../summaries/quoting.ts';
import { tellStory } from '../summaries/telling.ts';
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
/** More than are shown: some are too long for what one article may give. */
const sentencesRead = 6;

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
  const foreign = ({ headline }: Found) =>
    language !== undefined && headline.language !== undefined && primary(headline.language) !== primary(language);
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

/** Feeds name their region as well: "en-GB" is English. */
const primary = (language: string) => language.toLowerCase().split(/[-_]/, 1)[0];

/** The story as this channel may get it, or nothing: muted, no news, or nothing that was not told. */
function foundIn(candidate: Candidate, order: DigestOrder): Found[] {
  // What stood there when the story was told is no update of it, quoted or not.
  const since = Math.max(order.windowStart, candidate.told?.at ?? 0);
  const fresh = candidate.articles.filter(
    ({ id, newsAt }) => newsAt > since && newsAt <= order.windowEnd && !candidate.told?.articleIds.includes(id),
  );
  const best = [...candidate.topics].sort((a, b) => b.votes - a.votes || position(order, a) - position(order, b))[0];
  if (fresh.length === 0 || !best) return [];
  // Under the headline of what is new: the story's first one may be of the day before.
  const headline = headlineOf(fresh);
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

/** What tells the story; only what was not told, by a sentence or by a headline, if the channel knows it. */
function sentencesOf(story: Found, max: number): QuotedSentence[] {
  const allowed = story.fresh.filter(mayQuote);
  const byId = new Map(allowed.map((article) => [article.id, article]));
  if (allowed.length === 0) return [];
  const head = byId.get(story.headline.id) ?? headlineOf(allowed);
  const titles = story.articles.filter(({ id }) => story.told?.articleIds.includes(id)).map(({ title }) => title);
  const told = story.told ? [...story.told.sentences, ...titles] : [];
  const lines = tellStory(allowed.map(asStoryArticle), asStoryArticle(head), {
    max: max === 1 ? 1 : sentencesRead,
    told,
  });
  const quoted = lines.flatMap(({ text, articleId }) => {
    const article = byId.get(articleId);
    return article ? [quotedBy(article, text)] : [];
  });
  return quotable(quoted, byId).slice(0, max);
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
