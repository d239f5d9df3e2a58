import { setImmediate } from 'node:timers/promises';
import type { Keyv } from 'keyv';
import { dayMs, type EpochMs } from '../clock.ts';
import type { Log } from '../log.ts';
import type { Loop } from '../loop.ts';
import type { Storage } from '../storage/storage.ts';

/** Rows of one transaction: one delete of 30,000 rows held everything else up for a second. */
const rowsAtOnce = 50;
const roundsMax = 200;
const termsAtOnce = 500;
const feedsAtOnce = 500;
/** Less than the hour between two wakes: whoever drains all loops looks again and again, and would sweep each time. */
const restMs = 50 * 60_000;
/** A server that comes back within this time finds everything as it was. */
const leftServerMs = 30 * dayMs;
/** A key that is forgotten while its feed may list it again would come back as news. */
const seenKeyMs = 30 * dayMs;
/** A feed that nobody reads any more; one that is added again before finds its state. */
const unwantedFeedMs = 30 * dayMs;

/** Takes out what is older than the retention, a little at a time. */
export function createSweep({
  storage,
  preferences,
  log,
  retentionDays,
}: {
  storage: Storage;
  preferences: Pick<Keyv, 'delete'>;
  log: Log;
  retentionDays: number;
}): Loop {
  /** Where the look at the words of the search goes on; a restart begins anew, which costs nothing but time. */
  let nextTerm = '';
  let sweptAt = Number.NEGATIVE_INFINITY;
  return {
    name: 'sweep',
    every: '17 23 * * * *',
    async run(now) {
      if (now - sweptAt < restMs) return 0;
      const before = now - retentionDays * dayMs;
      const swept = {
        stories: await rounds(() =>
          storage.transaction(async (records) => {
            const ids = await records.stories.sweep(before, rowsAtOnce);
            await records.search.remove(ids);
            return ids.length;
          }),
        ),
        aliases: await rounds(() => storage.transaction((records) => records.stories.sweepAliases(rowsAtOnce))),
        deliveries: await rounds(() => storage.transaction((records) => records.deliveries.sweep(before, rowsAtOnce))),
        seen: await sweepSeen(storage, now - seenKeyMs),
        notices: await rounds(() => storage.transaction((records) => records.servers.sweepNotices(before, rowsAtOnce))),
        terms: await storage.transaction(async (records) => {
          const { next, forgotten } = await records.search.sweepTerms(nextTerm, termsAtOnce);
          nextTerm = next;
          return forgotten;
        }),
        keys: await rounds(() => storage.sweepKeyv(rowsAtOnce)),
        feeds: await rounds(() =>
          storage.transaction((records) => records.feeds.sweepUnwanted(now - unwantedFeedMs, rowsAtOnce)),
        ),
        mutes: await storage.transaction((records) => records.own.sweepMutes(now)),
        hosts: await storage.transaction((records) => records.hosts.sweep(now)),
        servers: 0,
      };
      for (const serverId of await storage.records.servers.leftBefore(now - leftServerMs)) {
        // The preferences first: with the server goes what names it as one that is still to be purged.
        await preferences.delete(serverId);
        await storage.transaction((records) => records.servers.purge(serverId));
        swept.servers += 1;
      }
      log.info(swept, 'swept');
      sweptAt = now;
      // Nothing is due after one run: what is left over comes with the next hour.
      return 0;
    },
  };
}

/** Feed by feed: a look at all keys for each few rows would read them all again and again. */
async function sweepSeen(storage: Storage, before: EpochMs): Promise<number> {
  let sum = 0;
  let after: string | undefined = '';
  while (after !== undefined && sum < rowsAtOnce * roundsMax) {
    const from: string = after;
    const { next, forgotten } = await storage.transaction((records) =>
      records.articles.sweepSeen(from, before, { feeds: feedsAtOnce, rows: rowsAtOnce }),
    );
    after = next;
    sum += forgotten;
    // Replies come in between.
    await setImmediate();
  }
  return sum;
}

async function rounds(once: () => Promise<number>): Promise<number> {
  let sum = 0;
  for (let round = 0; round < roundsMax; round += 1) {
    const count = await once();
    sum += count;
    if (count < rowsAtOnce) break;
  }
  return sum;
}
