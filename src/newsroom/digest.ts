import type { Telling } from '../storage/telling.ts';

/** A channel's digest for one slot, or one requested by a member. */
export interface Digest extends Telling {
  /** How many outlets of its topics were read lately, of all that ever answered. */
  outletsAnswered: number;
  outletsAll: number;
}

/** Whether the digest has no story and no correction of an earlier digest. */
export const isEmpty = ({ places, also, earlierCorrections = [] }: Telling): boolean =>
  places.length + also.length + earlierCorrections.length === 0;

/** Whether fewer than two stories have a place. */
export const hasFewStories = ({ places }: Telling): boolean => places.length < 2;
