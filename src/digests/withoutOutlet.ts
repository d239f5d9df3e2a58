import type { Digest, DigestPlace } from './digest.ts';

/** Whether an article in a digest is of the outlet that asked to be forgotten. */
export type Belongs = (article: { articleId?: string; url: string }) => boolean;

/**
 * The digest without a word of an outlet; undefined if it holds none. `posted`: readers know the message, so its places
 * stay and say that something was removed; otherwise the stories that the outlet headed are left out.
 */
export function withoutOutlet(digest: Digest, belongs: Belongs, { posted }: { posted: boolean }): Digest | undefined {
  const holds = (place: DigestPlace) =>
    belongs(place) || place.sentences.some(belongs) || (place.corrections?.some(belongs) ?? false);
  const { earlierCorrections = [] } = digest;
  if (!digest.places.some(holds) && !digest.also.some(belongs) && !earlierCorrections.some(belongs)) return undefined;
  const places = digest.places.flatMap((place) => {
    if (!holds(place)) return [place];
    if (!posted && belongs(place)) return [];
    return [{ ...without(place, belongs), ...(posted ? { removed: true } : {}) }];
  });
  const also = digest.also.filter((line) => !belongs(line));
  const corrections = earlierCorrections.filter((correction) => !belongs(correction));
  const paywalled = digest.paywalled?.filter((url) => !belongs({ url }));
  return {
    ...digest,
    places,
    also,
    earlierCorrections: corrections,
    paywalled,
    quiet: digest.quiet || places.length < 2,
  };
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
