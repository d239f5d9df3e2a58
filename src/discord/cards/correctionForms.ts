import type { DigestPlace } from '../../digests/digest.ts';
import type { Corrections } from './place.ts';

/** How the corrections of a digest are told. */
export interface CorrectionForm {
  told: Corrections;
  /** Numbers of the stories that have corrections which are only counted. */
  counted: readonly number[];
}

/**
 * Forms in the order in which they are tried, each shorter than the one before: all corrections in one way, then as many as fit, what
 * was withdrawn before what was corrected. The last one takes a single line, whatever the number of corrections.
 */
export function* correctionForms(places: readonly Pick<DigestPlace, 'corrections'>[]): Generator<CorrectionForm> {
  const all = places.flatMap(({ corrections = [] }, place) =>
    corrections.map((correction) => ({ correction, number: place + 1 })),
  );
  for (const form of ['whole', 'short', 'bare'] as const) {
    yield { told: new Map(all.map(({ correction }) => [correction, form])), counted: [] };
  }
  const isWithdrawal = ({ correction }: (typeof all)[number]) => correction.kind === 'retracted';
  const ranked = all.toSorted((a, b) => Number(isWithdrawal(b)) - Number(isWithdrawal(a)));
  for (let count = ranked.length - 1; count >= 0; count -= 1) {
    const counted = new Set(ranked.slice(count).map(({ number }) => number));
    yield {
      told: new Map(ranked.slice(0, count).map(({ correction }) => [correction, 'bare'])),
      counted: [...counted].sort((a, b) => a - b),
    };
  }
}
