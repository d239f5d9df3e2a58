import { type ClassWeights, type FieldWords, kindWords, wordModel } from '../../src/engine/stories/kinds.ts';
import { heldOut, precisionRecall } from './judging.ts';
import { logistic } from './logistic.ts';
import type { LabelledItem } from './mornings.ts';

const rules = { lasso: 0.7, ridge: 5, examplesMin: 3, outletsMin: 3 };
/** Exponent that dampens large outlets: 100 items of one outlet weigh five times as much as 10, not ten times. */
const balance = 0.3;

type Read = LabelledItem & { readonly words: FieldWords };

/** Trains the model that recognizes items that are not news. */
export function learnKinds(labelled: readonly LabelledItem[]): ClassWeights {
  const items = labelled.map((item): Read => ({ ...item, words: kindWords(item) }));
  const byOutlet = Map.groupBy(items, ({ outletId }) => outletId);
  const weight = ({ outletId }: Read): number => (60 / (byOutlet.get(outletId)?.length ?? 1)) ** balance;
  return logistic(items, rules)((item) => ({ is: item.notNews, weight: weight(item) }));
}

/** Prints how well models judge days, outlets and archives that they were not trained on. */
export function judgeKinds(labelled: readonly LabelledItem[]): void {
  for (const { name, judged } of heldOut(labelled, (others) => {
    const model = wordModel(learnKinds(others));
    return (item) => model(kindWords(item));
  })) {
    const at = (share: number): string =>
      precisionRecall(judged.map(({ item, value }) => ({ found: value >= share, is: item.notNews })));
    const big = judged.filter(({ item }) => item.must >= 2 && !item.notNews);
    const kept = (100 * big.filter(({ value }) => value < 0.5).length) / big.length;
    console.log(`not news, ${name}: P/R ${at(0.5)} at .5, ${at(0.3)} at .3; ${kept.toFixed(1)} % of big news under .5`);
  }
}
