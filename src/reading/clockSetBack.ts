import { dayMs, type EpochMs } from '../clock.ts';
import type { Log } from '../log.ts';
import { localDateAt } from '../schedule/localTime.ts';
import { nextSlot } from '../schedule/slots.ts';
import type { Storage } from '../storage/storage.ts';
import { leaseMsMax } from './hubs/rules.ts';

/** A clock that is corrected by less is waited for. */
const aheadMin = 60 * 60_000;
/**
 * Nothing waits longer by any rule: a Retry-After counts up to 7 days, and a digest comes once a week at least, its
 * time moved by a zone's change.
 */
const waitMax = 9 * dayMs;
/** East of everywhere it is tomorrow already. */
const easternmost = 'Pacific/Kiritimati';

/**
 * A clock that ran ahead for a while left feeds, hosts, hubs and channels due on days to come, in the worst case for
 * years. They are due by today's clock again; what was posted in the name of a day to come is not posted twice when
 * that day comes.
 */
export async function afterClockSetBack(storage: Storage, log: Log, now: EpochMs): Promise<void> {
  const { feeds, channels, hubs, pages } = await storage.transaction(async (records) => {
    const feeds = await records.feedFigures.dueByClockAhead(now, now + aheadMin, now + waitMax);
    const ahead = await records.channels.ahead(localDateAt(now + dayMs, easternmost), now + waitMax);
    for (const { channelId, schedule, paused } of ahead) {
      await records.channels.startOver(channelId, paused === undefined ? nextSlot(schedule, { now }) : undefined);
    }
    const hubs = await records.hubs.startOver(now, now + aheadMin, now + aheadMin + leaseMsMax);
    // Their hosts' rests stand by themselves.
    const pages = feeds === 0 ? 0 : await records.articles.pagesDueBy(now + aheadMin);
    return { feeds, channels: ahead.length, hubs, pages };
  });
  if (feeds + channels + hubs > 0)
    log.warn(
      { feeds, channels, hubs, pages },
      'the clock ran ahead before: what waited for days to come is due by the clock of now',
    );
}
