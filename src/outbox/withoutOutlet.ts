import type { ArticleId } from '../ids.ts';
import type { DigestPlace, Report, Telling } from '../storage/telling.ts';

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
  const shows = (place: DigestPlace) => holds(place, reports[place.storyId], belongs);
  const others = [...telling.also, ...earlierCorrections, ...Object.values(reports).flat()];
  if (!telling.places.some((place) => shows(place) || hides(place, belongs)) && !others.some(belongs)) return undefined;
  const places = telling.places.flatMap((place) => {
    if (!shows(place)) return [withoutHidden(place, belongs)];
    if (!posted && belongs(place)) return [];
    return [{ ...without(withoutHidden(place, belongs), belongs), ...(posted ? { removed: true } : {}) }];
  });
  const also = telling.also.filter((line) => !belongs(line));
  const corrections = earlierCorrections.filter((correction) => !belongs(correction));
  const paywalled = telling.paywalled?.filter((url) => !belongs({ url }));
  const left = Object.entries(reports).map(([id, all]) => [id, all.filter((report) => !belongs(report))] as const);
  const changed = { ...telling, places, also, earlierCorrections: corrections, paywalled };
  return telling.reports === undefined ? changed : { ...changed, reports: Object.fromEntries(left) };
}

const holds = (place: DigestPlace, reports: readonly Report[] = [], belongs: Belongs): boolean =>
  [
    place,
    ...place.sentences,
    ...(place.corrections ?? []),
    ...(place.changed?.values ?? []),
    ...reports,
    ...(place.told?.headline ? [place.told.headline] : []),
  ].some(belongs);

/** Whether the version stored in `takenOut` shows the outlet. */
const hides = ({ takenOut }: DigestPlace, belongs: Belongs): boolean =>
  takenOut !== undefined && (takenOut.articles.some(belongs) || holds(takenOut.place, takenOut.reports, belongs));

/** Removes the outlet from the `takenOut` version as well, because that may be put back. */
function withoutHidden(place: DigestPlace, belongs: Belongs): DigestPlace {
  const { takenOut } = place;
  if (takenOut === undefined || !hides(place, belongs)) return place;
  const reports = takenOut.reports?.filter((report) => !belongs(report));
  return {
    ...place,
    takenOut: {
      articles: takenOut.articles.filter((article) => !belongs(article)),
      place: { ...without(takenOut.place, belongs), removed: true },
      ...(reports ? { reports } : {}),
    },
  };
}

function without(place: DigestPlace, belongs: Belongs): DigestPlace {
  const headed = belongs(place);
  return {
    ...place,
    ...(headed ? { title: '', url: '', articleId: '', outlet: '' } : {}),
    sentences: place.sentences.filter((sentence) => !belongs(sentence)),
    // The picture may come from any outlet.
    picture: undefined,
    corrections: place.corrections?.filter((correction) => !belongs(correction)),
    changed: place.changed?.values.some(belongs) ? undefined : place.changed,
    ...(place.told?.headline && belongs(place.told.headline) ? { told: { ...place.told, headline: undefined } } : {}),
  };
}
