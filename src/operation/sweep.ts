import { setImmediate } from 'node:timers/promises';
import type { Keyv } from 'keyv';
import { dayMs, type EpochMs } from '../clock.ts';
import type { Log } from '../log.ts';
import { refreshStories } from '../reading/grouping/placing.ts';
import { dayOf } from '../reading/quotas.ts';
import type { Loop } from '../schedule/loop.ts';
import { sweptByRule } from '../storage/records/upkeep/sweeping.ts';
import type { Records, Storage } from '../storage/storage.ts';
import type { SweptOwnWay } from '../storage/tables.ts';

/** Rows per transaction: deleting 30,000 rows in one transaction blocked everything else for a second. */
const rowsAtOnce = 50;
/** Maximum number of transactions per table in one run, to keep the run short. The next run deletes the rest. */
const roundsMax = 200;
const termsAtOnce = 500;
const feedsAtOnce = 500;
/** Minimum pause after a complete sweep, so that there is one sweep an hour. */
const restMs = 50 * 60_000;
/** A server that re-adds Lede within this time keeps all its data. */
const leftServerMs = 30 * dayMs;
/** How long the key of a feed item is kept after its last listing. Without its key, the item would return as news. */
const seenKeyMs = 30 * dayMs;
/** How long feeds that nobody reads are kept after they were due. Leaves time for Undo, or to mend the catalogue. */
const unwantedFeedMs = dayMs;

/** Deletes data beyond its retention, in small transactions. */
export function createSweep(parts: {
  storage: Storage;
  preferences: Pick<Keyv, 'delete'>;
  log: Log;
  retentionDays: number;
}): Loop {
  const { storage, preferences, log, retentionDays } = parts;
  /** Whether the last run left rows for the next one. */
  let isBehind = false;
  const inRounds = async (sweep: (records: Records) => Promise<number>): Promise<number> => {
    let sum = 0;
    for (let round = 0; round < roundsMax; round += 1) {
      const count = await storage.transaction(sweep);
      sum += count;
      if (count < rowsAtOnce) return sum;
      // Lets commands run between two transactions.
      await setImmediate();
    }
    isBehind = true;
    return sum;
  };
  /** The last search term that was checked. The next run continues after it, and after a restart at the first term. */
  let nextTerm = '';
  const sweepTerms = async (): Promise<number> => {
    const { next, forgotten } = await storage.transaction(({ search }) => search.sweepTerms(nextTerm, termsAtOnce));
    nextTerm = next;
    return forgotten;
  };
  const retentionMs = retentionDays * dayMs;
  /** How to sweep the tables for which storage/tables.ts says 'own'. Articles go with their stories. */
  const handlers = {
    async stories(now) {
      const swept = await inRounds(async (records) => {
        const { gone, left } = await records.stories.sweep(now - retentionMs, rowsAtOnce);
        await records.search.remove(gone);
        await refreshStories(records, left);
        return gone.length + left.length;
      });
      return swept + (await inRounds(({ stories }) => stories.sweepAliases(rowsAtOnce)));
    },
    deliveries: (now) => inRounds(({ deliveries }) => deliveries.sweep(now - retentionMs, rowsAtOnce)),
    /** Deletes old keys feed by feed, because a query over all feeds would read all keys again in each round. */
    async seen(now) {
      let sum = 0;
      let after: string | undefined = '';
      while (after !== undefined && sum < rowsAtOnce * roundsMax) {
        const from: string = after;
        const { next, forgotten } = await storage.transaction(({ articles }) =>
          articles.sweepSeen(from, now - seenKeyMs, { feeds: feedsAtOnce, rows: rowsAtOnce }),
        );
        after = next;
        sum += forgotten;
        // Lets commands run between two transactions.
        await setImmediate();
      }
      isBehind ||= after !== undefined;
      return sum;
    },
    feeds: (now) => inRounds(({ feeds }) => feeds.sweepUnwanted(now - unwantedFeedMs, rowsAtOnce)),
    quotas: (now) => storage.transaction(({ quotas }) => quotas.sweep(dayOf(now) - 1)),
    async servers(now) {
      const left = await storage.records.servers.leftBefore(now - leftServerMs);
      for (const serverId of left) {
        // Deletes the preferences first: as long as the server's row exists, the next run repeats an interrupted purge.
        await preferences.delete(serverId);
        await storage.transaction(({ servers }) => servers.purge(serverId));
      }
      return left.length;
    },
  } satisfies Record<SweptOwnWay, (now: EpochMs) => Promise<number>>;
  let mergedOn: number | undefined;
  let sweptAt = Number.NEGATIVE_INFINITY;
  return {
    name: 'sweep',
    // Not `worksAlone`: only Discord knows whether a server that Lede left, and whose data is old, has re-added Lede.
    role: 'group',
    // Not before minute 23, since many digests are due on the hour.
    every: '17 23-59 * * * *',
    async run(now) {
      if (Math.abs(now - sweptAt) < restMs && !isBehind) return 0;
      isBehind = false;
      const swept: Record<string, number> = {};
      for (const [table, sweep] of Object.entries(handlers)) swept[table] = await sweep(now);
      for (const table of sweptByRule)
        swept[table] = await inRounds(({ sweeping }) => sweeping.sweep(table, now, retentionMs, rowsAtOnce));
      swept.terms = await sweepTerms();
      // Once a day, since it rewrites the whole search index.
      if (dayOf(now) !== mergedOn) await storage.mergeSearch();
      mergedOn = dayOf(now);
      log.info(swept, 'swept');
      sweptAt = now;
      return isBehind ? Object.values(swept).reduce((sum, count) => sum + count, 0) : 0;
    },
  };
}
