import type { LiveItem, LiveStory } from './liveItems.ts';

/**
 * Two clusters merge if the mean link between their items reaches `level + single / size`, where `size` counts the
 * items of the larger cluster.
 */
export interface Bar {
  level: number;
  single: number;
}

/**
 * Clusters items by average linkage. `links` is a symmetric `size` × `size` matrix: the probability that two items
 * belong together, or -Infinity to keep them apart for good. The matrix is overwritten. Returns a cluster number for
 * each item.
 */
export function averageLink(links: Float64Array, size: number, { level, single }: Bar): Int32Array {
  const parts = Int32Array.from({ length: size }, (_, at) => at);
  const sizes = new Int32Array(size).fill(1);
  const alive = Array.from({ length: size }, (_, at) => at);
  for (;;) {
    let best = 1;
    let one = -1;
    let other = -1;
    for (let i = 0; i < alive.length; i++) {
      const a = alive[i] as number;
      const row = a * size;
      for (let j = 0; j < i; j++) {
        const b = alive[j] as number;
        const mean = links[row + b] as number;
        if (mean < level) continue;
        const value = mean / (level + single / Math.max(sizes[a] as number, sizes[b] as number));
        if (value < best) continue;
        best = value;
        one = b;
        other = a;
      }
    }
    if (one < 0) return parts;
    const n = sizes[one] as number;
    const m = sizes[other] as number;
    for (const c of alive) {
      const mean = (n * (links[one * size + c] as number) + m * (links[other * size + c] as number)) / (n + m);
      links[one * size + c] = mean;
      links[c * size + one] = mean;
    }
    sizes[one] = n + m;
    alive.splice(alive.indexOf(other), 1);
    for (let at = 0; at < size; at++) if (parts[at] === other) parts[at] = one;
  }
}

export const sharedWith = (story: LiveStory, part: readonly LiveItem[]): number =>
  part.filter((one) => one.story === story).length;

/**
 * Adds the articles that were not clustered (older ones, and those that only some servers may see) to the cluster that
 * shares the most articles with their story.
 */
export function withRest(clusters: LiveItem[][], stories: readonly LiveStory[]): LiveItem[][] {
  const clustered = new Set(clusters.flat());
  for (const story of stories) {
    const rest = story.items.filter((one) => !clustered.has(one));
    if (rest.length === 0) continue;
    clusters.reduce((most, part) => (sharedWith(story, part) > sharedWith(story, most) ? part : most)).push(...rest);
  }
  return clusters;
}

/**
 * Keeps the stories as they are. Adds the article to the story with the most articles in its cluster, or to a new one.
 */
export function withItem(item: LiveItem, clusters: readonly LiveItem[][], stories: readonly LiveStory[]): LiveItem[][] {
  const cluster = clusters.find((one) => one.includes(item)) ?? [];
  const [home] = stories
    .filter((story) => sharedWith(story, cluster) > 0)
    .sort((a, b) => sharedWith(b, cluster) - sharedWith(a, cluster));
  const parts = stories.map((story) => (story === home ? [...story.items, item] : [...story.items]));
  return home === undefined ? [...parts, [item]] : parts;
}
