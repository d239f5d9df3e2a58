/** More different stems than any article or story has; keeps a pair of their numbers one small number. */
const stemsMax = 2 ** 17;

/** Stems and pairs of stems of one text as numbers from 0 on, so that what counts them needs arrays only and joins no strings. */
export class Numbering {
  readonly #stems = new Map<string, number>();
  readonly #pairs = new Map<number, number>();
  /** The stems by their numbers. */
  readonly stems: string[] = [];

  of(stem: string): number {
    const known = this.#stems.get(stem);
    if (known !== undefined) return known;
    this.#stems.set(stem, this.stems.length);
    return this.stems.push(stem) - 1;
  }

  ofPair(first: number, second: number): number {
    const key = first * stemsMax + second;
    const known = this.#pairs.get(key);
    if (known !== undefined) return known;
    const number = this.#pairs.size;
    this.#pairs.set(key, number);
    return number;
  }
}
