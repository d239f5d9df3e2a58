import { dayMs } from '../clock.ts';
import type { DigestPlace } from './digest.ts';

/** What a member says of a digest: more like this, or less. */
export type Vote = 1 | -1;

/** How much of a digest is of a topic, or of an outlet by the headlines of its places: above 0, 1 at most. */
export interface Share {
  kind: 'topic' | 'outlet';
  id: string;
  share: number;
}

/** All votes that count in a channel. */
export interface Tally {
  shares: readonly (Share & { deliveryId: string })[];
  /** So many members said this of a digest, who voted on `votes` digests each. */
  given: readonly { deliveryId: string; vote: Vote; votes: number; members: number }[];
}

/** Points that a topic, or an outlet, gains or loses in one channel. */
export interface Leans {
  topics: ReadonlyMap<string, number>;
  outlets: ReadonlyMap<string, number>;
}

/** Votes count for so long, and are kept no longer. */
export const votesCountMs = 60 * dayMs;

/** At most; docs/adr/why-votes-move-little.md says why. */
const pointsMax = { topic: 1 / 3, outlet: 1 / 6 } as const;
/** All votes of a member together weigh less than 1; so many weigh one half. */
const votesForHalf = 7;
/** As many members on a topic that fills every digest reach one half of what many reach. */
const membersForHalf = 3;

/** What a digest's places are of; an article whose outlet is unknown counts for none. */
export function sharesOf(
  places: readonly Pick<DigestPlace, 'topicId' | 'articleId'>[],
  outletOf: ReadonlyMap<string, string>,
): Share[] {
  const of = (kind: Share['kind'], ids: readonly string[]) =>
    [...Map.groupBy(ids, (id) => id)].map(([id, all]) => ({ kind, id, share: all.length / places.length }));
  return [
    ...of(
      'topic',
      places.map(({ topicId }) => topicId),
    ),
    ...of(
      'outlet',
      places.flatMap(({ articleId }) => outletOf.get(articleId) ?? []),
    ),
  ];
}

/**
 * Compares what members say of digests with much of a topic or outlet with what they say of all: who likes every digest,
 * or none, moves nothing.
 */
export function leansOf({ shares, given }: Tally): Leans {
  const votes = new Map<string, { weight: number; net: number }>();
  const all = { weight: 0, net: 0 };
  for (const { deliveryId, vote, votes: count, members } of given) {
    const weight = members / (count + votesForHalf);
    const own = votes.get(deliveryId) ?? { weight: 0, net: 0 };
    votes.set(deliveryId, own);
    for (const sum of [own, all]) {
      sum.weight += weight;
      sum.net += vote * weight;
    }
  }
  const mean = all.weight === 0 ? 0 : all.net / all.weight;
  const leaning = (kind: Share['kind']) => {
    const ofKind = shares.filter((share) => share.kind === kind);
    const leans = [...Map.groupBy(ofKind, ({ id }) => id)].map(([id, its]): [string, number] => {
      let [weight, above] = [membersForHalf, 0];
      for (const { deliveryId, share } of its) {
        const own = votes.get(deliveryId);
        if (own === undefined) continue;
        weight += share * own.weight;
        above += share * (own.net - mean * own.weight);
      }
      return [id, pointsMax[kind] * Math.max(-1, Math.min(1, above / weight))];
    });
    return new Map(leans);
  };
  return { topics: leaning('topic'), outlets: leaning('outlet') };
}

/** What votes give or take a story: for its topic, and on average for the outlets that may head it. */
export function votedPoints(
  { topicId, outletIds }: { topicId: string; outletIds: ReadonlySet<string> },
  { topics, outlets }: Leans,
): number {
  const sum = [...outletIds].reduce((points, id) => points + (outlets.get(id) ?? 0), 0);
  return (topics.get(topicId) ?? 0) + (outletIds.size === 0 ? 0 : sum / outletIds.size);
}
