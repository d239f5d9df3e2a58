import { dayMs, type EpochMs } from '../../clock.ts';
import { everyServer } from '../../storage/records/apart.ts';
import type { Records } from '../../storage/storage.ts';
import { independentVoices } from '../../stories/voices.ts';
import { Refusal } from '../refusal.ts';
import type { ChangeParts, Changer } from './parts.ts';

/** Votes of one member in 24 hours, and articles that one server may split off. */
const votesMax = 10;
const correctionsMax = 20;
/** Members of one server who manage none of it. */
const membersNeeded = 2;
/** A vote waits so long for a second one. */
const voteMs = 7 * dayMs;
/** A server has a say in what others see once it has had digests for so long. */
const knownMs = 7 * dayMs;
/** Messages older than this are left as they are. */
const editAgeMsMax = 14 * dayMs;
/** Of the others, the oldest and the newest stand for all; the text is read so far. */
const oldestKept = 20;
const newestKept = 20;
const copiesMax = 10;
const openingRead = 2_000;

/** `waiting`: another member has to say the same; `everyServer`: the story is split for all. */
export type SplitOff = 'waiting' | 'thisServer' | 'everyServer';

/** An article with its copies, and those of its story that it is to be apart from. */
interface Split {
  storyId: string;
  articleId: string;
  articleIds: readonly string[];
  otherIds: readonly string[];
}

export function createCorrectionChanges({ storage, wall }: ChangeParts) {
  const splitOf = async (storyId: string, articleId: string, serverId: string): Promise<Split> => {
    const { records } = storage;
    const story = await records.stories.byId(storyId);
    const listed = story && (await records.listings.articlesOf([story.id], serverId)).get(story.id);
    const chosen = listed?.find(({ id }) => id === articleId);
    if (story === undefined || listed === undefined || chosen === undefined) throw new Refusal('not-in-story');
    const ids = listed.map(({ id }) => id);
    const { sameTextAs } = independentVoices(await records.articles.byIds(ids, openingRead));
    const textOf = (id: string) => sameTextAs.get(id) ?? id;
    const isCopy = (id: string) => textOf(id) === textOf(articleId);
    const copies = ids.filter((id) => id !== articleId && isCopy(id)).slice(-copiesMax);
    // What only some servers see has no say in where an article for everybody goes.
    const others = listed.filter(({ id, open }) => !isCopy(id) && (open || !chosen.open)).map(({ id }) => id);
    if (others.length === 0) throw new Refusal('only-report');
    const otherIds = [...new Set([...others.slice(0, oldestKept), ...others.slice(-newestKept)])];
    return { storyId: story.id, articleId, articleIds: [articleId, ...copies], otherIds };
  };

  return {
    /**
     * A member says that an article tells another event than its story. One who manages the server is enough to split it
     * off there, else two members are. It holds for all servers once it does so in two; see docs/adr.
     */
    async splitOff(by: Changer, said: { storyId: string; articleId: string; manager: boolean }): Promise<SplitOff> {
      const { serverId, userId } = by;
      const split = await splitOf(said.storyId, said.articleId, serverId);
      const now = wall();
      return storage.transaction(
        async (trx) => {
          const { apart } = trx;
          const today = now - dayMs;
          const isFull =
            (await apart.votesBy(serverId, userId, today)) >= votesMax ||
            (await apart.countOf(serverId, today)) >= correctionsMax;
          if (isFull) throw new Refusal('too-many-corrections');
          const { articleId } = split;
          await apart.vote({ serverId, articleId, userId, manager: said.manager, at: now });
          const votes = (await apart.votesOn(articleId, now - voteMs)).filter((vote) => vote.serverId === serverId);
          if (votes.length < membersNeeded && !votes.some(({ manager }) => manager)) return 'waiting';
          await keep(trx, serverId, split, now);
          if (!(await isForAll(trx, serverId, split, now))) return 'thisServer';
          await keep(trx, everyServer, split, now);
          return 'everyServer';
        },
        { durable: true },
      );
    },
  };
}

async function keep(records: Records, serverId: string, split: Split, now: EpochMs): Promise<void> {
  const { articleIds, otherIds, storyId } = split;
  await records.apart.keep(serverId, articleIds, otherIds, now);
  const only = serverId === everyServer ? undefined : serverId;
  await records.edits.queueTakenOut({ articleIds, storyId, serverId: only }, now - editAgeMsMax, now);
}

/** Whether nobody else sees the article, or two who manage known servers say the same of it. */
async function isForAll(records: Records, serverId: string, split: Split, now: EpochMs): Promise<boolean> {
  const { articleId, otherIds } = split;
  const audience = (await records.readers.audiencesOf([articleId])).get(articleId);
  const readers = audience ?? (await records.servers.listPresent());
  if (readers.every((one) => one === serverId)) return true;
  const apart = new Set(await records.apart.serversApart(articleId, otherIds));
  const known = new Set(await records.deliveries.serversToldBefore([...apart], now - knownMs));
  const votes = (await records.apart.votesOn(articleId, now - voteMs)).filter(
    (vote) => vote.manager && known.has(vote.serverId),
  );
  return votes.some((one) => votes.some((other) => one.serverId !== other.serverId && one.userId !== other.userId));
}
