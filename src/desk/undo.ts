import type { EpochMs } from '../clock.ts';
import type { ChannelId } from '../ids.ts';
import type { Schedule } from '../schedule/schedule.ts';
import { isAfter, nextSlot } from '../schedule/slots.ts';
import { type Setup, type SetupRow, setupKey } from '../storage/records/servers/setups.ts';
import type { Records } from '../storage/storage.ts';
import type { SetupTable } from '../storage/tables.ts';
import type { Changer } from './asker.ts';
import { removeChannel } from './channels.ts';
import type { Desk } from './desk.ts';
import { limits } from './limits.ts';
import { noteChanger } from './preferences.ts';
import { Refusal } from './refusal.ts';
import { fieldsOf, isSameSetup, takenBack } from './setupFields.ts';
import { type TakenBack, takeBackSaid } from './splits.ts';
import { byKey, type Undo } from './undoable.ts';

export function undoChanges(desk: Desk) {
  const { storage, wall, prefer } = desk;
  return {
    /**
     * Undoes a change, except rows and fields changed again since; `kept` counts such rows. A channel continues with
     * its old slots: none comes twice, and none that came due meanwhile is lost. Throws Refusal if a limit would be
     * exceeded.
     */
    async undo(by: Changer, undo: Undo): Promise<{ done: number; kept: number; said?: TakenBack }> {
      const isOwn = (row: SetupRow | undefined) => row === undefined || row.serverId === by.serverId;
      const areOwn = undo.rows.every(({ before, after }) => isOwn(before) && isOwn(after));
      if (undo.serverId !== by.serverId || !areOwn) throw new Refusal('not-subscribed');
      if (undo.said !== undefined) return { done: 1, kept: 0, said: await takeBackSaid(desk, by, undo.said, 'own') };
      await noteChanger(desk, by);
      const counts = await storage.transaction((trx) => takeBack(trx, undo, wall()));
      const { preferences } = undo;
      if (preferences !== undefined) {
        await prefer(by.serverId, (known) => {
          const back = (['logChannelId', 'zone'] as const).filter((key) => known[key] === preferences.after[key]);
          return { ...known, ...Object.fromEntries(back.map((key) => [key, preferences.before[key]])) };
        });
      }
      return counts;
    },
  };
}

async function takeBack(trx: Records, undo: Undo, now: EpochMs): Promise<{ done: number; kept: number }> {
  const { serverId } = undo;
  const present = await trx.setups.setupOf(serverId);
  const ids = (table: 'channels' | 'ownTopics', column: string) =>
    new Set(present.rows[table].map((row) => String(row[column])));
  const [channelIds, topicIds] = [ids('channels', 'channelId'), ids('ownTopics', 'id')];
  const back = new Set<ChannelId>();
  let [done, kept] = [0, 0];
  /** Whether the topic, feed or channel that the row belongs to still exists. */
  const hasPlace = async (table: SetupTable, row: SetupRow): Promise<boolean> => {
    const topicId = String(fieldsOf(row).topicId ?? '');
    if (topicId.startsWith('own-') && !topicIds.has(topicId)) return false;
    if (table === 'ownFeeds') return (await trx.feeds.byId(String(row.feedId))) !== undefined;
    return !['subscriptions', 'channelOutlets', 'digestFeeds'].includes(table) || channelIds.has(String(row.channelId));
  };
  const remove = async (table: SetupTable, row: SetupRow): Promise<void> => {
    if (table !== 'channels') return trx.setups.remove(table, row);
    const channelId = String(row.channelId);
    await removeChannel(trx, { serverId, channelId }, now);
    channelIds.delete(channelId);
  };
  const put = async (table: SetupTable, row: SetupRow, before: SetupRow, current?: SetupRow): Promise<void> => {
    const channelId = String(row.channelId ?? '');
    if (table === 'channels') {
      await putChannel(trx, row, [before, current], now);
      channelIds.add(channelId);
      back.add(channelId);
    } else await trx.setups.put(table, row);
    if (table === 'ownTopics') topicIds.add(String(row.id));
    if (table === 'ownFeeds') await trx.feeds.revive(String(row.feedId), now);
    if (table === 'alerts' && row !== before) await trx.alerts.renew(channelId);
  };
  const isTaken = rowsTaken(present, undo);
  for (const row of undo.rows) {
    const { table, before, after } = row;
    const current = byKey(present, table).get(keyOf(row));
    const isEdit = before !== undefined && after !== undefined;
    const taken = isEdit ? current && takenBack(table, before, after, current) : { row: before, isWhole: true };
    if (taken === undefined || (!isEdit && isTaken(row)) || (taken.row && !(await hasPlace(table, taken.row)))) {
      kept += 1;
      continue;
    }
    if (before === undefined || taken.row === undefined) await remove(table, after ?? {});
    else await put(table, taken.row, before, current);
    done += 1;
    if (!taken.isWhole) kept += 1;
  }
  const dropped = undo.dropped.filter(({ channelId }) => back.has(channelId)).map(({ id }) => id);
  await trx.setups.wait(serverId, dropped, now);
  for (const channelId of channelIds) {
    if ((await trx.channels.topicsOf(channelId)).length === 0) await removeChannel(trx, { serverId, channelId }, now);
  }
  await refuseOverLimits(trx, undo, now);
  return { done, kept };
}

/** Throws Refusal, which rolls the undo back, if the server has added so much since that it would exceed a limit. */
async function refuseOverLimits(trx: Records, undo: Undo, now: EpochMs): Promise<void> {
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
  // A server may have more alerts than the limit, from an earlier version. Then undo can't bring an alert back.
  const isAlertBack = undo.rows.some(({ table, after }) => table === 'alerts' && after === undefined);
  if (isAlertBack && (await trx.alerts.ofServer(serverId)).length > limits.alerts)
    throw new Refusal('too-many-alerts', String(limits.alerts));
}

const keyOf = ({ table, before, after }: Undo['rows'][number]) => setupKey(table, before ?? after ?? {});

/**
 * Returns a predicate for rows that the change added or removed. It is true if the row can't be undone, because it was
 * changed again or is a new topic that a channel, feed or alert uses.
 */
function rowsTaken(present: Setup, undo: Undo): (row: Undo['rows'][number]) => boolean {
  const users = (['subscriptions', 'ownFeeds', 'alerts'] as const).flatMap((table) => {
    const changed = new Set(undo.rows.filter((row) => row.table === table).map(keyOf));
    return [...byKey(present, table)].filter(([key]) => !changed.has(key)).map(([, row]) => fieldsOf(row).topicId);
  });
  return (row) => {
    const { table, before, after } = row;
    const isUsed = table === 'ownTopics' && before === undefined && users.includes(after?.id ?? '');
    return isUsed || !isSameSetup(table, byKey(present, table).get(keyOf(row)), after);
  };
}

/** The times at which a channel gets its digests, as text. */
function timesOf({ settings, paused = null }: SetupRow): string {
  const { times, days, zone } = scheduleOf(settings);
  return JSON.stringify([times, days, zone, paused]);
}

const scheduleOf = (settings: SetupRow[string] | undefined) => JSON.parse(String(settings)) as Schedule;

/**
 * Restores the channel. If it has the same times as before the change, or as now, it keeps the slot that it was waiting
 * for, unless that was claimed since.
 */
async function putChannel(
  trx: Records,
  restored: SetupRow,
  [before, current]: readonly (SetupRow | undefined)[],
  now: EpochMs,
): Promise<void> {
  const slotOf = (row: SetupRow | undefined) =>
    row?.lastDate ? { localDate: String(row.lastDate), ordinal: Number(row.lastOrdinal) } : undefined;
  const made = await trx.deliveries.lastSlot(String(restored.channelId), now);
  const lastClaimed = [slotOf(before), slotOf(current), made]
    .filter((slot) => slot !== undefined)
    .reduce<ReturnType<typeof slotOf>>((last, slot) => (last && isAfter(last, slot) ? last : slot), undefined);
  const waiting = [before, current].find((row) => row !== undefined && timesOf(row) === timesOf(restored));
  const waited = {
    localDate: String(waiting?.nextDate),
    ordinal: Number(waiting?.nextOrdinal),
    dueAt: Number(waiting?.nextDueAt),
  };
  const isOpen = typeof waiting?.nextDueAt === 'number' && (lastClaimed === undefined || isAfter(waited, lastClaimed));
  const schedule = scheduleOf(restored.settings);
  const next = isOpen ? waited : nextSlot(schedule, { lastClaimed, change: { wasDue: false }, now });
  const isPaused = restored.paused !== null;
  await trx.setups.put('channels', {
    ...restored,
    lastDate: lastClaimed?.localDate ?? null,
    lastOrdinal: lastClaimed?.ordinal ?? null,
    nextDueAt: isPaused ? null : next.dueAt,
    nextDate: isPaused ? null : next.localDate,
    nextOrdinal: isPaused ? null : next.ordinal,
    owner: null,
    leaseUntil: null,
  });
}
