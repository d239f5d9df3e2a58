import type { MaybeAlert } from './deliveryKinds.ts';
import type { DigestPlace } from './digest.ts';

/** Whether an article in a digest is of the outlet that asked to be forgotten. */
export type Belongs = (article: { articleId?: string; url: string }) => boolean;

/**
 * The same without a word of an outlet; undefined if it holds none. `posted`: readers know the message, so its places
 * stay and say that something was removed; otherwise the stories that the outlet headed are left out.
 */
export function withoutOutlet<Content extends MaybeAlert>(
  telling: Content,
  belongs: Belongs,
  { posted }: { posted: boolean },
): Content | undefined {
  const holds = (place: DigestPlace) =>
    [place, ...place.sentences, ...(place.corrections ?? []), ...(reports[place.storyId] ?? [])].some(belongs);
  const { earlierCorrections = [], reports = {} } = telling;
  const others = [...telling.also, ...earlierCorrections, ...Object.values(reports).flat()];
  if (!telling.places.some(holds) && !others.some(belongs)) return undefined;
  const places = telling.places.flatMap((place) => {
    if (!holds(place)) return [place];
    if (!posted && belongs(place)) return [];
    return [{ ...without(place, belongs), ...(posted ? { removed: true } : {}) }];
  });
  const also = telling.also.filter((line) => !belongs(line));
  const corrections = earlierCorrections.filter((correction) => !belongs(correction));
  const paywalled = telling.paywalled?.filter((url) => !belongs({ url }));
  const left = Object.entries(reports).map(([id, all]) => [id, all.filter((report) => !belongs(report))] as const);
  const changed = { ...telling, places, also, earlierCorrections: corrections, paywalled };
  return telling.reports === undefined ? changed : { ...changed, reports: Object.fromEntries(left) };
}

function without(place: DigestPlace, belongs: Belongs): DigestPlace {
  const headed = belongs(place);
  return {
    ...place,
    ...(headed ? { title: '', url: '', articleId: '', outlet: '' } : {}),
    sentences: place.sentences.filter((sentence) => !belongs(sentence)),
    // Nobody knows whose picture it is.
    picture: undefined,
    corrections: place.corrections?.filter((correction) => !belongs(correction)),
  };
}
