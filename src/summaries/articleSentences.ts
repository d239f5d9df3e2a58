import { knownWords } from '../text/knownWords.ts';
import { splitSentences } from '../text/sentences.ts';
import { tokensOf } from '../text/tokens.ts';
import { wordCount } from '../text/wordCount.ts';
import { cleanSentences, isBoilerplate, repeatsOf, withoutDateline } from './lead.ts';
import { Numbering } from './numbering.ts';

/** An article as a summary reads it. */
export interface SummarizedArticle {
  readonly title: string;
  readonly paragraphs: readonly string[];
  readonly language?: string;
}

export interface ArticleSentence {
  readonly text: string;
  readonly words: number;
  /** All stems with stop words, in order, by their numbers. */
  readonly stems: readonly number[];
  /** Of each stem the number of its pair with the next one; the last stands before an empty one. */
  readonly pairs: readonly number[];
  /** Content terms as numbers, each once, with their counts. */
  readonly terms: readonly number[];
  readonly counts: readonly number[];
  readonly norm: number;
  /** Words with a capital that do not open the sentence. */
  readonly names: readonly number[];
  readonly capitals: number;
  readonly digits: number;
}

export interface ArticleText {
  readonly sentences: readonly ArticleSentence[];
  /** How often each content term occurs in all. */
  readonly frequency: readonly number[];
  /** The place of each content term by how often it occurs, 0 for the heaviest. */
  readonly heaviness: Int32Array;
  readonly numbering: Numbering;
  /** Of each stem whether a stop word has it. */
  readonly stops: readonly boolean[];
}

const sentencesMax = 120;
const wordsMin = 4;
const charactersMax = 100_000;

/** The sentences an article's summary can be made of: cleaned, each once, without the headline; the first 120. */
export function articleText(article: SummarizedArticle): ArticleText {
  const reader = new Reader(article.language);
  const sentences = usable(article).map((text) => reader.read(text));
  const { frequency, numbering, stops } = reader;
  return { sentences, frequency, heaviness: heavinessOf(frequency), numbering, stops };
}

function heavinessOf(frequency: readonly number[]): Int32Array {
  const order = frequency.map((_, term) => term).sort((a, b) => (frequency[b] ?? 0) - (frequency[a] ?? 0));
  const places = new Int32Array(order.length);
  for (const [place, term] of order.entries()) places[term] = place;
  return places;
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

/** Numbers the words of an article's sentences one by one. */
class Reader {
  readonly numbering = new Numbering();
  readonly frequency: number[] = [];
  readonly stops: boolean[] = [];
  readonly #language: string | undefined;
  readonly #known: ReturnType<typeof knownWords>;
  /** Content terms by the numbers of their stems. */
  readonly #terms: (number | undefined)[] = [];
  readonly #end: number;

  constructor(language: string | undefined) {
    this.#language = language;
    this.#known = knownWords(language);
    this.#end = this.numbering.of('');
  }

  read(text: string): ArticleSentence {
    const stems: number[] = [];
    const counts = new Map<number, number>();
    const names: number[] = [];
    let capitals = 0;
    let digits = 0;
    for (const token of tokensOf(text, this.#language)) {
      const { longStem, capital, stop } = this.#known.of(token);
      const stem = this.numbering.of(longStem);
      stems.push(stem);
      this.stops[stem] ||= stop;
      if (capital) {
        capitals++;
        if (stems.length > 1) names.push(stem);
      }
      if (/^\d/.test(token)) digits++;
      if (stop) continue;
      const term = this.#termOf(stem);
      this.frequency[term] = (this.frequency[term] ?? 0) + 1;
      counts.set(term, (counts.get(term) ?? 0) + 1);
    }
    return {
      text,
      words: wordCount(text),
      stems,
      pairs: stems.map((stem, at) => this.numbering.ofPair(stem, stems[at + 1] ?? this.#end)),
      terms: [...counts.keys()],
      counts: [...counts.values()],
      norm: Math.hypot(...counts.values()),
      names,
      capitals,
      digits,
    };
  }

  #termOf(stem: number): number {
    const known = this.#terms[stem];
    if (known !== undefined) return known;
    this.#terms[stem] = this.frequency.length;
    return this.frequency.push(0) - 1;
  }
}
