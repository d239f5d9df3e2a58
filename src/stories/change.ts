import type { EpochMs } from '../clock.ts';

/** What the grouper is given of an article. */
export interface GroupedArticle {
  id: string;
  /** Its name or domain: the words of it are no terms of the article. */
  outlet: string;
  title: string;
  /** Plain text; the first 50 words count. */
  text: string;
  publishedAt: EpochMs;
  /** BCP 47; articles of different languages are never put together, unknown goes with any. */
  language?: string;
  /** How probably it is no news report, 0 to 1: a series of one outlet is not held together by its form. */
  notNews?: number;
}

/** What a restart needs of an article that was placed before: it stays where it is. */
export interface PlacedArticle {
  id: string;
  storyId: string;
  publishedAt: EpochMs;
  language?: string;
  /** As the `placed` change gave it. */
  terms: string;
}

/** Why the grouper did it: values for a sentence, no sentence. */
export interface Reasons {
  /**
   * Words shared with the others of the story as they stand in the article, heaviest first, at most 8; none when
   * nothing was near.
   */
  words: readonly string[];
  /**
   * How probably it tells the same event as another article of the story, on average: 0 to 1; alone in its story, 0.
   */
  probability: number;
}

/**
 * One step from the partition before `add` to the one after it. Applied in order they give exactly what `storyOf` says:
 * placed puts a new article, moved takes articles out of `from` into `into`, merged ends `from` for ever.
 */
export type Change =
  | {
      kind: 'placed';
      articleId: string;
      storyId: string;
      /** No article was in this story before. */
      isNew: boolean;
      /** To be stored with the article; see PlacedArticle. */
      terms: string;
      reasons: Reasons;
    }
  | { kind: 'moved'; articleIds: readonly string[]; from: string; into: string; reasons: Reasons }
  | { kind: 'merged'; from: string; into: string; reasons: Reasons };

/** An earlier story of the same affair. */
export interface EarlierStory {
  storyId: string;
  /** 0 to 1; one event would be near 1. */
  likeness: number;
}
