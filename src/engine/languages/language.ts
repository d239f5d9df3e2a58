import type { StatedFigure } from './statedFigure.ts';

/**
 * Wordings of lines that are inside an article but not part of its text. All but `dateWords` are pattern sources, some
 * of them in lists.
 */
export interface Furniture {
  /** Words beside day and month in a line that only states a date: weekdays, "published", "at". */
  readonly dateWords: readonly string[];
  /** "updated", "last reviewed": words of a time stamp. */
  readonly stamp: string;
  /** Words before an author's name. */
  readonly by: string;
  /** Beginnings of picture credits: "photo", "source". */
  readonly credit: string;
  readonly rights: string;
  /** Beginnings of lines that link elsewhere or advertise the outlet. */
  readonly promo: readonly string[];
  /** Notes to readers about newsletter, prices, app or rules. They match anywhere in a line. */
  readonly appeal: readonly string[];
  /** Words of an offer. A line with one of them and "newsletter" counts as an appeal too. */
  readonly offer: string;
  /** Words of news reports, such as "said". A line with one of them is no appeal. */
  readonly reports: string;
  /** Beginnings of notes before the first paragraph. */
  readonly openingNote: readonly string[];
}

/** How articles name another outlet or an agency as their source; see `stories/citations.ts`. */
export interface Citing {
  /**
   * Pattern sources with `§` for the name: "told §", "§-Bericht". `§` includes a preceding word of `articles` or
   * `kinds`, quotation marks, a possessive 's, and a following word of `kinds`. Every gap in a pattern is bounded.
   */
  readonly patterns: readonly string[];
  /** Like `patterns`, but only for agencies and names next to a word of `kinds`: "broadcaster NHK said". */
  readonly agencyPatterns: readonly string[];
  /** Pattern source: "the". */
  readonly articles: string;
  /** Pattern source: words that mark an outlet's name: "newspaper", "state-run". */
  readonly kinds: string;
}

/** The rules of a language that Lede reads well. All patterns take linear time. */
export interface Language {
  /** Primary subtag, as in "en". */
  readonly code: string;
  readonly stopWords: ReadonlySet<string>;
  stem(lower: string): string;
  /** Other spellings of a word in a search, such as "maedchen" for "mädchen". The search already ignores accents. */
  spellings?(word: string): readonly string[];
  /** The numbers from zero to twelve. */
  readonly numerals: readonly string[];
  splitSentences(block: string): Iterable<string>;
  /** Whether all nouns are capitalised, so that a capital letter doesn't mark a name. */
  readonly capitalisesNouns: boolean;
  /** Pattern sources of words that refer to the previous sentence; see `readable.ts` and `quotes.ts`. */
  readonly leaning: {
    /** Openings: "They", "But". */
    readonly openers: string;
    /** "he", "she", "they". */
    readonly pronouns: string;
  };
  /** Pattern sources of text before the news, or of service text; see `lead.ts`. */
  readonly lead: {
    /** Beginnings of months in a dateline. */
    readonly months: string;
    /** Words that don't occur in a reporter's sentence: "I", "our", "your". */
    readonly personal: string;
    /** Beginnings of calls to the reader; `boilerplate` may stand anywhere in a sentence. */
    readonly calls: string;
    readonly boilerplate?: string;
  };
  /** Pattern sources of titles that tease or show that the article is a live page or video. */
  readonly teasing: readonly string[];
  /** Patterns for the model of kinds (`kinds.ts`). Missing until the model has been fitted to the language. */
  readonly kinds?: {
    /** Words of the first and second person. */
    readonly voice: RegExp;
    readonly said: RegExp;
    readonly weekday: RegExp;
  };
  /** Labels before titles of articles that are no news: "Tribune :". Used only if the language has no `kinds`. */
  readonly asides?: RegExp;
  readonly furniture: Furniture;
  /** How many people or animals something happened to ("34 killed"), as the sentence states it. */
  figures(sentence: string, publishedAt?: number): StatedFigure[];
  /** The numbers in a headline that may be counts, whatever they count. */
  numbersIn?(title: string): number[];
  /** Words of war, where each side counts its own dead and the enemy's. */
  readonly war?: RegExp;
  /** Pattern sources for notes of an outlet about its own article. */
  readonly labels: {
    /** Labels of withdrawn articles; the next field has those of corrections. */
    readonly withdrawn: string;
    readonly correction: string;
    /** Sentences that admit a mistake without a label; in `revised`, those that only say that the text changed. */
    readonly corrected: string;
    readonly revised: string;
    /** Labels before or after a headline that say nothing about the event; in `live`, those of live pages. */
    readonly kickers: string;
    readonly live: string;
  };
  readonly citing: Citing;
  /** Titles that report a person's suicide, attempt or self-harm. */
  readonly suicide?: RegExp;
  /** How people type days and times. */
  readonly schedule: {
    /** Names of the days, from Monday on. */
    readonly days: readonly (readonly string[])[];
    readonly everyDay: readonly string[];
    readonly weekdays: readonly string[];
    readonly weekend: readonly string[];
    /** "once a week", which Lede takes as Monday. */
    readonly weekly: readonly string[];
    /** Pattern sources: what may precede a day ("every"); in `from`, what may precede a range. */
    readonly every: string;
    readonly from: string;
    readonly until: string;
    readonly and: string;
    /** Pattern sources: words before an hour ("at 8"); in `afterHours`, words after one ("8 Uhr"). */
    readonly beforeHours: string;
    readonly afterHours: string;
  };
  /** Corrects a date or time that `Intl` formats: "1er décembre", "20 h 15". */
  writtenDate?(formatted: string): string;
  /** The word that a member types to choose all languages: "alle". */
  readonly all: string;
  /** Names of places by time zone. Readers see the first name, that of the zone's own city; they may type any. */
  readonly places?: Readonly<Record<string, readonly string[]>>;
  /** Maps this language's abbreviations of time zones to English ones. */
  readonly clocks?: Readonly<Record<string, string>>;
  /** Words that members type around a place ("heure de Paris"), in lower case and without accents (`fold`). */
  readonly zoneWords?: RegExp;
}
