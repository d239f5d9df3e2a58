import type { ArticleId } from '../../ids.ts';
/** The fields of an article from which a story's sentences are chosen. */
export interface StoryArticle {
  readonly id: ArticleId;
  readonly outlet: string;
  readonly title: string;
  readonly paragraphs: readonly string[];
  readonly publishedAt?: number;
  readonly language?: string;
  /** Probability, 0 to 1, that the article is a feature, opinion, clip or the like rather than news. */
  readonly notNews?: number;
}

/** A sentence, word for word, and its article. */
export interface ArticleSentence {
  text: string;
  articleId: ArticleId;
}
