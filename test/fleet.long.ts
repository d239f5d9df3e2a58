import { expect, test } from 'vitest';
import { figuresOf, reportOf, wrongIn } from './chaos/chaos.ts';
import { hasMachines } from './chaos/fleet/machine.ts';
import { runFleet } from './chaos/fleet/run.ts';
import { runTwoMachines } from './chaos/fleet/twoMachines.ts';
import { recordFigures } from './figures.ts';

const minutes = 60_000;

// The two tests run concurrently, because each mostly waits.
test.concurrent(
  'five processes on one PostgreSQL, 200 kills and 10,000 due digests: none lost, doubled or out of order',
  async () => {
    const half = { kills: 100, days: 6, channels: 720, pauses: 6, longPauses: 1, shakes: 15 };
    // Two fleets run concurrently with half of the kills each, because a fleet mostly waits for leases to expire.
    const results = await Promise.all([
      runFleet({ ...half, seed: 7 }),
      runFleet({ ...half, seed: 8, lossShare: 0.05 }),
    ]);
    for (const [nth, result] of results.entries()) {
      process.stdout.write(`${reportOf(result).join('\n')}\n`);
      recordFigures(`chaosOfFiveProcesses${nth + 1}`, figuresOf(result));
      expect(wrongIn(result)).toEqual([]);
      expect(result.kills).toBeGreaterThanOrEqual(100);
      expect(result.due).toBeGreaterThanOrEqual(5_000);
    }
  },
  90 * minutes,
);

test.concurrent(
  'a machine that is cut off loses its roles to another within 15 s, and nothing is doubled when the cut heals',
  async (context) => {
    if (!hasMachines()) return context.skip('no network namespaces can be made here');
    const { cuts, ...verdict } = await runTwoMachines(45_000);
    recordFigures('twoMachines', { ...figuresOf(verdict), cuts });
    expect(wrongIn(verdict)).toEqual([]);
    expect(verdict.due).toBeGreaterThanOrEqual(24);
    expect(cuts.map(({ from }) => from)).toEqual(['all', 'database']);
    for (const { takeoverMs, sentBytes } of cuts) {
      expect(takeoverMs).toBeLessThan(15_000);
      // A single digest is larger.
      expect(sentBytes).toBeLessThan(2_000);
    }
  },
  30 * minutes,
);
