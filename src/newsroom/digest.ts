import type { PostContent } from '../storage/postContent.ts';

/** A channel's digest for one slot, or one requested by a member. */
export interface Digest extends PostContent {
  /** The outlets of the digest's topics that answered lately, and those that ever answered. */
  outletsAnswered: number;
  outletsAll: number;
}

/** Whether the digest has no story and no correction of an earlier digest. */
export const isEmpty = ({ places, also, earlierCorrections = [] }: PostContent): boolean =>
  places.length + also.length + earlierCorrections.length === 0;

/** Whether fewer than two stories have a place. */
export const hasFewStories = ({ places }: PostContent): boolean => places.length < 2;
