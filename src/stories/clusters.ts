import type { LiveItem, LiveStory } from './liveItems.ts';

export const sharedWith = (story: LiveStory, part: readonly LiveItem[]): number =>
  part.filter((one) => one.story === story).length;

/** What was not clustered of a story, older articles and those that not everybody sees, goes with most of the others. */
export function withRest(clusters: LiveItem[][], stories: readonly LiveStory[]): LiveItem[][] {
  const clustered = new Set(clusters.flat());
  for (const story of stories) {
    const rest = story.items.filter((one) => !clustered.has(one));
    if (rest.length === 0) continue;
    clusters.reduce((most, part) => (sharedWith(story, part) > sharedWith(story, most) ? part : most)).push(...rest);
  }
  return clusters;
}

/** The stories as they are, but that the article is in the one that most of its cluster is of. */
export function joined(item: LiveItem, clusters: readonly LiveItem[][], stories: readonly LiveStory[]): LiveItem[][] {
  const cluster = clusters.find((one) => one.includes(item)) ?? [];
  const [home] = stories
    .filter((story) => sharedWith(story, cluster) > 0)
    .sort((a, b) => sharedWith(b, cluster) - sharedWith(a, cluster));
  const parts = stories.map((story) => (story === home ? [...story.items, item] : [...story.items]));
  return home === undefined ? [...parts, [item]] : parts;
}
