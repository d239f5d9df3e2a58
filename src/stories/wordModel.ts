/**
 * Log-odds of one class: a bias, and for each field the words (separated by spaces) by weight. A word adds its weight
 * where it occurs in the field.
 */
export interface ClassWeights {
  readonly bias: number;
  readonly fields: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

/** The words in each field of an item; none contains a space. */
export type FieldWords = Readonly<Record<string, ReadonlySet<string>>>;

/** Returns each class's probability, independent of the others, in the order of the weights. */
export type WordModel = (words: FieldWords) => Float64Array;

export const sigmoid = (odds: number): number => 1 / (1 + Math.exp(-odds));

/** Logistic regression over words, one-vs-rest. */
export function wordModel(classes: readonly ClassWeights[]): WordModel {
  const fields = new Map<string, Map<string, number[]>>();
  for (const [at, { fields: own }] of classes.entries()) {
    for (const [field, weights] of Object.entries(own)) {
      const words = fields.getOrInsertComputed(field, () => new Map<string, number[]>());
      for (const [weight, list] of Object.entries(weights)) {
        const value = Number(weight);
        for (const word of list.split(' ')) words.getOrInsert(word, []).push(at, value);
      }
    }
  }
  return (given) => {
    const odds = Float64Array.from(classes, ({ bias }) => bias);
    for (const [field, words] of fields) {
      for (const word of given[field] ?? []) {
        const pairs = words.get(word) ?? [];
        for (let n = 0; n < pairs.length; n += 2)
          odds[pairs[n] ?? 0] = (odds[pairs[n] ?? 0] ?? 0) + (pairs[n + 1] ?? 0);
      }
    }
    return odds.map(sigmoid);
  };
}
