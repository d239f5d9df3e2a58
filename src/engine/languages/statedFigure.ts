/** How many people or animals something happened to, as one sentence states it. */
export interface StatedFigure {
  /** As printed, with its hedge: "at least 12", "nine". */
  readonly printed: string;
  readonly value: number;
  /** Hedged by "about", "more than" or "nearly", so near values count as equal. */
  readonly rough: boolean;
  /** What is counted, as readers see it: "people killed", "deckhands injured". */
  readonly noun: string;
  readonly fate: string;
  /** Figures with the same key count the same thing. */
  readonly key: string;
  /** Whether the sentence calls it the toll ("the toll rose to 80"). Such a figure wins over others with its key. */
  readonly named: boolean;
}

/** How a language counts people. */
interface Counting {
  /** The words for 2 to 12. */
  small: readonly string[];
  /** Pattern source: a number in digits. */
  digits: string;
  /** Separators of thousands. Global. */
  separators: RegExp;
  /** Pattern source: words before a number that count as exact, such as "at least". */
  exact: string;
  /** Pattern source: hedges such as "about". */
  vague: string;
  /** Pattern source: words for people. */
  people: string;
  fates: readonly Fate[];
  /**
   * Pattern sources for other wordings than "34 killed" and "34 people were killed". In `count`, group 1 is the hedge
   * and group 2 the number. The last source must match sentences that call the number the toll.
   */
  tolls(count: string, counted: string, fate: string): readonly string[];
  /** Matches the words of any fate. A cheap first check, because most sentences have none. */
  told: RegExp;
  ofWar: RegExp;
  /** Words for an increment, an uncertain number, another time, or something that did not happen. */
  otherwise: RegExp;
}

/** Pattern source for "two" and, at the start of a headline, "Two". */
const anyCase = (words: readonly string[]): string =>
  words.map((word) => `[${word[0]}${word[0]?.toUpperCase()}]${word.slice(1)}`).join('|');

/** A fate, its noun for readers, nouns after a number ("34 dead"), and verbs after people ("34 people died"). */
type Fate = readonly [fate: string, noun: string, counted: string, suffered: string];

/** Pattern source for a count with its hedge. Excludes money, percentages, dates in digits, parts of larger numbers. */
function countWith(number: string, hedges: string): string {
  const hedge = anyCase(hedges.split('|'));
  return `(?<![\\p{L}\\p{N}€$.,:/'’–-])((?:(?:${hedge})\\s)?)(${number})(?![\\p{L}\\p{N}%]|[.,:/-]\\d)`;
}

/** The counts in a sentence, except those of a war, of another time, or of something that did not happen. */
export function figuresBy(counting: Counting): (sentence: string) => StatedFigure[] {
  const { small, digits, separators, exact, vague, people, told, ofWar, otherwise } = counting;
  const count = countWith(`${digits}|${anyCase(small)}`, `${exact}|${vague}`);
  const exactHedge = new RegExp(`^(?:${exact})\\s`, 'iu');
  const byFate = counting.fates.map(([fate, noun, counted, suffered]) => ({
    fate,
    noun,
    patterns: [
      `${count}\\s(?:${counted})(?![\\p{L}-])`,
      `${count}\\s${people}\\s(?:[^,.;:!?]{0,50}?\\s)?(?:${suffered})(?!\\p{L})`,
      ...counting.tolls(count, counted, fate),
    ].map((source) => new RegExp(source, 'gu')),
  }));
  const amountIn = (printed: string): number => {
    const at = small.indexOf(printed.toLowerCase());
    return at >= 0 ? at + 2 : Number(printed.replace(separators, ''));
  };
  return (sentence) => {
    if (!told.test(sentence) || ofWar.test(sentence)) return [];
    return byFate.flatMap(({ fate, noun, patterns }) =>
      patterns.flatMap((pattern) =>
        [...sentence.matchAll(pattern)].flatMap((match): StatedFigure[] => {
          const [whole, hedge = '', printed = ''] = match;
          const before = /[^,;:]{0,40}$/.exec(sentence.slice(0, match.index))?.[0] ?? '';
          const after = /^[^,;:]{0,40}/.exec(sentence.slice(match.index + whole.length))?.[0] ?? '';
          if (otherwise.test(before + whole + after)) return [];
          const rough = hedge !== '' && !exactHedge.test(hedge);
          const named = pattern === patterns.at(-1);
          const value = amountIn(printed);
          return [{ printed: `${hedge}${printed}`, value, rough, noun, fate, key: `people|${fate}`, named }];
        }),
      ),
    );
  };
}
