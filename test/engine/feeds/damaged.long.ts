import { expect, test } from 'vitest';
import { articleFrom } from '../../../src/engine/articles/fromItem.ts';
import { ReadError } from '../../../src/engine/feeds/document.ts';
import { createWorkerPool } from '../../../src/reading/pool/pool.ts';
import { recordFigures } from '../../figures.ts';
import { damagedFeeds } from './damage.ts';

const url = 'https://harbour.example/feeds/news.xml';
const seeds = [1, 20261124, 77_001, 4_242_424];
const perSeed = 25_000;

test('100,000 damaged feeds hang nothing and crash nothing', async () => {
  const pool = createWorkerPool();
  const outcomes: Record<string, number> = {};
  const unexpected: string[] = [];
  const unhandled: unknown[] = [];
  const note = (error: unknown): void => void unhandled.push(error);
  process.on('unhandledRejection', note);
  let items = 0;
  const readOne = async (body: Buffer): Promise<void> => {
    let outcome = 'read';
    try {
      const document = await pool.read(body, { url });
      for (const item of document.items)
        if (articleFrom(item, { scope: 'o', outletId: 'o', outletName: 'O', now: 1_795_521_600_000 })) items++;
    } catch (error) {
      outcome = error instanceof ReadError ? error.code : 'unexpected';
      if (outcome === 'unexpected') unexpected.push(`${String(error)}: ${body.toString('base64').slice(0, 2000)}`);
    }
    outcomes[outcome] = (outcomes[outcome] ?? 0) + 1;
  };
  for (const seed of seeds) {
    const feeds = damagedFeeds(seed, perSeed, true);
    // Two at once, because more would wait for a free thread, which would count as parsing time.
    await Promise.all(
      [0, 1].map(async () => {
        for (const body of feeds) await readOne(body);
      }),
    );
  }
  process.off('unhandledRejection', note);
  await pool.close();
  const counts = { articles: items, unhandled: unhandled.length, unexpected: unexpected.length };
  const figures = { feeds: seeds.length * perSeed, seeds, outcomes, ...counts };
  recordFigures('damagedFeeds', figures);
  process.stdout.write(`${JSON.stringify(figures)}\n`);
  expect(unexpected).toEqual([]);
  expect(unhandled).toEqual([]);
});
