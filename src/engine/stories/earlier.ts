import type { EarlierStory } from './change.ts';
import { heaviestOf, type LiveItem, type LiveItems, type LiveStory, mayKnow } from './liveItems.ts';

/**
 * Minimum cosine similarity of two stories of one affair. Less similar stories only share a country or a kind of event.
 */
const likenessMin = 0.33;
const storiesMax = 4;
const nearMax = 100;

/** The centroid of the articles, normalised to length 1. */
function centreOf(items: readonly LiveItem[]): Map<number, number> {
  const centre = new Map<number, number>();
  for (const { terms, weights } of items) {
    for (const [at, term] of terms.entries()) centre.set(term, (centre.get(term) ?? 0) + (weights[at] as number));
  }
  const length = Math.sqrt([...centre.values()].reduce((sum, weight) => sum + weight * weight, 0)) || 1;
  for (const [term, weight] of centre) centre.set(term, weight / length);
  return centre;
}

function cosine(a: ReadonlyMap<number, number>, b: ReadonlyMap<number, number>): number {
  let sum = 0;
  for (const [term, weight] of a) sum += weight * (b.get(term) ?? 0);
  return sum;
}

/** The articles that everybody may see, or all if there are none. */
function openOf({ items }: LiveStory): readonly LiveItem[] {
  const open = items.filter(({ audience }) => audience === undefined);
  return open.length > 0 ? open : items;
}

const begun = (items: readonly LiveItem[]): number => Math.min(...items.map(({ at }) => at));

/** Live stories of the same affair that began before this one, most similar first. */
export function earlierStories(story: LiveStory, live: LiveItems): EarlierStory[] {
  const items = openOf(story);
  const [{ audience }] = items as [LiveItem];
  const centre = centreOf(items);
  const weights = Float32Array.from(centre.values());
  const query = { terms: Int32Array.from(centre.keys()), weights, heaviest: heaviestOf(weights) };
  const since = begun(items);
  const near = live.near(query, nearMax, (item) => mayKnow({ audience }, item)).map((item) => item.story);
  return [...new Set(near)]
    .map((other) => ({ other, items: openOf(other) }))
    .filter(({ other, items }) => other !== story && begun(items) < since)
    .map(({ other, items }) => ({ storyId: other.id, likeness: cosine(centre, centreOf(items)) }))
    .filter(({ likeness }) => likeness >= likenessMin)
    .sort((a, b) => b.likeness - a.likeness)
    .slice(0, storiesMax);
}
