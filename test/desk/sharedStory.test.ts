import { expect, onTestFinished, test } from 'vitest';
import { openStorage } from '../../src/storage/storage.ts';
import { fillArchive } from '../load/archive.ts';
import { storyAsk } from '../load/asking.ts';
import { testDatabaseUrl } from '../storage/testDatabase.ts';

const now = Date.UTC(2026, 10, 24);

test('the answer to /story without words is computed once for all who ask at once, and again when a story has changed', async () => {
  const storage = await openStorage({ url: await testDatabaseUrl(), now: () => now });
  onTestFinished(() => storage.close());
  await fillArchive(storage, 50, now, 3_600_000);
  const { listings } = storage.records;
  const { weightiest } = listings;
  let worked = 0;
  listings.weightiest = (...asked) => {
    worked += 1;
    return weightiest(...asked);
  };
  const ask = storyAsk(storage, now);
  const idOf = async (serverId: string) => {
    const answer = await ask.story('', { serverId });
    return answer.kind === 'found' ? answer.card.storyId : answer.kind;
  };
  const ids = await Promise.all(Array.from({ length: 30 }, (_, nth) => idOf(`s${nth}`)));
  expect(new Set(ids).size).toBe(1);
  expect(worked).toBe(1);
  const [id = ''] = ids;
  await storage.transaction(({ search }) => search.index(id, [{ title: 'Ferry strike ends', body: '' }]));
  await idOf('s1');
  expect(worked).toBe(2);
});
