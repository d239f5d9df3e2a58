/** How many people or animals something happened to, as one sentence states it. */
export interface StatedFigure {
  /** As printed, with its hedge: "at least 12", "nine". */
  readonly printed: string;
  readonly value: number;
  /** Hedged by "about", "more than" or "nearly", so near values count as equal. */
  readonly rough: boolean;
  /** In a reader's words: "people killed", "deckhands injured". */
  readonly noun: string;
  readonly fate: string;
  /** Figures with the same key count the same thing. */
  readonly key: string;
  /** Stated as the toll itself ("the toll rose to 80"). Such a figure precedes other numbers beside it. */
  readonly named: boolean;
}

/** How a language counts people. */
interface Counting {
  /** The words for 2 to 12. */
  small: readonly string[];
  /** Separators of thousands. Global. */
  separators: RegExp;
  /** Pattern source: hedges that leave a number exact, such as "at least". */
  exact: string;
  fates: readonly Fate[];
  /** Global patterns with a hedge as group 1 and a number as group 2. The last one matches the toll itself. */
  patternsOf(counted: string, suffered: string, fate: string): readonly RegExp[];
  /** A cheap first check, because most sentences have none of these words. */
  told: RegExp;
  ofWar: RegExp;
  /** Words for an increment, an uncertain number, another time, or something that did not happen. */
  otherwise: RegExp;
}

/** Pattern source for "two" and, at the start of a headline, "Two". */
export const anyCase = (words: readonly string[]): string =>
  words.map((word) => `[${word[0]}${word[0]?.toUpperCase()}]${word.slice(1)}`).join('|');

/** A fate, its noun, the words for it after a number, and the words for it after people. */
export type Fate = readonly [fate: string, noun: string, counted: string, suffered: string];

/** Pattern source of a count with its hedge, but not of money, dates, ages or parts of a larger number. */
export function countWith(number: string, hedges: string): string {
  const hedge = anyCase(hedges.split('|'));
  return `(?<![\\p{L}\\p{N}€$.,:/'’–-])((?:(?:${hedge})\\s)?)(${number})(?![\\p{L}\\p{N}%]|[.,:/-]\\d)`;
}

/** The counts in a sentence, except those of a war, of another time, or of something that did not happen. */
export function figuresBy(counting: Counting): (sentence: string) => StatedFigure[] {
  const { small, separators, told, ofWar, otherwise } = counting;
  const exactHedge = new RegExp(`^(?:${counting.exact})\\s`, 'iu');
  const byFate = counting.fates.map(([fate, noun, counted, suffered]) => ({
    fate,
    noun,
    patterns: counting.patternsOf(counted, suffered, fate),
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
          return [
            {
              printed: `${hedge}${printed}`,
              value: amountIn(printed),
              rough,
              noun,
              fate,
              key: `people|${fate}`,
              named,
            },
          ];
        }),
      ),
    );
  };
}
