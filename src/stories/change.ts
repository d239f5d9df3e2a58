import type { EpochMs } from '../clock.ts';

/** What the grouper is given of an article. */
export interface GroupedArticle {
  id: string;
  /** Its name or domain: the words of it are no terms of the article. */
  outlet: string;
  title: string;
  /** Plain text; the first 300 words count. */
  text: string;
  publishedAt: EpochMs;
  /** BCP 47; articles of different languages are never put together, unknown goes with any. */
  language?: string;
}

/** What a restart needs of an article that was placed before: nothing is scored again. */
export interface PlacedArticle {
  id: string;
  storyId: string;
  publishedAt: EpochMs;
  language?: string;
  /** As the `placed` change gave it. */
  terms: string;
}

/**
 * What kept two things apart that were alike enough otherwise: another language, the days between them, that both are more alike inside
 * than to each other (the same people, another event), that after a silence the same things have other numbers (another round, another
 * vote), or that a short text shares only one word.
 */
export type Guard = 'language' | 'time' | 'near-twin' | 'figures' | 'one-word';

/** Why the grouper did it: values for a sentence, no sentence. */
export interface Reasons {
  /** Shared words as they stand in the article, heaviest first, at most 8; none when nothing was near. */
  words: readonly string[];
  /**
   * Likeness to the story joined (or, when apart, to the nearest one). 1 is just enough to join, 0.8 where no other story is near; under 0.85
   * (0.95 around a long silence) parts a story.
   */
  score: number;
  /** `absolute`: alike by itself; `relative`: as close to the story as its own articles are to each other. */
  fit: 'absolute' | 'relative';
  guard?: Guard;
}

/**
 * One step from the partition before `add` to the one after it. Applied in order they give exactly what `storyOf` says:
 * placed puts a new article, split takes articles out of `from` into `into`, moved takes one, merged ends `from` for ever.
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
  | { kind: 'split'; from: string; into: string; articleIds: readonly string[]; reasons: Reasons }
  | { kind: 'moved'; articleId: string; from: string; into: string; reasons: Reasons }
  | { kind: 'merged'; from: string; into: string; reasons: Reasons };
