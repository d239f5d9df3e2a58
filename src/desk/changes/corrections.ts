import { dayMs, type EpochMs } from '../../clock.ts';
import type { Records } from '../../storage/storage.ts';
import { copiesIn } from '../../stories/voices.ts';
import { subtagOf } from '../../text/subtag.ts';
import { Refusal } from '../refusal.ts';
import { type ChangeParts, type Changer, refuseNoServer } from './parts.ts';
import type { Undo } from './undo.ts';

/** In 24 hours: votes of one member in a server, and articles that the server may split off. */
const votesMax = 10;
const correctionsMax = 20;
/** How many members of a server must agree if none of them manages it. */
const membersNeeded = 2;
/** How long a vote waits for a second one. */
const voteMs = 7 * dayMs;
/** A day less than the week that the grouper looks back. */
export const joinableMs = 6 * dayMs;
/** Messages older than this are left as they are. */
const editAgeMsMax = 14 * dayMs;
/** An article is kept apart from this many of the others; copies are found by this many characters of text. */
const oldestKept = 20;
const newestKept = 20;
const copiesMax = 10;
const openingRead = 2_000;

/** `waiting`: another member has to say the same. */
export type SplitOff = 'waiting' | 'done';
export type Together = 'waiting' | 'done';

/** A member said that the article tells another event, or with `otherId` that the stories of both tell one. */
export interface Said {
  articleId: string;
  otherId?: string;
}

/**
 * What taking it back changed. `vote`: only the vote is gone; `back`: the article is part of its story again;
 * `compared`: the stories are no longer held together; `stands`: others said the same, so it still holds; `nothing`: it
 * was taken back before.
 */
export type TakenBack = 'vote' | 'back' | 'compared' | 'stands' | 'nothing';

/** An article with its copies that the same servers see, and the articles of its story from which it is kept apart. */
interface Split {
  storyId: string;
  articleIds: readonly string[];
  otherIds: readonly string[];
}

export function createCorrectionChanges({ storage, wall }: ChangeParts) {
  /** The story, and its articles that the server sees, oldest first; undefined if it has none. */
  const listedOf = async (storyId: string, serverId: string) => {
    const story = await storage.records.stories.byId(storyId);
    const articles = story && (await storage.records.listings.articlesOf([story.id], serverId)).get(story.id);
    return story && articles && { story, articles };
  };

  const splitOf = async (storyId: string, articleId: string, serverId: string): Promise<Split> => {
    const listed = await listedOf(storyId, serverId);
    const chosen = listed?.articles.find(({ id }) => id === articleId);
    if (listed === undefined || chosen === undefined) throw new Refusal('not-in-story');
    const { readers, articles } = storage.records;
    const ids = listed.articles.map(({ id }) => id);
    const audiences = await readers.audiencesOf(ids);
    // An own feed's article with the texts of two others would make them copies of each other.
    const alike = ids.filter((id) => String(audiences.get(id)) === String(audiences.get(articleId)));
    const sameTextAs = copiesIn(await articles.byIds(alike, openingRead));
    const textOf = (id: string) => sameTextAs.get(id) ?? id;
    const isCopy = (id: string) => alike.includes(id) && textOf(id) === textOf(articleId);
    const copies = ids.filter((id) => id !== articleId && isCopy(id)).slice(-copiesMax);
    const others = ids.filter((id) => !isCopy(id));
    if (others.length === 0) throw new Refusal('only-report');
    const otherIds = [...new Set([...others.slice(0, oldestKept), ...others.slice(-newestKept)])];
    return { storyId: listed.story.id, articleIds: [articleId, ...copies], otherIds };
  };

  /** The articles of a story that everybody sees and the grouper can still move, oldest first. */
  const openOf = async (storyId: string, serverId: string, now: EpochMs) => {
    const listed = await listedOf(storyId, serverId);
    return listed?.articles.filter(({ open, publishedAt }) => open && publishedAt > now - joinableMs);
  };

  return {
    /**
     * A member says that an article tells another event than its story. One manager or two members take it out of the
     * story in their server; see docs/adr/why-corrections-stay-in-their-server.md.
     */
    async splitOff(
      by: Changer,
      said: { storyId: string; articleId: string; manager: boolean },
    ): Promise<{ how: SplitOff; undo: Undo }> {
      refuseNoServer(by);
      const { serverId, userId } = by;
      const split = await splitOf(said.storyId, said.articleId, serverId);
      const now = wall();
      const how = await storage.transaction(
        async (trx): Promise<SplitOff> => {
          const { apart, edits } = trx;
          await refuseTooMany(trx, by, now);
          const { articleId } = said;
          await apart.vote({ serverId, articleId, userId, manager: said.manager, at: now });
          if (!isEnough(await apart.votesOn(serverId, articleId, now - voteMs))) return 'waiting';
          await apart.keep(serverId, split.articleIds, split.otherIds, now);
          await edits.queueTakenOut(serverId, split, now - editAgeMsMax, now);
          return 'done';
        },
        { durable: true },
      );
      return { how, undo: undoOf(by, { articleId: said.articleId }) };
    },

    /**
     * A member says that two stories tell one event. One manager or two members make them one. Stories are shared, so
     * they can say so only where Lede is in their server alone.
     */
    async bringTogether(
      by: Changer,
      said: { storyId: string; otherId: string; manager: boolean },
    ): Promise<{ how: Together; undo: Undo }> {
      refuseNoServer(by);
      const { serverId, userId } = by;
      const now = wall();
      const [one, other] = await Promise.all([said.storyId, said.otherId].map((id) => openOf(id, serverId, now)));
      const [first, second] = [one?.[0], other?.[0]].toSorted((a, b) => ((a?.id ?? '') < (b?.id ?? '') ? -1 : 1));
      if (!one || !other || !first || !second || first.id === second.id) throw new Refusal('cannot-join');
      const languages = [first.language, second.language].map((language) => language && subtagOf(language));
      const differ = languages.every((language) => language !== undefined) && languages[0] !== languages[1];
      const pair = { articleId: first.id, otherId: second.id };
      const ids = [one, other].map((articles) => articles.map(({ id }) => id));
      const how = await storage.transaction(
        async (trx): Promise<Together> => {
          if (!(await isAlone(trx, serverId))) throw new Refusal('shared-stories');
          if (differ || (await trx.apart.isBetween(serverId, ids[0] ?? [], ids[1] ?? [])))
            throw new Refusal('cannot-join');
          await refuseTooMany(trx, by, now);
          await trx.belong.vote({ ...pair, serverId, userId, manager: said.manager, at: now });
          if (!isEnough(await trx.belong.votesOn(serverId, pair, now - voteMs))) return 'waiting';
          await trx.belong.decide(pair, now);
          return 'done';
        },
        { durable: true },
      );
      return { how, undo: undoOf(by, pair) };
    },

    /** Takes back what all members of the server said. */
    putBack: (by: Changer, said: Said): Promise<TakenBack> => takeBackSaid({ storage, wall }, by, said, 'everybody'),
  };
}

const undoOf = ({ serverId }: Changer, said: Said): Undo => ({ serverId, rows: [], dropped: [], said });

/** Takes back what one member or everybody in the server said, and ends what no other votes uphold. */
export async function takeBackSaid(
  { storage, wall }: Pick<ChangeParts, 'storage' | 'wall'>,
  by: Changer,
  { articleId, otherId }: Said,
  whose: 'own' | 'everybody',
): Promise<TakenBack> {
  refuseNoServer(by);
  const { serverId, userId } = by;
  const member = whose === 'own' ? userId : undefined;
  const now = wall();
  return storage.transaction(
    (trx) =>
      otherId === undefined
        ? takeBackSplit(trx, serverId, articleId, member, now)
        : takeBackTogether(trx, serverId, { articleId, otherId }, member, now),
    { durable: true },
  );
}

async function takeBackSplit(
  trx: Records,
  serverId: string,
  articleId: string,
  member: string | undefined,
  now: EpochMs,
): Promise<TakenBack> {
  const { apart, edits } = trx;
  const here = await apart.decided(serverId, articleId);
  const { articleIds } = here ?? { articleIds: [articleId] };
  const votes = await apart.takeBack(serverId, articleIds, member, now);
  if (here === undefined) return votes > 0 ? 'vote' : 'nothing';
  // A correction outlasts its votes if a member ran /me delete.
  if (member !== undefined && votes === 0) return 'nothing';
  if (isEnough(await apart.votesOn(serverId, articleId, here.at - voteMs))) return 'stands';
  await apart.end(serverId, articleIds);
  await edits.queuePutBack(serverId, articleIds, now);
  return 'back';
}

async function takeBackTogether(
  trx: Records,
  serverId: string,
  pair: { articleId: string; otherId: string },
  member: string | undefined,
  now: EpochMs,
): Promise<TakenBack> {
  const { belong, placed } = trx;
  if ((await belong.takeBack(serverId, pair, member, now)) === 0) return 'nothing';
  const decidedAt = await belong.decidedAt(pair);
  if (decidedAt === undefined) return 'vote';
  if (isEnough(await belong.votesOn(serverId, pair, decidedAt - voteMs))) return 'stands';
  await belong.end(pair);
  await placed.placeAgain([pair.articleId, pair.otherId]);
  return 'compared';
}

/** Whether Lede is in no other server. */
export const isAlone = async ({ servers }: Pick<Records, 'servers'>, serverId: string): Promise<boolean> =>
  (await servers.listPresent()).every((id) => id === serverId);

const isEnough = (votes: readonly { manager: boolean }[]): boolean =>
  votes.length >= membersNeeded || votes.some(({ manager }) => manager);

async function refuseTooMany({ apart, belong }: Records, { serverId, userId }: Changer, now: EpochMs): Promise<void> {
  const today = now - dayMs;
  const votes = (await apart.votesBy(serverId, userId, today)) + (await belong.votesBy(serverId, userId, today));
  if (votes >= votesMax || (await apart.countOf(serverId, today)) >= correctionsMax)
    throw new Refusal('too-many-corrections');
}
