import { expect, test } from 'vitest';
import { recordFigures } from '../figures.ts';
import { zonesByClock } from './slotOracle.ts';
import { walk } from './slotWalk.ts';

const since = Date.UTC(2020, 0, 1);
const until = Date.UTC(2036, 0, 1);
const everyDay = [1, 2, 3, 4, 5, 6, 7];

test('slots of every zone on every day from 2020 to 2035 come once, in order and at the stated time', () => {
  const groups = zonesByClock();
  const zones = groups.flatMap((group) => group.zones);
  let slots = 0;
  for (const { zones: alike, stretches } of groups) {
    for (const [index, zone] of alike.entries()) {
      // One zone per group is tested at all times that can be skipped or repeated; the others differ only in name.
      const times = index === 0 ? ['00:00', '00:30', '01:15', '02:30', '03:00', '23:45'] : ['02:30'];
      slots += walk({ zone, times, days: everyDay, stories: 5 }, since, until, stretches);
    }
  }
  const changes = groups
    .flatMap(({ zones: alike, stretches }) => stretches.map(({ from }) => ({ from, zones: alike.length })))
    .filter(({ from }) => from >= since && from < until)
    .reduce((sum, group) => sum + group.zones, 0);
  recordFigures('slots', { zones: zones.length, clocks: groups.length, changes, days: 5_844, slots, wrong: 0 });
  expect(slots).toBeGreaterThan(zones.length * 5_840);
});
