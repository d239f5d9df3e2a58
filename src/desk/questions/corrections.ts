import { joinableMs } from '../changes/corrections.ts';
import type { AskParts } from './parts.ts';

/** What readers of a server said of a story that holds now. */
export interface StoryCorrections {
  /** Articles that they took out of it. */
  out: readonly { articleId: string; title: string; outlet: string }[];
  /** Pairs of articles whose stories they brought together in it, with their titles. */
  together: readonly { articleId: string; otherId: string; title: string; otherTitle: string }[];
}

export function createCorrectionAsk({ storage, wall }: AskParts) {
  return {
    async corrections(storyId: string, serverId: string): Promise<StoryCorrections> {
      const { apart, belong } = storage.records;
      // The grouper moves nothing older.
      const since = wall() - joinableMs;
      return {
        out: await apart.takenOutOf(storyId, serverId, since),
        together: await belong.broughtInto(storyId, serverId, since),
      };
    },
  };
}
