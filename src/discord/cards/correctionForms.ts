import type { DigestCorrection, DigestLine, DigestPlace } from '../../digests/digest.ts';
import type { Corrections } from './corrections.ts';

/** How the corrections of a digest are told. */
export interface CorrectionForm {
  told: Corrections;
  /** Numbers of the stories that have corrections which are only counted. */
  counted: readonly number[];
}

/** What one message shows. */
interface Corrected {
  places: readonly { place: DigestPlace; number: number }[];
  also: readonly DigestLine[];
}

/**
 * Forms in the order in which they are tried, each shorter than the one before: all corrections in one way, then as
 * many as fit, what was withdrawn before what was corrected. The last one takes a single line, whatever the number of
 * corrections, and two words in each line of "Also", which has no number.
 */
export function* correctionForms({ places, also }: Corrected): Generator<CorrectionForm> {
  const ofLines = also.flatMap(({ corrections = [] }) => corrections);
  const ofPlaces = places.flatMap(({ place: { corrections = [] }, number }) =>
    corrections.map((correction) => ({ correction, number })),
  );
  const toldOf = (some: typeof ofPlaces, form: 'whole' | 'short' | 'bare') =>
    new Map(
      [...some.map(({ correction }) => correction), ...ofLines].map((one): [DigestCorrection, typeof form] => [
        one,
        form,
      ]),
    );
  for (const form of ['whole', 'short', 'bare'] as const) yield { told: toldOf(ofPlaces, form), counted: [] };
  const isWithdrawal = ({ correction }: (typeof ofPlaces)[number]) => correction.kind === 'retracted';
  const ranked = ofPlaces.toSorted((a, b) => Number(isWithdrawal(b)) - Number(isWithdrawal(a)));
  for (let count = ranked.length - 1; count >= 0; count -= 1) {
    const counted = new Set(ranked.slice(count).map(({ number }) => number));
    yield { told: toldOf(ranked.slice(0, count), 'bare'), counted: [...counted].sort((a, b) => a - b) };
  }
}
