import { describe, expect, test } from 'vitest';
import {
  dueAtOnce,
  type NextPoll,
  nextPoll,
  type PollEvent,
  type PollState,
  restAsked,
} from '../../src/reading/nextPoll.ts';
import type { FetchHeaders } from '../../src/web/fetch.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
/** A Tuesday, 12:00 UTC. */
const now = Date.UTC(2026, 10, 24, 12);
const url = 'https://harbour.example/feed.xml';

type Read = Extract<PollEvent, { kind: 'read' }>;
const read = (change: Partial<Read> = {}): PollEvent => ({
  kind: 'read',
  headers: {},
  bodyHash: 'abc',
  document: {},
  itemsLastWeek: 168,
  ...change,
});
const unchanged = (headers: FetchHeaders = {}, permanentUrl?: string): PollEvent => ({
  kind: 'unchanged',
  status: 304,
  headers,
  permanentUrl,
});
const status = (code: number, headers: FetchHeaders = {}): PollEvent => ({ kind: 'http', status: code, headers });
const failed: PollEvent = { kind: 'failed' };
const next = (event: PollEvent, state: PollState = {}, address = url): NextPoll =>
  nextPoll({ url: address, state }, event, now);
const waitOf = (answer: NextPoll): number => answer.dueAt - now;

/** Expects a wait of `ms` plus jitter, and never less. */
function expectWait(answer: NextPoll, ms: number): void {
  expect(waitOf(answer)).toBeGreaterThanOrEqual(ms);
  expect(waitOf(answer)).toBeLessThanOrEqual(ms * 1.25 + 1);
}

test('a feed that answers slowly waits for sixty times as long as its answer took, however many items it brings', () => {
  const after = (tookMs: number, paceMs?: number) => nextPoll({ url, state: {}, paceMs, tookMs }, unchanged(), now);
  const busy = { itemsLastWeek: 7 * 24 * 60 };
  expectWait(nextPoll({ url, state: busy, tookMs: 18_000 }, unchanged(), now), 18 * minute);
  expectWait(after(18_000, 4 * minute), 18 * minute);
  expectWait(after(4_000, 4 * minute), 4 * minute);
  // A slow answer once does not outlast the next one.
  const { state } = after(18_000);
  expectWait(nextPoll({ url, state, paceMs: 4 * minute, tookMs: 100 }, unchanged(), now), 4 * minute);
});

describe('validators', () => {
  test('come from a 200 byte for byte, and one without them drops the old ones', () => {
    const headers = { etag: 'W/"\u00e4"', lastModified: 'yesterday at noon' };
    const { state } = next(read({ headers }));
    expect(state).toMatchObject(headers);
    expect(next({ kind: 'unchanged', status: 200, headers }).state).toMatchObject(headers);
    expect(next(read(), state).state).toMatchObject({ etag: undefined, lastModified: undefined });
  });

  test('stay with the address that gave them, until another 200 comes', () => {
    const headers = { etag: '"a"' };
    const answeredBy = 'https://cdn.example/1.xml';
    const { state } = next(read({ headers, answeredBy }));
    for (const event of [unchanged({ etag: '"b"' }), status(500, { etag: '"error page"' }), failed])
      expect(next(event, state).state).toMatchObject({ etag: '"a"', validFor: answeredBy, bodyHash: 'abc' });
    expect(next(read({ headers }), state).state).toMatchObject({ etag: '"a"', validFor: undefined });
    expect(next(read({ answeredBy }), state).state).toMatchObject({ etag: undefined, validFor: undefined });
  });
});

const later = 'Tue, 24 Nov 2026 14:00:00 GMT';

test.each<[string, number, PollEvent, PollState?]>([
  ['is a week over the items of the last week', hour, read({ itemsLastWeek: 168 })],
  ['is at least 15 minutes', 15 * minute, read({ itemsLastWeek: 100_000 })],
  ['is at most a day', day, read({ itemsLastWeek: 0 })],
  ['goes on after a 304', 2 * hour, unchanged(), { itemsLastWeek: 84, readAt: now - 6 * day }],
  ['is a day once nothing new came for a week', day, unchanged(), { itemsLastWeek: 84, readAt: now - 8 * day }],
  ['does not undercut max-age', 3 * hour, read({ headers: { cacheControl: 'public, max-age=10800' } })],
  [
    'does not undercut Expires, by the publisher’s clock',
    5 * hour,
    read({ headers: { date: 'Tue, 24 Nov 2026 09:00:00 GMT', expires: later } }),
  ],
  ['takes no Expires that is no date', hour, read({ headers: { expires: '0' } })],
  ['takes max-age before Expires', hour, read({ headers: { cacheControl: 'max-age=0', expires: later } })],
  ['does not undercut ttl', 4 * hour, read({ document: { ttlMinutes: 240 } })],
  ['does not undercut ttl after a 304', 4 * hour, unchanged(), { ttlMinutes: 240, itemsLastWeek: 168 }],
  ['takes no more than a day from max-age', day, read({ headers: { cacheControl: 'max-age=31536000' } })],
  ['takes no more than a day from ttl', day, read({ document: { ttlMinutes: 10_000 } })],
  ['doubles with a failure', 2 * hour, failed, { itemsLastWeek: 168 }],
  ['doubles with a server error', 2 * hour, status(500), { itemsLastWeek: 168 }],
  ['doubles up to a day', day, failed, { itemsLastWeek: 168, failures: 7 }],
  ['is four hours where the feed is closed', 4 * hour, status(403)],
])('the interval %s', (_, ms, event, state) => expectWait(next(event, state), ms));

test('the interval has up to a quarter on top, always the same for one address and different for others', () => {
  const waits = Array.from({ length: 50 }, (_, n) => waitOf(next(read(), {}, `https://outlet${n}.example/`)));
  expect(Math.min(...waits)).toBeGreaterThanOrEqual(hour);
  expect(Math.max(...waits)).toBeLessThanOrEqual(1.25 * hour);
  expect(new Set(waits).size).toBeGreaterThan(45);
  expect(next(read())).toEqual(next(read()));
});

describe('skipped times', () => {
  test('move a poll to the next hour or day that is not skipped', () => {
    const { dueAt } = next(read({ document: { skipHours: [13, 14, 15] } }));
    expect(dueAt).toBeGreaterThanOrEqual(Date.UTC(2026, 10, 24, 16));
    expect(dueAt).toBeLessThan(Date.UTC(2026, 10, 24, 16, 15));
    const answer = next(read({ itemsLastWeek: 12, document: { skipDays: [3] } }));
    expect(new Date(answer.dueAt).toISOString()).toMatch(/^2026-11-26T00/);
  });

  test('delay by no more than a day', () => {
    const skipHours = Array.from({ length: 24 }, (_, n) => n);
    const waited = waitOf(next(read({ document: { skipHours, skipDays: [0, 1, 2, 3, 4, 5, 6] } })));
    expect(waited).toBeGreaterThanOrEqual(hour + day);
    expect(waited).toBeLessThanOrEqual(1.25 * hour + day + 1);
  });
});

test.each([
  ['seconds', 429, '7261', 7_261_000],
  ['a date', 503, 'Tue, 24 Nov 2026 15:30:01 GMT', 3.5 * hour + 1_000],
  ['nothing', 429, '0', minute],
  ['a time that is over', 503, 'Tue, 24 Nov 2026 11:00:00 GMT', minute],
  ['years', 503, '999999999', 7 * day],
  ['soon', 429, 'soon', 4 * hour],
  ['no time', 503, undefined, 4 * hour],
])('a Retry-After of %s makes all feeds of the host due again at the exact second', (_, code, retryAfter, ms) => {
  expect(next(status(code, { retryAfter }))).toMatchObject({ dueAt: now + ms });
  expect(restAsked(code, { retryAfter }, now)).toBe(now + ms);
});

test.each([401, 403, 404, 502])('a Retry-After of a %i applies to the feed alone', (code) => {
  const headers = { retryAfter: '36000' };
  expect(next(status(code, headers), { itemsLastWeek: 168 })).toMatchObject({ dueAt: now + 10 * hour });
  expect(restAsked(code, headers, now)).toBeUndefined();
});

test('failures are counted until a success', () => {
  const first = next(failed, { itemsLastWeek: 168 }).state;
  expect(first).toMatchObject({ failures: 1, failingSince: now });
  expect(next(failed, first).state).toMatchObject({ failures: 2, failingSince: now });
  expect(next(unchanged(), { ...first, notFoundSince: now }).state).toEqual({ itemsLastWeek: 168 });
});

test('a 410 stops the feed, a 404 after 7 days', () => {
  expect(next(status(410))).toMatchObject({ stopped: 'gone' });
  const { stopped, state } = next(status(404));
  expect(stopped).toBeUndefined();
  expect(nextPoll({ url, state }, status(404), now + 7 * day - 1).stopped).toBeUndefined();
  expect(nextPoll({ url, state }, status(404), now + 7 * day).stopped).toBe('not-found');
});

describe('a permanent redirect', () => {
  const target = 'https://new.example/feed.xml';

  test('is adopted at its third poll with the same target, without the old validators', () => {
    let state: PollState = {};
    for (const times of [1, 2]) {
      const answer = next(read({ permanentUrl: target, answeredBy: target, headers: { etag: '"a"' } }), state);
      expect(answer).toMatchObject({ url, state: { etag: '"a"', moved: { url: target, times } } });
      // The state must survive serialization as JSON.
      state = JSON.parse(JSON.stringify(answer.state));
    }
    const third = next(unchanged({}, target), state);
    expect(third.url).toBe(target);
    expect(third.state).toEqual({ bodyHash: 'abc', itemsLastWeek: 168, readAt: now });
  });

  test('counts anew after another target or none, and only in polls that returned a feed', () => {
    const moved = { url: target, times: 2 };
    const other = 'https://other.example/';
    expect(next(read({ permanentUrl: other }), { moved }).state.moved).toEqual({ url: other, times: 1 });
    expect(next(read(), { moved }).state.moved).toBeUndefined();
    expect(next(failed, { moved })).toMatchObject({ url, state: { moved } });
  });
});

test("only a document's requests about polling are stored, not the document", () => {
  const document = { format: 'rss', title: 'Harbour Post', ttlMinutes: 60, items: [] };
  const { state } = next(read({ document }));
  expect(JSON.parse(JSON.stringify(state))).toEqual({
    ttlMinutes: 60,
    notBefore: now + hour,
    readAt: now,
    bodyHash: 'abc',
    itemsLastWeek: 168,
  });
});

describe('a feed whose items a server wants at once', () => {
  const paceMs = 4 * minute;
  const hurried = (event: PollEvent, state: PollState = {}) => nextPoll({ url, state, paceMs }, event, now);

  test('is polled every five minutes at most, however little it brings, and soon again after a failure', () => {
    for (const itemsLastWeek of [0, 1, 168, 5_000]) expectWait(hurried(read({ itemsLastWeek })), paceMs);
    expectWait(hurried(unchanged(), { itemsLastWeek: 0 }), paceMs);
    expectWait(hurried(failed, { itemsLastWeek: 0 }), 2 * paceMs);
    expectWait(hurried(failed, { itemsLastWeek: 0, failures: 2 }), 8 * paceMs);
  });

  test('is left alone for as long as its publisher asks', () => {
    const asked = hurried(read({ headers: { cacheControl: 'max-age=3600' } }));
    expectWait(asked, hour);
    expectWait(hurried(read({ document: { ttlMinutes: 30 } })), 30 * minute);
    expectWait(hurried(status(429, { retryAfter: '7200' })), 2 * hour);
    expect(dueAtOnce(asked.state, now, now + minute)).toBe(now + hour);
    expect(dueAtOnce({}, now, now + minute)).toBe(now + paceMs);
    expect(dueAtOnce({}, now - hour, now)).toBe(now);
    expect(dueAtOnce({ skipHours: [12] }, now - hour, now)).toBe(now + hour);
  });
});
