import { type LiveItem, type LiveStory, mayKnow } from './liveItems.ts';

/** The other articles by article: those that must be apart from it, or in one story with it. */
export type Pairing = ReadonlyMap<string, ReadonlySet<string>>;

/** Whether one of these must be apart from one of the others. Articles that may not influence `item` don't count. */
export function areApart(
  apart: Pairing,
  item: LiveItem,
  some: readonly LiveItem[],
  others: readonly LiveItem[],
): boolean {
  if (apart.size === 0) return false;
  const known = new Set(others.filter((other) => mayKnow(item, other)).map(({ id }) => id));
  return some.some((one) => mayKnow(item, one) && !known.isDisjointFrom(apart.get(one.id) ?? new Set()));
}

/** Merges clusters whose articles belong together, unless that joins articles that must be apart. */
export function united(
  clusters: LiveItem[][],
  belong: Pairing,
  isApart: (some: readonly LiveItem[], others: readonly LiveItem[]) => boolean,
): LiveItem[][] {
  if (belong.size === 0) return clusters;
  return clusters.reduce<LiveItem[][]>((done, cluster) => {
    const its = new Set(cluster.flatMap(({ id }) => [...(belong.get(id) ?? [])]));
    const joins = (part: LiveItem[]) => part.some(({ id }) => its.has(id)) && !isApart(part, cluster);
    const { true: mates = [], false: rest = [] } = Object.groupBy(done, (part) => `${joins(part)}` as const);
    return [...rest, [...mates.flat(), ...cluster]];
  }, []);
}

/** An article is compared with at most this many of a story's newest articles. */
const newestMax = 20;

/** The newest articles that may influence where `item` goes, and older ones that hold stories together. */
export const newest = ({ items }: LiveStory, item: LiveItem, belong: Pairing = new Map()): readonly LiveItem[] => {
  const known = items.filter((one) => mayKnow(item, one));
  return [...known.slice(0, -newestMax).filter(({ id }) => belong.has(id)), ...known.slice(-newestMax)];
};
