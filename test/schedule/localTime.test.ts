import { describe, expect, test } from 'vitest';
import { dayExists, dueAt, localDateAt, localTimeAt } from '../../src/schedule/localTime.ts';
import { zonesByClock } from './slotOracle.ts';

const shown = (localDate: string, time: string, zone: string): string =>
  Temporal.Instant.fromEpochMilliseconds(dueAt(localDate, time, zone))
    .toZonedDateTimeISO(zone)
    .toString({ timeZoneName: 'never' });

describe('a clock time of a day', () => {
  test.each([
    ['2026-11-24', '08:00', 'Europe/Berlin', '2026-11-24T08:00:00+01:00'],
    ['2026-03-29', '02:00', 'Europe/Berlin', '2026-03-29T03:00:00+02:00'],
    ['2026-03-29', '02:30', 'Europe/Berlin', '2026-03-29T03:00:00+02:00'],
    ['2026-03-29', '03:00', 'Europe/Berlin', '2026-03-29T03:00:00+02:00'],
    ['2026-10-25', '02:30', 'Europe/Berlin', '2026-10-25T02:30:00+02:00'],
    ['2026-10-25', '03:00', 'Europe/Berlin', '2026-10-25T03:00:00+01:00'],
    ['2026-10-04', '02:15', 'Australia/Lord_Howe', '2026-10-04T02:30:00+11:00'],
    ['2026-04-05', '01:45', 'Australia/Lord_Howe', '2026-04-05T01:45:00+11:00'],
    ['2018-11-04', '00:00', 'America/Sao_Paulo', '2018-11-04T01:00:00-02:00'],
    ['2011-12-30', '08:00', 'Pacific/Apia', '2011-12-31T00:00:00+14:00'],
    ['1972-01-07', '00:10', 'Africa/Monrovia', '1972-01-07T00:45:00+00:00'],
  ])('%s %s in %s comes at %s', (localDate, time, zone, expected) => {
    expect(shown(localDate, time, zone)).toBe(expected);
  });

  test('comes at its first occurrence, or at the end of a gap, around every change of every zone', () => {
    const minutes = (n: number) => n * 60_000;
    let [gaps, folds] = [0, 0];
    for (const { zones, stretches } of zonesByClock()) {
      const zone = zones[0] ?? '';
      const recent = stretches.filter(({ from }) => from >= Date.UTC(2024) && from < Date.UTC(2028));
      for (const { from: change } of recent) {
        const firstAt = new Map<string, number>();
        for (let at = change - minutes(180); at <= change + minutes(180); at += minutes(15)) {
          const local = `${localDateAt(at, zone)} ${localTimeAt(at, zone)}`;
          if (firstAt.has(local)) folds += 1;
          else firstAt.set(local, at);
        }
        const [first] = firstAt.keys();
        let before = Number.NEGATIVE_INFINITY;
        for (let n = 0; n < 24; n += 1) {
          const wall = Temporal.PlainDateTime.from((first ?? '').replace(' ', 'T')).add({ minutes: n * 15 });
          const local = wall.toString().slice(0, 16).replace('T', ' ');
          if (!firstAt.has(local) && n * 15 <= 180) gaps += 1;
          if (!firstAt.has(local) && n * 15 > 240) continue;
          const due = dueAt(local.slice(0, 10), local.slice(11), zone);
          expect([zone, local, due]).toEqual([zone, local, firstAt.get(local) ?? change]);
          expect(due).toBeGreaterThanOrEqual(before);
          before = due;
        }
      }
    }
    expect(Math.min(gaps, folds)).toBeGreaterThan(100);
  });

  test('knows which days a zone skipped', () => {
    const inApia = ['2011-12-29', '2011-12-30', '2011-12-31'].map((day) => dayExists(day, 'Pacific/Apia'));
    expect(inApia).toEqual([true, false, true]);
    expect(dayExists('2018-11-04', 'America/Sao_Paulo')).toBe(true);
  });
});
