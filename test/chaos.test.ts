import { expect, test } from 'vitest';
import { reportOf, runChaos, wrongIn } from './chaos/chaos.ts';
import { createPostgresDatabase } from './storage/testDatabase.ts';

test('ten kills in a day of trouble, without any memory for nonces: no digest and no post lost, doubled or out of order', async () => {
  const database = await createPostgresDatabase();
  const given = { databaseUrl: database?.url, nonceMs: 0, lossShare: 0.1 };
  const result = await runChaos({ seed: 2, kills: 10, days: 1, channels: 6, ...given });
  await database?.remove();
  expect(result.kills).toBeGreaterThanOrEqual(10);
  expect(result.forumPosts).toBeGreaterThan(20);
  expect(wrongIn(result), reportOf(result).join('\n')).toEqual([]);
}, 600_000);
