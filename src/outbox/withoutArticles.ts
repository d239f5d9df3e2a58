import type { DigestPlace, Report, Telling } from '../storage/telling.ts';

/** An article as a message shows it. */
export type Shown = Pick<DigestPlace, 'articleId' | 'title' | 'url' | 'outlet'>;

type Article = Pick<Shown, 'articleId' | 'url'>;

/** Looks up the articles of a story. */
export interface PlaceArticles {
  /** The best headline among the articles at these addresses. */
  headingOf(urls: readonly string[]): Shown | undefined;
  /** How many outlets and origins the story loses without the articles at these addresses. */
  fewer(urls: ReadonlySet<string>): Pick<DigestPlace, 'outlets' | 'voices'>;
}

/** A place, and the newsrooms that an alert lists for its story. */
interface Entry {
  place: DigestPlace;
  reports: readonly Report[] | undefined;
}

/** Addresses identify the articles, because an alert stores no article ids for its newsrooms' reports. */
const addressesIn = ({ place: { url, sentences, changed }, reports = [] }: Entry): string[] => [
  ...new Set([url, ...[...sentences, ...(changed?.values ?? []), ...reports].map((one) => one.url)]),
];

/** The place before anything was taken out, including newsrooms added since. */
function whole({ place, reports }: Entry): Entry {
  const before = place.takenOut;
  if (before === undefined) return { place, reports };
  const known = new Set(before.reports?.map(({ url }) => url));
  const joined = reports?.filter(({ url }) => !known.has(url)) ?? [];
  return {
    place: {
      ...before.place,
      outlets: Math.max(before.place.outlets, place.outlets),
      voices: Math.max(before.place.voices, place.voices),
    },
    reports: reports && [...(before.reports ?? []), ...joined].sort((one, other) => one.at - other.at),
  };
}

/** Takes the articles out; undefined unless the place shows some of them and some others. */
function reduced(entry: Entry, out: readonly Article[], articles: PlaceArticles): Entry | undefined {
  const { place, reports } = entry;
  const urls = new Set(out.map(({ url }) => url));
  const isIn = ({ url }: { url: string }) => !urls.has(url);
  const shown = addressesIn(entry);
  const others = shown.filter((url) => !urls.has(url));
  const heading = isIn(place) ? place : articles.headingOf(others);
  if (others.length === shown.length || others.length === 0 || heading === undefined) return undefined;
  const { articleId, title, url, outlet } = heading;
  const fewer = articles.fewer(urls);
  return {
    place: {
      ...place,
      ...{ articleId, title, url, outlet },
      sentences: place.sentences.filter(isIn),
      corrections: place.corrections?.filter(isIn),
      changed: place.changed?.values.every(isIn) ? place.changed : undefined,
      // The picture may come from any article.
      picture: undefined,
      outlets: Math.max(1, place.outlets - fewer.outlets),
      voices: Math.max(1, place.voices - fewer.voices),
      takenOut: { articles: out, place, ...(reports ? { reports } : {}) },
    },
    reports: reports?.filter(isIn),
  };
}

/** Applies `change` to each place and its newsrooms; undefined if nothing changes. */
function withPlaces<Content extends Telling>(
  telling: Content,
  change: (entry: Entry) => Entry | undefined,
): Content | undefined {
  const reports: Record<string, readonly Report[]> = { ...telling.reports };
  let isChanged = false;
  const places = telling.places.map((place) => {
    const changed = change({ place, reports: reports[place.storyId] });
    if (changed === undefined) return place;
    isChanged = true;
    if (changed.reports) reports[place.storyId] = changed.reports;
    return changed.place;
  });
  return isChanged ? { ...telling, places, ...(telling.reports ? { reports } : {}) } : undefined;
}

/**
 * Takes out articles of another event from places that also show others, and stores the original place in `takenOut`. A
 * place that shows only those articles stays: it is right about their event. Undefined if nothing changes.
 */
export const withoutArticles = <Content extends Telling>(
  telling: Content,
  out: readonly Article[],
  articles: PlaceArticles,
): Content | undefined =>
  withPlaces(telling, (entry) => {
    const shown = new Set(addressesIn(entry));
    if (!out.some(({ url }) => shown.has(url))) return undefined;
    const before = entry.place.takenOut?.articles.filter((one) => !out.some(({ url }) => url === one.url)) ?? [];
    return reduced(whole(entry), [...before, ...out], articles);
  });

/** Puts articles back that were taken out; undefined if none of them was. */
export const withArticlesBack = <Content extends Telling>(
  telling: Content,
  back: readonly Article[],
  articles: PlaceArticles,
): Content | undefined =>
  withPlaces(telling, (entry) => {
    const { articles: before = [] } = entry.place.takenOut ?? {};
    const out = before.filter((one) => !back.some(({ url }) => url === one.url));
    if (out.length === before.length) return undefined;
    return reduced(whole(entry), out, articles) ?? whole(entry);
  });
