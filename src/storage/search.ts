import type { EpochMs } from '../clock.ts';
import type { FeedId, ServerId, StoryId } from '../ids.ts';

/** The text by which a story is found: its title, and the titles and leads of its articles up to a limit. */
export interface SearchedText {
  id: StoryId;
  text: string;
  language?: string;
}

export interface StoryText {
  title: string;
  body: string;
  /** Set if only servers with this feed find the story by the text, because the catalogue doesn't list the articles. */
  feedId?: FeedId;
}

export interface StoredText extends StoryText {
  /** A number that grows with each text that is indexed. */
  row: number;
  storyId: StoryId;
}

/** Converts rows: in the databases an empty `feedId` means everybody. */
export const storedTexts = <Row extends { feedId: FeedId }>(rows: readonly Row[]) =>
  rows.map((row) => ({ ...row, feedId: row.feedId === '' ? undefined : row.feedId }));

export interface FoundStories {
  ids: StoryId[];
  loose: boolean;
  meant?: string;
}

/** Search over stories. Each database has its own implementation. */
export interface StorySearch {
  index(storyId: StoryId, texts: readonly StoryText[]): Promise<void>;
  /** Adds texts of a story that is not in the index yet, which saves looking for texts to replace. */
  add(storyId: StoryId, texts: readonly StoryText[]): Promise<void>;
  remove(storyIds: readonly StoryId[]): Promise<void>;
  /** The next `max` texts after this row, in the order in which they were indexed. */
  stored(after: number, max: number): Promise<StoredText[]>;
  /** The row of the latest text; 0 if there is none. */
  lastRow(): Promise<number>;
  /**
   * Checks the next `max` words after `after` and deletes those that no title contains any more. Continue with `next`,
   * which is empty at the end.
   */
  sweepTerms(after: string, max: number): Promise<{ next: string; forgotten: number }>;
  /**
   * Rewrites a part of the indexes without deleted words, which are only marked as deleted until then. False if
   * nothing is left to do.
   */
  merge(isFirst: boolean): Promise<boolean>;
  /** All texts of these stories, including those for single servers. */
  textsOf(storyIds: readonly StoryId[]): Promise<(StoryText & { id: StoryId })[]>;
  /** For each indexed story, the text by which everybody finds it; '' if only some servers may see the story. */
  openTextsOf(storyIds: readonly StoryId[]): Promise<Map<StoryId, SearchedText>>;
  /**
   * Stories with news since `since`, newest first, with a text that the server may see and that has a word with one of
   * these prefixes.
   */
  holding(
    beginnings: readonly string[],
    serverId: ServerId | undefined,
    since: EpochMs,
    limit: number,
  ): Promise<SearchedText[]>;
  /**
   * Ids of stories that the server may see and that share two rare words with this title, best first. A word is rare
   * if at most a twentieth of the texts contain it, and at most a thousand.
   */
  related(storyId: StoryId, title: string, serverId: ServerId | undefined, limit: number): Promise<string[]>;
  /**
   * Ids of stories that the server may see, best first: stories with all words (the last may be unfinished); if there
   * are none, with all words after correcting typing errors; if there are still none, with any of the words. `loose` is
   * true but in the first case; `meant` are the corrected words of the second.
   */
  find(query: string, serverId: ServerId | undefined, limit: number): Promise<FoundStories>;
}
