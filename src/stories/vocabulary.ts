import { detached } from '../text/knownWords.ts';
import background from './background.json' with { type: 'json' };

/** How many articles the background stands for: fewer and a cold start has no idea of rarity, more and today's words stay "rare" too long. */
const backgroundArticles = 3_000;
/** Also what an unknown word counts: the rarest words are mostly names and slips, and would rule every comparison. */
const backgroundCountMin = 10;
/** A body has more words than the texts that the background was counted on. */
const bodyFactor = 1.5;
const formsMax = 255;

const backgroundCounts = new Map<string, number>();
for (const [count, stems] of Object.entries(background.stemsByCount)) {
  for (const stem of stems.split(' ')) backgroundCounts.set(stem, Math.max(backgroundCountMin, Number(count)));
}
const backgroundScale = backgroundArticles / background.texts;

export type Field = 'head' | 'body';

/**
 * Stems as small numbers, with how many live articles hold each. A stem's head term is 2 × its number, its body term one more.
 * Numbers of stems that no live article holds are given out again.
 */
export class Vocabulary {
  readonly #numbers = new Map<string, number>();
  readonly #stems: string[] = [];
  readonly #inBackground: number[] = [];
  readonly #forms: (string[] | undefined)[] = [];
  readonly #free: number[] = [];
  #counts = new Int32Array(1024);
  articles = 0;

  #numberOf(stem: string): number {
    const known = this.#numbers.get(stem);
    if (known !== undefined) return known;
    const number = this.#free.pop() ?? this.#stems.length;
    const own = detached(stem);
    this.#stems[number] = own;
    this.#inBackground[number] = backgroundScale * (backgroundCounts.get(own) ?? backgroundCountMin);
    this.#numbers.set(own, number);
    if (number * 2 + 2 > this.#counts.length) {
      const grown = new Int32Array(this.#counts.length * 2);
      grown.set(this.#counts);
      this.#counts = grown;
    }
    return number;
  }

  /** Counts one more live article with the stem. */
  take(stem: string, field: Field): number {
    const term = this.#numberOf(stem) * 2 + (field === 'head' ? 0 : 1);
    this.#counts[term] = (this.#counts[term] ?? 0) + 1;
    return term;
  }

  /** True when the stem is gone and the number will be given to another. */
  release(term: number): boolean {
    const count = (this.#counts[term] ?? 0) - 1;
    this.#counts[term] = count;
    const number = term >> 1;
    if (count > 0 || this.#counts[term ^ 1] !== 0) return false;
    this.#numbers.delete(this.#stems[number] ?? '');
    this.#stems[number] = '';
    this.#forms[number] = undefined;
    this.#free.push(number);
    return true;
  }

  /** Rarity by the live articles and the background, with this article already counted. */
  idf(term: number): number {
    const factor = (term & 1) === 0 ? 1 : bodyFactor;
    const scaled = factor * (this.#inBackground[term >> 1] ?? 0);
    return Math.log(1 + (backgroundArticles + this.articles) / (scaled + (this.#counts[term] ?? 0)));
  }

  /** A number for the form of a word as one article writes it; `wordOf` gives it back. */
  formOf(term: number, word: string): number {
    const forms = this.#forms[term >> 1];
    if (!forms) {
      // Most stems have one form: an array of it alone, not one that was made ready for many.
      this.#forms[term >> 1] = [detached(word)];
      return 0;
    }
    if (forms[0] === word) return 0;
    const known = forms.indexOf(word);
    if (known >= 0) return known;
    if (forms.length > formsMax) return 0;
    forms.push(detached(word));
    return forms.length - 1;
  }

  wordOf(term: number, form: number): string {
    return this.#forms[term >> 1]?.[form] ?? this.#stems[term >> 1] ?? '';
  }
}
