/** Lede's own poll loop, from the due list to the database, with guard, workers and full texts. */
import { join } from 'node:path';
import { dayMs } from '../src/clock.ts';
import { createLog } from '../src/log.ts';
import { createReading } from '../src/reading/reading.ts';
import { contend } from './pollPhase.ts';

contend(async (urls, folder) => {
  // Each phase runs a day after the previous one, so that all feeds are due again.
  let now = Date.UTC(2026, 10, 24, 7);
  const reading = await createReading(
    {
      databaseUrl: `file:${join(folder, 'lede.db')}`,
      catalogue: {
        topics: [{ id: 'news', names: { en: 'News', de: 'Nachrichten' }, colour: 0 }],
        outlets: urls.map((url, index) => ({
          id: `outlet-${index}`,
          name: `Outlet ${index}`,
          country: '',
          owner: '',
          paywall: false,
          language: 'en',
          siteUrl: new URL(url).origin,
          feeds: [{ url, topicId: 'news' }],
          checked: null,
        })),
      },
      privateOrigins: [...new Set(urls.map((url) => new URL(url).host))],
      hostSpacingMs: 0,
    },
    () => now,
    createLog('silent'),
  );
  const [poll] = reading.loops;
  return async () => {
    now += 2 * dayMs;
    while (((await poll?.run(now)) ?? 0) > 0);
    return reading.storage.records.articles.count();
  };
});
