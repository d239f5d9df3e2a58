import type { EpochMs } from '../../clock.ts';
import type { ArticleId, ServerId, StoryId } from '../../ids.ts';

export interface GroupedArticle {
  id: ArticleId;
  /** The outlet's name or domain; its words are not counted as terms. */
  outlet: string;
  title: string;
  /** Plain text; the first 50 words count. */
  text: string;
  publishedAt: EpochMs;
  /** BCP 47. Articles in different languages never share a story; an unknown language matches any. */
  language?: string;
  /**
   * Probability, 0 to 1, that the article isn't a news report. Keeps items of a series, such as weather reports, from
   * being grouped only because they are worded alike.
   */
  notNews?: number;
  /**
   * Ids of the servers that may see this article; undefined means everybody. Articles that any of these servers can't
   * see have no influence on where this article is placed.
   */
  audience?: readonly ServerId[];
}

/** A placed article, as needed to rebuild the grouper after a restart. */
export interface PlacedArticle {
  id: ArticleId;
  storyId: StoryId;
  publishedAt: EpochMs;
  language?: string;
  /** From the `placed` change. */
  terms: string;
  audience?: readonly ServerId[];
}

/** The grouper's reasons for placing or moving an article. */
export interface Reasons {
  /** Words shared with the rest of the story as the article writes them, heaviest first, at most 8. */
  words: readonly string[];
  /** Mean probability, 0 to 1, that the article tells the same event as the story's others; 0 if it is alone. */
  probability: number;
}

/**
 * One step of the changes that `add` made. Applied in order, the steps lead to the state that `storyOf` reports:
 * `placed` adds a new article, `moved` takes articles from `from` to `into`, `merged` ends `from` for good.
 */
export type Change =
  | {
      kind: 'placed';
      articleId: ArticleId;
      storyId: StoryId;
      isNew: boolean;
      /** To be stored with the article; see PlacedArticle. */
      terms: string;
      reasons: Reasons;
    }
  | { kind: 'moved'; articleIds: readonly ArticleId[]; from: string; into: string; reasons: Reasons }
  | { kind: 'merged'; from: string; into: string; reasons: Reasons };

/** An earlier story of the same affair. */
export interface EarlierStory {
  storyId: StoryId;
  /** Cosine similarity, 0 to 1; near 1 for two stories about the same event. */
  likeness: number;
}
