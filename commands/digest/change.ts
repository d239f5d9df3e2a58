import type { Changer } from '../../src/desk/asker.ts';
import { channelOf, removeChannel, saveChannel } from '../../src/desk/channels.ts';
import type { Desk } from '../../src/desk/desk.ts';
import { refuseForeign } from '../../src/desk/foreign.ts';
import { limits } from '../../src/desk/limits.ts';
import { noteChanger } from '../../src/desk/preferences.ts';
import { Refusal } from '../../src/desk/refusal.ts';
import { type ChannelSubscription, subscriptionQuestions } from '../../src/desk/subscriptions.ts';
import type { Undo } from '../../src/desk/undoable.ts';
import type { ChannelId, TopicId } from '../../src/ids.ts';
import { isEmpty } from '../../src/newsroom/digest.ts';
import { knownLabelOf } from '../../src/newsroom/topics.ts';
import { digestActs } from '../../src/outbox/acts.ts';
import { draftOf, storeDraft } from '../../src/outbox/draft.ts';
import { subjectOf } from '../../src/outbox/notices.ts';
import { localDateAt, localTimeAt } from '../../src/schedule/localTime.ts';
import { defaultSchedule, type Schedule } from '../../src/schedule/schedule.ts';
import { type TypedSettings, withSettings } from '../../src/schedule/settings.ts';
import { slotKey } from '../../src/schedule/slots.ts';
import { zoneOfLocale } from '../../src/schedule/zones.ts';
import type { ChannelRecord } from '../../src/storage/records/servers/channels.ts';
import { asked as askedKind } from './deliveries.ts';

/** Minimum time between a digest and a requested one, which would repeat the stories. */
const askedSpacingMs = 60_000;

export type Rescheduled = Awaited<ReturnType<ReturnType<typeof digestChanges>['saveSettings']>>;

/** The channel's digest. Throws Refusal if it has none. */
export async function subscriptionOf(desk: Desk, by: Changer, channelId: ChannelId): Promise<ChannelSubscription> {
  const subscription = await desk.use(subscriptionQuestions).subscription(by.serverId, channelId);
  if (subscription === undefined) throw new Refusal('not-subscribed');
  return subscription;
}

export function digestChanges(desk: Desk) {
  const { storage, undoable, preferences, prefer, topics, wall } = desk;
  const { records } = storage;

  /** Stores a channel's change and next slot. Reads the channel in the same transaction, so no other change is lost. */
  const save = (
    by: Changer,
    channelId: ChannelId,
    change: (channel: ChannelRecord) => Pick<ChannelRecord, 'schedule' | 'paused'>,
  ): Promise<{ result: Schedule; undo: Undo }> =>
    undoable(by, async (trx) => {
      const { schedule, paused } = change(await channelOf(trx, by, channelId));
      await saveChannel(trx, { channelId, serverId: by.serverId, schedule, paused }, wall());
      return schedule;
    });

  return {
    /**
     * Adds topics to the channel's digest. A new digest comes daily at 08:00 in the server's zone, known or guessed.
     * `joined`: the channel had a digest before.
     */
    async subscribe(by: Changer, channelId: ChannelId, topicIds: readonly TopicId[]) {
      await noteChanger(desk, by);
      const own = await records.ownTopicsAndFeeds.topics(by.serverId);
      const labels = topicIds.flatMap((id) => knownLabelOf(id, topics, own) ?? []);
      if (labels.length < topicIds.length || labels.length === 0) throw new Refusal('topic-gone');
      await refuseForeign(records, by, [channelId]);
      const before = await records.channels.topicsOf(channelId);
      const added = labels.filter((label) => !before.includes(label.id));
      if (added.length === 0) throw new Refusal('already-subscribed', labels[0]?.id);
      if (before.length + added.length > limits.channelTopics)
        throw new Refusal('channel-full', String(limits.channelTopics));
      const now = wall();
      const zone = (await preferences.get(by.serverId))?.zone ?? zoneOfLocale(by.serverLocale);
      await storage.transaction(async (trx) => {
        if ((await trx.channels.byId(channelId)) === undefined)
          await saveChannel(trx, { channelId, serverId: by.serverId, schedule: defaultSchedule(zone) }, now);
        const addedIds = added.map(({ id }) => id);
        await trx.channels.subscribe(channelId, by.serverId, addedIds, now);
      });
      return { added, joined: before.length > 0, subscription: await subscriptionOf(desk, by, channelId) };
    },

    /** Removes a topic from the channel's digest. Without any topics left, the digest ends. */
    async unsubscribe(by: Changer, channelId: ChannelId, topicId: TopicId) {
      const { result: isLast, undo } = await undoable(by, async (trx) => {
        const channel = await channelOf(trx, by, channelId);
        const before = await trx.channels.topicsOf(channelId);
        if (!before.includes(topicId)) throw new Refusal('not-subscribed', topicId);
        await trx.channels.unsubscribe(channelId, topicId);
        if (before.length === 1) await removeChannel(trx, channel, wall());
        return before.length === 1;
      });
      return { left: isLast ? undefined : await subscriptionOf(desk, by, channelId), undo };
    },

    /** Copies the settings of `copyFrom`, if given, then applies what the user typed. */
    async saveSettings(by: Changer, channelId: ChannelId, change: TypedSettings, copyFrom?: ChannelId) {
      const copied = copyFrom === undefined ? undefined : (await channelOf(records, by, copyFrom)).schedule;
      let before: Schedule | undefined;
      const { result: schedule, undo } = await save(by, channelId, ({ schedule: known, paused }) => {
        before = known;
        const changed = withSettings(copied ?? known, change, by.serverLocale);
        if ('problem' in changed) throw new Refusal(changed.problem, changed.detail, changed.also);
        return { schedule: changed, paused };
      });
      // Ends the notice about threads. Another one is opened if Lede still may not make them.
      await records.servers.noticeOver(by.serverId, subjectOf('thread', channelId), wall());
      if (change.zone !== undefined) {
        // The zone becomes the default for the server's next channel.
        await prefer(by.serverId, (known) => {
          const after = { ...known, zone: schedule.zone };
          if (known.zone !== schedule.zone) undo.preferences = { before: known, after };
          return after;
        });
      }
      return { ...(await subscriptionOf(desk, by, channelId)), before: before ?? schedule, undo };
    },

    pause: (by: Changer, channelId: ChannelId) =>
      undoable(by, async (trx) => {
        await channelOf(trx, by, channelId);
        await trx.channels.pause(channelId, 'admin');
        await trx.deliveries.dropUnattempted(channelId, ['running-digest'], 'digest-paused');
        await trx.servers.channelNoticesOver(by.serverId, channelId, wall());
      }),

    async resume(by: Changer, channelId: ChannelId): Promise<ChannelSubscription> {
      await save(by, channelId, ({ schedule }) => ({ schedule, paused: undefined }));
      // Ends open notices: new ones come if permissions are still missing.
      await storage.transaction((trx) => trx.servers.channelNoticesOver(by.serverId, channelId, wall()));
      return subscriptionOf(desk, by, channelId);
    },

    /** Sets the channel for Lede's notices, or none. */
    async setLogChannel(by: Changer, channelId: ChannelId | undefined): Promise<void> {
      await noteChanger(desk, by);
      if (channelId !== undefined) await refuseForeign(records, by, [channelId]);
      await prefer(by.serverId, (known) => ({ ...known, logChannelId: channelId }));
    },

    /** Queues a digest now; the send loop posts it within seconds. */
    async postNow(by: Changer, channelId: ChannelId, interactionId: string): Promise<{ empty: boolean }> {
      await noteChanger(desk, by);
      const channel = await channelOf(records, by, channelId);
      const now = wall();
      const localDate = localDateAt(now, channel.schedule.zone);
      const id = slotKey({ channelId, kind: 'asked', interactionId });
      const content = await desk.digestFor({ channel, localDate, kind: 'asked', now });
      const draft = draftOf(desk, askedKind, content, { id, dueAt: now });
      const isAnnouncement = await desk.isAnnouncement(by.serverId, channelId);
      const time = localTimeAt(now, channel.schedule.zone);
      const about = { isAnnouncement, title: draft.title, time, isEmpty: isEmpty(content) };
      const acts = digestActs(channel.schedule, about);
      await storage.transaction(
        async (trx) => {
          // Discord may deliver an interaction twice.
          if (await trx.deliveries.byId(id)) return;
          const at = wall();
          // A digest that failed, for instance for want of a permission, is tried again instead.
          if (await trx.deliveries.hasten(channelId, at)) return;
          if (await trx.deliveries.underWay(channelId, at - askedSpacingMs, at)) throw new Refusal('digest-just-now');
          await storeDraft(trx, draft, now, acts);
        },
        { durable: true },
      );
      return { empty: content.places.length === 0 };
    },
  };
}
