import { dayMs, type EpochMs } from '../clock.ts';
import { newSentences } from '../engine/leads/news.ts';
import { type HeadlineArticle, isPlain, tollOf } from '../engine/stories/headline.ts';
import { killedIn } from '../engine/text/statedFigures.ts';
import { termsOf } from '../engine/text/terms.ts';

type Report = HeadlineArticle & { newsroom: string };

/** The texts that a channel's earlier digests showed of a story, and the story's articles before the last digest. */
export interface ToldOfStory {
  /** When the last of these digests showed the story. */
  readonly at: EpochMs;
  /** Headlines and sentences of those digests. */
  readonly texts: readonly string[];
  /** The story's articles published before the last digest. */
  readonly known: readonly Report[];
}

/** An update's headline needs this many new words. */
const untoldMin = 2;
/** New reports by this many newsrooms prove an event, whatever their words. */
const manyNewsrooms = 5;
const titleLetters = 300;
const openingLetters = 600;

/**
 * The articles of `heads` that may be the headline of an update. If titles state a newly risen death toll, only these
 * qualify. Otherwise the title needs new words, and the opening names no weekday before the last digest. Empty if
 * nothing new happened. `fresh` contains all new articles, oldest first.
 */
export function untoldHeads<Given extends Report>(
  fresh: readonly Given[],
  told: ToldOfStory,
  heads: readonly Given[] = fresh,
): Given[] {
  const toldWords = new Set(told.texts.flatMap((text) => termsOf(text, fresh[0]?.language)));
  const toll = tollOf(fresh);
  const toldToll = Math.max(0, ...told.texts.map((text) => killedIn(text)));
  // One outlet is enough for a new toll: tolls only rise, and waiting for another would repeat the old toll.
  const hasToll = ({ title, publishedAt }: Given) =>
    toll !== undefined && toll > toldToll && killedIn(title, publishedAt) === toll;
  const isUntold = ({ title, language }: Given) =>
    new Set(termsOf(title.slice(0, titleLetters), language)).difference(toldWords).size >= untoldMin &&
    newSentences([title], told.texts, language).length > 0;
  // A question or a teaser tells nothing new.
  const plain = heads.filter(({ title }) => isPlain(title));
  const tolls = plain.filter(hasToll);
  if (tolls.length > 0) return tolls;
  if (!hasHappened(fresh, told.known)) return [];
  return plain.filter((one) => isUntold(one) && (dayNamedIn(one) ?? told.at) >= startOfDay(told.at));
}

/**
 * Whether something happened since the known articles. It did if many newsrooms report again, or if only one newsroom
 * ever reported the story. Otherwise two newsrooms must use a word that no known opening has, one of them in a title.
 */
function hasHappened(fresh: readonly Report[], known: readonly Report[]): boolean {
  const newsrooms = new Set(fresh.map(({ newsroom }) => newsroom));
  if (newsrooms.size >= manyNewsrooms) return true;
  if (newsrooms.union(new Set(known.map(({ newsroom }) => newsroom))).size === 1) return true;
  const openingWords = (report: Report) => new Set(termsOf(openingOf(report), report.language));
  const knownWords = new Set(known.flatMap((report) => [...openingWords(report)]));
  const said = fresh.map((report) => ({ newsroom: report.newsroom, words: openingWords(report) }));
  return fresh.some(({ title, language, newsroom }) => {
    const news = new Set(termsOf(title.slice(0, titleLetters), language)).difference(knownWords);
    return said.some((other) => other.newsroom !== newsroom && !news.isDisjointFrom(other.words));
  });
}

const openingOf = ({ title, paragraphs }: HeadlineArticle): string =>
  `${title.slice(0, titleLetters)}\n${(paragraphs[0] ?? '').slice(0, openingLetters)}`;

const startOfDay = (at: EpochMs): EpochMs => at - (at % dayMs);

/** The words in lower case, each with a space before and after it. */
const wordsOf = (text: string): string => ` ${text.toLowerCase().replace(/\P{L}+/gu, ' ')} `;

/** The latest day whose weekday name is in the article's opening, from publication back to six days before. */
function dayNamedIn(article: HeadlineArticle): EpochMs | undefined {
  const names = new Intl.DateTimeFormat(article.language ?? 'en', { weekday: 'long', timeZone: 'UTC' });
  const opening = wordsOf(openingOf(article));
  for (let ago = 0; ago < 7; ago++) {
    const day = article.publishedAt - ago * dayMs;
    if (opening.includes(wordsOf(names.format(day)))) return startOfDay(day);
  }
  return undefined;
}
