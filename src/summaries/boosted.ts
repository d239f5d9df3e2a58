/** A sum of decision trees of one depth, flat: of each tree the inner nodes in heap order, then the leaves. */
export interface Boosted {
  readonly depth: number;
  readonly features: readonly number[];
  readonly splits: readonly number[];
  readonly leaves: readonly number[];
}

interface Flat {
  readonly features: Uint16Array;
  readonly splits: Float64Array;
  readonly leaves: Float64Array;
}

const flats = new WeakMap<Boosted, Flat>();

function flatOf(model: Boosted): Flat {
  const known = flats.get(model);
  if (known) return known;
  const flat = {
    features: Uint16Array.from(model.features),
    splits: Float64Array.from(model.splits),
    leaves: Float64Array.from(model.leaves),
  };
  flats.set(model, flat);
  return flat;
}

/** The sum of the trees' leaves for a row of features; a value at or above a split goes right. */
export function boostedValue(model: Boosted, row: ArrayLike<number>): number {
  const { features, splits, leaves } = flatOf(model);
  const { depth } = model;
  const inner = (1 << depth) - 1;
  let sum = 0;
  for (let base = 0, leaf = -inner; base < features.length; base += inner, leaf += inner + 1) {
    let node = 0;
    for (let level = 0; level < depth; level++) {
      const at = base + node;
      // No branch: which way a row goes cannot be foreseen, and a wrong guess costs more than the rest of the step.
      node = 2 * node + 1 + Number((row[features[at] as number] as number) >= (splits[at] as number));
    }
    sum += leaves[leaf + node] as number;
  }
  return sum;
}
