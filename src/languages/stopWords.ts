import lists from 'stopwords-iso' with { type: 'json' };
import { subtagOf } from './subtag.ts';

const list = (words: string): ReadonlySet<string> => new Set(words.split(' '));

const english = list(
  "a about above after again against ago all almost along already also although always am amid among an and another any anyone anything are aren't around as at away back be became because become been before began behind being below between both but by came can can't cannot come could couldn't did didn't do does doesn't doing don't done down during each either else even ever every few first for from further get go going got had hadn't has hasn't have haven't having he he'd he'll he's her here hers herself him himself his how however i i'd i'll i'm i've if in including into is isn't it it's its itself just last later least less let let's like made make many may me might more most much must my myself near never new next no nor not now of off often on once one only onto or other others our ours ourselves out over own part per put quite rather said same say saying says see seen several shall she she'd she'll she's should shouldn't since so some something still such take taken than that that's the their theirs them themselves then there there's these they they'd they'll they're they've this those though three through time to told too took toward towards two under until up upon us use used very via was wasn't way we we'd we'll we're we've well went were weren't what what's when where whether which while who who's whom whose why will with within without won't would wouldn't year years yes yet you you'd you'll you're you've your yours yourself yourselves",
);

const german = list(
  'aber alle allem allen aller alles als also am an andere anderen anderer anderes auch auf aus bei beim bereits bin bis bist da dabei dadurch daher damit danach dann daran darauf darum das dass davon dazu dein dem den denn der deren des dessen dich die dies diese diesem diesen dieser dieses dir doch dort du durch ein eine einem einen einer eines einige einmal er erst es etwa etwas euch euer für gegen gewesen gibt hab habe haben hat hatte hatten hier hinter ich ihm ihn ihnen ihr ihre ihrem ihren ihrer ihres im immer in indem ins ist ja jahr jahre jahren jede jedem jeden jeder jedes jedoch jetzt kann kein keine keinem keinen keiner können könnte laut machen man mehr mein meine mich mir mit muss müssen nach nachdem neue neuen nicht nichts noch nun nur ob oder ohne rund sagt sagte schon sehr sei sein seine seinem seinen seiner seit selbst sich sie sind so sogar soll sollen sollte solche sondern sonst sowie statt über um und uns unser unsere unter viel viele vom von vor während war waren warum was weil weiter welche welchem welchen welcher wenn wer werde werden weshalb wie wieder will wir wird wo wollen worden wurde wurden zu zum zur zwar zwei zwischen',
);

/** Whether a word carries structure instead of content. Ignores upper and lower case. */
type StopWords = (word: string) => boolean;

const among =
  (words: ReadonlySet<string>): StopWords =>
  (word) =>
    words.has(word.toLowerCase().replaceAll('’', "'"));

/** A shorter list lacks even some articles and prepositions, so `isShort` complements it. */
const listMin = 100;
/** A lower-case word of up to three letters ("í", "til", "að") is rarely the news. */
const isShort: StopWords = (word) => /^\p{Ll}{1,3}$/u.test(word);

/** Japanese pairs of characters that hold a particle or an ending. */
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
/** Languages that use another one's list, because their function words are mostly the same. */
const alike: Readonly<Record<string, string>> = { nb: 'no', nn: 'no', bs: 'hr' };
const byList = new Map([
  ['en', among(english)],
  ['de', among(german)],
]);

/**
 * The stop words of a language; English ones if it is undefined. A language without a list doesn't get the English
 * one: French "or" is gold, Icelandic "her" an army.
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
