import type { AskParts } from './parts.ts';

/** An article that a server's members took out of a story. */
export interface TakenOut {
  articleId: string;
  title: string;
  outlet: string;
}

export const createCorrectionAsk = ({ storage }: AskParts) => ({
  takenOut: (storyId: string, serverId: string): Promise<readonly TakenOut[]> =>
    storage.records.apart.takenOutOf(storyId, serverId),
});
