import { describe, expect, test } from 'vitest';
import type { FetchOutcome } from '../../src/web/fetch.ts';
import { createRobots, type RobotsRecord } from '../../src/web/robots.ts';

const page = 'https://harbour.example/2026/ferry?page=1';
const hour = 3_600_000;
const day = 24 * hour;

const ok = (rules: string): FetchOutcome => ({
  kind: 'ok',
  status: 200,
  headers: {},
  url: page,
  body: new TextEncoder().encode(rules),
});
const status = (code: number): FetchOutcome => ({ kind: 'http', status: code, headers: {}, url: page, reason: 'no' });
const failed: FetchOutcome = { kind: 'failed', code: 'timeout', reason: 'no' };

/** A site that gives the answers in turn, the last one again and again, under a clock that tests move. */
function site(...answers: FetchOutcome[]) {
  const records = new Map<string, RobotsRecord>();
  const asked: string[] = [];
  let now = Date.UTC(2026, 10, 24);
  const robots = createRobots({
    get: async (url) => {
      asked.push(url);
      return answers[Math.min(asked.length, answers.length) - 1] ?? failed;
    },
    cache: { get: async (origin) => records.get(origin), set: async (origin, record) => records.set(origin, record) },
    agent: 'Lede',
    wall: () => now,
  });
  return {
    asked,
    allowed: (url = page) => robots.allowed(url),
    later: (ms: number) => {
      now += ms;
    },
  };
}

describe('robots.txt', () => {
  test.for([
    ['User-agent: *\nDisallow: /', false],
    ['User-agent: *\nDisallow: /private/', true],
    ['User-agent: *\nDisallow: /2026/', false],
    ['User-agent: *\nDisallow: /\n\nUser-agent: lede\nAllow: /', true],
    ['User-agent: Lede\nDisallow: /\n\nUser-agent: *\nAllow: /', false],
    ['User-agent: *\nDisallow: /2026/\nAllow: /2026/ferry', true],
    ['User-agent: *\nDisallow: /*?page=', false],
    ['\ufeffUser-agent: *\r\nDisallow: /2026', false],
    ['User-agent: *\nDisallow:', true],
    ['<!doctype html><title>Not found</title>', true],
    ['', true],
  ] as const)('%j: %s', async ([rules, expected]) => expect(await site(ok(rules)).allowed()).toBe(expected));

  test.for([400, 401, 403, 404, 410])('a %i allows everything', async (code) => {
    expect(await site(status(code)).allowed()).toBe(true);
  });

  test.for([status(500), status(503), status(429), failed])(
    'a server in trouble allows nothing (%o)',
    async (answer) => {
      expect(await site(answer).allowed()).toBe(false);
    },
  );

  test('is asked for once a day, also by many pages at once', async () => {
    const harbour = site(ok(''));
    await Promise.all(Array.from({ length: 20 }, (_, n) => harbour.allowed(`https://harbour.example/${n}`)));
    harbour.later(day - 1);
    await harbour.allowed();
    expect(harbour.asked).toEqual(['https://harbour.example/robots.txt']);
    harbour.later(1);
    await harbour.allowed();
    expect(harbour.asked).toHaveLength(2);
  });

  test('each origin has its own', async () => {
    const harbour = site(ok(''));
    for (const url of [page, 'http://harbour.example/', 'https://harbour.example:8443/']) await harbour.allowed(url);
    expect(harbour.asked).toHaveLength(3);
  });

  test('the last rules hold while the server is in trouble, which is looked at every hour', async () => {
    const harbour = site(ok('User-agent: *\nDisallow: /private/'), status(500));
    await harbour.allowed();
    harbour.later(day);
    expect(await harbour.allowed()).toBe(true);
    expect(await harbour.allowed('https://harbour.example/private/x')).toBe(false);
    harbour.later(hour - 1);
    await harbour.allowed();
    expect(harbour.asked).toHaveLength(2);
    harbour.later(1);
    await harbour.allowed();
    expect(harbour.asked).toHaveLength(3);
  });

  test('after 30 days in trouble it counts as not there', async () => {
    const harbour = site(failed);
    expect(await harbour.allowed()).toBe(false);
    harbour.later(30 * day);
    expect(await harbour.allowed()).toBe(false);
    harbour.later(day);
    expect(await harbour.allowed()).toBe(true);
  });

  test('rules made to be slow are cut to broader ones', async () => {
    const rules = `User-agent: *\n${`Disallow: /${'*a'.repeat(900)}\nAllow: /${'*a'.repeat(900)}$\n`.repeat(130)}`;
    const started = performance.now();
    const harbour = site(ok(rules));
    expect(await harbour.allowed(`https://harbour.example/${'a'.repeat(5000)}`)).toBe(false);
    expect(await harbour.allowed('https://harbour.example/b')).toBe(true);
    expect(performance.now() - started).toBeLessThan(2000);
  });
});
