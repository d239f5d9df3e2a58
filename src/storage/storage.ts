import type { Keyv } from 'keyv';
import { type Kysely, sql } from 'kysely';
import type { EpochMs } from '../clock.ts';
import { engineOf, openDatabase } from './database.ts';
import { openKeyv, sweepKeyv } from './keyv.ts';
import { articleRecords } from './records/articles.ts';
import { channelRecords, nothingPending } from './records/channels.ts';
import { deliveryRecords } from './records/deliveries.ts';
import { editRecords } from './records/edits.ts';
import { feedFigures } from './records/feedFigures.ts';
import { feedRecords } from './records/feeds.ts';
import { forgottenRecords } from './records/forgotten.ts';
import { hostRecords } from './records/hosts.ts';
import { hubRecords } from './records/hubs.ts';
import { listedFeedRecords } from './records/listedFeeds.ts';
import { listingRecords } from './records/listings.ts';
import { inTurn } from './records/outbox.ts';
import { ownRecords } from './records/own.ts';
import { placedRecords } from './records/placed.ts';
import { serverRecords } from './records/servers.ts';
import { storyRecords } from './records/stories.ts';
import { toldRecords } from './records/told.ts';
import { vitalRecords } from './records/vitals.ts';
import type { Tables } from './schema.ts';
import type { StorySearch } from './search.ts';

/** Tables with leases; of deliveries, which are many, only what can be claimed, by the index that claims go by. */
const claimed = {
  feeds: '',
  articles: '',
  channels: '',
  deliveries: "state = 'pending' and",
};

export type Records = ReturnType<typeof recordsOver>;

function recordsOver(db: Kysely<Tables>, search: StorySearch) {
  return {
    feeds: feedRecords(db),
    listedFeeds: listedFeedRecords(db),
    articles: articleRecords(db),
    stories: storyRecords(db),
    channels: channelRecords(db),
    placed: placedRecords(db),
    feedFigures: feedFigures(db),
    hosts: hostRecords(db),
    hubs: hubRecords(db),
    listings: listingRecords(db),
    deliveries: deliveryRecords(db),
    told: toldRecords(db),
    edits: editRecords(db),
    forgotten: forgottenRecords(db),
    servers: serverRecords(db),
    own: ownRecords(db),
    vitals: vitalRecords(db),
    search,
  };
}

/** All that Lede remembers, behind one connection. */
export interface Storage {
  /** Each call is a statement of its own. */
  records: Records;
  /** All or nothing; inside, await only the records that are passed in. `durable` also survives a power cut. */
  transaction<T>(work: (records: Records) => Promise<T>, options?: { durable?: boolean }): Promise<T>;
  /** What has one key and no relation; one namespace per use. */
  keyv<Value>(namespace: string, ttlMs?: number): Keyv<Value>;
  sweepKeyv(rowsMax: number): Promise<number>;
  /** When a feed, hub, page, slot, delivery or edit is due next; it may lie in the past. */
  nextDueAt(): Promise<EpochMs | undefined>;
  /** Leases of a process that is gone: only for the one process that holds the database, at its start. */
  dropLeases(): Promise<void>;
  /** Domains whose outlets asked to be left out, as of the opening: they are added only while nothing else runs. */
  forgotten: ReadonlySet<string>;
  /** Writes the file anew, without a trace of what was deleted; needs as much free space as it has now. */
  compact(): Promise<void>;
  /** What SQLite finds wrong in the whole file, read in a thread of its own; empty means sound. */
  integrityProblems(): Promise<readonly string[]>;
  close(): Promise<void>;
}

/** Throws StorageError with a sentence for the operator */
export async function openStorage(options: { url: string; now: () => EpochMs }): Promise<Storage> {
  const engine = engineOf(options.url);
  const database = await openDatabase<Tables>({ ...options, migrations: engine.migrations });
  const over = (db: Kysely<Tables>) => recordsOver(db, engine.search(db));
  const records = over(database.db);
  return {
    records,
    forgotten: new Set(await records.forgotten.domains()),
    transaction: (work, settings) => database.transaction((trx) => work(over(trx)), settings),
    keyv: (namespace, ttlMs) => openKeyv(database.db, { namespace, now: options.now, ttlMs }),
    sweepKeyv: (rowsMax) => sweepKeyv(database.db, options.now(), rowsMax),
    async nextDueAt() {
      const { rows } = await sql<{ at: EpochMs | null }>`select min(at) as at from (
        select min(next_due_at) as at from feeds where state = 'active' and
          (catalogue = 1 or exists (select 1 from own_feeds where own_feeds.feed_id = feeds.id))
        union all select min(due_at) from hubs
        union all select min(page_due_at) from articles where page_state = 'wanted'
        union all select min(next_due_at) from channels where paused is null and ${nothingPending}
        union all select min(next_try_at) from deliveries where state = 'pending' and ${inTurn}
        union all select min(edits.next_try_at) from edits join deliveries on deliveries.id = edits.delivery_id
          where edits.state = 'pending' and deliveries.state = 'sent')`.execute(database.db);
      return rows[0]?.at ?? undefined;
    },
    async dropLeases() {
      for (const [table, claimable] of Object.entries(claimed)) {
        await sql`update ${sql.table(table)} set owner = null, lease_until = null
          where ${sql.raw(claimable)} lease_until is not null`.execute(database.db);
      }
    },
    async compact() {
      await records.search.merge();
      await database.compact();
    },
    integrityProblems: () => database.integrityProblems(),
    close: () => database.close(),
  };
}
