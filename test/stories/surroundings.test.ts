import { describe, expect, test } from 'vitest';
import type { SparseVector } from '../../src/stories/sparse.ts';
import { Surroundings } from '../../src/stories/surroundings.ts';

const vector = (...terms: number[]): SparseVector => ({
  terms: Int32Array.from(terms),
  weights: new Float32Array(terms.length).fill(2),
});
const norm = (of: SparseVector): number => 2 * Math.sqrt(of.terms.length);

/** 300 articles on their own things, and 100 that share two of their four words. */
function crowd(): Surroundings {
  const surroundings = new Surroundings();
  for (let i = 0; i < 400; i++) {
    const own = 1_000 + 10 * i;
    const one = i % 4 === 0 ? vector(1, 2, own, own + 1) : vector(own, own + 1, own + 2, own + 3);
    surroundings.add(one, norm(one));
  }
  return surroundings;
}

describe('the surroundings of an article', () => {
  test('ask nothing while nothing is live', () => {
    const one = vector(1, 2, 3, 4);
    expect(new Surroundings().crowding(one, norm(one))).toBe(1);
  });

  test('are crowded where many articles are about the same, and the article itself need not be long', () => {
    const surroundings = crowd();
    const common = vector(1, 2, 7, 8);
    const alone = vector(3, 4, 5, 6);
    expect(surroundings.crowding(common, norm(common))).toBe(1.5);
    expect(surroundings.crowding(alone, norm(alone))).toBe(0.7);
    const double = { terms: common.terms, weights: common.weights.map((weight) => 2 * weight) };
    expect(surroundings.crowding(double, 2 * norm(common))).toBe(1.5);
  });

  test('are as before when an article has gone again', () => {
    const surroundings = crowd();
    const between = vector(1, ...Array.from({ length: 11 }, (_, i) => 20 + i));
    const before = surroundings.crowding(between, norm(between));
    const gone = vector(1, 20, 21, 22);
    surroundings.add(gone, norm(gone));
    expect(surroundings.crowding(between, norm(between))).not.toBeCloseTo(before, 4);
    surroundings.remove(gone, norm(gone));
    expect(surroundings.crowding(between, norm(between))).toBeCloseTo(before, 9);
  });
});
