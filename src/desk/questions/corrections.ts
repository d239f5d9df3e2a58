import { everyServer } from '../../storage/records/apart.ts';
import { joinableMs } from '../changes/corrections.ts';
import type { AskParts } from './parts.ts';

/** Corrections by a server's members that hold for a story now. */
export interface StoryCorrections {
  /** Articles that were taken out. */
  out: readonly { articleId: string; title: string; outlet: string }[];
  /** Pairs of articles by which two stories were brought together in this one, with their titles. */
  together: readonly { articleId: string; otherId: string; title: string; otherTitle: string }[];
}

export function createCorrectionAsk({ storage, wall }: AskParts) {
  return {
    async corrections(storyId: string, serverId: string): Promise<StoryCorrections> {
      if (serverId === everyServer) return { out: [], together: [] };
      const { apart, belong } = storage.records;
      // The grouper no longer moves older articles.
      const since = wall() - joinableMs;
      return {
        out: await apart.takenOutOf(storyId, serverId, since),
        together: await belong.broughtInto(storyId, serverId, since),
      };
    },
  };
}
