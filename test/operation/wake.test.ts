import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { wakeByCron } from '../../src/operation/wake.ts';

const quiet = { debug() {}, info() {}, warn() {}, error() {} };
const hour = 3_600_000;
const started = Date.UTC(2026, 10, 24, 6);

// Fake clock and timers, to simulate a suspend or a clock change that timers don't notice.
beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'], now: started }));
afterEach(() => void vi.useRealTimers());

/** Starts loops with these schedules and records when each was run. */
function loopsAt(everies: Readonly<Record<string, string>>) {
  const looks = new Map<string, number[]>(Object.keys(everies).map((name) => [name, []]));
  const loops = Object.entries(everies).map(([name, every]) => ({
    name: name as string,
    every,
    run: async () => looks.get(name)?.push(Date.now() - started) ?? 0,
  }));
  const sleep = wakeByCron(loops, () => Date.now(), quiet as never);
  return { looksOf: (name: string) => looks.get(name) ?? [], sleep };
}

test('each loop runs at its scheduled seconds, even an hour later, until it is stopped', async () => {
  const { looksOf, sleep } = loopsAt({ send: '* * * * * *', poll: '*/5 * * * * *', sweep: '17 23 * * * *' });
  await vi.advanceTimersByTimeAsync(hour);
  expect(looksOf('send').slice(0, 3)).toEqual([1000, 2000, 3000]);
  expect(looksOf('send')).toHaveLength(3600);
  expect(looksOf('poll').slice(0, 2)).toEqual([5000, 10_000]);
  expect(looksOf('sweep')).toEqual([23 * 60_000 + 17_000]);
  await sleep();
  await vi.advanceTimersByTimeAsync(hour);
  expect(looksOf('send')).toHaveLength(3600);
});

test.for([8, 60, 24 * 14])(
  'after a machine slept for %i hours, each loop runs once for the missed time, and answers go on meanwhile',
  async (hours) => {
    const { looksOf, sleep } = loopsAt({ send: '* * * * * *', tell: '*/10 * * * * *', sweep: '17 23 * * * *' });
    await vi.advanceTimersByTimeAsync(1500);
    vi.setSystemTime(started + hours * hour);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(looksOf('send').length).toBeGreaterThan(58);
    expect(looksOf('send').length).toBeLessThan(63);
    expect(looksOf('sweep')).toHaveLength(1);
    await sleep();
  },
);

test('a clock set back by an hour delays no loop', async () => {
  const { looksOf, sleep } = loopsAt({ send: '* * * * * *', watch: '41 * * * * *' });
  await vi.advanceTimersByTimeAsync(2500);
  vi.setSystemTime(started - hour);
  await vi.advanceTimersByTimeAsync(120_000);
  expect(looksOf('send').length).toBeGreaterThan(118);
  expect(looksOf('watch')).toHaveLength(2);
  await sleep();
});

test('a timer that fires a millisecond early does not skip the hourly sweep', async () => {
  const { looksOf, sleep } = loopsAt({ sweep: '17 23 * * * *' });
  const at = started + 23 * 60_000 + 17_000;
  const read = Date.now;
  let isEarly = true;
  const clock = vi.spyOn(Date, 'now').mockImplementation(() => {
    const now = read.call(Date);
    if (now !== at || !isEarly) return now;
    isEarly = false;
    return now - 1;
  });
  await vi.advanceTimersByTimeAsync(59 * 60_000);
  clock.mockRestore();
  await sleep();
  expect(looksOf('sweep')).toHaveLength(1);
});
