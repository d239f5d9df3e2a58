import { expect, test } from 'vitest';
import { runChaos } from './chaos/chaos.ts';
import { reportOf, wrongIn } from './chaos/report.ts';

test('ten kills in a day of trouble, without any memory for nonces: no digest lost, doubled or out of order', async () => {
  const result = await runChaos({ seed: 5, kills: 10, days: 1, channels: 6, nonceMs: 0, lossShare: 0.1 });
  expect(result.kills).toBeGreaterThanOrEqual(10);
  const wrong = Object.entries(wrongIn(result)).filter(([, list]) => list.length > 0);
  expect(wrong, reportOf(result).join('\n')).toEqual([]);
}, 120_000);
