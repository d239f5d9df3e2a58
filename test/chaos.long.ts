import { expect, test } from 'vitest';
import { type ChaosOptions, figuresOf, reportOf, runChaos, wrongIn } from './chaos/chaos.ts';
import { recordFigures } from './figures.ts';

const full: Omit<ChaosOptions, 'seed'> = { kills: 200, days: 65, channels: 128 };
const minutes = 60_000;

// Both run concurrently, because each mostly waits for its processes and for Discord's pauses between sessions.
test.concurrent.each([
  ['with the memory for nonces that Discord has', 'chaos', { ...full, seed: 1 }],
  [
    'without any, and a tenth of all answers lost',
    'chaosWithoutNonces',
    { ...full, seed: 2, nonceMs: 0, lossShare: 0.1 },
  ],
])(
  '200 kills and 10,000 due digests over 65 days %s: none lost, doubled or out of order',
  async (_name, figures, options) => {
    const result = await runChaos(options);
    process.stdout.write(`${reportOf(result).join('\n')}\n`);
    recordFigures(figures, figuresOf(result));
    expect(result.kills).toBeGreaterThanOrEqual(200);
    expect(result.due).toBeGreaterThanOrEqual(10_000);
    expect(result.forumPosts).toBeGreaterThan(60);
    expect(wrongIn(result)).toEqual([]);
  },
  // Each took 25 minutes on two busy cores.
  60 * minutes,
);
