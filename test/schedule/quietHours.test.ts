import { expect, test } from 'vitest';
import { parseQuietHours, quietHoursAt } from '../../src/schedule/quietHours.ts';

test.each([
  [{ from: '22:00', until: '07:00' }, ['22-7', '10pm – 7am', 'from 22 to 7', '10 p.m. a 7 a.m.']],
  [{ from: '22:30', until: '06:00' }, ['22:30 to 6']],
  [{ from: '13:00', until: '14:00' }, ['13 bis 14 Uhr']],
  [{ from: '22:00', until: '07:30' }, ['de 22 h à 7 h 30', 'de las 22 a las 7:30']],
  [undefined, ['22', '7-7', 'night', '1-2-3']],
])('quiet hours %j are typed as %j', (hours, texts) => {
  for (const text of texts) expect(parseQuietHours(text), text).toEqual(hours);
});

const night = { from: '22:00', until: '07:00' };
const at = (text: string) => Date.parse(`2026-11-${text}:00+01:00`);
const said = (hours: typeof night, text: string) => {
  const { isQuiet, lastFrom, lastUntil } = quietHoursAt(hours, 'Europe/Oslo', at(text));
  return [isQuiet, new Date(lastFrom).toISOString(), new Date(lastUntil).toISOString()];
};

test.each([
  ['24T21:59', false, '2026-11-23T21:00:00.000Z', '2026-11-24T06:00:00.000Z'],
  ['24T22:00', true, '2026-11-23T21:00:00.000Z', '2026-11-24T06:00:00.000Z'],
  ['25T06:59', true, '2026-11-23T21:00:00.000Z', '2026-11-24T06:00:00.000Z'],
  ['25T07:00', false, '2026-11-24T21:00:00.000Z', '2026-11-25T06:00:00.000Z'],
])('at %s quiet hours are on or over', (text, ...expected) => {
  expect(said(night, text)).toEqual(expected);
});

test('hours within a day', () => {
  const noon = { from: '12:00', until: '14:00' };
  expect(said(noon, '24T13:00')).toEqual([true, '2026-11-23T11:00:00.000Z', '2026-11-23T13:00:00.000Z']);
  expect(said(noon, '24T15:00')).toEqual([false, '2026-11-24T11:00:00.000Z', '2026-11-24T13:00:00.000Z']);
});
