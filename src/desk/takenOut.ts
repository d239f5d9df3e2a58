import type { Desk } from './desk.ts';

/** An article that a server's members took out of a story. */
export interface TakenOut {
  articleId: string;
  title: string;
  outlet: string;
}

export const takenOutQuestions = ({ storage }: Desk) => ({
  takenOut: (storyId: string, serverId: string): Promise<readonly TakenOut[]> =>
    storage.records.apart.takenOutOf(storyId, serverId),
});
