import type { DigestPlace, QuotedSentence } from '../../digests/digest.ts';

/** What a digest shows of its places. */
export interface Plan {
  also: boolean;
  /** One list a place, in their order; places without one are left out. */
  sentences: readonly (readonly QuotedSentence[])[];
  /** From this place on a headline with its address has to fit into the budget of a place. */
  shortFrom: number;
}

/**
 * Plans in the order in which they are tried: everything, then without "Also", without the second sentences, without the sentences
 * of one story after the other, with short headlines further down, and at last without the last stories. A sentence that makes its story long is
 * left out before others are, then those of the stories further down; those of stories that the channel knows come last, for
 * without what is new in them they say nothing.
 */
export function* plansOf(
  places: readonly Pick<DigestPlace, 'told'>[],
  whole: readonly (readonly QuotedSentence[])[],
  isLong: (place: number) => boolean,
): Generator<Plan> {
  let shortFrom = places.length;
  yield { also: true, sentences: whole, shortFrom };
  yield { also: false, sentences: whole, shortFrom };
  let sentences = whole.map((all) => all.slice(0, 1));
  yield { also: false, sentences, shortFrom };
  const rank = (place: number) => [places[place]?.told ? 1 : 0, isLong(place) ? 0 : 1, -place];
  const order = [...places.keys()].map((place) => ({ place, rank: rank(place) }));
  order.sort((a, b) => a.rank.map((one, at) => one - (b.rank[at] ?? 0)).find((difference) => difference !== 0) ?? 0);
  for (const { place } of order) {
    if (sentences[place]?.length === 0) continue;
    sentences = sentences.with(place, []);
    yield { also: false, sentences, shortFrom };
  }
  while (shortFrom > 0) {
    shortFrom -= 1;
    yield { also: false, sentences, shortFrom };
  }
  for (let count = places.length - 1; count >= 0; count -= 1) {
    yield { also: false, sentences: sentences.slice(0, count), shortFrom };
  }
}
