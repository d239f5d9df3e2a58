import { dayMs } from '../clock.ts';
import type { DigestPlace } from './digest.ts';

/** 1: more like this digest; -1: less. */
export type Vote = 1 | -1;

/** The share of a digest's places, above 0 and at most 1, that a topic has or whose headlines an outlet has. */
export interface Share {
  kind: 'topic' | 'outlet';
  id: string;
  share: number;
}

/** All votes that count in a channel. */
export interface Tally {
  shares: readonly (Share & { deliveryId: string })[];
  /** How many members gave this vote on a digest; each of them voted on `votes` digests. */
  given: readonly { deliveryId: string; vote: Vote; votes: number; members: number }[];
}

/** Points that topics and outlets gain or lose in one channel, by id. */
export interface Leans {
  topics: ReadonlyMap<string, number>;
  outlets: ReadonlyMap<string, number>;
}

/** How long votes count and are kept. */
export const votesCountMs = 60 * dayMs;

/** The most that votes give or take; docs/adr/why-votes-move-little.md says why. */
const pointsMax = { topic: 1 / 3, outlet: 1 / 6 } as const;
/** All votes of a member together weigh less than 1; this many weigh one half. */
const votesForHalf = 7;
/** With this much weight of votes on a topic that fills its digests, half of the points are reached. */
const membersForHalf = 3;

/** The shares of a digest. A headline of an unknown outlet counts for none. */
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
 * Compares the votes on digests that have much of a topic or outlet with the votes on all digests. A member who likes
 * every digest, or none, moves nothing.
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

/** The points that votes give to a story: its topic's, and the mean of the outlets that may head it. */
export function votedPoints(
  { topicId, outletIds }: { topicId: string; outletIds: ReadonlySet<string> },
  { topics, outlets }: Leans,
): number {
  const sum = [...outletIds].reduce((points, id) => points + (outlets.get(id) ?? 0), 0);
  return (topics.get(topicId) ?? 0) + (outletIds.size === 0 ? 0 : sum / outletIds.size);
}
