import type {
  Digest,
  DigestCorrection,
  DigestLine,
  DigestPlace,
  QuotedSentence,
  TopicLabel,
} from '../digests/digest.ts';
import { isPlain } from '../stories/headline.ts';
import { saysSuicide, saysWithdrawn } from '../text/labels.ts';
import { termsOf } from '../text/terms.ts';
import type { Texts, ToldArticle } from './candidate.ts';
import { type Listed, type ListReader, latest, type Unlisted } from './listed.ts';
import { mutedWordIn, saysMuted } from './muted.ts';
import { pictureOf } from './picture.ts';
import { quotedBy } from './sentences.ts';
import { newSentences } from './summaries/news.ts';

/** What a digest is made from: what it says of itself, and what it is chosen by. */
export interface DigestOrder extends Omit<Digest, 'places' | 'also' | 'earlierCorrections' | 'paywalled'>, ListReader {
  topics: readonly TopicLabel[];
  storiesMax: number;
  mutedWords: readonly string[];
  /** Outlets whose headlines and sentences come first, and those that ask to be paid. */
  outlets: { preferred: ReadonlySet<string>; paywalled: ReadonlySet<string> };
  /** `host:port` of private addresses whose pictures may be shown. */
  pictureOrigins: ReadonlySet<string>;
}

/** New articles that are read for the headline and for the sentence; the latest tell a longer story well enough. */
const articlesRead = 40;
const articlesQuoted = 6;
/**
 * The share of the headline's words that its sentence should say: editors found 7 % of 208 sentences with it poor, and
 * 50 % of the others.
 */
const toldShareMin = 0.5;
/**
 * A story that so many newsrooms newly tell has a place even if no sentence tells its headline: in three of four archives
 * a third of the stories that editors wanted most lost theirs for want of one. An update keeps its latest stage so, for
 * which the next best headline is an older one.
 */
const newsroomsEnough = 2;
/** Another outlet's headline that says this share of the words may stand in place of such a sentence … */
const retoldMin = 0.25;
/** … if it adds so many words: of 52 that were read, 8 of the 12 that add fewer said the same once more. */
const addedMin = 4;
/** Words that a place shares with the headline told before if both are of one affair: of 143 updates, 11 had fewer. */
const affairWordsMin = 2;
/** Of the article that heads a place, to compare it by. */
const openingLetters = 400;
/**
 * What one newsroom tells gives way to the next best headline if its sentence does not tell it. What several tell does
 * not: of 12 places that changed their headline for a sentence, 6 had a worse one then, and 1 a better one.
 */
const headlinesMax = { confirmed: 1, alone: 3 } as const;

/** A story that has something for this channel. */
export interface Found extends Listed {
  headline: ToldArticle;
}

/** A story as it would stand in a place. */
export interface Told {
  /** Headline and sentence come from preferred outlets. */
  isPreferred: boolean;
  found: Found;
  place: DigestPlace;
}

/** Why a story has no place, and perhaps no line in brief either. */
export type LeftOut =
  | Unlisted
  | { kind: 'muted'; word: string }
  | { kind: 'withdrawn' }
  /** A single newsroom tells of a person's suicide, and the channel has several topics. */
  | { kind: 'suicide' }
  /** The channel was told before what is new of it, or its articles are no longer stored. */
  | { kind: 'nothing-new' }
  /** No sentence that may be quoted tells enough of its headline, and too few newsrooms newly tell it. */
  | { kind: 'unsaid' }
  /** A place above is of the same affair, or a place or line above says nearly the same. */
  | { kind: 'same'; as: Pick<DigestLine, 'title' | 'url'> }
  /** A single newsroom tells it, in another language than the server's. */
  | { kind: 'other-language' }
  /** `ahead` stories came before it. */
  | { kind: 'beaten'; ahead: number };

/** The story under the best headline that its sentence tells, else under the best headline. */
export async function tellingOf(story: Listed, order: DigestOrder, texts: Texts): Promise<Told | LeftOut> {
  let best: Told | undefined;
  let { heads } = story;
  const triesMax = isConfirmed(story) ? headlinesMax.confirmed : headlinesMax.alone;
  for (let tried = 0; tried < triesMax && heads.length > 0; tried++) {
    const found = await foundOf({ ...story, heads }, order, texts, story.told);
    if ('kind' in found) return best ?? found;
    const { preferred } = order.outlets;
    for (const isPreferred of preferred.size > 0 ? [true, false] : [false]) {
      const place = await placeOf(found, order, texts, isPreferred);
      if (place === undefined) continue;
      const telling = { found, place, isPreferred: isPreferred && preferred.has(found.headline.outletId) };
      if (tellsItsHeadline(telling, order)) return telling;
      best ??= telling;
    }
    heads = heads.filter(({ id }) => id !== found.headline.id);
  }
  return best === undefined ? { kind: 'nothing-new' } : retold(best, order, texts);
}

const wordsOf = (text: string, language: string | undefined) => new Set(termsOf(text, language));

/** The share of a headline's words that a text says. */
function shareSaid({ title, language }: Pick<ToldArticle, 'title' | 'language'>, text: string | undefined): number {
  const words = wordsOf(title, language);
  return words.intersection(wordsOf(text ?? '', language)).size / Math.max(1, words.size);
}

/** With another outlet's headline in place of the sentence, if it tells more of the story's own headline. */
async function retold(telling: Told, { mutedWords }: DigestOrder, texts: Texts): Promise<Told> {
  const { found, place } = telling;
  const { headline } = found;
  const told = shareSaid(headline, place.sentences[0]?.text);
  const others = await Promise.all(latest(found.heads, articlesRead, new Set()).map(({ id }) => texts.article(id)));
  const lines = others.flatMap((other) => {
    if (other === undefined || other.outletId === headline.outletId || other.language !== headline.language) return [];
    if (!isPlain(other.title) || saysWithdrawn(other.title)) return [];
    if (saysMuted({ text: other.title, language: other.language }, mutedWords)) return [];
    if (newSentences([other.title], found.told?.sentences ?? [], headline.language).length === 0) return [];
    const added = wordsOf(other.title, other.language).difference(wordsOf(headline.title, headline.language));
    return added.size < addedMin ? [] : [{ other, share: shareSaid(headline, other.title) }];
  });
  const [best] = lines.sort((a, b) => b.share - a.share);
  if (best === undefined || best.share < Math.max(retoldMin, told)) return telling;
  return { ...telling, place: { ...place, sentences: [quotedBy(best.other, best.other.title)] } };
}

/** Whether the sentence says enough of the headline to stand below it; else the headline alone says more, in brief. */
export function tellsItsHeadline({ found, place, isPreferred }: Told, { topics }: DigestOrder): boolean {
  if (isPreferred) return true;
  // A comic or a podcast of the server's own has no sentence and is wanted all the same.
  if (topics.some(({ id, own }) => own && id === place.topicId)) return true;
  return shareSaid(found.headline, place.sentences[0]?.text) >= toldShareMin;
}

/** Whether enough newsrooms newly tell it for a place, whatever its sentence says. */
export const isConfirmed = ({ newsrooms }: Listed): boolean => newsrooms >= newsroomsEnough;

/** The story as a line in brief. If the channel knows the story, its headline must say something new. */
export async function inBrief(story: Listed, order: DigestOrder, texts: Texts): Promise<Found | LeftOut> {
  const found = await foundOf(story, order, texts);
  if ('kind' in found || !found.told) return found;
  const told = await Promise.all(found.told.articleIds.map((id) => texts.article(id)));
  const known = [...found.told.sentences, ...told.flatMap((article) => article?.title ?? [])];
  const isNew = newSentences([found.headline.title], known, found.headline.language).length > 0;
  return isNew ? found : { kind: 'nothing-new' };
}

/** The story with the headline of its new articles, or why it has none that may be shown. */
async function foundOf(
  story: Listed,
  order: DigestOrder,
  texts: Texts,
  told?: Listed['told'],
): Promise<Found | LeftOut> {
  const { preferred, paywalled } = order.outlets;
  const heads = new Set(latest(story.heads, articlesRead, preferred));
  const newest = new Set(latest(story.fresh, articlesRead, preferred));
  const read = story.fresh.filter((one) => newest.has(one) || heads.has(one));
  const wanted = read.map((article) => ({
    ...{ id: article.id, general: article.general, notNews: article.notNews, mayHead: heads.has(article) },
    // Left out where false, so that channels without such outlets ask alike and share the answer.
    ...(preferred.has(article.outletId) ? { preferred: true } : {}),
    ...(paywalled.has(article.outletId) ? { paywalled: true } : {}),
  }));
  const out = story.articles.filter(({ newsAt }) => told && newsAt <= told.at);
  const knownIds = out.slice(-articlesRead).map(({ id }) => id);
  const headline = await texts.headlineOf(wanted, told && { ...told, knownIds });
  // A withdrawn article heads a story only if no other outlet tells it.
  if (!headline) return { kind: 'nothing-new' };
  if (saysWithdrawn(headline.title)) return { kind: 'withdrawn' };
  if (saysSuicide(headline.title) && isOneOfSeveral(story, order)) return { kind: 'suicide' };
  const word = await mutedIn(story.storyId, headline, order, texts);
  return word === undefined ? { ...story, headline } : { kind: 'muted', word };
}

/** A single newsroom's story in a channel of several topics; the server's own topics tell what it made them for. */
const isOneOfSeveral = ({ newsrooms, topicIds }: Listed, { topics }: DigestOrder): boolean =>
  newsrooms < 2 && topics.length > 1 && !topics.some(({ id, own }) => own && id === topicIds[0]);

/** The first muted word that one of the story's outlets uses. */
async function mutedIn(
  storyId: string,
  { title, paragraphs, language }: ToldArticle,
  { mutedWords }: DigestOrder,
  texts: Texts,
): Promise<string | undefined> {
  if (mutedWords.length === 0) return undefined;
  const searched = await texts.searchedOf(storyId);
  // The search text of a very long story leaves out some of its articles.
  const heading = { text: `${title}\n${paragraphs[0] ?? ''}`, language };
  return mutedWordIn([heading, ...(searched ? [searched] : [])], mutedWords);
}

/**
 * The story with the sentence that tells it. If the channel knows the story, the sentence must say something new.
 * With `isPreferred` only preferred outlets are quoted; undefined if they have no sentence.
 */
async function placeOf(
  story: Found,
  order: DigestOrder,
  texts: Texts,
  isPreferred: boolean,
): Promise<DigestPlace | undefined> {
  const { mutedWords, pictureOrigins, outlets } = order;
  const { fresh, headline, told } = story;
  const newest = latest(fresh, articlesQuoted, outlets.preferred);
  const all = newest.some(({ id }) => id === headline.id) ? newest : [headline, ...newest.slice(1)];
  const read = isPreferred ? all.filter(({ outletId }) => outlets.preferred.has(outletId)) : all;
  if (read.length === 0) return undefined;
  const sentence = await texts.sentenceOf({
    articleIds: read.map(({ id }) => id),
    headlineId: headline.id,
    told,
    mutedWords: mutedWords.length > 0 ? mutedWords : undefined,
  });
  if (isPreferred && sentence === undefined) return undefined;
  const isBorrowed = sentence !== undefined && sentence.articleId !== headline.id;
  const quoted = isBorrowed ? await texts.article(sentence.articleId) : undefined;
  return {
    ...lineOf(story),
    sentences: sentence ? [sentence] : [],
    corrections: correctionsOf([headline, quoted]),
    // Of this development alone: an affair that goes on for weeks has more outlets, and began long ago.
    outlets: story.outlets,
    owners: story.owners,
    voices: story.newsrooms,
    since: Math.min(...fresh.map(({ publishedAt }) => publishedAt)),
    picture: pictureOf([headline, ...story.articles], headline.title, pictureOrigins),
    told: told && (await updatedBy(told, headline, sentence, order, texts)),
    importance: story.parts,
  };
}

/** What the channel was told of the same affair; undefined if what it was told is another one. */
async function updatedBy(
  { at, messageUrl, articleIds: [id = ''] }: NonNullable<Listed['told']>,
  { title, paragraphs, language }: ToldArticle,
  sentence: QuotedSentence | undefined,
  { mutedWords }: DigestOrder,
  texts: Texts,
): Promise<DigestPlace['told']> {
  const before = await texts.article(id);
  if (before === undefined) return { at, messageUrl };
  const opening = (paragraphs[0] ?? '').slice(0, openingLetters);
  const said = new Set(termsOf(`${title}\n${opening}\n${sentence?.text ?? ''}`, language));
  const shared = new Set(termsOf(before.title, before.language)).intersection(said).size;
  if (shared < affairWordsMin) return undefined;
  const isUnfit =
    before.correction?.kind === 'retracted' ||
    saysWithdrawn(before.title) ||
    saysMuted({ text: before.title, language: before.language }, mutedWords);
  if (isUnfit) return { at, messageUrl };
  return { at, messageUrl, headline: { title: before.title, url: before.url, articleId: id } };
}

/** What outlets had corrected or withdrawn of these. */
function correctionsOf(articles: readonly (ToldArticle | undefined)[]): DigestCorrection[] | undefined {
  const corrections = articles.flatMap((article) => {
    if (article?.correction === undefined) return [];
    const { kind, text } = article.correction;
    return [{ kind, text, articleId: article.id, outlet: article.outletName, url: article.url }];
  });
  return corrections.length > 0 ? corrections : undefined;
}

export function lineOf(story: Found): DigestLine {
  return {
    storyId: story.storyId,
    title: story.headline.title,
    url: story.headline.url,
    articleId: story.headline.id,
    outlet: story.headline.outletName,
    topicId: story.topicIds[0] ?? '',
    corrections: correctionsOf([story.headline]),
  };
}
