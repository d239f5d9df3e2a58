import type { StatedFigure } from './statedFigure.ts';

/**
 * Wordings of lines inside an article that aren't part of its text, such as picture credits. Every field except
 * `dateWords` holds pattern sources.
 */
export interface Furniture {
  /** Words that a line with only a date may contain besides the month: weekdays, "published", "at". */
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
  /** Notes to readers about the newsletter, prices, the app or rules. They match anywhere in a line. */
  readonly appeal: readonly string[];
  /** Words of an offer, such as "sign up". A line with "newsletter" and an offer word is an appeal too. */
  readonly offer: string;
  /** Words of news reports, such as "said". A line with such a word is no appeal. */
  readonly reports: string;
  /** Beginnings of notes before the first paragraph. */
  readonly openingNote: readonly string[];
}

/** How articles name another outlet or an agency as their source; see `stories/citations.ts`. */
export interface Citing {
  /**
   * Pattern sources with `§` for the outlet's name: "told §", "§-Bericht". `§` also matches quotation marks, a
   * possessive 's, and words of `articles` or `kinds` beside the name. Every gap in a pattern has a maximum length.
   */
  readonly patterns: readonly string[];
  /** Like `patterns`, but used only for agencies and for names beside a word of `kinds`: "broadcaster NHK said". */
  readonly agencyPatterns: readonly string[];
  /** Pattern source: words for "the". */
  readonly articles: string;
  /** Pattern source: words that mark an outlet's name: "newspaper", "state-run". */
  readonly kinds: string;
}

/** The rules for a language that has a folder here. All patterns take linear time. */
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
  /** True for German: every noun has a capital letter, which therefore doesn't show a name. */
  readonly capitalisesNouns: boolean;
  /** Pattern sources of words that need the previous sentence; see `readable.ts` and `quotes.ts`. */
  readonly leaning: {
    /** First words of a sentence: "They", "But". */
    readonly openers: string;
    /** "he", "she", "they". */
    readonly pronouns: string;
  };
  /** Pattern sources of text that isn't news: datelines, calls to the reader, service text; see `lead.ts`. */
  readonly lead: {
    /** Beginnings of months in a dateline. */
    readonly months: string;
    /** Words that a reporter's own sentence doesn't contain: "I", "our", "your". */
    readonly personal: string;
    /** Beginnings of calls to the reader: "Sign up". The patterns of `boilerplate` match anywhere in a sentence. */
    readonly calls: string;
    readonly boilerplate?: string;
  };
  /** Pattern sources: titles that withhold the news ("What we know"), and titles of live pages and videos. */
  readonly teasing: readonly string[];
  /** Patterns for the model in `kinds.ts`. Undefined if the model isn't fitted to the language. */
  readonly kinds?: {
    /** Words of the first and second person. */
    readonly voice: RegExp;
    readonly said: RegExp;
    readonly weekday: RegExp;
  };
  /** Labels of articles that aren't news, at the start of a title: "Tribune :". Used only without `kinds`. */
  readonly asides?: RegExp;
  readonly furniture: Furniture;
  /** How many people or animals something happened to ("34 killed"), as the sentence states it. */
  figures(sentence: string, publishedAt?: number): StatedFigure[];
  /** All numbers in a headline that may be counts, of people or anything else. */
  numbersIn?(title: string): number[];
  /** Words of war. In a war, each side counts its own dead and the enemy's. */
  readonly war?: RegExp;
  /** Pattern sources for notes of an outlet about its own article. */
  readonly labels: {
    /** Labels before the title or text: "Retraction", and in `correction` "Clarification". */
    readonly withdrawn: string;
    readonly correction: string;
    /** Sentences that admit a mistake without a label. `revised` has sentences that only say that the text changed. */
    readonly corrected: string;
    readonly revised: string;
    /** Labels beside a headline that say nothing about the event: "Breaking". `live` has labels of live pages. */
    readonly kickers: string;
    readonly live: string;
  };
  readonly citing: Citing;
  /** Matches titles that report a suicide, a suicide attempt or self-harm. */
  readonly suicide?: RegExp;
  /** Words that members type for days and times. */
  readonly schedule: {
    /** Names and abbreviations of each weekday, from Monday on. */
    readonly days: readonly (readonly string[])[];
    readonly everyDay: readonly string[];
    readonly weekdays: readonly string[];
    readonly weekend: readonly string[];
    /** "once a week", which Lede takes as Monday. */
    readonly weekly: readonly string[];
    /** Pattern sources: `every` matches words before a day ("every"), `from` words before a range. */
    readonly every: string;
    readonly from: string;
    readonly until: string;
    readonly and: string;
    /** Pattern sources: `beforeHours` matches words before an hour ("at 8"), `afterHours` words after it ("8 Uhr"). */
    readonly beforeHours: string;
    readonly afterHours: string;
  };
  /** Corrects a date or time that `Intl` formats: "1er décembre", "20 h 15". */
  writtenDate?(formatted: string): string;
  /** The word that a member types to choose all languages: "alle". */
  readonly all: string;
  /** Names of places by time zone. Members may type any name. Lede shows the first, the name of the zone's city. */
  readonly places?: Readonly<Record<string, readonly string[]>>;
  /** Maps this language's abbreviations of time zones to English ones. */
  readonly clocks?: Readonly<Record<string, string>>;
  /** Words that members type before a place ("heure de Paris"), in lower case and without accents (`fold`). */
  readonly zoneWords?: RegExp;
}
