import type { ArticleId, ServerId, StoryId } from '../ids.ts';
import type { Desk } from './desk.ts';

/** An article that a server's members took out of a story. */
export interface TakenOut {
  articleId: ArticleId;
  title: string;
  outlet: string;
}

export const takenOutQuestions = ({ storage }: Desk) => ({
  takenOut: (storyId: StoryId, serverId: ServerId): Promise<readonly TakenOut[]> =>
    storage.records.apart.takenOutOf(storyId, serverId),
});
