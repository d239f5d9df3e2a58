import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { startPlayground } from '../playground/playground.ts';
import { drawComparison } from './pictures/comparison.ts';
import { filmHalfMinute } from './pictures/film.ts';
import { drawMessages, drawPage } from './pictures/messages.ts';
import { visitOf } from './pictures/visit.ts';

// Draws the pictures of docs/ anew from the playground's page, in its light colours, and prints the size of each.
const folder = mkdtempSync(join(tmpdir(), 'lede-pictures-'));
const playground = await startPlayground(
  { pictures: true, retentionDays: 30, playgroundPort: 0 },
  {
    live: false,
    failed: (error) => {
      throw error;
    },
    databaseFile: join(folder, 'playground.db'),
  },
);
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] });
try {
  const visit = await visitOf(browser, playground.origin, folder);
  await drawComparison(visit);
  await drawPage(visit);
  await drawMessages(visit);
  await filmHalfMinute(visit);
} finally {
  await browser.close();
  await playground.stop();
  rmSync(folder, { recursive: true, force: true });
}
