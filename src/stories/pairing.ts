import { type LiveItem, type LiveStory, mayKnow } from './liveItems.ts';

/** The other articles by article: those that must be in one story with it. */
export type Pairing = ReadonlyMap<string, ReadonlySet<string>>;

/** Merges clusters whose articles belong together. */
export function united(clusters: LiveItem[][], belong: Pairing): LiveItem[][] {
  if (belong.size === 0) return clusters;
  return clusters.reduce<LiveItem[][]>((done, cluster) => {
    const its = new Set(cluster.flatMap(({ id }) => [...(belong.get(id) ?? [])]));
    const joins = (part: LiveItem[]) => part.some(({ id }) => its.has(id));
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
