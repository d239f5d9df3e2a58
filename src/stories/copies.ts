import type { LiveArticle } from './liveStory.ts';
import { SparseSum } from './sparse.ts';

/**
 * Wire copy: articles of almost the same text. Each is an article like any other, but how alike two copies are says nothing of how alike the
 * reports of a story are. With such pairs in the mean, two copies and a report of its own pass for a tight event, and the rest for its near-twin.
 *
 * What was learnt on the wires (25 stories of 10 texts, 25 of them copies): leaving pairs of copies out of a story's inner likeness gives 1.2
 * points of BCubed F1, more in each of ten orders of arrival, and 1.1 on half of the stories; any cosine from .6 to .85 finds the same copies.
 * Full articles are left as they are: there it makes near-twins of the press one story, and with a guard that parts them again (.7 for .65)
 * dated loses .2.
 * Second-order likeness (an article's six nearest neighbours added to it) seems to give 2 points there, but only because each story has ten
 * articles: a smaller one borrows its neighbours from the next story. With three to five articles a story, the same texts lose 7 points.
 */
const copyLikenessMin = 0.75;
/** A text that everyone has is linked with some of its copies: neither time nor memory may grow with the square of them. */
const linksMax = 24;
/** With four, a text that shares half of its pairs of words is found fifteen times in sixteen. */
const multipliers = [0x9e3779b1, 0x85ebca77, 0xc2b2ae3d, 0x27d4eb2f];

/**
 * The least hashes of the pairs of terms that follow each other: of two texts with many pairs in common some are equal, of others hardly ever
 * one. `terms`: each once, in the order of the text.
 */
export function sketchOf(terms: readonly { term: number }[]): number[] {
  const least = multipliers.map(() => 0xffffffff);
  let before = -1;
  for (const { term } of terms) {
    let pair = Math.imul(before, 0x2c1b3c6d);
    pair = Math.imul((pair ^ (pair >>> 15)) + term, 0x297a2d39);
    const mixed = pair ^ (pair >>> 14);
    for (let i = 0; i < multipliers.length; i++) {
      const hash = Math.imul(mixed, multipliers[i] as number) >>> 0;
      if (hash < (least[i] as number)) least[i] = hash;
    }
    before = term;
  }
  // The upper bits of a least hash are mostly 0; 30 bits make a key that is cheap to look up.
  return least.map((hash, i) => 4 * (hash & 0x0fffffff) + i);
}

/** Finds the live articles of almost the same text as one that arrives, without a look at the others. */
export class Copies {
  /** The latest article with each part of a sketch; by its links the others are known. */
  readonly #latest = new Map<number, LiveArticle>();

  /** Links a new article with its live copies, and them with it. */
  link(article: LiveArticle, sketch: readonly number[]): void {
    const near = new Set<LiveArticle>();
    for (const part of sketch) {
      const other = this.#latest.get(part);
      if (other) near.add(other);
      this.#latest.set(part, article);
    }
    if (near.size === 0) return;
    for (const other of [...near]) for (const copy of other.copies?.keys() ?? []) near.add(copy);
    const single = new SparseSum();
    single.add(article.vector, 1);
    let links = 0;
    for (const other of near) {
      if (links === linksMax) return;
      const likeness = single.dot(other.vector);
      if (likeness < copyLikenessMin * Math.sqrt(article.squares * other.squares)) continue;
      article.copies ??= new Map();
      article.copies.set(other, likeness);
      other.copies ??= new Map();
      other.copies.set(article, likeness);
      links += 1;
    }
  }

  /** Forgets the articles that are no longer live; a copy that still is stands for their text. */
  expire(gone: readonly LiveArticle[], isLive: (article: LiveArticle) => boolean): void {
    if (gone.length === 0) return;
    for (const article of gone) for (const copy of article.copies?.keys() ?? []) copy.copies?.delete(article);
    for (const [part, article] of this.#latest) {
      if (isLive(article)) continue;
      const heir = [...(article.copies?.keys() ?? [])].find(isLive);
      if (heir) this.#latest.set(part, heir);
      else this.#latest.delete(part);
    }
  }
}
