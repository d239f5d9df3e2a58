import type { ArticleId } from '../ids.ts';
import type { DigestPlace, Heading, Telling } from '../storage/telling.ts';
import { type Entry, withoutTakenOut } from './takenOut.ts';

/** Whether an article belongs to the outlet that asked to be forgotten. */
export type Belongs = (article: { articleId?: ArticleId; url: string }) => boolean;

/**
 * Removes everything of an outlet; undefined if there is nothing to remove. With `posted`, readers have seen the
 * message, so its places stay and say that something was removed; otherwise stories under the outlet's headline are
 * dropped.
 */
export function withoutOutlet<Content extends Telling>(
  telling: Content,
  belongs: Belongs,
  { posted }: { posted: boolean },
): Content | undefined {
  const { earlierCorrections = [], reports = {} } = telling;
  const others = [...telling.also, ...earlierCorrections, ...Object.values(reports).flat()];
  if (!telling.places.some((place) => holds({ place, reports: undefined }, belongs)) && !others.some(belongs))
    return undefined;
  const places = telling.places.flatMap((place) => {
    const entry = { place, reports: reports[place.storyId] };
    if (!holds(entry, belongs)) return [place];
    const seen = withoutTakenOut(entry);
    if (!posted && belongs(seen.place)) return [];
    return [{ ...without(place, belongs), ...(posted && shows(seen, belongs) ? { removed: true } : {}) }];
  });
  const also = telling.also.filter((line) => !belongs(line));
  const corrections = earlierCorrections.filter((correction) => !belongs(correction));
  const paywalled = telling.paywalled?.filter((url) => !belongs({ url }));
  const left = Object.entries(reports).map(([id, all]) => [id, all.filter((report) => !belongs(report))] as const);
  const changed = { ...telling, places, also, earlierCorrections: corrections, paywalled };
  return telling.reports === undefined ? changed : { ...changed, reports: Object.fromEntries(left) };
}

/** Whether readers see something of the outlet. */
const shows = ({ place, reports = [] }: Entry, belongs: Belongs): boolean =>
  [
    place,
    ...place.sentences,
    ...(place.corrections ?? []),
    ...(place.changed?.values ?? []),
    ...reports,
    ...(place.told?.headline ? [place.told.headline] : []),
  ].some(belongs);

/** Whether anything of the outlet is stored, also if members took it out. */
const holds = (entry: Entry, belongs: Belongs): boolean => {
  const { articles = [], heading } = entry.place.takenOut ?? {};
  return shows(entry, belongs) || [...articles, ...(heading ? [heading] : [])].some(belongs);
};

const noHeading: Heading = { title: '', url: '', articleId: '', outlet: '' };

function without(place: DigestPlace, belongs: Belongs): DigestPlace {
  const { takenOut } = place;
  const heading = takenOut?.heading && belongs(takenOut.heading) ? noHeading : takenOut?.heading;
  const articles = takenOut?.articles.filter((article) => !belongs(article)) ?? [];
  return {
    ...place,
    ...(belongs(place) ? noHeading : {}),
    sentences: place.sentences.filter((sentence) => !belongs(sentence)),
    // The picture may come from any outlet.
    picture: undefined,
    corrections: place.corrections?.filter((correction) => !belongs(correction)),
    changed: place.changed?.values.some(belongs) ? undefined : place.changed,
    ...(place.told?.headline && belongs(place.told.headline) ? { told: { ...place.told, headline: undefined } } : {}),
    ...(takenOut ? { takenOut: { ...takenOut, articles, heading } } : {}),
  };
}
