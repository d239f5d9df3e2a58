import type { EpochMs } from '../clock.ts';
import type { Records } from '../storage/storage.ts';
import { Refusal } from './refusal.ts';
import type { Undo } from './undoable.ts';

/** Limits of what a server, and each of its channels, can set up. */
export const limits = { topics: 20, feeds: 50, mutes: 50, alerts: 50, channelTopics: 25, channelOutlets: 50 } as const;

/** Throws Refusal, which rolls the undo back, if the server has added so much since that it would exceed a limit. */
export async function refuseOverLimits(trx: Records, undo: Undo, now: EpochMs): Promise<void> {
  const { serverId } = undo;
  const { rows } = await trx.setups.setupOf(serverId);
  const perChannel = (table: 'subscriptions' | 'channelOutlets') =>
    Math.max(0, ...[...Map.groupBy(rows[table], ({ channelId }) => channelId).values()].map(({ length }) => length));
  if (rows.ownTopics.length > limits.topics) throw new Refusal('too-many-topics', String(limits.topics));
  if (rows.ownFeeds.length > limits.feeds) throw new Refusal('too-many-feeds', String(limits.feeds));
  if ((await trx.ownTopicsAndFeeds.mutes(serverId, now)).length > limits.mutes) throw new Refusal('too-many-mutes');
  if (perChannel('subscriptions') > limits.channelTopics)
    throw new Refusal('channel-full', String(limits.channelTopics));
  if (perChannel('channelOutlets') > limits.channelOutlets)
    throw new Refusal('too-many-outlets', String(limits.channelOutlets));
  // A server may have more alerts than the limit from an earlier version. Undo then restores none.
  const isAlertBack = undo.rows.some(({ table, after }) => table === 'alerts' && after === undefined);
  if (isAlertBack && (await trx.alerts.ofServer(serverId)).length > limits.alerts)
    throw new Refusal('too-many-alerts', String(limits.alerts));
}
