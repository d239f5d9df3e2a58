import { describe, expect, test } from 'vitest';
import { parseTimes } from '../../src/digests/times.ts';

describe('times as people type them', () => {
  test.each([
    ['8', ['08:00']],
    ['08:00', ['08:00']],
    ['8:05', ['08:05']],
    ['20.30', ['20:30']],
    ['20h30', ['20:30']],
    ['20h', ['20:00']],
    ['0830', ['08:30']],
    ['830', ['08:30']],
    ['８：００', ['08:00']],
    ['8am', ['08:00']],
    ['8 AM', ['08:00']],
    ['8 a.m.', ['08:00']],
    ['8:30pm', ['20:30']],
    ['8.30 p.m.', ['20:30']],
    ['12am', ['00:00']],
    ['12pm', ['12:00']],
    ['20:30pm', ['20:30']],
    ['8 in the morning', ['08:00']],
    ['8 in the evening', ['20:00']],
    ['9 at night', ['21:00']],
    ['8 o’clock', ['08:00']],
    ['8 Uhr', ['08:00']],
    ['8Uhr', ['08:00']],
    ['8 Uhr 30', ['08:30']],
    ['20.30 Uhr', ['20:30']],
    ['um 8 Uhr morgens', ['08:00']],
    ['8 Uhr früh und 8 Uhr abends', ['08:00', '20:00']],
    ['8 Uhr 18 Uhr', ['08:00', '18:00']],
    ['mittags', ['12:00']],
    ['Mitternacht', ['00:00']],
    ['24:00', ['00:00']],
    ['noon', ['12:00']],
    ['noon and midnight', ['00:00', '12:00']],
    ['08:00, 18:00', ['08:00', '18:00']],
    ['18:00 8:00', ['08:00', '18:00']],
    ['8, 18', ['08:00', '18:00']],
    ['8 18', ['08:00', '18:00']],
    ['8am & 6pm', ['08:00', '18:00']],
    ['at 8am, 1pm; 6pm / 9pm', ['08:00', '13:00', '18:00', '21:00']],
    ['8, 08:00, 8am', ['08:00']],
    ['1,2,3,4,5,6,6', ['01:00', '02:00', '03:00', '04:00', '05:00', '06:00']],
    ['daily at 7:45', ['07:45']],
  ])('%j', (text, times) => {
    expect(parseTimes(text)).toEqual({ times });
  });

  test.each([
    ['', 'empty', ''],
    [' , ', 'empty', ''],
    ['1,2,3,4,5,6,7', 'too-many', '7'],
    ['25', 'not-a-time', '25'],
    ['8:60', 'not-a-time', '8:60'],
    ['24:01', 'not-a-time', '24:01'],
    ['13am', 'not-a-time', '13am'],
    ['8, soon', 'not-a-time', 'soon'],
    ['8-18', 'not-a-time', '8-18'],
    ['8:00:00', 'not-a-time', '8:00:00'],
    ['8amx', 'not-a-time', '8amx'],
    ['-8', 'not-a-time', '-8'],
    ['8 30', 'not-a-time', '30'],
    ['afternoon', 'not-a-time', 'afternoon'],
    ['every hour', 'not-a-time', 'every hour'],
    ['12345', 'not-a-time', '12345'],
  ])('%j is not taken and named', (text, problem, part) => {
    expect(parseTimes(text)).toEqual({ problem, part });
  });

  test('of hostile length are refused at once', () => {
    for (const text of ['8 '.repeat(100_000), ' '.repeat(200_000), '1'.repeat(200_000), ',;'.repeat(50_000)]) {
      expect(parseTimes(text)).toHaveProperty('problem');
    }
  });
});
