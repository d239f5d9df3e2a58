import type { EarlierStory } from './change.ts';
import { heaviestOf, type LiveItem, type LiveItems, type LiveStory } from './liveItems.ts';

/** Stories less alike share a country or a kind of event, not an affair. */
const likenessMin = 0.33;
const storiesMax = 4;
const nearMax = 100;

/** The mean of the articles, of length 1. */
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

const begun = (story: LiveStory): number => Math.min(...story.items.map(({ at }) => at));

/** The live stories that began before a story and tell of the same affair, most alike first. */
export function earlierStories(story: LiveStory, live: LiveItems): EarlierStory[] {
  const centre = centreOf(story.items);
  const weights = Float32Array.from(centre.values());
  const query = { terms: Int32Array.from(centre.keys()), weights, heaviest: heaviestOf(weights) };
  const since = begun(story);
  const near = new Set(live.near(query, nearMax).map((item) => item.story));
  return [...near]
    .filter((other) => other !== story && begun(other) < since)
    .map((other) => ({ storyId: other.id, likeness: cosine(centre, centreOf(other.items)) }))
    .filter(({ likeness }) => likeness >= likenessMin)
    .sort((a, b) => b.likeness - a.likeness)
    .slice(0, storiesMax);
}
