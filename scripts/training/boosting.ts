import type { Boosted } from '../../src/summaries/boosted.ts';
import { seededRandom } from './random.ts';

export interface BoostingRules {
  readonly trees: number;
  readonly depth: number;
  readonly rate: number;
  readonly leafMin: number;
  readonly columnShare: number;
  readonly seed: number;
}

const bins = 32;
const penalty = 5;
const rowShare = 0.7;
/** A split that no row passes. */
const never = 1e9;

/** Upper edges of up to 32 bins with about as many rows each, per column, and each row's bin. */
function binned(rows: readonly ArrayLike<number>[]): { edges: number[][]; codes: Uint8Array[] } {
  const columns = rows[0]?.length ?? 0;
  const edges: number[][] = [];
  const codes: Uint8Array[] = [];
  for (let column = 0; column < columns; column++) {
    const sorted = Float64Array.from(rows, (row) => row[column] ?? 0).sort();
    const own = new Set<number>();
    for (let bin = 1; bin < bins; bin++)
      own.add(Number((sorted[Math.floor((bin * sorted.length) / bins)] ?? 0).toPrecision(4)));
    const list = [...own].sort((a, b) => a - b);
    edges.push(list);
    codes.push(Uint8Array.from(rows, (row) => list.filter((edge) => (row[column] ?? 0) >= edge).length));
  }
  return { edges, codes };
}

interface Split {
  readonly column: number;
  readonly bin: number;
  readonly gain: number;
}

function bestSplit(
  rows: Int32Array,
  residuals: Float64Array,
  codes: readonly Uint8Array[],
  columns: readonly number[],
  leafMin: number,
): Split | undefined {
  let best: Split | undefined;
  let all = 0;
  for (const row of rows) all += residuals[row] ?? 0;
  const sums = new Float64Array(bins);
  const counts = new Float64Array(bins);
  for (const column of columns) {
    const code = codes[column];
    if (!code) continue;
    sums.fill(0);
    counts.fill(0);
    for (const row of rows) {
      const bin = code[row] ?? 0;
      sums[bin] = (sums[bin] ?? 0) + (residuals[row] ?? 0);
      counts[bin] = (counts[bin] ?? 0) + 1;
    }
    let sum = 0;
    let count = 0;
    for (let bin = 0; bin < bins - 1; bin++) {
      sum += sums[bin] ?? 0;
      count += counts[bin] ?? 0;
      const right = rows.length - count;
      if (count < leafMin || right < leafMin) continue;
      const gain =
        sum ** 2 / (count + penalty) + (all - sum) ** 2 / (right + penalty) - all ** 2 / (rows.length + penalty);
      if (gain > (best?.gain ?? 1e-9)) best = { column, bin: bin + 1, gain };
    }
  }
  return best;
}

/** What every tree is fitted to; `added` are the trees' values so far. */
type Residuals = (added: Float64Array) => Float64Array;

/** Gradient boosting on squared error with histograms; the same seed gives the same trees. */
export function boost(rows: readonly ArrayLike<number>[], targets: readonly number[], rules: BoostingRules): Boosted {
  const residuals = new Float64Array(rows.length);
  return grown(rows, rules, (added) => {
    for (let row = 0; row < residuals.length; row++) residuals[row] = (targets[row] ?? 0) - (added[row] ?? 0);
    return residuals;
  });
}

/**
 * Gradient boosting on which row of its list is the best: the trees' values are to be as likely, by softmax at the temperature, as the targets are.
 * `lists` are the indexes of the rows that compete.
 */
export function boostLists(
  rows: readonly ArrayLike<number>[],
  targets: readonly number[],
  lists: readonly (readonly number[])[],
  temperature: number,
  rules: BoostingRules,
): Boosted {
  const wanted = lists.map((list) => softmax(list, targets, temperature));
  const residuals = new Float64Array(rows.length);
  return grown(rows, rules, (added) => {
    for (const [at, list] of lists.entries()) {
      const given = softmax(list, added, temperature);
      for (const [n, row] of list.entries())
        residuals[row] = ((wanted[at]?.[n] ?? 0) - (given[n] ?? 0)) * list.length * temperature;
    }
    return residuals;
  });
}

function softmax(list: readonly number[], values: ArrayLike<number>, temperature: number): number[] {
  const most = Math.max(...list.map((row) => values[row] ?? 0));
  const shares = list.map((row) => Math.exp(((values[row] ?? 0) - most) / temperature));
  const all = shares.reduce((sum, share) => sum + share, 0);
  return shares.map((share) => share / all);
}

function grown(rows: readonly ArrayLike<number>[], rules: BoostingRules, residualsOf: Residuals): Boosted {
  const random = seededRandom(rules.seed);
  const { edges, codes } = binned(rows);
  const added = new Float64Array(rows.length);
  const columns = edges.map((_, column) => column);
  const inner = 2 ** rules.depth - 1;
  const features: number[] = [];
  const splits: number[] = [];
  const leaves: number[] = [];
  for (let tree = 0; tree < rules.trees; tree++) {
    const residuals = residualsOf(added);
    const sample = Int32Array.from(rows.keys()).filter(() => random() < rowShare);
    const chosen = columns.filter(() => random() < rules.columnShare);
    const nodes: Int32Array[] = [sample];
    const own: (Split | undefined)[] = [];
    for (let node = 0; node < inner; node++) {
      const members = nodes[node] ?? new Int32Array(0);
      const split =
        members.length >= 2 * rules.leafMin ? bestSplit(members, residuals, codes, chosen, rules.leafMin) : undefined;
      own.push(split);
      const goesRight = (row: number): boolean => split !== undefined && (codes[split.column]?.[row] ?? 0) >= split.bin;
      nodes[2 * node + 1] = members.filter((row) => !goesRight(row));
      nodes[2 * node + 2] = members.filter(goesRight);
      features.push(split?.column ?? 0);
      splits.push(split ? (edges[split.column]?.[split.bin - 1] ?? never) : never);
    }
    const values = nodes.slice(inner).map((members) => {
      let sum = 0;
      for (const row of members) sum += residuals[row] ?? 0;
      return Number(((rules.rate * sum) / (members.length + penalty)).toPrecision(4));
    });
    leaves.push(...values);
    for (let row = 0; row < rows.length; row++) {
      let node = 0;
      while (node < inner) {
        const split = own[node];
        node = 2 * node + (split && (codes[split.column]?.[row] ?? 0) >= split.bin ? 2 : 1);
      }
      added[row] = (added[row] ?? 0) + (values[node - inner] ?? 0);
    }
  }
  return { depth: rules.depth, features, splits, leaves };
}
