import type { EpochMs } from '../clock.ts';

/** What the grouper is given of an article. */
export interface GroupedArticle {
  id: string;
  /** Its name or domain: these words are no terms of the article. */
  outlet: string;
  title: string;
  /** Plain text; the first 50 words count. */
  text: string;
  publishedAt: EpochMs;
  /** BCP 47. Articles of different languages are never put together; an unknown one goes with any. */
  language?: string;
  /** How probably it is no news report, 0 to 1, so that the form of a series doesn't hold its articles together. */
  notNews?: number;
  /** The servers that may see it, if not everybody. Nothing that one of them can't see has a say in where it goes. */
  audience?: readonly string[];
}

/** What a restart needs of an article that was placed before. */
export interface PlacedArticle {
  id: string;
  storyId: string;
  publishedAt: EpochMs;
  language?: string;
  /** As the `placed` change gave it. */
  terms: string;
  audience?: readonly string[];
}

/** Why the grouper did it, as values. */
export interface Reasons {
  /** Words shared with the rest of the story as the article writes them, heaviest first, at most 8. */
  words: readonly string[];
  /** How probably it tells the same event as the story's others, on average: 0 to 1, 0 if it is alone. */
  probability: number;
}

/**
 * One step of what `add` changed. Applied in order they give what `storyOf` says: placed puts a new article, moved takes
 * articles out of `from` into `into`, merged ends `from` for ever.
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
