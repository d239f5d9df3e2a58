import type { Telling } from './digest.ts';

/** What somebody who follows a story gets: the story where the following begins, what is new of it, or that it ended. */
export interface FollowUpdate extends Telling {
  storyId: string;
  /** The story's headline when it was followed. */
  title: string;
  step: 'begins' | 'goes-on' | 'ends';
}
