import type { EpochMs } from '../../clock.ts';
import type { ArticleId, ServerId, StoryId } from '../../ids.ts';

export interface GroupedArticle {
  id: ArticleId;
  /** The outlet's name or domain; its words are not counted as terms. */
  outlet: string;
  title: string;
  /** Plain text; the first 50 words count, or 250 without a title. */
  text: string;
  publishedAt: EpochMs;
  /** BCP 47. Articles in different languages never share a story; an unknown language matches any. */
  language?: string;
  /**
   * Probability, 0 to 1, that the article isn't a news report. Similar wording alone does not group two such articles,
   * such as two weather reports.
   */
  notNews?: number;
  /**
   * The servers that may see this article; undefined means everybody. Another article influences this article's place
   * only if all these servers may see it.
   */
  audience?: readonly ServerId[];
}

/** A stored article, from which a restart rebuilds the grouper. */
export interface PlacedArticle extends Pick<GroupedArticle, 'id' | 'publishedAt' | 'language' | 'audience'> {
  storyId: StoryId;
  /** Copied from the `placed` change. */
  terms: string;
}

/** Why the grouper placed or moved an article. */
export interface PlacementReasons {
  /** At most 8 words that the article shares with the rest of the story, as it writes them, weightiest first. */
  words: readonly string[];
  /** Mean probability, 0 to 1, that the article reports the same event as the story's others; 0 if it is alone. */
  probability: number;
}

/**
 * One step that an added article causes. Applied in order, the steps lead to the stories that `storyOf` returns:
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
      reasons: PlacementReasons;
    }
  | { kind: 'moved'; articleIds: readonly ArticleId[]; from: string; into: string; reasons: PlacementReasons }
  | { kind: 'merged'; from: string; into: string; reasons: PlacementReasons };

/** An earlier story of the same affair. */
export interface EarlierStory {
  storyId: StoryId;
  /** Cosine similarity, 0 to 1; near 1 for two stories about the same event. */
  likeness: number;
}
