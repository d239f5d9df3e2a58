import type { MaybeAlert } from './deliveryKinds.ts';
import type { DigestPlace } from './digest.ts';

/** An article as a message shows it. */
export type Shown = Pick<DigestPlace, 'articleId' | 'title' | 'url' | 'outlet'>;

/** By address, since an alert names newsrooms by their reports' alone. */
const addressesIn = ({ reports }: MaybeAlert, { url, sentences, storyId }: DigestPlace): string[] => [
  ...new Set([url, ...[...sentences, ...(reports?.[storyId] ?? [])].map((one) => one.url)]),
];

/**
 * The same without articles of another event; undefined if no place tells them together with others. One that tells
 * nothing else stays as it is: what it says is right of their own event. `headingOf` chooses among the others' addresses
 * what heads a place that one of the articles headed.
 */
export function withoutArticles<Content extends MaybeAlert>(
  telling: Content,
  out: ReadonlySet<string>,
  headingOf: (urls: readonly string[]) => Shown | undefined,
): Content | undefined {
  const isIn = ({ url }: { url: string }) => !out.has(url);
  const mixed = new Set<string>();
  const places = telling.places.map((place): DigestPlace => {
    const shown = addressesIn(telling, place);
    const others = shown.filter((url) => !out.has(url));
    const heading = isIn(place) ? place : headingOf(others);
    if (others.length === shown.length || others.length === 0 || heading === undefined) return place;
    mixed.add(place.storyId);
    const { articleId, title, url, outlet } = heading;
    return {
      ...place,
      ...{ articleId, title, url, outlet },
      sentences: place.sentences.filter(isIn),
      corrections: place.corrections?.filter(isIn),
      // Nobody knows whose picture it is.
      picture: undefined,
      outlets: Math.max(1, place.outlets - 1),
      voices: Math.max(1, place.voices - 1),
      takenOut: true,
    };
  });
  if (mixed.size === 0) return undefined;
  const reports = Object.entries(telling.reports ?? {}).map(
    ([storyId, all]) => [storyId, mixed.has(storyId) ? all.filter(isIn) : all] as const,
  );
  return { ...telling, places, ...(telling.reports ? { reports: Object.fromEntries(reports) } : {}) };
}
