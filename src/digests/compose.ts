import type { EpochMs } from '../clock.ts';
import { saysWithdrawn } from '../text/labels.ts';
import type { Candidate, Texts, ToldArticle } from './candidate.ts';
import type { Digest, DigestCorrection, DigestLine, DigestPlace, QuotedSentence, TopicLabel } from './digest.ts';
import { inEntryOrder, type Listed } from './entryOrder.ts';
import { saysMuted } from './muted.ts';
import { pictureOf } from './picture.ts';

/** What a digest is made from. */
export interface DigestOrder {
  channelId: string;
  serverId: string;
  localDate: string;
  zone: string;
  /** Discord locale of the server; stories told in another language come after those in it. */
  locale: string;
  topics: readonly TopicLabel[];
  windowStart: EpochMs;
  windowEnd: EpochMs;
  storiesMax: number;
  mutedWords: readonly string[];
  articles: number;
  outletsAnswered: number;
  outletsAll: number;
  /** `host:port` of private addresses whose pictures may be shown. */
  pictureOrigins: ReadonlySet<string>;
}

/** More lines than this would make a second digest below the first. */
const alsoMax = 3;
/** Of the articles that are new; a story with more is told well enough by its latest. */
const articlesRead = 12;
/** The first story shows what a second outlet adds, for which all that is read is compared. */
const articlesSummarized = 10;

/** A story that has something for this channel. */
interface Found extends Listed {
  headline: ToldArticle;
}

/** Chooses the stories of a digest: each once, under its best topic; a topic with news has a place, the rest go by rank. */
export async function composeDigest(
  order: DigestOrder,
  candidates: readonly Candidate[],
  texts: Texts,
): Promise<Digest> {
  const { storiesMax, mutedWords: _muted, pictureOrigins: _origins, ...head } = order;
  const listed = candidates.flatMap((candidate) => listedIn(candidate, order));
  const found = await lookThrough(listed, order, texts);
  const inOrder = inEntryOrder(found, { ...order, headOf: ({ headline }) => headline });
  const chosen = choose(inOrder, order.topics, storiesMax);
  const places: DigestPlace[] = [];
  for (const story of chosen) places.push(await placeOf(story, places.length === 0 ? 2 : 1, order, texts));
  const shown = new Set(chosen.map((story) => story.storyId));
  const also = inOrder
    .filter((story) => !shown.has(story.storyId) && !story.told)
    .slice(0, alsoMax)
    .map(lineOf);
  return { ...head, places, also, quiet: places.length < 2 };
}

/** The story with what is new of it for this channel, or nothing. */
function listedIn(candidate: Candidate, order: DigestOrder): Listed[] {
  // What stood there when the story was told is no update of it, quoted or not.
  const since = Math.max(order.windowStart, candidate.told?.at ?? 0);
  const fresh = candidate.articles.filter(
    ({ id, newsAt }) => newsAt > since && newsAt <= order.windowEnd && !candidate.told?.articleIds.includes(id),
  );
  const best = [...candidate.topics].sort((a, b) => b.votes - a.votes || position(order, a) - position(order, b))[0];
  if (fresh.length === 0 || !best) return [];
  const outlets = new Set(candidate.articles.map((article) => article.outletId)).size;
  return [{ ...candidate, topicId: best.topicId, fresh, outlets }];
}

const position = (order: DigestOrder, { topicId }: { topicId: string }) =>
  order.topics.findIndex((topic) => topic.id === topicId);

/**
 * Reads the stories in the order in which they may come in, until there are enough: for the places and the short lines,
 * and one of each topic that can have a place. The others could not come in, whatever they say.
 */
async function lookThrough(listed: readonly Listed[], order: DigestOrder, texts: Texts): Promise<Found[]> {
  const found: Found[] = [];
  const heads = new Map<string, number>();
  const topicsFound = new Set<string>();
  const own = new Set(order.topics.filter((topic) => topic.own).map((topic) => topic.id));
  let enough = order.storiesMax + alsoMax;
  // Until its text is read nothing says which article heads a story: any of the new ones stands for it.
  const headOf = ({ headlineId, fresh }: Listed) => fresh.find(({ id }) => id === headlineId) ?? fresh.at(-1);
  for (const story of inEntryOrder(listed, { ...order, headOf })) {
    const opens = !topicsFound.has(story.topicId) && (own.has(story.topicId) || topicsFound.size < order.storiesMax);
    if (enough <= 0 && !opens) continue;
    const one = await foundOf(story, order, texts);
    if (!one) continue;
    found.push(one);
    const headed = heads.get(one.headline.outletId) ?? 0;
    heads.set(one.headline.outletId, headed + 1);
    // An outlet's third headline comes after the others: where the order did not know it, another story may come before.
    if (headed >= 2 && headOf(story)?.outletId !== one.headline.outletId) continue;
    topicsFound.add(one.topicId);
    if (!one.told) enough -= 1;
  }
  return found;
}

/** The story as this channel may get it, or nothing: muted, withdrawn, or nothing that was not told. */
async function foundOf(story: Listed, order: DigestOrder, texts: Texts): Promise<Found | undefined> {
  // Under the headline of what is new: the story's first one may be of the day before.
  const { fresh, headlineId, articles } = story;
  const known = fresh.length === 1 ? fresh[0]?.id : fresh.length === articles.length ? headlineId : undefined;
  const headline = await (known === undefined
    ? texts.headlineOf(fresh.slice(-articlesRead).map(({ id }) => id))
    : texts.article(known));
  // Another article heads a story before one that was withdrawn: nobody else tells it.
  if (!headline || saysWithdrawn(headline.title) || (await isMuted(story.storyId, headline, order, texts))) {
    return undefined;
  }
  const found = { ...story, headline };
  // A story that the channel knows comes back with what is new in it, or not at all.
  return story.told && (await sentencesOf(found, 1, order, texts)).length === 0 ? undefined : found;
}

/** Whether the server muted a word that an outlet tells the story by, be it another one than heads it here. */
async function isMuted(
  storyId: string,
  { title, paragraphs, language }: ToldArticle,
  { mutedWords }: DigestOrder,
  texts: Texts,
): Promise<boolean> {
  if (mutedWords.length === 0) return false;
  const searched = await texts.searchedOf(storyId);
  // What a story of very many articles is searched by does not hold all of them.
  const heading = { text: `${title}\n${paragraphs[0] ?? ''}`, language };
  return [heading, ...(searched ? [searched] : [])].some((said) => saysMuted(said, mutedWords));
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
function sentencesOf(story: Found, max: number, { mutedWords }: DigestOrder, texts: Texts) {
  const { fresh, headline, told } = story;
  const latest = fresh.slice(-(max === 1 ? articlesRead : articlesSummarized));
  const read = latest.some(({ id }) => id === headline.id) ? latest : [headline, ...latest.slice(1)];
  return texts.sentencesOf({
    articleIds: read.map(({ id }) => id),
    headlineId: headline.id,
    max,
    told,
    mutedWords: mutedWords.length > 0 ? mutedWords : undefined,
  });
}

async function placeOf(story: Found, sentencesMax: number, order: DigestOrder, texts: Texts): Promise<DigestPlace> {
  const sentences = await sentencesOf(story, sentencesMax, order, texts);
  return {
    ...lineOf(story),
    sentences,
    corrections: await correctionsIn(story.headline, sentences, texts),
    outlets: story.outlets,
    voices: story.voices,
    since: story.articles[0]?.publishedAt ?? story.headline.publishedAt,
    picture: pictureOf([story.headline, ...story.articles], story.headline.title, order.pictureOrigins),
    told: story.told && { at: story.told.at, messageUrl: story.told.messageUrl },
  };
}

/** What outlets put right before the digest was made, in the article that heads the story and in those that are quoted. */
async function correctionsIn(
  headline: ToldArticle,
  sentences: readonly QuotedSentence[],
  texts: Texts,
): Promise<DigestCorrection[] | undefined> {
  const quotedIds = new Set(sentences.map(({ articleId }) => articleId));
  quotedIds.delete(headline.id);
  const quoted = await Promise.all([...quotedIds].map((id) => texts.article(id)));
  return correctionsOf([headline, ...quoted]);
}

function correctionsOf(articles: readonly (ToldArticle | undefined)[]): DigestCorrection[] | undefined {
  const corrections = articles.flatMap((article) => {
    if (article?.correction === undefined) return [];
    const { kind, text } = article.correction;
    return [{ kind, text, articleId: article.id, outlet: article.outletName, url: article.url }];
  });
  return corrections.length > 0 ? corrections : undefined;
}

function lineOf(story: Found): DigestLine {
  return {
    storyId: story.storyId,
    title: story.headline.title,
    url: story.headline.url,
    articleId: story.headline.id,
    outlet: story.headline.outletName,
    topicId: story.topicId,
    corrections: correctionsOf([story.headline]),
  };
}
