import type { StatedFigure } from './statedFigure.ts';

/** A quotation, and the words before and after it in its sentence, where other quotations are replaced by “Qn”. */
export interface Around {
  readonly quote: string;
  readonly before: string;
  readonly after: string;
}

/** How outlets deny something. */
export interface Denying {
  /** Words that deny. What is denied follows them, or is told by the whole sentence. */
  readonly words: readonly RegExp[];
  /** Objects after such words that make it a refusal rather than a denial: "denied bail". */
  readonly refused?: RegExp;
  /** Not a denial: denied only at first, or admitted in the same sentence. */
  readonly none: RegExp;
  /** Ends with a pronoun, which alone doesn't say who denies. */
  readonly pronounBefore: RegExp;
  readonly passiveBefore: RegExp;
  /** A capitalised word that opens a subject and is no name. */
  readonly opener: RegExp;
  /** Where the clause of the subject may begin, and where what is denied ends. */
  readonly clauseEdge: RegExp;
  readonly endOfMatter: RegExp;
  /** Words that mark a claim, the side that says it, and words that accuse. */
  readonly alleging: RegExp;
  readonly saying: RegExp;
  readonly accusing: RegExp;
  /** Words about the dispute itself, which don't count as content. */
  readonly dispute: string;
}

/** What Lede knows of a language that it reads well. All patterns take linear time. */
export interface Language {
  /** Primary subtag, as in "en". */
  readonly code: string;
  /** Words of nearly every paragraph and of no English one. */
  readonly sign?: RegExp;
  readonly stopWords: ReadonlySet<string>;
  /** The stem of a word in small letters without digits. */
  stem(lower: string): string;
  /** The sentences of one block of text. */
  splitSentences(block: string): Iterable<string>;
  /** Nouns are capitalised, so that a capital letter marks no name. */
  readonly capitalisesNouns: boolean;
  /** Whether a sentence without its quotations has a pronoun whose noun is in an earlier one. */
  pointsBack(outside: string): boolean;
  /** Openings that make a sentence need the one before; see `readable.ts`. */
  readonly leaning: {
    /** Sources: words that lean, quantities without a noun, and the auxiliaries after them. */
    readonly openers: string;
    readonly quantities: string;
    readonly auxiliaries: string;
    /** Sources: "our", and "correspondent" with its endings. */
    readonly ours: string;
    readonly reporters: string;
  };
  /** The speaker named beside a quotation in the same sentence. */
  speakerBeside(around: Around): string | undefined;
  /** The counts of people in a sentence that something happened to. */
  figures(sentence: string, publishedAt?: number): StatedFigure[];
  readonly denying: Denying;
  /** Sources: labels of an article that was withdrawn, and of an outlet's note on its mistake. */
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
    /** Sources. */
    readonly every: string;
    readonly until: string;
    readonly and: string;
    /** Source: what may stand after an hour. */
    readonly afterHours: string;
  };
  /** Names of places by zone, if they differ from English. The first is the zone's own city, which readers see. */
  readonly places?: Readonly<Record<string, readonly string[]>>;
  /** English abbreviations of time zones, by this language's. */
  readonly clocks?: Readonly<Record<string, string>>;
}
