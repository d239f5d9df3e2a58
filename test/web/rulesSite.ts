import type { Pool } from '../../src/reading/pool/pool.ts';
import type { FetchOutcome } from '../../src/web/fetch.ts';
import { createRobots, type RobotsRecord } from '../../src/web/robots.ts';
import { testPool } from '../reading/pool/testPool.ts';

export const page = 'https://harbour.example/2026/ferry?page=1';
export const hour = 3_600_000;
export const day = 24 * hour;

type Page = Extract<FetchOutcome, { kind: 'ok' }>;
export const ok = (text: string, packed?: Pick<Page, 'body' | 'packing'>): FetchOutcome => ({
  kind: 'ok',
  status: 200,
  headers: {},
  url: page,
  bytes: text.length,
  body: new TextEncoder().encode(text),
  ...packed,
});
export const status = (code: number): FetchOutcome => ({
  kind: 'http',
  status: code,
  headers: {},
  url: page,
  bytes: 0,
  reason: 'no',
});
export const failed: FetchOutcome = { kind: 'failed', code: 'timeout', reason: 'no', bytes: 0 };

/**
 * A site that gives these answers for its robots.txt in turn and then repeats the last one, with a clock that tests
 * move. Other files are missing until tests put them.
 */
export function site(...answers: FetchOutcome[]) {
  return siteReadIn(testPool, ...answers);
}

export function siteReadIn(pool: Pick<Pool, 'robots' | 'isOpen'>, ...answers: FetchOutcome[]) {
  const records = new Map<string, RobotsRecord>();
  /** For how long each record is kept. */
  const kept = new Map<string, number>();
  /** Requests for the robots.txt, and for other files. */
  const asked: string[] = [];
  const askedFor: string[] = [];
  const files = new Map<string, FetchOutcome>();
  let now = Date.UTC(2026, 10, 24);
  const robots = createRobots({
    get: async (url) => {
      if (!url.endsWith('/robots.txt')) {
        askedFor.push(url);
        return files.get(url) ?? status(404);
      }
      asked.push(url);
      return answers[Math.min(asked.length, answers.length) - 1] ?? failed;
    },
    cache: {
      get: async (key) => records.get(key),
      set: async (key, record, ttlMs) => records.set(key, record) && kept.set(key, ttlMs),
    },
    reader: pool,
    wall: () => now,
  });
  return {
    asked,
    askedFor,
    records,
    kept,
    /** Sets the answer for another file than the robots.txt. */
    put: (url: string, answer: FetchOutcome) => void files.set(url, answer),
    verdict: (url = page) => robots.verdict(url),
    later: (ms: number) => {
      now += ms;
    },
  };
}
