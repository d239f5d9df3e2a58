import { detached } from '../text/knownWords.ts';
import background from './background.json' with { type: 'json' };

/**
 * How many articles the shipped background counts as. It provides rarities for a cold start; a day's own articles
 * outweigh it.
 */
const backgroundArticles = 3_000;

const backgroundCounts = new Map<string, number>();
for (const [count, stems] of Object.entries(background.stemsByCount)) {
  const scaled = (Number(count) * backgroundArticles) / background.texts;
  for (const stem of stems.split(' ')) backgroundCounts.set(stem, scaled);
}

/**
 * Maps stems to small numbers, and counts the live articles with each. Numbers of forgotten stems are reused. Rarity
 * counts only articles that everybody may see.
 */
export class Vocabulary {
  readonly #numbers = new Map<string, number>();
  readonly #stems: string[] = [];
  readonly #counts: number[] = [];
  readonly #openCounts: number[] = [];
  readonly #background: number[] = [];
  readonly #free: number[] = [];
  #openArticles = 0;

  /** Adds a live article with these distinct stems, and returns their numbers. */
  take(stems: readonly string[], isOpen: boolean): Int32Array {
    const terms = Int32Array.from(stems, (stem) => this.#numbers.get(stem) ?? this.#number(stem));
    this.#count(terms, 1, isOpen);
    return terms;
  }

  #count(terms: Int32Array, by: 1 | -1, isOpen: boolean): void {
    for (const term of terms) this.#counts[term] = (this.#counts[term] ?? 0) + by;
    if (!isOpen) return;
    this.#openArticles += by;
    for (const term of terms) this.#openCounts[term] = (this.#openCounts[term] ?? 0) + by;
  }

  #number(stem: string): number {
    const number = this.#free.pop() ?? this.#stems.length;
    const own = detached(stem);
    this.#stems[number] = own;
    this.#counts[number] = 0;
    this.#openCounts[number] = 0;
    this.#background[number] = backgroundCounts.get(own) ?? 0;
    this.#numbers.set(own, number);
    return number;
  }

  release(terms: Int32Array, isOpen: boolean): void {
    this.#count(terms, -1, isOpen);
    for (const term of terms) {
      if ((this.#counts[term] ?? 0) > 0) continue;
      this.#numbers.delete(this.#stems[term] ?? '');
      this.#free.push(term);
    }
  }

  /** Inverse document frequency among live articles, including the weighed article if everybody may see it. */
  idf(term: number): number {
    const count = (this.#background[term] ?? 0) + (this.#openCounts[term] ?? 0);
    return Math.log(1 + (backgroundArticles + this.#openArticles) / (count + 1));
  }
}
