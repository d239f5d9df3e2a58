import { describe, expect, test } from 'vitest';
import { parseDays } from '../../src/schedule/days.ts';

const all = [1, 2, 3, 4, 5, 6, 7];
const work = [1, 2, 3, 4, 5];

describe('days as people type them', () => {
  test.each([
    ['daily', all],
    ['every day', all],
    ['Everyday', all],
    ['all week', all],
    ['täglich', all],
    ['jeden Tag', all],
    ['alle Tage', all],
    ['weekdays', work],
    ['every weekday', work],
    ['working days', work],
    ['week days', work],
    ['werktags', work],
    ['Werktage', work],
    ['wochentags', work],
    ['unter der Woche', work],
    ['weekend', [6, 7]],
    ['weekends', [6, 7]],
    ['am Wochenende', [6, 7]],
    ['mon-fri', work],
    ['Mon – Fri', work],
    ['Mo.-Fr.', work],
    ['mon..fri', work],
    ['Monday to Friday', work],
    ['monday through thursday', [1, 2, 3, 4]],
    ['Mo bis Fr', work],
    ['fri-mon', [1, 5, 6, 7]],
    ['mon-mon', [1]],
    ['Mo, Mi', [1, 3]],
    ['mo mi fr', [1, 3, 5]],
    ['Mon, Wed & Fri', [1, 3, 5]],
    ['tues/thurs', [2, 4]],
    ['mondays and fridays', [1, 5]],
    ['montags und donnerstags', [1, 4]],
    ['Sonnabend', [6]],
    ['Dienstag, Mittwoch, Donnerstag, Freitag, Samstag, Sonntag', [2, 3, 4, 5, 6, 7]],
    ['every monday', [1]],
    ['jeden Montag', [1]],
    ['weekly: sunday', [7]],
    ['weekly on Sundays', [7]],
    ['wöchentlich: Sonntag', [7]],
    ['once a week: sa', [6]],
    ['mon-fri, sun', [1, 2, 3, 4, 5, 7]],
    ['weekdays and saturday', [1, 2, 3, 4, 5, 6]],
    ['daily except sunday', [1, 2, 3, 4, 5, 6]],
    ['täglich außer Sa, So', work],
    ['except weekends', work],
  ])('%j', (text, days) => {
    expect(parseDays(text)).toEqual({ days });
  });

  test.each([
    ['', 'empty', ''],
    ['  , ', 'empty', ''],
    ['weekly', 'not-a-day', 'weekly'],
    ['every other day', 'not-a-day', 'other'],
    ['monthly', 'not-a-day', 'monthly'],
    ['mon, funday', 'not-a-day', 'funday'],
    ['1-5', 'not-a-day', '1'],
    ['mon-', 'not-a-day', '-'],
    ['weekdays except mon-fri', 'no-day-left', 'weekdays except mon-fri'],
    ['x'.repeat(100_000), 'not-a-day', 'x'.repeat(50)],
  ])('%j is not taken and named', (text, problem, part) => {
    expect(parseDays(text)).toEqual({ problem, part });
  });
});
