import { type LiveItem, type LiveStory, mayKnow } from './liveItems.ts';

/** By article, those that must never be in a story with it, or must be in its story. */
export type Pairing = ReadonlyMap<string, ReadonlySet<string>>;

/** Whether some of these are to be apart from some of the others, by those that have a say in where `item` goes. */
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

/** Clusters of articles that belong together are one, unless some are to be apart. */
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

/** The newest articles of a story stand for all of it. */
const newestMax = 20;

/** Of those that may have a say in where the article goes; also the older ones that hold stories together. */
export const newest = ({ items }: LiveStory, item: LiveItem, belong: Pairing = new Map()): readonly LiveItem[] => {
  const known = items.filter((one) => mayKnow(item, one));
  return [...known.slice(0, -newestMax).filter(({ id }) => belong.has(id)), ...known.slice(-newestMax)];
};
