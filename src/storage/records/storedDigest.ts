import type { Digest, DigestCorrection, DigestPlace } from '../../digests/digest.ts';

/** As older versions of Lede stored a place: the last correction alone, without its article. */
type StoredPlace = DigestPlace & { correction?: Omit<DigestCorrection, 'articleId'> };

/** A digest as it was stored, by this version of Lede or an older one. */
export function storedDigest(json: string): Digest {
  const digest = JSON.parse(json) as Digest;
  return { ...digest, places: digest.places?.map(placeOf) };
}

function placeOf({ correction, ...place }: StoredPlace): DigestPlace {
  if (correction === undefined) return place;
  const corrected = [place, ...place.sentences].find(({ url }) => url === correction.url);
  return { ...place, corrections: [{ ...correction, articleId: corrected?.articleId ?? '' }] };
}
