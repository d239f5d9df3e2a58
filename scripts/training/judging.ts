import type { LabelledItem } from './mornings.ts';

interface Judged<Item, Value> {
  readonly name: string;
  readonly judged: readonly { readonly item: Item; readonly value: Value }[];
}

const groupsMax = 6;

/** Assigns outlets to groups of about equally many items. Maps outlet ids to group numbers. */
function outletGroups(items: readonly LabelledItem[]): Map<string, number> {
  const counts = [...Map.groupBy(items, ({ outletId }) => outletId)].map(([id, own]) => ({ id, count: own.length }));
  const sizes = Array.from({ length: groupsMax }, () => 0);
  const groups = new Map<string, number>();
  for (const { id, count } of counts.sort((a, b) => b.count - a.count || (a.id < b.id ? -1 : 1))) {
    const group = sizes.indexOf(Math.min(...sizes));
    groups.set(id, group);
    sizes[group] = (sizes[group] ?? 0) + count;
  }
  return groups;
}

/**
 * Cross-validates in three ways: each item is judged by models trained without its day, without its outlet's group, and
 * without its archive. The last way yields one result per archive.
 */
export function* heldOut<Item extends LabelledItem, Value>(
  items: readonly Item[],
  learn: (others: readonly Item[]) => (item: Item) => Value,
): Generator<Judged<Item, Value>> {
  const groups = outletGroups(items);
  const parts: Readonly<Record<string, (item: Item) => string | number | undefined>> = {
    'another day': ({ day }) => day,
    'other outlets': ({ outletId }) => groups.get(outletId),
  };
  const judgedWithout = (part: (item: Item) => unknown, fold: unknown, own: readonly Item[]) => {
    const judge = learn(items.filter((item) => part(item) !== fold));
    return own.map((item) => ({ item, value: judge(item) }));
  };
  for (const [name, part] of Object.entries(parts)) {
    const folds = [...Map.groupBy(items, part)];
    yield { name, judged: folds.flatMap(([fold, own]) => judgedWithout(part, fold, own)) };
  }
  const archiveOf = ({ archive }: Item): string => archive;
  for (const [fold, own] of Map.groupBy(items, archiveOf)) {
    yield { name: `${fold} by the others`, judged: judgedWithout(archiveOf, fold, own) };
  }
}

/** Precision and recall in per cent, such as `91.2/84.0`. */
export function precisionRecall(judged: Iterable<{ found: boolean; is: boolean }>): string {
  let [right, found, all] = [0, 0, 0];
  for (const one of judged) {
    if (one.found) found++;
    if (one.is) all++;
    if (one.found && one.is) right++;
  }
  const share = (of: number): string => (of === 0 ? '–' : ((100 * right) / of).toFixed(1));
  return `${share(found)}/${share(all)}`;
}
