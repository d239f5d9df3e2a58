import type { StatedFigure } from './statedFigure.ts';

/** A quotation, and the words before and after it in its sentence, where other quotations are replaced by “Qn”. */
export interface Around {
  readonly quote: string;
  readonly before: string;
  readonly after: string;
}

/** How outlets deny something. */
export interface Denying {
  /** Words that deny. The denied statement follows them, or is the sentence itself. */
  readonly words: readonly RegExp[];
  /** Matches objects after one of `words` that make the sentence a refusal rather than a denial: "denied bail". */
  readonly refused?: RegExp;
  /** Matches sentences that don't count as denials: "didn't deny", "denied at first", "denied but later admitted". */
  readonly none: RegExp;
  /** Matches the text before a denying word if it ends with a pronoun, so that it doesn't say who denies. */
  readonly pronounBefore: RegExp;
  readonly passiveBefore: RegExp;
  /** A capitalised word that opens a subject and isn't a name. */
  readonly opener: RegExp;
  /** `clauseEdge` matches where the subject's clause may begin, `endOfMatter` where the denied statement ends. */
  readonly clauseEdge: RegExp;
  readonly endOfMatter: RegExp;
  /**
   * `alleging` matches words that mark a claim, `saying` a speaker (group 1) with a verb of saying, `accusing` words
   * that accuse.
   */
  readonly alleging: RegExp;
  readonly saying: RegExp;
  readonly accusing: RegExp;
  /** Words about the dispute itself, which don't count as content. */
  readonly dispute: string;
}

/** The rules of a language that Lede reads well. All patterns take linear time. */
export interface Language {
  /** Primary subtag, as in "en". */
  readonly code: string;
  /** Words that occur in nearly every paragraph in this language and in no English paragraph. */
  readonly sign?: RegExp;
  readonly stopWords: ReadonlySet<string>;
  /** The stem of a lower-case word without digits. */
  stem(lower: string): string;
  /** The sentences of one block of text. */
  splitSentences(block: string): Iterable<string>;
  /** Whether all nouns are capitalised, so that a capital letter doesn't mark a name. */
  readonly capitalisesNouns: boolean;
  /** Whether a sentence without its quotations has a pronoun whose noun is in an earlier sentence. */
  pointsBack(outside: string): boolean;
  /** Openings of sentences that can't be understood without the previous sentence; see `readable.ts`. */
  readonly leaning: {
    /**
     * Pattern sources: words that refer back ("They", "But"); quantities without a noun and the auxiliaries after them
     * ("Sixteen were …").
     */
    readonly openers: string;
    readonly quantities: string;
    readonly auxiliaries: string;
    /** Pattern sources: words for "our", and words for a reporter. */
    readonly ours: string;
    readonly reporters: string;
  };
  /** The speaker named beside a quotation in the same sentence. */
  speakerBeside(around: Around): string | undefined;
  /** How many people or animals something happened to ("34 killed"), as the sentence states it. */
  figures(sentence: string, publishedAt?: number): StatedFigure[];
  readonly denying: Denying;
  /** Pattern sources: labels of a withdrawn article, and labels of a correction. */
  readonly labels: { readonly withdrawn: string; readonly correction: string };
  /** Titles that report a person's suicide, attempt or self-harm. */
  readonly suicide?: RegExp;
  /** How people type days and times. */
  readonly schedule: {
    /** Names of the days, from Monday on. */
    readonly days: readonly (readonly string[])[];
    readonly everyDay: readonly string[];
    readonly weekdays: readonly string[];
    readonly weekend: readonly string[];
    /** Pattern sources. */
    readonly every: string;
    readonly until: string;
    readonly and: string;
    /** Pattern source: words that may stand after an hour. */
    readonly afterHours: string;
  };
  /** Place names by time zone, if they differ from English. Readers see the first name, that of the zone's own city. */
  readonly places?: Readonly<Record<string, readonly string[]>>;
  /** Maps this language's abbreviations of time zones to English ones. */
  readonly clocks?: Readonly<Record<string, string>>;
}
