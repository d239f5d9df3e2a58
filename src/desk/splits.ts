import { dayMs, type EpochMs } from '../clock.ts';
import { copiesIn } from '../engine/stories/voices.ts';
import type { ArticleId, ServerId, StoryId } from '../ids.ts';
import { editAgeMsMax } from '../storage/records/outbox/edits.ts';
import type { Records } from '../storage/storage.ts';
import type { Changer } from './asker.ts';
import type { Desk } from './desk.ts';
import { refuseNoServer } from './foreign.ts';
import { Refusal } from './refusal.ts';
import type { SplitVote, Undo } from './undoable.ts';

/** Limits in 24 hours: votes of a member in a server, and articles split off in the server. */
const votesMax = 10;
const splitsMax = 20;
/** How many members of a server must agree if none of them manages it. */
const membersNeeded = 2;
/** How long a vote waits for a second one. */
const voteMs = 7 * dayMs;
/**
 * A split separates the article and its newest copies from the oldest and the newest other articles of the story.
 * Copies are found by the first `openingRead` characters of the texts.
 */
const oldestKept = 20;
const newestKept = 20;
const copiesMax = 10;
const openingRead = 2_000;

/**
 * The effect of taking a vote back. `vote`: only the vote is gone; `back`: the article is part of its story again;
 * `stands`: enough others voted for the split, so it stays; `nothing`: the vote was taken back before.
 */
export type TakenBack = 'vote' | 'back' | 'stands' | 'nothing';

export function splitChanges({ storage, wall }: Pick<Desk, 'storage' | 'wall'>) {
  /** `articleIds`: the article and its newest copies; `otherIds`: articles to separate them from. */
  const splitOf = async (storyId: StoryId, articleId: ArticleId, serverId: ServerId) => {
    const { records } = storage;
    const story = await records.stories.byId(storyId);
    // The articles that the server may see, oldest first.
    const articles = story && (await records.listings.articlesOf([story.id], serverId)).get(story.id);
    const ids = (articles ?? []).map(({ id }) => id);
    if (!ids.includes(articleId)) throw new Refusal('not-in-story');
    const audiences = await records.audiences.serversOf(ids);
    // Compares only articles for the same audience: an article of a server's own feed that holds two other texts would
    // make those two copies of each other.
    const alike = ids.filter((id) => String(audiences.get(id)) === String(audiences.get(articleId)));
    const sameTextAs = copiesIn(await records.articles.byIds(alike, openingRead));
    const textOf = (id: ArticleId) => sameTextAs.get(id) ?? id;
    const isCopy = (id: ArticleId) => alike.includes(id) && textOf(id) === textOf(articleId);
    const copies = ids.filter((id) => id !== articleId && isCopy(id)).slice(-copiesMax);
    const others = ids.filter((id) => !isCopy(id));
    if (others.length === 0) throw new Refusal('only-report');
    const otherIds = [...new Set([...others.slice(0, oldestKept), ...others.slice(-newestKept)])];
    return { articleIds: [articleId, ...copies], otherIds };
  };

  return {
    /**
     * A member says that an article reports another event. One manager or two members take it out of the story in their
     * server; see docs/adr/why-corrections-stay-in-their-server.md. `waiting`: another member has to vote for the same
     * split.
     */
    async splitOff(by: Changer, said: { storyId: StoryId; articleId: ArticleId; manager: boolean }) {
      refuseNoServer(by);
      const { serverId, userId } = by;
      const split = await splitOf(said.storyId, said.articleId, serverId);
      const now = wall();
      const how = await storage.transaction(
        async (trx): Promise<'waiting' | 'done'> => {
          const { splits, edits } = trx;
          await refuseTooMany(trx, by, now);
          const { articleId } = said;
          await splits.vote({ serverId, articleId, userId, manager: said.manager, at: now });
          if (!isEnough(await splits.votesOn(serverId, articleId, now - voteMs))) return 'waiting';
          await splits.keep(serverId, split.articleIds, split.otherIds, now);
          await edits.queueFacts(
            { serverId, articleIds: split.articleIds, storiesOf: split.otherIds },
            now - editAgeMsMax,
            now,
          );
          return 'done';
        },
        { durable: true },
      );
      return { how, undo: { serverId, rows: [], dropped: [], said: { articleId: said.articleId } } satisfies Undo };
    },

    /** Takes back all votes of the server's members about the article. */
    putBack: (by: Changer, said: SplitVote): Promise<TakenBack> =>
      takeBackSaid({ storage, wall }, by, said, 'everybody'),
  };
}

/**
 * Takes back the votes of one member or of everybody in the server, and ends the correction unless enough votes remain.
 */
export async function takeBackSaid(
  { storage, wall }: Pick<Desk, 'storage' | 'wall'>,
  by: Changer,
  { articleId }: SplitVote,
  whose: 'own' | 'everybody',
): Promise<TakenBack> {
  refuseNoServer(by);
  const { serverId, userId } = by;
  const member = whose === 'own' ? userId : undefined;
  const now = wall();
  return storage.transaction(
    async ({ splits, edits }) => {
      const here = await splits.decided(serverId, articleId);
      const { articleIds } = here ?? { articleIds: [articleId] };
      const votes = await splits.takeBack(serverId, articleIds, member, now);
      if (here === undefined) return votes > 0 ? 'vote' : 'nothing';
      // A correction outlasts its votes if a member ran /me delete.
      if (member !== undefined && votes === 0) return 'nothing';
      if (isEnough(await splits.votesOn(serverId, articleId, here.at - voteMs))) return 'stands';
      await splits.end(serverId, articleIds);
      await edits.queueFacts({ serverId, articleIds, storiesOf: here.otherIds }, now - editAgeMsMax, now);
      return 'back';
    },
    { durable: true },
  );
}

const isEnough = (votes: readonly { manager: boolean }[]): boolean =>
  votes.length >= membersNeeded || votes.some(({ manager }) => manager);

async function refuseTooMany({ splits }: Records, { serverId, userId }: Changer, now: EpochMs): Promise<void> {
  const today = now - dayMs;
  const votes = await splits.votesBy(serverId, userId, today);
  if (votes >= votesMax || (await splits.countOf(serverId, today)) >= splitsMax)
    throw new Refusal('too-many-corrections');
}

/** Articles that a server's members took out of a story. */
export type TakenOut = Awaited<ReturnType<Records['splits']['takenOutOf']>>;

export const splitQuestions = ({ storage }: Desk) => ({
  takenOut: (storyId: StoryId, serverId: ServerId): Promise<TakenOut> =>
    storage.records.splits.takenOutOf(storyId, serverId),
});
