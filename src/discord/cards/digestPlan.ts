import type { DigestPlace, QuotedSentence } from '../../digests/digest.ts';

/** What a digest shows of its places. */
export interface Plan {
  also: boolean;
  /** Places in their order; those that are missing are left out. */
  shown: readonly Shown[];
}

interface Shown {
  /** Which one of the digest's. */
  place: number;
  sentences: readonly QuotedSentence[];
  /** A headline with its address has to fit into the budget of a place. */
  isShort: boolean;
}

/**
 * Plans in the order in which they are tried: everything, then without "Also", without the second sentences, without the sentences
 * of one story after the other, with short headlines further down, and at last without stories. A sentence that makes its story long is
 * left out before others are, then those of the stories further down. Stories that the channel knows say nothing without what is new
 * in them: they keep it, and are the first to go whole, after long addresses, since what is new today is not new tomorrow.
 */
export function* plansOf(
  places: readonly Pick<DigestPlace, 'told'>[],
  whole: readonly (readonly QuotedSentence[])[],
  isLong: (place: number) => boolean,
): Generator<Plan> {
  let shown: readonly Shown[] = whole.map((sentences, place) => ({ place, sentences, isShort: false }));
  yield { also: true, shown };
  yield { also: false, shown };
  const change = (next: readonly Shown[]): Plan => {
    shown = next;
    return { also: false, shown };
  };
  const onPlace = (place: number, change: Partial<Shown>) =>
    shown.map((one) => (one.place === place ? { ...one, ...change } : one));

  yield change(shown.map((one) => ({ ...one, sentences: one.sentences.slice(0, 1) })));
  const fromEnd = [...places.keys()].toReversed();
  const quoting = fromEnd
    .filter((place) => whole[place]?.length)
    .toSorted((a, b) => Number(isLong(b)) - Number(isLong(a)));
  const isKnown = (place: number) => places[place]?.told !== undefined;
  for (const place of quoting.filter((one) => !isKnown(one))) yield change(onPlace(place, { sentences: [] }));
  for (const place of fromEnd) yield change(onPlace(place, { isShort: true }));
  for (const place of quoting.filter(isKnown)) yield change(shown.filter((one) => one.place !== place));
  while (shown.length > 0) yield change(shown.slice(0, -1));
}
