import { expect, test } from 'vitest';
import { type ChaosOptions, runChaos } from './chaos/chaos.ts';
import { reportOf } from './chaos/report.ts';

const full: Omit<ChaosOptions, 'seed'> = { kills: 200, days: 65, channels: 112 };
const minutes = 60_000;

test.each([
  ['with the memory for nonces that Discord has', { ...full, seed: 1 }],
  ['without any, and a tenth of all answers lost', { ...full, seed: 2, nonceMs: 0, lossShare: 0.1 }],
])(
  '200 kills and 10,000 due digests over 65 days %s: none lost, doubled or out of order',
  async (_name, options) => {
    const result = await runChaos(options);
    process.stdout.write(`${reportOf(result).join('\n')}\n`);
    expect(result.kills).toBeGreaterThanOrEqual(200);
    expect(result.due).toBeGreaterThanOrEqual(10_000);
    expect([result.lost, result.doubled, result.outOfOrder]).toEqual([[], [], []]);
  },
  30 * minutes,
);
