import { type ClassWeights, type FieldWords, sigmoid } from '../../src/engine/stories/kinds.ts';

export interface Example {
  readonly words: FieldWords;
  readonly outletId: string;
}

/** Whether an example belongs to the class, and its weight; a weight of 0 ignores it. */
export interface Target {
  readonly is: boolean;
  readonly weight: number;
}

export interface LogisticRules {
  /** Penalties of the elastic net: L1 (`lasso`) and L2 (`ridge`). */
  readonly lasso: number;
  readonly ridge: number;
  /** A word becomes a feature if at least this many examples from this many outlets contain it. */
  readonly examplesMin: number;
  readonly outletsMin: number;
}

const sweepsMax = 40;
const stepMax = 0.5;
const settled = 0.002;
const curvatureMin = 0.02;

interface Column {
  readonly field: string;
  readonly word: string;
  /** Indices of the examples that contain the word. */
  readonly rows: Int32Array;
}

/** The words that occur in enough examples and outlets, in order of first occurrence. */
function columnsOf(examples: readonly Example[], { examplesMin, outletsMin }: LogisticRules): Column[] {
  const found = new Map<string, { field: string; word: string; rows: number[]; outlets: Set<string> }>();
  for (const [row, { words, outletId }] of examples.entries()) {
    for (const [field, own] of Object.entries(words)) {
      for (const word of own) {
        const key = `${field}\n${word}`;
        const column = found.get(key) ?? { field, word, rows: [], outlets: new Set<string>() };
        found.set(key, column);
        column.rows.push(row);
        column.outlets.add(outletId);
      }
    }
  }
  return [...found.values()]
    .filter(({ rows, outlets }) => rows.length >= examplesMin && outlets.size >= outletsMin)
    .map(({ field, word, rows }) => ({ field, word, rows: Int32Array.from(rows) }));
}

/**
 * Returns a trainer that fits an elastic-net logistic regression for one class of these examples. Coordinate descent
 * runs in a fixed order, so that the same examples give the same weights.
 */
export function logistic<Given extends Example>(
  examples: readonly Given[],
  rules: LogisticRules,
): (target: (example: Given) => Target) => ClassWeights {
  const columns = columnsOf(examples, rules);
  return (target) => fitted(columns, examples.map(target), rules);
}

function fitted(columns: readonly Column[], targets: readonly Target[], rules: LogisticRules): ClassWeights {
  const all = Int32Array.from(targets.keys());
  const shares = Float64Array.from(targets, ({ weight }) => weight);
  const expected = Float64Array.from(targets, ({ is }) => Number(is));
  const odds = new Float64Array(targets.length);
  const chances = new Float64Array(targets.length).fill(0.5);
  const slope = (rows: Int32Array): Slope => {
    let gradient = 0;
    let curvature = 0;
    for (const row of rows) {
      const chance = chances[row] ?? 0;
      const share = shares[row] ?? 0;
      gradient += share * (chance - (expected[row] ?? 0));
      curvature += share * Math.max(curvatureMin, chance * (1 - chance));
    }
    return { gradient, curvature };
  };
  const move = (rows: Int32Array, step: number): void => {
    for (const row of rows) {
      const moved = (odds[row] ?? 0) + step;
      odds[row] = moved;
      chances[row] = sigmoid(moved);
    }
  };
  const weights = new Float64Array(columns.length);
  let bias = 0;
  for (let sweep = 0, most = 1; sweep < sweepsMax && most > settled; sweep++) {
    most = 0;
    const { gradient, curvature } = slope(all);
    bias -= gradient / curvature;
    move(all, -gradient / curvature);
    for (const [at, { rows }] of columns.entries()) {
      const step = weightStep(weights[at] ?? 0, slope(rows), rules);
      if (step === 0) continue;
      weights[at] = (weights[at] ?? 0) + step;
      most = Math.max(most, Math.abs(step));
      move(rows, step);
    }
  }
  return classWeights(bias, columns, weights);
}

interface Slope {
  readonly gradient: number;
  readonly curvature: number;
}

function weightStep(weight: number, { gradient, curvature }: Slope, { lasso, ridge }: LogisticRules): number {
  if (curvature === 0) return 0;
  const bent = curvature + ridge;
  const pull = bent * weight - (gradient + ridge * weight);
  const next = (Math.sign(pull) * Math.max(0, Math.abs(pull) - lasso)) / bent;
  return Math.max(-stepMax, Math.min(stepMax, next - weight));
}

/** Rounds to twentieths; finer weights do not change any evaluation figure. */
const rounded = (value: number): number => Math.round(value * 20) / 20;

function classWeights(bias: number, columns: readonly Column[], weights: Float64Array): ClassWeights {
  const fields: Record<string, Record<string, string>> = {};
  const inOrder = columns
    .map(({ field, word }, at) => ({ field, word, weight: rounded(weights[at] ?? 0) }))
    .filter(({ weight }) => weight !== 0)
    .sort((a, b) => a.weight - b.weight || (a.word < b.word ? -1 : 1));
  for (const { field, word, weight } of inOrder) {
    fields[field] ??= {};
    const own = fields[field];
    const key = weight.toFixed(2);
    own[key] = own[key] === undefined ? word : `${own[key]} ${word}`;
  }
  return { bias: rounded(bias), fields };
}
