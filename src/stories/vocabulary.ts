import { detached } from '../text/knownWords.ts';
import background from './background.json' with { type: 'json' };

/** How many articles the background stands for. It gives a cold start an idea of rarity; a day's articles say more. */
const backgroundArticles = 3_000;

const backgroundCounts = new Map<string, number>();
for (const [count, stems] of Object.entries(background.stemsByCount)) {
  const scaled = (Number(count) * backgroundArticles) / background.texts;
  for (const stem of stems.split(' ')) backgroundCounts.set(stem, scaled);
}

/** Stems as small numbers, with how many live articles hold each. Numbers of forgotten stems are given out again. */
export class Vocabulary {
  readonly #numbers = new Map<string, number>();
  readonly #stems: string[] = [];
  readonly #counts: number[] = [];
  readonly #background: number[] = [];
  readonly #free: number[] = [];
  #articles = 0;

  /** Counts one more live article with these stems, which are all different. */
  take(stems: readonly string[]): Int32Array {
    this.#articles += 1;
    return Int32Array.from(stems, (stem) => {
      const number = this.#numbers.get(stem) ?? this.#number(stem);
      this.#counts[number] = (this.#counts[number] ?? 0) + 1;
      return number;
    });
  }

  #number(stem: string): number {
    const number = this.#free.pop() ?? this.#stems.length;
    const own = detached(stem);
    this.#stems[number] = own;
    this.#counts[number] = 0;
    this.#background[number] = backgroundCounts.get(own) ?? 0;
    this.#numbers.set(own, number);
    return number;
  }

  release(terms: Int32Array): void {
    this.#articles -= 1;
    for (const term of terms) {
      const left = (this.#counts[term] ?? 0) - 1;
      this.#counts[term] = left;
      if (left > 0) continue;
      this.#numbers.delete(this.#stems[term] ?? '');
      this.#free.push(term);
    }
  }

  /** Rarity among the live articles, with the article that asks already counted. */
  idf(term: number): number {
    const count = (this.#background[term] ?? 0) + (this.#counts[term] ?? 0);
    return Math.log(1 + (backgroundArticles + this.#articles) / (count + 1));
  }
}
