import { type KnownWord, knownWords } from '../text/knownWords.ts';
import { tokensOf } from '../text/tokens.ts';
import { wordCount } from '../text/wordCount.ts';
import { cleanSentences } from './lead.ts';

/** An article as a story summary reads it. */
export interface StoryArticle {
  readonly id: string;
  readonly outlet: string;
  readonly title: string;
  readonly paragraphs: readonly string[];
  readonly publishedAt?: number;
  readonly language?: string;
}

export interface StorySentence {
  readonly text: string;
  readonly articleId: string;
  /** Place of the article in the story. */
  readonly article: number;
  /** Place of the sentence in the article. */
  readonly position: number;
  readonly words: number;
  readonly tokens: readonly KnownWord[];
  /** Word for word in an earlier article: it counts, but the earlier one is the one to quote. */
  readonly copy: boolean;
  readonly language: string | undefined;
}

const perArticleMax = 60;
/** Keeps a story of hundreds of articles to some tens of milliseconds. */
const sentencesMax = 600;
const articlesMax = 150;
const wordsMin = 8;
const wordsMost = 50;

/** The sentences of a story's articles that could stand in a summary, article by article. */
export function storySentences(articles: readonly StoryArticle[]): StorySentence[] {
  const read = articles.slice(0, articlesMax);
  const perArticle = Math.min(perArticleMax, Math.max(8, Math.floor(sentencesMax / Math.max(1, read.length))));
  const seen = new Set<string>();
  const sentences: StorySentence[] = [];
  for (const [article, { id, paragraphs, language }] of read.entries()) {
    const known = knownWords(language);
    let position = 0;
    // Paragraph by paragraph, since a story of many articles reads only the first sentences of each.
    for (const paragraph of paragraphs) {
      if (position >= perArticle) break;
      for (const text of cleanSentences(paragraph.slice(0, 20_000), language)) {
        if (position >= perArticle) break;
        const words = wordCount(text);
        if (words < wordsMin || words > wordsMost) continue;
        sentences.push({
          text,
          articleId: id,
          article,
          position,
          words,
          tokens: tokensOf(text, language).map((word) => known.of(word)),
          copy: seen.has(text),
          language,
        });
        seen.add(text);
        position++;
      }
    }
  }
  return sentences;
}
