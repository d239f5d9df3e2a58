import { dayMs, type EpochMs } from '../../clock.ts';
import { type ApartVote, everyServer } from '../../storage/records/apart.ts';
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
/** A server has a say in what others see once its first message is this old. */
const knownMs = 7 * dayMs;
/** A day less than the week that the grouper looks back. */
export const joinableMs = 6 * dayMs;
/** Messages older than this are left as they are. */
const editAgeMsMax = 14 * dayMs;
/** An article is kept apart from this many of the others; copies are found by this many characters of text. */
const oldestKept = 20;
const newestKept = 20;
const copiesMax = 10;
const openingRead = 2_000;

/** `waiting`: another member has to say the same; `everyServer`: the article leaves the story for all. */
export type SplitOff = 'waiting' | 'thisServer' | 'everyServer';

/** `waiting`: another member has to say the same; `noted`: another server has to. */
export type Together = 'waiting' | 'noted' | 'everyServer';

/** A member said that the article tells another event, or with `otherId` that the stories of both tell one. */
export interface Said {
  articleId: string;
  otherId?: string;
}

/**
 * What taking it back changed. `vote`: only the vote is gone; `thisServer` and `everyServer`: the article is no longer
 * split off there; `compared`: the stories are no longer held together; `stands`: others said the same, so it still
 * holds; `nothing`: it was taken back before.
 */
export type TakenBack = 'vote' | 'thisServer' | 'everyServer' | 'compared' | 'stands' | 'nothing';

/** An article with its copies that the same servers see, and the articles of its story from which it is kept apart. */
interface Split {
  storyId: string;
  articleId: string;
  articleIds: readonly string[];
  otherIds: readonly string[];
  /** The servers that see it; undefined if all do. */
  audience: readonly string[] | undefined;
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
    const audience = audiences.get(articleId);
    // A word on an article says nothing of one that other servers see, even if the text is the same.
    const alike = ids.filter((id) => String(audiences.get(id)) === String(audience));
    const sameTextAs = copiesIn(await articles.byIds(alike, openingRead));
    const textOf = (id: string) => sameTextAs.get(id) ?? id;
    const isCopy = (id: string) => alike.includes(id) && textOf(id) === textOf(articleId);
    const copies = ids.filter((id) => id !== articleId && isCopy(id)).slice(-copiesMax);
    // What fewer servers see doesn't decide where an article goes.
    const others = ids.filter((id) => !isCopy(id) && isSeenBy(audience, audiences.get(id)));
    if (others.length === 0) throw new Refusal('only-report');
    const otherIds = [...new Set([...others.slice(0, oldestKept), ...others.slice(-newestKept)])];
    return { storyId: listed.story.id, articleId, articleIds: [articleId, ...copies], otherIds, audience };
  };

  /** The articles of a story that everybody sees and the grouper can still move, oldest first. */
  const openOf = async (storyId: string, serverId: string, now: EpochMs) => {
    const listed = await listedOf(storyId, serverId);
    return listed?.articles.filter(({ open, publishedAt }) => open && publishedAt > now - joinableMs);
  };

  return {
    /**
     * A member says that an article tells another event than its story. One manager or two members split it off in
     * their server. It leaves the story for all once managers of two servers agree; see
     * docs/adr/why-corrections-stay-in-their-server.md.
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
          const { apart } = trx;
          await refuseTooMany(trx, by, now);
          const { articleId } = split;
          await apart.vote({ serverId, articleId, userId, manager: said.manager, at: now });
          const votes = (await apart.votesOn(articleId, now - voteMs)).filter((vote) => vote.serverId === serverId);
          if (!isEnough(votes)) return 'waiting';
          await keep(trx, serverId, split, now);
          if (!(await isForAll(trx, serverId, split, now))) return 'thisServer';
          await keep(trx, everyServer, split, now);
          return 'everyServer';
        },
        { durable: true },
      );
      return { how, undo: undoOf(by, { articleId: said.articleId }) };
    },

    /**
     * A member says that two stories tell one event. Stories are shared, so nothing changes until managers of two
     * servers agree, unless Lede is in this server alone.
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
          if (differ || (await trx.apart.isBetween(serverId, ids[0] ?? [], ids[1] ?? [])))
            throw new Refusal('cannot-join');
          await refuseTooMany(trx, by, now);
          await trx.belong.vote({ ...pair, serverId, userId, manager: said.manager, at: now });
          const votes = await trx.belong.votesOn(pair, now - voteMs);
          if (!isEnough(votes.filter((vote) => vote.serverId === serverId))) return 'waiting';
          const isAlone = (await trx.servers.listPresent()).every((id) => id === serverId);
          if (!isAlone && !(await agree(trx, votes, now))) return 'noted';
          await trx.belong.decide(pair, now);
          return 'everyServer';
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
  const { apart, edits, placed } = trx;
  const here = await apart.decided(serverId, articleId);
  const { articleIds } = here ?? { articleIds: [articleId] };
  const votes = await apart.takeBack(serverId, articleIds, member, now);
  if (here === undefined) return votes > 0 ? 'vote' : 'nothing';
  // A correction outlasts its votes if a member ran /me delete.
  if (member !== undefined && votes === 0) return 'nothing';
  const left = (await apart.votesOn(articleId, here.at - voteMs)).filter((vote) => vote.serverId === serverId);
  if (isEnough(left)) return 'stands';
  await apart.end(serverId, articleIds);
  const all = await apart.decided(everyServer, articleId);
  if (all === undefined) {
    await edits.queuePutBack(articleIds, { serverId }, now);
    return 'thisServer';
  }
  const others = new Set(await apart.serversApart(articleId, all.otherIds));
  const theirs = (await apart.votesOn(articleId, all.at - voteMs)).filter((vote) => others.has(vote.serverId));
  if (await agree(trx, theirs, now)) return 'stands';
  const ended = [...new Set([...articleIds, ...all.articleIds])];
  await apart.end(everyServer, ended);
  await placed.placeAgain(ended);
  await edits.queuePutBack(ended, { except: [...others].filter((id) => id !== everyServer) }, now);
  return 'everyServer';
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
  const votes = await belong.votesOn(pair, decidedAt - voteMs);
  const isHere = isEnough(votes.filter((vote) => vote.serverId === serverId));
  const isAlone = (await trx.servers.listPresent()).every((id) => id === serverId);
  if ((isAlone && isHere) || (await agree(trx, votes, now))) return 'stands';
  await belong.end(pair);
  await placed.placeAgain([pair.articleId, pair.otherId]);
  return 'compared';
}

/** Whether all of the audience see what these servers see; undefined is everybody. */
const isSeenBy = (audience: readonly string[] | undefined, seeing: readonly string[] | undefined): boolean =>
  seeing === undefined || (audience?.every((serverId) => seeing.includes(serverId)) ?? false);

const isEnough = (votes: readonly { manager: boolean }[]): boolean =>
  votes.length >= membersNeeded || votes.some(({ manager }) => manager);

async function refuseTooMany({ apart, belong }: Records, { serverId, userId }: Changer, now: EpochMs): Promise<void> {
  const today = now - dayMs;
  const votes = (await apart.votesBy(serverId, userId, today)) + (await belong.votesBy(serverId, userId, today));
  if (votes >= votesMax || (await apart.countOf(serverId, today)) >= correctionsMax)
    throw new Refusal('too-many-corrections');
}

async function keep(records: Records, serverId: string, split: Split, now: EpochMs): Promise<void> {
  const { articleIds, otherIds, storyId, audience } = split;
  await records.apart.keep(serverId, articleIds, otherIds, now);
  const serverIds = serverId === everyServer ? audience : [serverId];
  await records.edits.queueTakenOut({ articleIds, storyId, serverIds }, now - editAgeMsMax, now);
}

/** Whether nobody else sees the article, or managers of two known servers agree. */
async function isForAll(records: Records, serverId: string, split: Split, now: EpochMs): Promise<boolean> {
  const { articleId, otherIds } = split;
  const audience = (await records.readers.audiencesOf([articleId])).get(articleId);
  const readers = audience ?? (await records.servers.listPresent());
  if (readers.every((one) => one === serverId)) return true;
  const apart = new Set(await records.apart.serversApart(articleId, otherIds));
  const votes = await records.apart.votesOn(articleId, now - voteMs);
  return agree(
    records,
    votes.filter((vote) => apart.has(vote.serverId)),
    now,
  );
}

/**
 * Whether two different managers of two known servers are among the voters. A member who took the same vote back within
 * the last week doesn't count, so that nobody can make all servers' messages change to and fro.
 */
async function agree(records: Records, all: readonly ApartVote[], now: EpochMs): Promise<boolean> {
  const serverIds = [...new Set(all.map(({ serverId }) => serverId))];
  const known = new Set(await records.deliveries.serversToldBefore(serverIds, now - knownMs));
  const isSettled = ({ takenBackAt }: ApartVote) => takenBackAt === undefined || takenBackAt < now - voteMs;
  const votes = all.filter((vote) => vote.manager && known.has(vote.serverId) && isSettled(vote));
  return votes.some((one) => votes.some((other) => one.serverId !== other.serverId && one.userId !== other.userId));
}
