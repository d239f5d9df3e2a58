import { hostname } from 'node:os';
import { setImmediate } from 'node:timers/promises';
import type { Kysely } from 'kysely';
import type { EpochMs } from '../clock.ts';
import type { QuotingSettings } from '../engine/articles/quotingLimits.ts';
import type { Role } from '../schedule/loop.ts';
import { engineOf, openDatabase } from './database.ts';
import type { Member } from './fleet/member.ts';
import { processRecords } from './fleet/processes.ts';
import { type KeyValues, WallClockKeyv } from './keyv.ts';
import { lastBackup } from './lastBackup.ts';
import { startedAt } from './migrate.ts';
import { isPostgres } from './postgres/address.ts';
import { deliveryRecords } from './records/outbox/deliveries.ts';
import { editRecords } from './records/outbox/edits.ts';
import { outboxLog } from './records/outbox/log.ts';
import { inTurn, type QueriedRules } from './records/outbox/outbox.ts';
import { shownRecords } from './records/outbox/shown.ts';
import { toldRecords } from './records/outbox/told.ts';
import { addressRecords } from './records/reading/addresses.ts';
import { audienceRecords } from './records/reading/audiences.ts';
import { feedFigures } from './records/reading/feedFigures.ts';
import { feedRecords } from './records/reading/feeds.ts';
import { hostRecords } from './records/reading/hosts.ts';
import { listingRecords } from './records/reading/listings.ts';
import { quotaRecords } from './records/reading/quotas.ts';
import { earliest, earliestOf } from './records/rows.ts';
import { alertRecords } from './records/servers/alerts.ts';
import { channelRecords } from './records/servers/channels.ts';
import { digestFeedRecords } from './records/servers/digestFeeds.ts';
import { followRecords } from './records/servers/follows.ts';
import { itemAlertRecords } from './records/servers/itemAlerts.ts';
import { outletRecords } from './records/servers/outlets.ts';
import { ownTopicAndFeedRecords } from './records/servers/ownTopicsAndFeeds.ts';
import { peopleRecords } from './records/servers/people.ts';
import { serverRecords } from './records/servers/servers.ts';
import { setupRecords } from './records/servers/setups.ts';
import { articleChangeRecords } from './records/stories/articleChanges.ts';
import { articleRecords } from './records/stories/articles.ts';
import { changedRecords } from './records/stories/changed.ts';
import { placedRecords } from './records/stories/placed.ts';
import { splitRecords } from './records/stories/splits.ts';
import { storyRecords } from './records/stories/stories.ts';
import { clockAheadRecords } from './records/upkeep/clockAhead.ts';
import { forgottenRecords } from './records/upkeep/forgotten.ts';
import { sweepingRecords } from './records/upkeep/sweeping.ts';
import { vitalRecords } from './records/upkeep/vitals.ts';
import type { Tables } from './schema.ts';
import { storySearch, type TextIndex } from './search.ts';

export type Records = ReturnType<typeof recordsOver>;

interface Given {
  kinds?: readonly QueriedRules[];
  /** The operator's limits of quoting. */
  quoting?: QuotingSettings;
}

function recordsOver(db: Kysely<Tables>, index: TextIndex, { kinds = [], quoting }: Given) {
  return {
    feeds: feedRecords(db),
    splits: splitRecords(db),
    articles: articleRecords(db, quoting),
    articleChanges: articleChangeRecords(db),
    stories: storyRecords(db),
    changed: changedRecords(db),
    channels: channelRecords(db),
    clockAhead: clockAheadRecords(db),
    placed: placedRecords(db),
    processes: processRecords(db),
    feedFigures: feedFigures(db),
    hosts: hostRecords(db),
    listings: listingRecords(db),
    audiences: audienceRecords(db),
    addresses: addressRecords(db),
    deliveries: deliveryRecords(db, kinds),
    told: toldRecords(db),
    shown: shownRecords(db),
    outboxLog: outboxLog(db),
    edits: editRecords(db),
    forgotten: forgottenRecords(db),
    servers: serverRecords(db),
    setups: setupRecords(db),
    outlets: outletRecords(db),
    ownTopicsAndFeeds: ownTopicAndFeedRecords(db),
    digestFeeds: digestFeedRecords(db),
    alerts: alertRecords(db),
    itemAlerts: itemAlertRecords(db),
    follows: followRecords(db),
    people: peopleRecords(db),
    quotas: quotaRecords(db),
    sweeping: sweepingRecords(db),
    vitals: vitalRecords(db),
    search: storySearch(db, index),
  };
}

export type Storage = Awaited<ReturnType<typeof openStorage>>;

/**
 * Opens the database of DATABASE_URL. A caller that sends deliveries must pass their `kinds`, because deliveries of
 * other kinds count as unwanted. Throws StorageError with a sentence for the operator.
 */
export async function openStorage(
  options: Given & { url: string; now: () => EpochMs; only?: boolean; filled?: boolean },
) {
  const engine = engineOf(options.url);
  const database = await openDatabase<Tables>({ ...options, migrations: engine.migrations });
  const { db } = database;
  const over = (over: Kysely<Tables>) => recordsOver(over, engine.textIndex(over), options);
  const records = over(db);
  return {
    /** Records outside a transaction: each statement commits by itself. */
    records,
    /** Defined only if several processes can use the storage at once. */
    hostTurns: database.hostTurns,
    /** Domains whose outlets asked to be left out. Read once, because they are added only while no Lede runs. */
    forgotten: new Set(await records.forgotten.domains()) as ReadonlySet<string>,
    /** Runs `work` atomically. Inside, await only the records passed in. `durable` commits survive a power cut. */
    transaction: <T>(work: (records: Records) => Promise<T>, settings?: { durable?: boolean }): Promise<T> =>
      database.transaction((trx) => work(over(trx)), settings),
    alone: <T>(work: () => Promise<T>): Promise<T> => database.alone(work),
    /** A key-value store, for data without relations. Each use has its own namespace. */
    keyv: <Value>(namespace: string, limits: { bytesMax?: number } = {}): KeyValues<Value> =>
      new WallClockKeyv<Value>(db, { ...limits, namespace, now: options.now }),
    /** Paces how several processes identify at Discord. Undefined for SQLite, which only one process uses. */
    identifyTurns: engine.identifyTurns?.(db),
    /** When the next feed, page, changed story, new item, slot, delivery or edit is due; it may lie in the past. */
    async nextDueAt(): Promise<EpochMs | undefined> {
      const due = [
        records.feedFigures.nextDueAt(),
        earliestOf(db.selectFrom('articles').where('pageState', '=', 'wanted'), 'pageDueAt'),
        earliestOf(db.selectFrom('changedStories'), 'dueAt'),
        records.itemAlerts.nextDueAt(),
        records.channels.slotDueAt(),
        earliestOf(db.selectFrom('deliveries').where('deliveries.state', '=', 'pending').where(inTurn()), 'nextTryAt'),
        earliestOf(
          db
            .selectFrom('edits')
            .innerJoin('deliveries', 'deliveries.id', 'edits.deliveryId')
            .where('edits.state', '=', 'pending')
            .where('deliveries.state', '=', 'sent'),
          'edits.nextTryAt',
        ),
      ];
      return earliest(await Promise.all(due));
    },
    /** Registers this process as one that works on the database, until the storage closes at the latest. */
    join: (roles: readonly Role[]): Promise<Member> =>
      database.join({ name: `${hostname()} ${process.pid}`, roles }, options.now()),
    /** Rewrites the search index without deleted words, a little at a time. */
    async mergeSearch(): Promise<void> {
      const merge = (isFirst: boolean) => database.transaction((trx) => engine.textIndex(trx).merge(isFirst));
      for (let isFirst = true; await merge(isFirst); isFirst = false) await setImmediate();
    },
    /** Rewrites the storage without any trace of deleted data. Needs as much free space as the storage takes. */
    async compact(): Promise<void> {
      await this.mergeSearch();
      await database.compact();
    },
    integrityProblems: () => database.integrityProblems(),
    /** When the last backup was made, or else when the database was created. Undefined for PostgreSQL. */
    async savedAt(): Promise<EpochMs | undefined> {
      if (isPostgres(options.url)) return undefined;
      return (await lastBackup(db, options.now).at()) ?? startedAt(db);
    },
    repeats: () => database.repeats(),
    bytes: () => database.bytes(),
    close: () => database.close(),
    [Symbol.asyncDispose]: () => database.close(),
  };
}
