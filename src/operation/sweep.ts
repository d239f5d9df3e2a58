import { setImmediate } from 'node:timers/promises';
import type { Keyv } from 'keyv';
import { dayMs, type EpochMs } from '../clock.ts';
import type { Log } from '../log.ts';
import type { Loop } from '../loop.ts';
import { refreshStories } from '../reading/grouping/placing.ts';
import { dayOf } from '../reading/quotas.ts';
import type { Records, Storage } from '../storage/storage.ts';

/** Rows per transaction: deleting 30,000 in one held everything else up for a second. */
const rowsAtOnce = 50;
/** Transactions per kind and run, which ends within a minute. The rest follows a minute later. */
const roundsMax = 200;
const termsAtOnce = 500;
const feedsAtOnce = 500;
/** After a complete sweep the next one is in the next hour. */
const restMs = 50 * 60_000;
/** A server that re-adds Lede within this time keeps all its data. */
const leftServerMs = 30 * dayMs;
/**
 * Keys of feed items are kept this long after they were last listed: forgotten earlier, the item would return as news.
 */
const seenKeyMs = 30 * dayMs;
/** Older changes cause no alert or update. */
const changedMs = 3 * dayMs;
/** A feed without readers that is added again within this time keeps its state. */
const unwantedFeedMs = 30 * dayMs;

/** Deletes data beyond its retention, in small transactions. */
export function createSweep(parts: {
  storage: Storage;
  preferences: Pick<Keyv, 'delete'>;
  log: Log;
  retentionDays: number;
}): Loop {
  const { storage, preferences, log, retentionDays } = parts;
  /** Whether the last run ended with rows left. */
  let isBehind = false;
  const rounds = async (once: () => Promise<number>): Promise<number> => {
    let sum = 0;
    for (let round = 0; round < roundsMax; round += 1) {
      const count = await once();
      sum += count;
      if (count < rowsAtOnce) return sum;
      // Commands are answered in between.
      await setImmediate();
    }
    isBehind = true;
    return sum;
  };
  const inRounds = (sweep: (records: Records) => Promise<number>) => rounds(() => storage.transaction(sweep));
  /** Search term at which cleaning continues; a restart begins again. */
  let nextTerm = '';
  const sweepTerms = async (): Promise<number> => {
    const { next, forgotten } = await storage.transaction(({ search }) => search.sweepTerms(nextTerm, termsAtOnce));
    nextTerm = next;
    return forgotten;
  };
  let mergedOn: number | undefined;
  let sweptAt = Number.NEGATIVE_INFINITY;
  return {
    name: 'sweep',
    // Not before minute 23, since many digests are due on the hour.
    every: '17 23-59 * * * *',
    async run(now) {
      if (Math.abs(now - sweptAt) < restMs && !isBehind) return 0;
      isBehind = false;
      const before = now - retentionDays * dayMs;
      const seen = await sweepSeen(storage, now - seenKeyMs);
      if (!seen.isWhole) isBehind = true;
      const swept = {
        stories: await inRounds(async (records) => {
          const { gone, left } = await records.stories.sweep(before, rowsAtOnce);
          await records.search.remove(gone);
          await refreshStories(records, left);
          return gone.length + left.length;
        }),
        aliases: await inRounds(({ stories }) => stories.sweepAliases(rowsAtOnce)),
        deliveries: await inRounds(({ deliveries }) => deliveries.sweep(before, rowsAtOnce)),
        seen: seen.sum,
        people: await storage.transaction(({ people }) => people.sweep(before)),
        changed: await inRounds(({ changed }) => changed.sweep(now - changedMs, rowsAtOnce)),
        follows: await storage.transaction(({ follows }) => follows.sweep(before)),
        watches: await storage.transaction(({ alerts }) => alerts.sweep(before)),
        notices: await inRounds(({ servers }) => servers.sweepNotices(before, rowsAtOnce)),
        terms: await sweepTerms(),
        keys: await rounds(() => storage.sweepKeyv(rowsAtOnce)),
        feeds: await inRounds(({ feeds }) => feeds.sweepUnwanted(now - unwantedFeedMs, rowsAtOnce)),
        mutes: await storage.transaction((records) => records.own.sweepMutes(now)),
        quotas: await storage.transaction((records) => records.quotas.sweep(dayOf(now) - 1)),
        hosts: await storage.transaction((records) => records.hosts.sweep(now)),
        servers: 0,
      };
      for (const serverId of await storage.records.servers.leftBefore(now - leftServerMs)) {
        // Preferences go first: the server's row marks that the purge isn't complete.
        await preferences.delete(serverId);
        await storage.transaction((records) => records.servers.purge(serverId));
        swept.servers += 1;
      }
      // Once a day, since it rewrites the whole search index.
      if (dayOf(now) !== mergedOn) await storage.mergeSearch();
      mergedOn = dayOf(now);
      log.info(swept, 'swept');
      sweptAt = now;
      return isBehind ? Object.values(swept).reduce((sum, count) => sum + count, 0) : 0;
    },
  };
}

/** Deletes old keys feed by feed, so that not all keys are read again for every few rows. */
async function sweepSeen(storage: Storage, before: EpochMs): Promise<{ sum: number; isWhole: boolean }> {
  let sum = 0;
  let after: string | undefined = '';
  while (after !== undefined && sum < rowsAtOnce * roundsMax) {
    const from: string = after;
    const { next, forgotten } = await storage.transaction((records) =>
      records.articles.sweepSeen(from, before, { feeds: feedsAtOnce, rows: rowsAtOnce }),
    );
    after = next;
    sum += forgotten;
    // Commands are answered in between.
    await setImmediate();
  }
  return { sum, isWhole: after === undefined };
}
