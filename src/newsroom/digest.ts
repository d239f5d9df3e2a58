import type { Telling } from '../storage/telling.ts';

/** A channel's digest for one slot, or one that somebody asked for. */
export interface Digest extends Telling {
  /** Number of articles on the topics that were read in the window. */
  articles: number;
  outletsAnswered: number;
  outletsAll: number;
}

/** Whether the digest has no story and no correction of an earlier digest. */
export const isEmpty = ({ places, also, earlierCorrections = [] }: Telling): boolean =>
  places.length + also.length + earlierCorrections.length === 0;

/** Whether fewer than two stories have a place. */
export const isQuiet = ({ places }: Telling): boolean => places.length < 2;
