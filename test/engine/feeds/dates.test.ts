import { expect, test } from 'vitest';
import { parseDate } from '../../../src/engine/feeds/dates.ts';

const at = Date.UTC(2024, 0, 2, 3, 4, 5);

test.for([
  'Tue, 02 Jan 2024 03:04:05 GMT',
  'Tue, 2 Jan 24 03:04:05 +0000',
  '02 Jan 2024 03:04:05 Z',
  'Tue, 02 Jan 2024 04:04:05 CET',
  'Mon, 01 Jan 2024 22:04:05 EST',
  'Tue, 02 Jan 2024 08:34:05 +05:30',
  'Tue Jan 2 03:04:05 UTC 2024',
  'January 2, 2024 3:04:05 AM',
  '2024-01-02T03:04:05Z',
  '2024-01-02T04:04:05+01:00',
  '2024-01-02 03:04:05',
  '20240102T030405Z',
  '1/2/2024 3:04:05 AM',
  '02.01.2024 03:04:05',
  '1704164645',
  '1704164645000',
  '2 de enero de 2024 03:04:05',
  '2 января 2024 03:04:05',
  '02.01.24 03:04:05',
  '1/2/24 3:04:05 a.m.',
  '2 januari 2024 kl. 03.04.05',
  '2 janvier 2024 à 03h04:05',
  '  Tue, 02 Jan 2024\n 03:04:05 GMT ',
])('"%s" is read', (text) => expect(parseDate(text)).toBe(at));

test.for([
  ['05/11/2026, 10.30', Date.UTC(2026, 10, 5, 10, 30)],
  ['5/11/2026 10:30', Date.UTC(2026, 4, 11, 10, 30)],
  ['2 März 2024', Date.UTC(2024, 2, 2)],
  ['2024-05', Date.UTC(2024, 4, 1)],
  ['13/05/2024', Date.UTC(2024, 4, 13)],
  ['Thu, 13 May 2024 12:30 PM', Date.UTC(2024, 4, 13, 12, 30)],
] as const)('"%s" is read as %s', ([text, expected]) => expect(parseDate(text)).toBe(expected));

test.for(['', '2026', '26-11-25', '26/11/25', '2024-13-45', '12345', '12:30 PM', '0000-00-00', '2 Brumaire 2024'])(
  'no date is read from "%s"',
  (text) => expect(parseDate(text)).toBeUndefined(),
);

test.for(['Thu, 01 Jan 1970 00:00:00 GMT', '1969-12-31T19:00:00-05:00', '0001-01-01T00:00:00Z', '000000000'])(
  'no date is read from "%s", a placeholder of feeds',
  (text) => expect(parseDate(text)).toBeUndefined(),
);

test('a long hostile text costs nothing', () =>
  expect(parseDate(`2024-01-02 ${' '.repeat(1_000_000)}x`)).toBe(Date.UTC(2024, 0, 2)));
