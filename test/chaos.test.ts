import { expect, test } from 'vitest';
import { reportOf, runChaos, wrongIn } from './chaos/chaos.ts';

test('ten kills in a day of trouble, without any memory for nonces: no digest lost, doubled or out of order', async () => {
  const result = await runChaos({ seed: 2, kills: 10, days: 1, channels: 6, nonceMs: 0, lossShare: 0.1 });
  expect(result.kills).toBeGreaterThanOrEqual(10);
  expect(wrongIn(result), reportOf(result).join('\n')).toEqual([]);
}, 600_000);
