import { expect, test } from 'vitest';
import { figuresOf } from './chaos.ts';
import { Ledger } from './ledger.ts';
import { wallOf } from './stage.ts';
import { judge } from './verdict.ts';

const minute = 60_000;
const eight = Date.UTC(2027, 2, 1, 8);

type Span = readonly [from: number, to: number];

/** A ledger of one channel, some time after its digest was due at eight. */
function duringDay(untilMinutes = 300) {
  const ledger = new Ledger(eight - 60 * minute);
  ledger.add('1', { zone: 'UTC', times: ['08:00'] });
  const [due] = ledger.advance(eight + untilMinutes * minute);
  if (due === undefined) throw new Error('nothing was due');
  return { ledger, due };
}

/** How a digest due at eight is excused. Spans are in minutes from eight. */
function excused(goneAt: number | undefined, ...outages: readonly Span[]): string {
  const { ledger, due } = duringDay(goneAt);
  if (goneAt !== undefined) ledger.gone('1');
  for (const [from, to] of outages) ledger.outage({ from: eight + from * minute, to: eight + to * minute });
  const excuse = ledger.excuse(due);
  if (typeof excuse !== 'object') return excuse ?? 'no';
  return `${(excuse.from - eight) / minute} to ${(excuse.to - eight) / minute}`;
}

test('a wrong clock is right again after its period, even if nothing ran meanwhile', () => {
  const clock = { clockErrorMs: 14 * 60 * minute, clockWrongUntil: eight };
  expect(wallOf({ ...clock, now: eight - minute })).toBe(eight - minute + 14 * 60 * minute);
  expect(wallOf({ ...clock, now: eight })).toBe(eight);
  expect(wallOf({ ...clock, now: eight + 500 * minute })).toBe(eight + 500 * minute);
});

test('a digest is excused if one outage or several in a row prevented it for two hours', () => {
  const excuse = (...outages: readonly Span[]) => excused(undefined, ...outages);
  expect(excuse()).toBe('no');
  expect(excuse([-30, 110])).toBe('-30 to 110');
  expect(excuse([-30, 91])).toBe('no');
  expect(excuse([73, 300], [-200, 91])).toBe('-200 to 300');
  expect(excuse([-30, 60], [90, 200])).toBe('no');
  // Half an hour was enough to post it before the outage.
  expect(excuse([30, 200])).toBe('no');
  expect(excuse([-200, -1])).toBe('no');
});

test('no digest is expected in a channel that was deleted before it could be posted', () => {
  expect(excused(5)).toBe('gone');
  expect(excused(60)).toBe('no');
  expect(excused(78, [-90, 77])).toBe('gone');
  expect(excused(78, [-90, 40])).toBe('no');
});

/** Whether a digest missed in an outage from eight to eleven counts as lost, given one notice about its channel. */
function isLost(notice: { at: number; pausedUntil?: number }): boolean {
  const { ledger } = duringDay();
  ledger.outage({ from: eight, to: eight + 180 * minute });
  const verdict = judge(ledger, new Map(), [{ channelId: '1', isExpired: false, ...notice }], new Map());
  return verdict.lost.length > 0;
}

test('a missed digest counts as reported while an earlier notice about a missing permission is open', () => {
  const dayBefore = eight - 24 * 60 * minute;
  expect(isLost({ at: eight })).toBe(false);
  expect(isLost({ at: dayBefore })).toBe(true);
  expect(isLost({ at: dayBefore, pausedUntil: Number.POSITIVE_INFINITY })).toBe(false);
  expect(isLost({ at: dayBefore, pausedUntil: eight - 120 * minute })).toBe(true);
});

/** The verdict on a digest of two messages due at eight, whose parts were posted at these minutes after eight. */
function judged(problem: string | null, ...standing: readonly (readonly [part: number, minutes: number])[]) {
  const { ledger, due } = duringDay();
  const { key } = due;
  const list = standing.map(([part, minutes]) => ({ key, part, at: eight + minutes * minute }));
  const verdict = judge(ledger, new Map([['1', list]]), [], new Map([[key, { messages: 2, problem }]]));
  const figures = Object.entries(figuresOf(verdict)).filter(([, figure]) => figure !== 0);
  return figures.map(([name]) => name).filter((name) => !['due', 'posted', 'later'].includes(name));
}

test('both messages of a digest must be posted once and in order, unless Lede gives a reason for the second', () => {
  expect(judged(null, [0, 0], [1, 1])).toEqual([]);
  expect(judged(null)).toEqual(['lost']);
  expect(judged(null, [0, 0])).toEqual(['lost']);
  expect(judged('over 2 h late', [0, 0])).toEqual(['shortened']);
  expect(judged(null, [0, 0], [1, 1], [1, 2])).toEqual(['doubled']);
  expect(judged(null, [0, 0], [0, 1], [1, 2])).toEqual(['doubled']);
  expect(judged(null, [1, 0])).toEqual(['outOfOrder']);
  expect(judged(null, [0, 0], [1, 200])).toEqual(['offTime']);
});
