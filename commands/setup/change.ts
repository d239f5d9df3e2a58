import type { EpochMs } from '../../src/clock.ts';
import type { Changer } from '../../src/desk/asker.ts';
import { saveChannel } from '../../src/desk/channels.ts';
import type { Desk } from '../../src/desk/desk.ts';
import { addTo } from '../../src/desk/ownFeeds.ts';
import { noteChanger } from '../../src/desk/preferences.ts';
import type { Undo } from '../../src/desk/undoable.ts';
import type { ServerId } from '../../src/ids.ts';
import type { Records } from '../../src/storage/storage.ts';
import type { SetupFile } from './file.ts';
import type { Places } from './places.ts';
import { planSetup, type SetupPlan } from './plan.ts';

export function setupChanges(desk: Desk) {
  const { storage, undoable, preferences, prefer, wall } = desk;
  const presentOf = async ({ serverId }: Changer) => (await preferences.get(serverId)) ?? {};
  return {
    /** What `importSetup` would do now. */
    planSetup: async (by: Changer, file: SetupFile, places: Places): Promise<SetupPlan> =>
      planSetup(storage.records, by, file, places, desk, await presentOf(by)),

    /**
     * Imports everything that can be imported, in one transaction. It plans anew, because the preview may be out of
     * date. Channels in the file end up as the file says; what the file doesn't name stays as it was.
     */
    async importSetup(by: Changer, file: SetupFile, places: Places): Promise<{ plan: SetupPlan; undo: Undo }> {
      await noteChanger(desk, by);
      const before = await presentOf(by);
      const { result: plan, undo } = await undoable(by, async (trx) => {
        const planned = await planSetup(trx, by, file, places, desk, before);
        await apply(trx, by.serverId, planned, wall());
        return planned;
      });
      const zone = plan.zone ?? before.zone;
      const logChannelId = plan.logChannelId ?? before.logChannelId;
      await prefer(by.serverId, (known) => ({ ...known, zone, logChannelId }));
      return { plan, undo: { ...undo, preferences: { before, after: { ...before, zone, logChannelId } } } };
    },
  };
}

async function apply(trx: Records, serverId: ServerId, plan: SetupPlan, now: EpochMs): Promise<void> {
  for (const { topic } of plan.topics) await trx.own.saveTopic(topic, now);
  for (const { feed, topicId } of plan.feeds) await addTo(trx, serverId, feed, topicId, now);
  for (const { word, expiresAt } of plan.mutes) await trx.own.mute(serverId, word, expiresAt);
  for (const channel of plan.channels) await applyChannel(trx, serverId, channel, now);
  for (const { channelId, rule } of plan.alerts)
    await trx.alerts.save({ channelId, serverId, createdAt: now, ...rule });
}

/** Gives a channel the planned topics, schedule and outlets; no slot comes twice. */
async function applyChannel(
  trx: Records,
  serverId: ServerId,
  { channelId, topicIds, schedule, paused, ...outlets }: SetupPlan['channels'][number],
  now: EpochMs,
): Promise<void> {
  const channel = { channelId, serverId, schedule, paused: paused ? 'admin' : undefined };
  await saveChannel(trx, channel, now);
  if (paused) await trx.deliveries.dropUnattempted(channelId, ['running-digest'], 'paused by an admin');
  // Removes all topics first, so that the channel has them in the file's order.
  for (const topicId of await trx.channels.topicsOf(channelId)) await trx.channels.unsubscribe(channelId, topicId);
  await trx.channels.subscribe(channelId, serverId, topicIds, now);
  for (const { outletId } of await trx.outlets.ofChannel(channelId)) await trx.outlets.reset(channelId, outletId);
  for (const stance of ['muted', 'preferred'] as const) {
    for (const [at, outletId] of outlets[stance].entries()) await trx.outlets.set(channel, outletId, stance, now + at);
  }
}
