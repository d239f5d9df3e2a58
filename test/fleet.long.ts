import { expect, test } from 'vitest';
import { figuresOf, reportOf, wrongIn } from './chaos/chaos.ts';
import { hasMachines } from './chaos/fleet/machine.ts';
import { runFleet } from './chaos/fleet/run.ts';
import { runTwoMachines } from './chaos/fleet/twoMachines.ts';
import { recordFigures } from './figures.ts';

const minutes = 60_000;

test(
  'five processes on one PostgreSQL, 200 kills and 10,000 due digests: none lost, doubled or out of order',
  async () => {
    const trouble = { pauses: 12, longPauses: 2, shakes: 30 };
    const result = await runFleet({ seed: 7, kills: 200, days: 16, channels: 520, ...trouble });
    process.stdout.write(`${reportOf(result).join('\n')}\n`);
    recordFigures('chaosOfFiveProcesses', figuresOf(result));
    expect(result.kills).toBeGreaterThanOrEqual(200);
    expect(result.due).toBeGreaterThanOrEqual(10_000);
    expect(wrongIn(result)).toEqual([]);
  },
  90 * minutes,
);

test(
  'a machine that is cut off loses its roles to another within 15 s, and nothing is doubled when the cut heals',
  async (context) => {
    if (!hasMachines()) return context.skip('no network namespaces can be made here');
    const { cuts, ...verdict } = await runTwoMachines(45_000);
    recordFigures('twoMachines', { ...figuresOf(verdict), cuts });
    expect(wrongIn(verdict)).toEqual([]);
    expect(verdict.due).toBeGreaterThan(40);
    expect(cuts.map(({ from }) => from)).toEqual(['all', 'database']);
    for (const { takeoverMs, sentBytes } of cuts) {
      expect(takeoverMs).toBeLessThan(15_000);
      // A digest has more.
      expect(sentBytes).toBeLessThan(2_000);
    }
  },
  30 * minutes,
);
