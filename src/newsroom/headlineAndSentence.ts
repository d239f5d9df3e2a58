import { newSentences } from '../engine/leads/news.ts';
import { saysSuicide, saysWithdrawn } from '../engine/text/labels.ts';
import { termsOf } from '../engine/text/terms.ts';
import type { OutletId, StoryId } from '../ids.ts';
import type {
  DigestCorrection,
  DigestLine,
  DigestPlace,
  QuotedSentence,
  Telling,
  TopicLabel,
} from '../storage/telling.ts';
import type { StoryTexts, ToldArticle } from './candidate.ts';
import { changedFigures } from './changedFigures.ts';
import { type Listed, type ListReader, latest } from './listed.ts';
import { saysMuted } from './muted.ts';
import { pictureOf } from './picture.ts';
import { secondLine, shareCovered } from './secondLine.ts';

/** Everything that composing a digest needs besides candidates: the digest's own fields, and the selection rules. */
export interface DigestOrder extends Omit<Telling, 'places' | 'also' | 'earlierCorrections' | 'paywalled'>, ListReader {
  topics: readonly TopicLabel[];
  storiesMax: number;
  mutedWords: readonly string[];
  /** Outlets that the channel prefers, and outlets with a paywall. */
  outlets: { preferred: ReadonlySet<OutletId>; paywalled: ReadonlySet<OutletId> };
  /** `host:port` of private addresses whose pictures may be shown. */
  pictureOrigins: ReadonlySet<string>;
  /**
   * Quotes no article older than the headline's. For updates, since followers already know the earlier stage. Not for
   * daily digests: of 206 places of a real week, 3 lost their sentence and 3 got another one, which was better once.
   */
  byStage?: boolean;
}

/**
 * Maximum numbers of new articles read for the headline and for the sentence. In a longer story the latest are enough.
 */
const articlesRead = 40;
const articlesQuoted = 6;
/**
 * The sentence should contain this share of the headline's words. Editors rated 7 % of 208 such sentences as poor, and
 * 50 % of the others.
 */
const toldShareMin = 0.5;
/**
 * With this many new outlets a story gets a place even if no sentence covers its headline. In three of four archives, a
 * third of the stories that editors wanted most would otherwise lose their place. The rule also keeps an update's
 * newest headline, since the next best one would be older.
 */
const newsroomsEnough = 2;
/**
 * A place is an update if it shares this many words with the earlier headline. Of 143 real updates, 11 shared fewer.
 */
const affairWordsMin = 2;
/** How much of the headline article's first paragraph is compared with the earlier headline. */
const openingLetters = 400;
/**
 * Headlines tried per story. If the sentence doesn't cover a single outlet's headline, the next best headline is tried.
 * A headline of a confirmed story stays: of 12 such places that switched for a better sentence, 6 got a worse headline
 * and 1 a better one.
 */
const headlinesMax = { confirmed: 1, alone: 3 } as const;

/** A listed story with its chosen headline. */
export interface Found extends Listed {
  headline: ToldArticle;
}

/** A story ready for a place. */
export interface PlacedStory {
  /** Whether headline and sentence come from preferred outlets. */
  isPreferred: boolean;
  found: Found;
  place: DigestPlace;
}

/** Takes the best headline that a quoted sentence covers, else the best headline; undefined if none may be shown. */
export async function tellingOf(
  story: Listed,
  order: DigestOrder,
  texts: StoryTexts,
): Promise<PlacedStory | undefined> {
  let best: PlacedStory | undefined;
  let { heads } = story;
  const triesMax = isConfirmed(story) ? headlinesMax.confirmed : headlinesMax.alone;
  for (let tried = 0; tried < triesMax && heads.length > 0; tried++) {
    const found = await foundOf({ ...story, heads }, order, texts, story.told);
    if (found === undefined) return best;
    const { preferred } = order.outlets;
    for (const isPreferred of preferred.size > 0 ? [true, false] : [false]) {
      const place = await placeFor(found, order, texts, isPreferred);
      if (place === undefined) continue;
      const telling = { found, place, isPreferred: isPreferred && preferred.has(found.headline.outletId) };
      if (tellsItsHeadline(telling, order)) return telling;
      best ??= telling;
    }
    heads = heads.filter(({ id }) => id !== found.headline.id);
  }
  return best && retold(best, order, texts);
}

/** Replaces the sentence by another outlet's headline if that covers more of the story's headline. */
async function retold(telling: PlacedStory, { mutedWords }: DigestOrder, texts: StoryTexts): Promise<PlacedStory> {
  const { found, place } = telling;
  const others = await Promise.all(latest(found.heads, articlesRead, new Set()).map(({ id }) => texts.article(id)));
  const line = secondLine(
    found.headline,
    others.filter((other) => other !== undefined),
    { sentence: place.sentences[0]?.text, told: found.told?.sentences, mutedWords },
  );
  return line === undefined ? telling : { ...telling, place: { ...place, sentences: [line] } };
}

/** Whether the sentence covers enough of the headline to go below it. If not, a brief says as much. */
export function tellsItsHeadline({ found, place, isPreferred }: PlacedStory, { topics }: DigestOrder): boolean {
  if (isPreferred) return true;
  // Comics and podcasts of the server's own feeds have no sentence, but are wanted.
  if (topics.some(({ id, own }) => own && id === place.topicId)) return true;
  return shareCovered(found.headline, place.sentences[0]?.text) >= toldShareMin;
}

/** Enough new outlets report it: it gets a place even with a weak sentence. */
export const isConfirmed = ({ newsrooms }: Listed): boolean => newsrooms >= newsroomsEnough;

/** The story as a brief. After an earlier digest with the story, the headline must say something new. */
export async function inBrief(story: Listed, order: DigestOrder, texts: StoryTexts): Promise<Found | undefined> {
  const found = await foundOf(story, order, texts);
  if (!found?.told) return found;
  const told = await Promise.all(found.told.articleIds.map((id) => texts.article(id)));
  const known = [...found.told.sentences, ...told.flatMap((article) => article?.title ?? [])];
  const isNew = newSentences([found.headline.title], known, found.headline.language).length > 0;
  return isNew ? found : undefined;
}

/** Chooses the story's headline among its new articles; undefined if none may be shown. */
async function foundOf(
  story: Listed,
  order: DigestOrder,
  texts: StoryTexts,
  told?: Listed['told'],
): Promise<Found | undefined> {
  const { preferred, paywalled } = order.outlets;
  const heads = new Set(latest(story.heads, articlesRead, preferred));
  const newest = new Set(latest(story.fresh, articlesRead, preferred));
  const read = story.fresh.filter((one) => newest.has(one) || heads.has(one));
  const wanted = read.map((article) => ({
    id: article.id,
    general: article.general,
    notNews: article.notNews,
    mayHead: heads.has(article),
    // Absent rather than false, so that channels without such outlets have equal cache keys and share the answer.
    ...(preferred.has(article.outletId) ? { preferred: true } : {}),
    ...(paywalled.has(article.outletId) ? { paywalled: true } : {}),
  }));
  const out = story.articles.filter(({ newsAt }) => told && newsAt <= told.at);
  const knownIds = out.slice(-articlesRead).map(({ id }) => id);
  const headline = await texts.headlineFor(wanted, told && { ...told, knownIds });
  // `headlineFor` picks a withdrawn article only if no other outlet has the story.
  if (!headline || saysWithdrawn(headline.title)) return undefined;
  if (saysSuicide(headline.title) && isOneOfSeveral(story, order)) return undefined;
  return (await isMuted(story.storyId, headline, order, texts)) ? undefined : { ...story, headline };
}

/**
 * Whether only one outlet reports the story and the channel has several topics. Stories on the server's own topics are
 * exempt, since the server asked for them.
 */
const isOneOfSeveral = ({ newsrooms, topicIds }: Listed, { topics }: DigestOrder): boolean =>
  newsrooms < 2 && topics.length > 1 && !topics.some(({ id, own }) => own && id === topicIds[0]);

/** Whether one of the story's outlets uses a muted word. */
async function isMuted(
  storyId: StoryId,
  { title, paragraphs, language }: ToldArticle,
  { mutedWords }: DigestOrder,
  texts: StoryTexts,
): Promise<boolean> {
  if (mutedWords.length === 0) return false;
  const searched = await texts.searchedOf(storyId);
  // The search text of a very long story lacks some articles, so the headline's own text is checked, too.
  const heading = { text: `${title}\n${paragraphs[0] ?? ''}`, language };
  return [heading, ...(searched ? [searched] : [])].some((said) => saysMuted(said, mutedWords));
}

/**
 * The story with its quoted sentence, which must say something new if the story was in an earlier digest. With
 * `isPreferred` only preferred outlets are quoted; undefined if they have no sentence.
 */
async function placeFor(
  story: Found,
  order: DigestOrder,
  texts: StoryTexts,
  isPreferred: boolean,
): Promise<DigestPlace | undefined> {
  const { mutedWords, pictureOrigins, outlets } = order;
  const { fresh, headline, told } = story;
  const newest = latest(fresh, articlesQuoted, outlets.preferred);
  const all = newest.some(({ id }) => id === headline.id) ? newest : [headline, ...newest.slice(1)];
  const newer = order.byStage ? all.filter(({ publishedAt }) => publishedAt >= headline.publishedAt) : all;
  const read = isPreferred ? newer.filter(({ outletId }) => outlets.preferred.has(outletId)) : newer;
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
    // These count only new articles: an affair that goes on for weeks has more outlets and began long ago.
    outlets: story.outlets,
    voices: story.origins,
    since: Math.min(...fresh.map(({ publishedAt }) => publishedAt)),
    picture: pictureOf([headline, ...story.articles], headline.title, pictureOrigins),
    ...(told && (await updateOf(story, told, { headline, sentence }, order, texts))),
    importance: story.parts,
  };
}

/** What an update shows besides its news. */
async function updateOf(
  { articles }: Found,
  told: NonNullable<Listed['told']>,
  { headline, sentence }: { headline: ToldArticle; sentence: QuotedSentence | undefined },
  order: DigestOrder,
  texts: StoryTexts,
): Promise<Pick<DigestPlace, 'told' | 'changed'>> {
  const updated = await updatedBy(told, headline, sentence, order, texts);
  if (updated === undefined) return { told: undefined };
  const read = await Promise.all(articles.slice(-articlesRead).map(({ id }) => texts.article(id)));
  const [changed] = changedFigures(
    read.filter((article) => article !== undefined),
    order.zone,
  );
  return { told: updated, ...(changed ? { changed } : {}) };
}

/** The message that is updated, with its headline if that may be shown. Undefined if it was about another affair. */
async function updatedBy(
  { at, messageUrl, articleIds: [id = ''] }: NonNullable<Listed['told']>,
  { title, paragraphs, language }: ToldArticle,
  sentence: QuotedSentence | undefined,
  { mutedWords }: DigestOrder,
  texts: StoryTexts,
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

/** The outlets' corrections and withdrawals of these articles; undefined if there are none. */
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
