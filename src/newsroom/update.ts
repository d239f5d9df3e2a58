import { dayMs, type EpochMs } from '../clock.ts';
import { type HeadlineArticle, headlineOf, isPlain, killedIn, tollOf } from '../stories/headline.ts';
import { termsOf } from '../text/terms.ts';
import { newSentences } from './summaries/news.ts';

type Newsy = HeadlineArticle & { newsroom: string };

/** What a channel was told of a story, and what else was out by then. */
export interface ToldOfStory {
  /** When the last digest told it. */
  readonly at: EpochMs;
  /** Headlines and sentences. */
  readonly texts: readonly string[];
  /** The story's articles that were out when it was told. */
  readonly known: readonly Newsy[];
}

/** A headline with fewer untold words says the same again. */
const untoldMin = 2;
/** So many go on with a story only if something happened; fewer must share a word that nobody had before. */
const manyNewsrooms = 5;
const titleLetters = 300;
const openingLetters = 600;

/**
 * The new article that heads an update of a story: it says what the channel was not told, and is not dated to a day before
 * the telling. Undefined if there is none, or if nothing happened since: then the story has no update. All that is new
 * says what the latest stage is; give it first to latest. Only articles of `heads` may head the update.
 */
export function updateHeadline<Given extends HeadlineArticle & { newsroom: string }>(
  fresh: readonly Given[],
  told: ToldOfStory,
  heads: readonly Given[] = fresh,
): Given | undefined {
  const toldWords = new Set(told.texts.flatMap((text) => termsOf(text, fresh[0]?.language)));
  const toll = tollOf(fresh);
  const toldToll = Math.max(0, ...told.texts.map((text) => killedIn(text)));
  // A toll only rises, and nobody is told an old one because the new one is a single newsroom's yet.
  const hasToll = ({ title, publishedAt }: Given) =>
    toll !== undefined && toll > toldToll && killedIn(title, publishedAt) === toll;
  const isUntold = ({ title, language }: Given) =>
    new Set(termsOf(title.slice(0, titleLetters), language)).difference(toldWords).size >= untoldMin &&
    newSentences([title], told.texts, language).length > 0;
  // A question or a teaser tells nothing new.
  const plain = heads.filter(({ title }) => isPlain(title));
  const tolls = plain.filter(hasToll);
  if (tolls.length > 0) return headlineOf(fresh, tolls, toldWords);
  if (!hasHappened(fresh, told.known)) return undefined;
  const news = plain.filter((one) => isUntold(one) && (dayNamedIn(one) ?? told.at) >= startOfDay(told.at));
  return news.length > 0 ? headlineOf(fresh, news, toldWords) : undefined;
}

/**
 * Whether something happened since what is known: many newsrooms go on with it, or a second one says a word of a title
 * that nothing known says. What only one newsroom ever reported needs no second.
 */
function hasHappened(fresh: readonly Newsy[], known: readonly Newsy[]): boolean {
  const newsrooms = new Set(fresh.map(({ newsroom }) => newsroom));
  if (newsrooms.size >= manyNewsrooms) return true;
  if (newsrooms.union(new Set(known.map(({ newsroom }) => newsroom))).size === 1) return true;
  const wordsOf = (text: string, { language }: Newsy) => new Set(termsOf(text, language));
  const knownWords = new Set(known.flatMap((article) => [...wordsOf(openingOf(article), article)]));
  const said = fresh.map((article) => ({
    article,
    words: wordsOf(openingOf(article), article).difference(knownWords),
  }));
  return fresh.some((one) => {
    const words = wordsOf(one.title.slice(0, titleLetters), one);
    return said.some(
      ({ article, words: others }) => article.newsroom !== one.newsroom && !words.isDisjointFrom(others),
    );
  });
}

const openingOf = ({ title, paragraphs }: HeadlineArticle): string =>
  `${title.slice(0, titleLetters)}\n${(paragraphs[0] ?? '').slice(0, openingLetters)}`;

const startOfDay = (at: EpochMs): EpochMs => at - (at % dayMs);

/** The latest of the last seven days whose weekday an article's opening names. */
function dayNamedIn(article: HeadlineArticle): EpochMs | undefined {
  const names = new Intl.DateTimeFormat(article.language ?? 'en', { weekday: 'long', timeZone: 'UTC' });
  const opening = openingOf(article);
  for (let ago = 0; ago < 7; ago++) {
    const day = article.publishedAt - ago * dayMs;
    if (new RegExp(`(?<!\\p{L})${names.format(day)}(?!\\p{L})`, 'iu').test(opening)) return startOfDay(day);
  }
  return undefined;
}
