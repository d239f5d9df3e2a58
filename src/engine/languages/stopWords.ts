import lists from 'stopwords-iso' with { type: 'json' };
import { languages } from './languages.ts';
import { subtagOf } from './subtag.ts';

/** Whether a word is a function word, such as “the”, rather than content. */
type StopWords = (word: string) => boolean;

const among =
  (words: ReadonlySet<string>): StopWords =>
  (word) =>
    words.has(word.toLowerCase().replaceAll('’', "'"));

/** A list with fewer words lacks even some articles and prepositions, so `isShort` is used as well. */
const listMin = 100;
/** Lower-case words of up to three letters ("í", "til", "að") are rarely content. */
const isShort: StopWords = (word) => /^\p{Ll}{1,3}$/u.test(word);

/** Japanese pairs of characters that contain a particle or an ending. */
const isGrammar: StopWords = (word) => /\p{Script=Hiragana}/u.test(word);

/** Names of days and months, alone and as inflected in a date. Nearly every article has some. */
function calendarNames(language: string): string[] {
  const month = { month: 'long', timeZone: 'UTC' } as const;
  const inDates = new Intl.DateTimeFormat(language, { ...month, weekday: 'long', day: 'numeric' });
  const alone = new Intl.DateTimeFormat(language, month);
  // Every tenth day of a year covers all weekdays and months.
  return Array.from({ length: 36 }, (_, n) => Date.UTC(2026, 0, 1 + 10 * n)).flatMap((day) =>
    [inDates, alone].flatMap(
      (format) =>
        format
          .format(day)
          .toLowerCase()
          .match(/\p{L}{3,}/gu) ?? [],
    ),
  );
}

const foreign: Readonly<Record<string, readonly string[]>> = lists;
/** Languages that use another language's list, because most function words are the same. */
const alike: Readonly<Record<string, string>> = { nb: 'no', nn: 'no', bs: 'hr' };
const byList = new Map(languages.map(({ code, stopWords }) => [code, among(stopWords)]));

/**
 * The stop words of a language; English ones for undefined. A language without a list doesn't get the English list:
 * Icelandic "her" is an army.
 */
function stopWordsOf(language: string | undefined): StopWords {
  const subtag = subtagOf(language) ?? 'en';
  const named = alike[subtag] ?? subtag;
  const known = byList.get(named);
  if (known) return known;
  if (!Object.hasOwn(foreign, named)) return isShort;
  const words = new Set(foreign[named]);
  const isThin = words.size < listMin;
  for (const name of calendarNames(named)) words.add(name);
  const isIn = among(words);
  const more = named === 'ja' ? isGrammar : isThin ? isShort : undefined;
  const own: StopWords = more ? (word) => isIn(word) || more(word) : isIn;
  byList.set(named, own);
  return own;
}

export const isStopWord = (word: string, language?: string): boolean => stopWordsOf(language)(word);
