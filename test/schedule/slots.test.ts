import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dayMs } from '../../src/clock.ts';
import type { Schedule } from '../../src/schedule/schedule.ts';
import { type DueSlot, lateMaxMs, missedSlots, nextSlot, slotKey } from '../../src/schedule/slots.ts';
import { sampleOf } from '../sampleOf.ts';
import { expectedSlot, zonesByClock } from './slotOracle.ts';
import { walk } from './slotWalk.ts';

const at = (text: string): number => Temporal.ZonedDateTime.from(text).epochMilliseconds;
const everyDay = [1, 2, 3, 4, 5, 6, 7];
const berlin = (text: string): number => at(`${text}[Europe/Berlin]`);

test('missed slots are counted from the first one up to the next future one', () => {
  const plan = { zone: 'Europe/Berlin', times: ['08:00', '18:00'], days: [1, 2, 3, 4, 5], stories: 5 };
  const first = nextSlot(plan, { now: berlin('2026-11-26T12:00') });
  const next = nextSlot(plan, { lastClaimed: first, now: berlin('2026-12-01T09:30') });
  expect([first.localDate, first.ordinal, next.localDate, next.ordinal]).toEqual(['2026-11-26', 1, '2026-12-01', 0]);
  // Thursday's second slot, Friday's two and Monday's two.
  expect(missedSlots(plan, first, next)).toEqual({ count: 5, lastDate: '2026-11-30' });
  const after = nextSlot(plan, { lastClaimed: first, now: first.dueAt });
  expect(missedSlots(plan, first, after)).toEqual({ count: 1, lastDate: '2026-11-26' });
});

test('the next slot skips a day that a zone never had', () => {
  const apia = { zone: 'Pacific/Apia', times: ['08:00'], days: everyDay, stories: 5 };
  const now = at('2011-12-29T08:00[Pacific/Apia]');
  const next = nextSlot(apia, { lastClaimed: { localDate: '2011-12-29', ordinal: 0 }, now });
  expect(next).toMatchObject({ localDate: '2011-12-31', dueAt: at('2011-12-31T08:00[Pacific/Apia]') });
});

test("a slot's key doesn't depend on time and zone", () => {
  const slot = { channelId: '123', kind: 'daily', localDate: '2026-11-24', ordinal: 0 } as const;
  expect(slotKey(slot)).toBe('123/daily/2026-11-24#0');
  expect(slotKey({ channelId: '123', kind: 'asked', interactionId: '9' })).toBe('123/asked/9');
});

const groups = zonesByClock();
const since = Date.UTC(2020, 0, 1);
const until = Date.UTC(2036, 0, 1);
const changesOf = ({ stretches }: (typeof groups)[number]) =>
  stretches.flatMap(({ from }) => (from >= since && from < until ? [from] : []));
const changing = groups.filter((group) => changesOf(group).length > 0);
const time = fc
  .tuple(fc.nat(23), fc.constantFrom(0, 1, 15, 30, 45, 59))
  .map((parts) => parts.map((part) => String(part).padStart(2, '0')).join(':'));
const anySchedule: fc.Arbitrary<Schedule> = fc.record({
  zone: fc.constantFrom(...changing.flatMap(({ zones }) => zones)),
  times: fc.uniqueArray(time, { minLength: 1, maxLength: 6 }).map((times) => times.sort()),
  days: fc.subarray(everyDay, { minLength: 1 }),
  stories: fc.constant(5),
});

/** The local date in a zone. */
const shownDate = (now: number, zone: string): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short' }).format(now);
const key = ({ localDate, ordinal }: DueSlot): string => `${localDate}#${ordinal}`;
const weekday = (localDate: string): number => Temporal.PlainDate.from(localDate).dayOfWeek;

describe('slots of any schedule', () => {
  const whole = { times: ['00:00', '02:30', '23:45'], days: everyDay, stories: 5 };
  const twoDays = 2 * dayMs;

  test('come once for every day and ordinal, in order and at the stated time, two days around every change of every zone from 2020 to 2035', () => {
    let changes = 0;
    let slots = 0;
    const step = Math.round(groups.length / sampleOf(groups.length));
    for (const group of groups.filter((_, nth) => nth % step === 0)) {
      const { zones, stretches } = group;
      for (const [index, change] of changesOf(group).entries()) {
        // Each case tests another of the zones that differ only in name.
        const zone = zones[index % zones.length] ?? '';
        slots += walk({ ...whole, zone }, change - twoDays, change + twoDays, stretches);
        changes += 1;
      }
      for (const zone of zones) slots += walk({ ...whole, zone }, since, since + twoDays, stretches);
    }
    expect(groups.flatMap(({ zones }) => zones).length).toBeGreaterThan(400);
    expect(changes).toBeGreaterThan(sampleOf(1_000));
    expect(slots).toBeGreaterThan(sampleOf(15_000));
  });

  test('and on other days, with any times and days of the week', () => {
    const day = fc.record({
      group: fc.constantFrom(...groups),
      plan: anySchedule,
      zone: fc.nat(),
      start: fc.integer({ min: since, max: until }),
    });
    const check = fc.property(day, ({ group: { zones, stretches }, plan, zone, start }) => {
      walk({ ...plan, zone: zones[zone % zones.length] ?? '' }, start, start + dayMs, stretches);
    });
    fc.assert(check, { numRuns: sampleOf(200), seed: 7 });
  });

  test('never come twice, out of order or on a wrong day, whatever is changed, delayed or skipped', () => {
    const step = fc.record({
      change: fc.option(anySchedule, { nil: undefined }),
      waitHours: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 60 })),
    });
    const start = fc.constantFrom(...changing.flatMap(changesOf));
    const steps = fc.array(step, { minLength: 5, maxLength: 20 });
    const check = fc.property(anySchedule, start, steps, (first, from, given) => {
      let plan = first;
      let now = from;
      const claimed: DueSlot[] = [];
      for (const { change, waitHours } of given) {
        // An admin's change stores the current local date, so that the channel does not repeat that day.
        now += waitHours * 3_600_000;
        const lastLocalDate = change === undefined ? undefined : shownDate(now, plan.zone);
        plan = change ?? plan;
        const changed = change && { wasDue: waitHours % 3 === 0 };
        const history = { lastClaimed: claimed.at(-1), lastLocalDate, change: changed, now };
        const slot = nextSlot(plan, history);
        expect(slot).toEqual(expectedSlot(plan, history));
        expect(plan.days).toContain(weekday(slot.localDate));
        expect(slot.ordinal).toBeLessThan(plan.times.length);
        expect(slot.dueAt).toBeGreaterThanOrEqual(changed?.wasDue === false ? now + 1 : now - lateMaxMs);
        const last = claimed.at(-1);
        if (last !== undefined) expect(key(slot) > key(last)).toBe(true);
        // In every second step the slot is not claimed yet, and only the schedule changes again.
        if (waitHours % 2 === 1) continue;
        claimed.push(slot);
        now = Math.max(now, slot.dueAt);
      }
      expect(new Set(claimed.map(key)).size).toBe(claimed.length);
    });
    fc.assert(check, { numRuns: sampleOf(200), seed: 11 });
  });
});
