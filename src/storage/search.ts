import type { EpochMs } from '../clock.ts';

/** What a story is found by: its title, and titles and leads of its articles up to a bound. */
export interface SearchedText {
  id: string;
  text: string;
  language?: string;
}

/** A text that a story is found by. */
export interface StoryText {
  title: string;
  body: string;
  /** Whose readers alone find the story by it, because the catalogue doesn't list the articles. */
  feedId?: string;
}

/** A text as the index holds it. */
export interface StoredText extends StoryText {
  /** Grows with each text that is indexed. */
  row: number;
  storyId: string;
}

/** In a database, an empty `feedId` is everybody's. */
export const storedTexts = <Row extends { feedId: string }>(rows: readonly Row[]) =>
  rows.map((row) => ({ ...row, feedId: row.feedId === '' ? undefined : row.feedId }));

/** Search over stories; each database has its own. */
export interface StorySearch {
  /** Replaces what the story is found by. */
  index(storyId: string, texts: readonly StoryText[]): Promise<void>;
  /** The same for a story that is not in the index, without the look for what to replace. */
  add(storyId: string, texts: readonly StoryText[]): Promise<void>;
  remove(storyIds: readonly string[]): Promise<void>;
  /** The next `max` texts after this row, in the order they were indexed. */
  stored(after: number, max: number): Promise<StoredText[]>;
  /** Of the text that was indexed last; 0 if there is none. */
  lastRow(): Promise<number>;
  /**
   * Forgets words that no title holds any more, looking at the next `max` words after `after`. `next` is where to go
   * on, empty at the end.
   */
  sweepTerms(after: string, max: number): Promise<{ next: string; forgotten: number }>;
  /**
   * Rewrites a part of the indexes without deleted words, which until then are only marked as deleted. False if nothing
   * is left to do.
   */
  merge(isFirst: boolean): Promise<boolean>;
  /** All search texts of these stories, those for single servers too. */
  textsOf(storyIds: readonly string[]): Promise<(StoryText & { id: string })[]>;
  /** What everybody finds it by: no text if only some may see it. */
  textOf(storyId: string): Promise<SearchedText | undefined>;
  /** Stories with news since in which the server may see a word beginning with one of these, newest first. */
  holding(
    beginnings: readonly string[],
    serverId: string | undefined,
    since: EpochMs,
    limit: number,
  ): Promise<SearchedText[]>;
  /**
   * Ids of stories that the server may see and that share two rare words with this title, best first. A word is rare
   * if at most a twentieth of the stories hold it, and at most a thousand.
   */
  related(storyId: string, title: string, serverId: string | undefined, limit: number): Promise<string[]>;
  /**
   * Ids of stories that the server may see, best first: those with all words (the last may be unfinished), else with
   * all words after correcting typing errors, else with any of the words, in which case `loose` is true.
   */
  find(query: string, serverId: string | undefined, limit: number): Promise<{ ids: string[]; loose: boolean }>;
}
