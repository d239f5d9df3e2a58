import { splitSentences } from '../text/sentences.ts';
import { isStopWord } from '../text/stopWords.ts';
import { stemOf, tokensOf } from '../text/terms.ts';
import { wordCount } from '../text/wordCount.ts';
import { cleanSentences, isBoilerplate, repeatsOf, withoutDateline } from './lead.ts';

/** An article as a summary reads it. */
export interface SummarizedArticle {
  readonly title: string;
  readonly paragraphs: readonly string[];
  readonly language?: string;
}

export interface ArticleSentence {
  readonly text: string;
  readonly words: number;
  /** All stems with stop words, in order. */
  readonly stems: readonly string[];
  /** Content terms as numbers, each once, with their counts. */
  readonly terms: readonly number[];
  readonly counts: readonly number[];
  readonly norm: number;
  /** Words with a capital that do not open the sentence. */
  readonly names: readonly string[];
  readonly capitals: number;
  readonly digits: number;
}

export interface ArticleText {
  readonly sentences: readonly ArticleSentence[];
  /** How often each content term occurs in all. */
  readonly frequency: readonly number[];
}

const sentencesMax = 120;
const wordsMin = 4;
const charactersMax = 100_000;

/** The sentences an article's summary can be made of: cleaned, each once, without the headline; the first 120. */
export function articleText(article: SummarizedArticle): ArticleText {
  const index = new Map<string, number>();
  const frequency: number[] = [];
  const sentences = usable(article).map((text) => describe(text, article.language, index, frequency));
  return { sentences, frequency };
}

function usable(article: SummarizedArticle): string[] {
  const seen = new Set<string>();
  const repeats = repeatsOf(article.title);
  const found: string[] = [];
  let left = charactersMax;
  for (const paragraph of article.paragraphs) {
    if (found.length >= sentencesMax || left <= 0) break;
    for (const text of cleanSentences(paragraph.slice(0, left), article.language)) {
      const key = text
        .replace(/[^\p{L}\p{N}]+/gu, ' ')
        .trim()
        .toLowerCase();
      if (seen.has(key) || wordCount(text) < wordsMin || repeats(text)) continue;
      if (found.length >= sentencesMax) break;
      seen.add(key);
      found.push(text);
    }
    left -= paragraph.length;
  }
  return found.length > 0 ? found.slice(0, sentencesMax) : anySentence(article);
}

/** A stub or a snippet that a feed cut has no whole sentence; its text is still what there is. */
function anySentence(article: SummarizedArticle): string[] {
  const all = article.paragraphs
    .slice(0, 20)
    .flatMap((paragraph) => splitSentences(withoutDateline(paragraph.slice(0, 10_000)), article.language));
  const repeats = repeatsOf(article.title);
  const first = all.find((text) => !isBoilerplate(text) && !repeats(text)) ?? all[0];
  return first === undefined ? [] : [first];
}

function describe(
  text: string,
  language: string | undefined,
  index: Map<string, number>,
  frequency: number[],
): ArticleSentence {
  const tokens = tokensOf(text);
  const stems: string[] = [];
  const counts = new Map<number, number>();
  const names: string[] = [];
  let capitals = 0;
  let digits = 0;
  for (const [at, token] of tokens.entries()) {
    const stem = token.length <= 3 ? token.toLowerCase() : stemOf(token, language);
    stems.push(stem);
    if (/^\p{Lu}/u.test(token)) {
      capitals++;
      if (at > 0) names.push(stem);
    }
    if (/^\d/.test(token)) digits++;
    if (isStopWord(token, language)) continue;
    let term = index.get(stem);
    if (term === undefined) {
      term = frequency.length;
      index.set(stem, term);
      frequency.push(0);
    }
    frequency[term] = (frequency[term] ?? 0) + 1;
    counts.set(term, (counts.get(term) ?? 0) + 1);
  }
  const norm = Math.hypot(...counts.values());
  return {
    text,
    words: wordCount(text),
    stems,
    terms: [...counts.keys()],
    counts: [...counts.values()],
    norm,
    names,
    capitals,
    digits,
  };
}
