/** An article as the sentences of a story are chosen from it. */
export interface StoryArticle {
  readonly id: string;
  readonly outlet: string;
  readonly title: string;
  readonly paragraphs: readonly string[];
  readonly publishedAt?: number;
  readonly language?: string;
  /** How likely it is no news but a feature, an opinion, a clip …, from 0 to 1. */
  readonly notNews?: number;
}

/** A sentence, word for word, and the article it stands in. */
export interface StoryLine {
  text: string;
  articleId: string;
}
