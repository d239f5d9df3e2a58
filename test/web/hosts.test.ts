import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { createHostQueue } from '../../src/web/hosts.ts';

/** A task that ends when the test says so. */
function held() {
  const { promise, resolve } = Promise.withResolvers<void>();
  return { task: () => promise, end: resolve };
}

/** A task that counts how many of its kind run at once, and then calls `ran`. */
function counted(running = 0) {
  const seen = { running, most: running };
  const task = async (ran: () => unknown = () => {}): Promise<void> => {
    seen.most = Math.max(seen.most, ++seen.running);
    ran();
    await turn();
    seen.running--;
  };
  return { seen, task };
}

function fakeTimers(): void {
  vi.useFakeTimers();
  onTestFinished(() => void vi.useRealTimers());
}

const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe('the host queue', () => {
  test('runs one task of a host at a time, in order', async () => {
    const queue = createHostQueue({ hostSpacingMs: 0 });
    const { seen, task } = counted();
    const order: number[] = [];
    const tasks = Array.from({ length: 20 }, (_, n) => queue.run('a:80', () => task(() => order.push(n))));
    await Promise.all(tasks);
    expect(seen.most).toBe(1);
    expect(order).toEqual(Array.from({ length: 20 }, (_, n) => n));
  });

  test('runs 88 at once in all, and no host holds up another', async () => {
    const queue = createHostQueue({ hostSpacingMs: 0 });
    const slow = held();
    const first = queue.run('slow:80', slow.task);
    const waiting = queue.run('slow:80', async () => 'second');
    const { seen, task } = counted(1);
    await Promise.all(Array.from({ length: 100 }, (_, n) => queue.run(`h${n}:80`, () => task())));
    expect(seen.most).toBe(88);
    slow.end();
    await first;
    expect(await waiting).toBe('second');
  });

  test('an urgent task goes before all that wait, and its host still gets one at a time', async () => {
    const queue = createHostQueue({ hostSpacingMs: 0, concurrentMax: 1 });
    const slow = held();
    const order: string[] = [];
    let here = 0;
    const task = (name: string) => async () => {
      expect(++here).toBe(1);
      order.push(name);
      await turn();
      here--;
    };
    const first = queue.run('slow:80', slow.task);
    const others = ['a', 'b', 'c'].flatMap((name) => [
      queue.run(`${name}:80`, task(name)),
      queue.run(`${name}:80`, task(`${name} again`)),
    ]);
    const urgent = ['c', 'c', 'd'].map((name, n) => queue.run(`${name}:80`, task(`now ${name}${n}`), true));
    slow.end();
    await Promise.all([first, ...others, ...urgent]);
    expect(order.slice(0, 3).toSorted()).toEqual(['now c0', 'now c1', 'now d2']);
    expect(order.indexOf('now c0')).toBeLessThan(order.indexOf('now c1'));
    expect(order).toHaveLength(9);
  });

  test('no more than eight tasks are urgent at once, so that the others get their turn', async () => {
    const queue = createHostQueue({ hostSpacingMs: 0, concurrentMax: 1 });
    const slow = held();
    const order: string[] = [];
    const first = queue.run('slow:80', slow.task);
    const task = (name: string) => async () => void order.push(name);
    const polls = queue.run('poll:80', task('poll'));
    const urgent = Array.from({ length: 20 }, (_, n) => queue.run(`h${n}:80`, task('urgent'), true));
    slow.end();
    await Promise.all([first, polls, ...urgent]);
    expect(order.indexOf('poll')).toBe(8);
    expect(order).toHaveLength(21);
  });

  test('keeps the spacing between starts, also for a host that was idle in between', async () => {
    fakeTimers();
    const queue = createHostQueue({ hostSpacingMs: 40 });
    const starts: number[] = [];
    const start = async (): Promise<void> => void starts.push(performance.now());
    const first = Promise.all([queue.run('a:80', start), queue.run('a:80', start), queue.run('a:81', start)]);
    await vi.advanceTimersByTimeAsync(50);
    await first;
    const later = queue.run('a:80', start);
    await vi.advanceTimersByTimeAsync(100);
    await later;
    const [began = 0] = starts;
    expect(starts.map((at) => at - began)).toEqual([0, 0, 40, 80]);
  });

  test('a task that fails, or throws at once, frees its place', async () => {
    const queue = createHostQueue({ hostSpacingMs: 0, concurrentMax: 1 });
    await expect(queue.run('a:80', () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    const throwing = (): Promise<void> => {
      throw new Error('at once');
    };
    await expect(queue.run('a:80', throwing)).rejects.toThrow('at once');
    expect(await queue.run('b:80', async () => 'on')).toBe('on');
  });

  test('closing refuses waiting tasks and lets running ones end', async () => {
    const queue = createHostQueue({ hostSpacingMs: 1_000 });
    const slow = held();
    const first = queue.run('a:80', slow.task);
    const waiting = queue.run('a:80', async () => 'second');
    queue.close();
    slow.end();
    await first;
    await expect(waiting).rejects.toMatchObject({ code: 'not-now', host: 'a' });
    await expect(queue.run('b:80', async () => 'late')).rejects.toMatchObject({ code: 'not-now' });
  });

  test('a turn held by another process is requested with backoff until a deadline, and does not block other hosts', async () => {
    fakeTimers();
    const asked: number[] = [];
    const turns = {
      async take(host: string) {
        if (host !== 'a:80') return undefined;
        asked.push(performance.now());
        if (asked.length === 2) throw new Error('no connection');
        return 60_000;
      },
      giveBack() {},
    };
    const queue = createHostQueue({ hostSpacingMs: 0, concurrentMax: 1, turns });
    const began = performance.now();
    const taken = queue.run('a:80', async () => 'never', false, began + 5_000);
    const refused = expect(taken).rejects.toMatchObject({ code: 'not-now' });
    expect(await queue.run('b:80', async () => 'on')).toBe('on');
    await vi.advanceTimersByTimeAsync(6_000);
    await refused;
    expect(asked.map((at) => at - began)).toEqual([0, 100, 300, 700, 1_500, 2_500, 3_500, 4_500]);
  });

  test('a turn granted late by the database is requested again, so that it lasts as long as the request', async () => {
    fakeTimers();
    let asked = 0;
    const take = () =>
      new Promise<undefined>((resolve) => setTimeout(() => resolve(undefined), asked++ === 0 ? 25_000 : 1));
    const queue = createHostQueue({ hostSpacingMs: 0, turns: { take, giveBack() {} } });
    let askedBefore = 0;
    const ran = queue.run('a:80', async () => {
      askedBefore = asked;
    });
    await vi.advanceTimersByTimeAsync(26_000);
    await ran;
    expect(askedBefore).toBe(2);
  });

  test('a turn is returned when its task ends or throws, with the rest of the spacing', async () => {
    fakeTimers();
    const back: [string, number][] = [];
    const turns = {
      take: async () => undefined,
      giveBack: (host: string, inMs: number) => void back.push([host, inMs]),
    };
    const queue = createHostQueue({ hostSpacingMs: 100, turns });
    const slow = held();
    const tasks = [queue.run('a:80', slow.task), queue.run('b:80', () => Promise.reject(new Error('no')))];
    const ended = Promise.allSettled(tasks);
    await vi.advanceTimersByTimeAsync(30);
    slow.end();
    await ended;
    expect(back).toEqual([
      ['b:80', 100],
      ['a:80', 70],
    ]);
  });
});
