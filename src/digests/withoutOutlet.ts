import type { DigestPlace, Telling } from './digest.ts';

/** Whether an article in a digest is of the outlet that asked to be forgotten. */
export type Belongs = (article: { articleId?: string; url: string }) => boolean;

/**
 * The same without a word of an outlet; undefined if it holds none. `posted`: readers know the message, so its places
 * stay and say that something was removed; otherwise the stories that the outlet headed are left out.
 */
export function withoutOutlet<Content extends Telling>(
  telling: Content,
  belongs: Belongs,
  { posted }: { posted: boolean },
): Content | undefined {
  const holds = (place: DigestPlace) =>
    belongs(place) || place.sentences.some(belongs) || (place.corrections?.some(belongs) ?? false);
  const { earlierCorrections = [] } = telling;
  if (!telling.places.some(holds) && !telling.also.some(belongs) && !earlierCorrections.some(belongs)) return undefined;
  const places = telling.places.flatMap((place) => {
    if (!holds(place)) return [place];
    if (!posted && belongs(place)) return [];
    return [{ ...without(place, belongs), ...(posted ? { removed: true } : {}) }];
  });
  const also = telling.also.filter((line) => !belongs(line));
  const corrections = earlierCorrections.filter((correction) => !belongs(correction));
  const paywalled = telling.paywalled?.filter((url) => !belongs({ url }));
  return { ...telling, places, also, earlierCorrections: corrections, paywalled };
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
