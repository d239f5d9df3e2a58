import { dayMs, type EpochMs } from '../../src/clock.ts';
import type { Asker, Person } from '../../src/desk/asker.ts';
import type { Desk } from '../../src/desk/desk.ts';
import { refuseForeign, refuseNoServer, refuseOthersPlace } from '../../src/desk/foreign.ts';
import { Refusal } from '../../src/desk/refusal.ts';
import type { ChannelId, ServerId, StoryId, UserId } from '../../src/ids.ts';
import { languageIn } from '../../src/newsroom/languageIn.ts';
import { isSilentIn } from '../../src/newsroom/notifying.ts';
import type { StoryCard } from '../../src/newsroom/storyCard.ts';
import { labelOfTopic } from '../../src/newsroom/topics.ts';
import { draftOf, storeDraft } from '../../src/outbox/draft.ts';
import { dayOf } from '../../src/reading/quotas.ts';
import { localeIn } from '../../src/schedule/languages.ts';
import { localDateAt } from '../../src/schedule/localTime.ts';
import type { FollowRecord } from '../../src/storage/records/servers/follows.ts';
import type { Records } from '../../src/storage/storage.ts';
import type { FollowUpdate } from './card.ts';
import { follow as followKind } from './deliveries.ts';

/** Maximum number of stories that a member follows. */
const followsMax = 20;
/** Maximum number of follows that a member begins in 24 hours; each sends a message at once. */
const begunMax = 40;
/** Maximum number of threads that a server's members begin in a UTC day. */
const threadsMax = 100;

/** The member's follows. Throws Refusal if no more are allowed. */
async function withRoom({ follows }: Records, userId: UserId, now: EpochMs): Promise<FollowRecord[]> {
  const present = await follows.ofUser(userId);
  if (present.length >= followsMax) throw new Refusal('too-many-follows', String(followsMax));
  const begun = await follows.begunSince(userId, now - dayMs);
  if (begun >= begunMax) throw new Refusal('too-many-follows-today', String(begunMax));
  return present;
}

export function followChanges(desk: Desk) {
  const { storage, preferences, topics, wall } = desk;
  const { records } = storage;
  return {
    /** Begins to follow the story; updates go to the member's direct messages, the channel `placeId`. */
    async followInMessages(by: Person, placeId: string, card: StoryCard): Promise<void> {
      const now = wall();
      const { storyId, title } = card;
      const follow = { placeId, storyId, serverId: '', userId: by.userId, title, locale: by.locale };
      await storage.transaction(async (trx) => {
        await withRoom(trx, by.userId, now);
        await refuseOthersPlace(trx, by.userId, placeId);
        const isNew = await trx.follows.add({ ...follow, zone: 'UTC', createdAt: now, seenAt: now });
        await trx.follows.reopened(by.userId);
        if (!isNew) throw new Refusal('already-followed');
      });
    },

    /** Posts the story in the channel, with a thread for updates. `interactionId` makes the delivery's id unique. */
    async followInThread(
      by: Person & { serverId: ServerId; interactionId: string },
      channelId: ChannelId,
      card: StoryCard,
    ): Promise<void> {
      refuseNoServer(by);
      const now = wall();
      const { serverId, userId } = by;
      const { storyId, title } = card;
      const key = `${channelId}/follow/${storyId}/`;
      const id = `${key}${by.interactionId}`;
      const content = await beginning(card, { serverId, channelId }, now);
      const draft = draftOf(desk, followKind, content, { id, dueAt: now });
      const isNew = await storage.transaction(
        async (trx) => {
          const follows = await withRoom(trx, userId, now);
          await refuseForeign(trx, by, [channelId]);
          if (follows.some(({ deliveryId }) => deliveryId?.startsWith(key))) return false;
          if (!(await storeDraft(trx, draft, now))) return false;
          if ((await trx.quotas.countThread(serverId, dayOf(now))) > threadsMax)
            throw new Refusal('too-many-threads-today', String(threadsMax));
          const { zone, locale } = content;
          await trx.follows.add({
            placeId: id,
            deliveryId: id,
            storyId,
            serverId,
            userId,
            title,
            zone,
            locale,
            createdAt: now,
            seenAt: now,
          });
          await trx.edits.queueAct(id, { kind: 'thread', name: title }, now);
          return true;
        },
        { durable: true },
      );
      if (!isNew) throw new Refusal('already-followed');
    },

    /** Ends a follow and returns the story's title. */
    async unfollow(userId: UserId, placeId: string | undefined, storyId: StoryId): Promise<string> {
      const follows = await records.follows.ofUser(userId);
      const follow = follows.find(
        (one) => one.storyId === storyId && (placeId === undefined || one.placeId === placeId),
      );
      if (follow === undefined || !(await records.follows.end(follow.placeId, storyId, wall())))
        throw new Refusal('not-followed');
      return follow.title;
    },
  };

  async function beginning(card: StoryCard, at: Required<Asker>, now: EpochMs): Promise<FollowUpdate> {
    const { serverId, channelId } = at;
    const { storyId, title, url, outlet, topicId, outlets, voices, firstAt, sentence, picture } = card;
    const known = (await preferences.get(serverId)) ?? {};
    const { zone = 'UTC' } = known;
    const locale = localeIn(await languageIn(records, at), known.locale ?? 'en-US');
    const place = { storyId, title, url, outlet, topicId, outlets, voices, picture, since: firstAt };
    return {
      channelId,
      serverId,
      localDate: localDateAt(now, zone),
      zone,
      locale,
      windowStart: now,
      windowEnd: now,
      topics: topics.map(labelOfTopic),
      places: [{ ...place, articleId: sentence?.articleId ?? '', sentences: sentence === undefined ? [] : [sentence] }],
      also: [],
      ...((await isSilentIn(records, channelId, now)) ? { silent: true } : {}),
      storyId,
      title,
      step: 'begins',
    };
  }
}
