import type { DigestPlace, Report, Telling } from '../storage/telling.ts';

/** A place, and the newsrooms that an alert lists for its story. */
export interface Entry {
  place: DigestPlace;
  reports: readonly Report[] | undefined;
}

/** The place as readers see it: without what members took out. */
export function withoutTakenOut({ place, reports }: Entry): Entry {
  const { takenOut } = place;
  if (takenOut === undefined) return { place, reports };
  const { articles, heading, fewer } = takenOut;
  // Addresses identify the articles, because an alert stores no article ids for its newsrooms' reports.
  const urls = new Set(articles.map(({ url }) => url));
  const isIn = ({ url }: { url: string }) => !urls.has(url);
  const shown = {
    ...place,
    ...heading,
    sentences: place.sentences.filter(isIn),
    corrections: place.corrections?.filter(isIn),
    changed: place.changed?.values.every(isIn) ? place.changed : undefined,
    // The picture may come from any article.
    picture: undefined,
    outlets: Math.max(1, place.outlets - fewer.outlets),
    voices: Math.max(1, place.voices - fewer.voices),
  };
  return { place: shown, reports: reports?.filter(isIn) };
}

/** The content as readers see it: no place has what members took out. */
export function withoutAllTakenOut<Content extends Telling>(telling: Content): Content {
  if (telling.places.every(({ takenOut }) => takenOut === undefined)) return telling;
  const reports: Record<string, readonly Report[]> = { ...telling.reports };
  const places = telling.places.map((place) => {
    const shown = withoutTakenOut({ place, reports: reports[place.storyId] });
    if (shown.reports) reports[place.storyId] = shown.reports;
    return shown.place;
  });
  return { ...telling, places, ...(telling.reports ? { reports } : {}) };
}
