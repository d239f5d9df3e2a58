import { SparseSum, type SparseVector } from './sparse.ts';

/** The mean likeness of this many pairs at random is believed before the live articles say otherwise. */
const usualLikeness = 0.005;
const usualArticles = 200;
const leastCrowded = 0.7;
const mostCrowded = 1.5;

/**
 * All live articles of a kind as one sum of unit vectors: how alike an article is to any other, without a look at the others. Where everything
 * is about the same people and places, likeness says little.
 */
export class Surroundings {
  readonly #sum = new SparseSum();
  #self = 0;
  #articles = 0;

  /** 1 for an article as like the others as they are to each other, from 0.7 to 1.5; near 1 as long as there are few. */
  crowding(vector: SparseVector, norm: number): number {
    const prior = usualLikeness * usualArticles;
    const own = this.#sum.dot(vector) / norm;
    const usual = this.#articles === 0 ? 0 : (this.#self - this.#articles) / this.#articles;
    return Math.min(mostCrowded, Math.max(leastCrowded, (own + prior) / (usual + prior)));
  }

  /** Makes an article less alike to any other, the more it is like all, and adds it; returns its new |vector|². */
  settle(vector: SparseVector, square: number): number {
    const norm = Math.sqrt(square) || 1;
    const factor = 1 / Math.sqrt(this.crowding(vector, norm));
    this.add(vector, norm);
    let settled = 0;
    for (let i = 0; i < vector.weights.length; i++) {
      const weight = Math.fround((vector.weights[i] ?? 0) * factor);
      vector.weights[i] = weight;
      settled += weight * weight;
    }
    return settled;
  }

  add(vector: SparseVector, norm: number): void {
    this.#self += (2 * this.#sum.dot(vector)) / norm + 1;
    this.#sum.add(vector, 1 / norm);
    this.#articles += 1;
  }

  remove(vector: SparseVector, norm: number): void {
    this.#sum.add(vector, -1 / norm);
    this.#self -= (2 * this.#sum.dot(vector)) / norm + 1;
    this.#articles -= 1;
  }
}
