import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hostileDay, hostileRound, openHostileDesk } from './round.ts';

test('nothing that a feed writes becomes a mention, markup, a time, a command or a link in any card', async () => {
  const desk = await openHostileDesk();
  const check = fc.asyncProperty(hostileDay, async (given) => {
    expect(await hostileRound(desk, given)).toEqual([]);
  });
  await fc.assert(check, { numRuns: 2, seed: 7, endOnFailure: true });
  expect(desk.read.constructs).toBeGreaterThan(20);
});
