import { dayMs, type EpochMs } from '../clock.ts';
import type { Log } from '../log.ts';
import { localDateAt } from '../schedule/localTime.ts';
import { nextSlot } from '../schedule/slots.ts';
import type { Storage } from '../storage/storage.ts';
import { leaseMsMax } from './hubs/rules.ts';

/** A clock that ran ahead by less is waited for. */
const aheadMin = 60 * 60_000;
/** No rule makes anything wait longer: a Retry-After counts up to 7 days, and a digest comes at least once a week. */
const waitMax = 9 * dayMs;
/** Where a day begins first. */
const easternmost = 'Pacific/Kiritimati';

/**
 * A clock that ran ahead leaves feeds, hosts, hubs and channels due days or years from now. Makes them due by today's
 * clock; digests that were posted for days to come are not posted again on those days.
 */
export async function afterClockSetBack(storage: Storage, log: Log, now: EpochMs): Promise<void> {
  const { feeds, channels, hubs, pages } = await storage.transaction(async (records) => {
    const feeds = await records.feedFigures.dueByClockAhead(now, now + aheadMin, now + waitMax);
    const ahead = await records.channels.ahead(localDateAt(now + dayMs, easternmost), now + waitMax);
    for (const { channelId, schedule, paused } of ahead) {
      await records.channels.startOver(channelId, paused === undefined ? nextSlot(schedule, { now }) : undefined);
    }
    const hubs = await records.hubs.startOver(now, now + aheadMin, now + aheadMin + leaseMsMax);
    // Rests of hosts are stored separately.
    const pages = feeds === 0 ? 0 : await records.articles.pagesDueBy(now + aheadMin);
    return { feeds, channels: ahead.length, hubs, pages };
  });
  if (feeds + channels + hubs > 0)
    log.warn(
      { feeds, channels, hubs, pages },
      'the clock ran ahead before: what waited for days to come is due by the clock of now',
    );
}
