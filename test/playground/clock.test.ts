import { describe, expect, test } from 'vitest';
import { createMovedClock, skipTo } from '../../playground/clock.ts';
import { nextMorning } from '../../playground/course.ts';

const minute = 60_000;
const eight = Date.UTC(2026, 10, 24, 8);

/** A desk with work due at the given moments, which records when it worked. */
function deskDueAt(clock: { now(): number }, ...due: number[]) {
  const worked: number[] = [];
  return {
    worked,
    nextDueAt: async () => due.sort((a, b) => a - b)[0],
    drain: async () => {
      worked.push(clock.now());
      while (due[0] !== undefined && due[0] <= clock.now()) due.shift();
      return {};
    },
  };
}

describe('the playground’s clock', () => {
  test('stands still until it is started, then follows real time', () => {
    const real = { ms: 100 };
    const clock = createMovedClock(() => real.ms, eight);
    real.ms += 5_000;
    expect(clock.now()).toBe(eight);
    clock.run();
    real.ms += 1_500;
    expect(clock.now()).toBe(eight + 1_500);
  });

  test('never goes back, and tells that it was moved', () => {
    const seen: boolean[] = [];
    const clock = createMovedClock(() => 0, eight);
    clock.onChange(() => seen.push(clock.running()));
    clock.run();
    clock.stand(eight - minute);
    expect(clock.now()).toBe(eight);
    expect(seen).toEqual([true, false]);
  });
});

describe('a skip', () => {
  test('does everything due minute by minute, in order, and then lets the clock run', async () => {
    const clock = createMovedClock(() => 0, eight);
    const desk = deskDueAt(clock, eight + 90_000, eight + 10 * minute, eight + 10 * minute + 1);
    const steps: number[] = [];
    await skipTo(clock, eight + 60 * minute, desk, async (now) => void steps.push(now));
    expect(desk.worked.map((at) => (at - eight) / minute)).toEqual([2, 10, 11, 60]);
    expect(steps).toEqual(desk.worked);
    expect(clock.running()).toBe(true);
  });

  test('is not blocked by work that stays due', async () => {
    const clock = createMovedClock(() => 0, eight);
    const stuck = { nextDueAt: async () => eight - minute, drain: async () => ({}) };
    await skipTo(clock, eight + 5 * minute, stuck, async () => {});
    expect(clock.now()).toBe(eight + 5 * minute);
  });

  test('ends when it is stopped', async () => {
    const clock = createMovedClock(() => 0, eight);
    const stopping = new AbortController();
    const desk = deskDueAt(clock, eight + minute, eight + 2 * minute, eight + 3 * minute);
    await skipTo(clock, eight + 60 * minute, desk, async () => stopping.abort(), stopping.signal);
    expect(clock.now()).toBe(eight + minute);
  });
});

test('tomorrow at eight is strictly after now, on the clock of the zone', () => {
  const berlin = (iso: string) => Temporal.ZonedDateTime.from(`${iso}[Europe/Berlin]`).epochMilliseconds;
  expect(nextMorning(berlin('2026-11-24T08:00'), 'Europe/Berlin')).toBe(berlin('2026-11-25T08:00'));
  expect(nextMorning(berlin('2026-11-24T07:59'), 'Europe/Berlin')).toBe(berlin('2026-11-24T08:00'));
  // The clocks go forward that night.
  expect(nextMorning(berlin('2026-03-28T20:00'), 'Europe/Berlin')).toBe(berlin('2026-03-29T08:00'));
});
