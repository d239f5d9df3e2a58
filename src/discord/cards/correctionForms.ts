import type { DigestPlace } from '../../digests/digest.ts';
import type { Corrections } from './place.ts';

/** How the corrections of a digest are told. */
export interface CorrectionForm {
  /** One a place, in their order. */
  places: readonly Corrections[];
  /** Numbers of the stories whose corrections are only counted. */
  counted: readonly number[];
}

/**
 * Forms in the order in which they are tried, each shorter than the one before: all corrections in one way, then as many as fit, what
 * was withdrawn before what was corrected. The last one takes a single line, whatever the number of corrections.
 */
export function* correctionForms(places: readonly Pick<DigestPlace, 'correction'>[]): Generator<CorrectionForm> {
  const kindOf = (place: number) => places[place]?.correction?.kind;
  const corrected = [...places.keys()].filter((place) => kindOf(place) !== undefined);
  if (corrected.length === 0) return yield { places: places.map(() => 'none'), counted: [] };
  for (const form of ['whole', 'short', 'bare'] as const) yield { places: places.map(() => form), counted: [] };
  const ranked = corrected.toSorted((a, b) => Number(kindOf(b) === 'retracted') - Number(kindOf(a) === 'retracted'));
  for (let count = ranked.length - 1; count >= 0; count -= 1) {
    const told = new Set(ranked.slice(0, count));
    yield {
      places: places.map((_, place) => (told.has(place) ? 'bare' : 'none')),
      counted: corrected.filter((place) => !told.has(place)).map((place) => place + 1),
    };
  }
}
