import fc from 'fast-check';
import { expect, test } from 'vitest';
import { recordFigures } from '../figures.ts';
import { openHostileDesk } from './hostileDesk.ts';
import { injections } from './pieces.ts';
import { hostileDay, hostileEnd, hostileRound } from './round.ts';

const days = 150;

test('nothing of 150 days of hostile feeds becomes a mention, markup, a time, a command or a link in any card', async () => {
  const [named = []] = fc.sample(injections, { numRuns: 1, seed: 11 });
  const desk = await openHostileDesk(named);
  let survived = 0;
  const check = fc.asyncProperty(hostileDay, async (given) => {
    const survivors = await hostileRound(desk, given);
    survived += survivors.length;
    expect(survivors).toEqual([]);
  });
  await fc.assert(check, { numRuns: days, seed: 11, endOnFailure: true });
  expect(await hostileEnd(desk)).toEqual([]);
  recordFigures('hostileFeeds', { days, ...desk.read, survived });
});
