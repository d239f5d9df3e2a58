import { isAlone, joinableMs } from '../changes/corrections.ts';
import type { AskParts } from './parts.ts';

/** Corrections by a server's members that hold for a story now. */
export interface StoryCorrections {
  /** Articles that were taken out. */
  out: readonly { articleId: string; title: string; outlet: string }[];
  /** Whether another story can be brought together with it. */
  mayJoin: boolean;
  /** Pairs of articles by which two stories were brought together in this one, with their titles. */
  together: readonly { articleId: string; otherId: string; title: string; otherTitle: string }[];
}

export function createCorrectionAsk({ storage, wall }: AskParts) {
  return {
    async corrections(storyId: string, serverId: string): Promise<StoryCorrections> {
      if (serverId === '') return { out: [], mayJoin: false, together: [] };
      const { apart, belong, servers } = storage.records;
      // The grouper no longer moves older articles.
      const since = wall() - joinableMs;
      return {
        out: await apart.takenOutOf(storyId, serverId),
        mayJoin: await isAlone({ servers }, serverId),
        together: await belong.broughtInto(storyId, serverId, since),
      };
    },
  };
}
