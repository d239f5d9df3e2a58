/** A sum of decision trees of one depth, flat: of each tree the inner nodes in heap order, then the leaves. */
export interface Boosted {
  readonly depth: number;
  readonly features: readonly number[];
  readonly splits: readonly number[];
  readonly leaves: readonly number[];
}

/** The sum of the trees' leaves for a row of features; a value at or above a split goes right. */
export function boostedValue(model: Boosted, row: ArrayLike<number>): number {
  const inner = 2 ** model.depth - 1;
  const trees = model.leaves.length / (inner + 1);
  let sum = 0;
  for (let tree = 0; tree < trees; tree++) {
    const base = tree * inner;
    let node = 0;
    for (let level = 0; level < model.depth; level++) {
      const at = base + node;
      const value = row[model.features[at] ?? 0] ?? 0;
      node = 2 * node + (value >= (model.splits[at] ?? 0) ? 2 : 1);
    }
    sum += model.leaves[tree * (inner + 1) + node - inner] ?? 0;
  }
  return sum;
}
