import { dayMs, type EpochMs } from '../clock.ts';
import { type HeadlineArticle, headlineOf, isPlain, killedIn, tollOf } from '../stories/headline.ts';
import { newSentences } from '../summaries/news.ts';
import { termsOf } from '../text/terms.ts';

/** What a channel was told of a story. */
export interface ToldOfStory {
  /** When the last digest told it. */
  readonly at: EpochMs;
  /** Headlines and sentences. */
  readonly texts: readonly string[];
  /** Whose headlines it had. */
  readonly newsrooms: readonly string[];
}

/** A headline with fewer untold words says the same again. */
const untoldMin = 2;
/** So many newsrooms that go on with a story have something new to tell, if a title says one untold word. */
export const goingOnMin = 3;
/** Another newsroom must say this share of the untold words, else it is one newsroom's word alone. */
const confirmedShare = 0.34;
const titleLetters = 300;
const openingLetters = 600;

/**
 * The new article that heads an update of a story. Its title says something untold, a second newsroom says so too
 * unless the title's own headed the story before, and it is not dated to a day before the telling. Where several go on
 * with the story, one untold word will do. Undefined if there is none: then the story has no update. All that is new
 * says what the latest stage is; give it first to latest. Only articles of `heads` may head the update.
 */
export function updateHeadline<Given extends HeadlineArticle & { newsroom: string }>(
  fresh: readonly Given[],
  told: ToldOfStory,
  heads: readonly Given[] = fresh,
): Given | undefined {
  const said = new Map(fresh.map((article) => [article.id, new Set(termsOf(openingOf(article), article.language))]));
  const days = new Map(fresh.map((article) => [article.id, dayNamedIn(article)]));
  const isBefore = (day: EpochMs) => day < startOfDay(told.at);
  const known = new Set(told.texts.flatMap((text) => termsOf(text, fresh[0]?.language)));
  const untoldOf = ({ title, language }: Given): string[] =>
    [...new Set(termsOf(title.slice(0, titleLetters), language))].filter((term) => !known.has(term));
  const toll = tollOf(fresh);
  const toldToll = Math.max(0, ...told.texts.map((text) => killedIn(text)));
  const isUpdate = (article: Given): boolean => {
    const { title, newsroom, language } = article;
    // A toll only rises, and nobody is told an old one because the new one is a single newsroom's yet.
    if (toll !== undefined && toll > toldToll && killedIn(title, article.publishedAt) === toll) return true;
    const untold = untoldOf(article);
    if (untold.length < untoldMin || newSentences([title], told.texts, language).length === 0) return false;
    const confirming = fresh.filter(
      (other) =>
        other.newsroom !== newsroom &&
        untold.filter((term) => said.get(other.id)?.has(term)).length >= confirmedShare * untold.length,
    );
    // If it names no day, those that confirm it may.
    const dates = confirming.flatMap(({ id }) => days.get(id) ?? []);
    const day = days.get(article.id) ?? (dates.length > 0 ? Math.max(...dates) : told.at);
    if (isBefore(day)) return false;
    return confirming.length > 0 || told.newsrooms.includes(newsroom);
  };
  // A question or a teaser tells nothing new.
  const plain = heads.filter(({ title }) => isPlain(title));
  const news = plain.filter(isUpdate);
  if (news.length > 0) return headlineOf(fresh, news, known);
  if (new Set(fresh.map(({ newsroom }) => newsroom)).size < goingOnMin) return undefined;
  const further = plain.filter((one) => untoldOf(one).length > 0 && !isBefore(days.get(one.id) ?? told.at));
  return further.length > 0 ? headlineOf(fresh, further, known) : undefined;
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
