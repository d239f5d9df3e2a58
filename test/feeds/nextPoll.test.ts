import { describe, expect, test } from 'vitest';
import type { FeedDocument } from '../../src/feeds/document.ts';
import { dueWhileTold, type NextPoll, nextPoll, type PollEvent, type PollState } from '../../src/feeds/nextPoll.ts';
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

/** Within the jitter, and never early. */
function expectWait(answer: NextPoll, ms: number): void {
  expect(waitOf(answer)).toBeGreaterThanOrEqual(ms);
  expect(waitOf(answer)).toBeLessThanOrEqual(ms * 1.25 + 1);
}

describe('validators', () => {
  test('come from a 200 byte for byte', () => {
    const headers = { etag: 'W/"\u00e4"', lastModified: 'yesterday at noon' };
    expect(next(read({ headers })).state).toMatchObject(headers);
    expect(next({ kind: 'unchanged', status: 200, headers }).state).toMatchObject(headers);
  });

  test('behind a redirect they are of the address that gave them, until another 200 comes', () => {
    const headers = { etag: '"a"' };
    const answeredBy = 'https://cdn.example/1.xml';
    const { state } = next(read({ headers, answeredBy }));
    expect(state).toMatchObject({ etag: '"a"', validFor: answeredBy });
    expect(next(unchanged({ etag: '"b"' }), state).state).toMatchObject({ etag: '"a"', validFor: answeredBy });
    expect(next(failed, state).state).toMatchObject({ etag: '"a"', validFor: answeredBy });
    expect(next(read({ headers }), state).state).toMatchObject({ etag: '"a"', validFor: undefined });
    expect(next(read({ answeredBy }), state).state).toMatchObject({ etag: undefined, validFor: undefined });
  });

  test('a 200 without them drops the old ones', () => {
    expect(next(read(), { etag: '"a"', lastModified: 'b' }).state).toMatchObject({
      etag: undefined,
      lastModified: undefined,
    });
  });

  test('a 304, an error and a failure leave them alone', () => {
    const state = { etag: '"a"', lastModified: 'b', bodyHash: 'abc' };
    for (const event of [unchanged({ etag: '"other"' }), status(500, { etag: '"error page"' }), failed]) {
      expect(next(event, state).state).toMatchObject(state);
    }
  });
});

describe('the interval', () => {
  test('is a week over the items of the last week', () => {
    expectWait(next(read({ itemsLastWeek: 168 })), hour);
    expectWait(next(read({ itemsLastWeek: 14 })), 12 * hour);
  });

  test('stays between 15 minutes and 24 hours', () => {
    expectWait(next(read({ itemsLastWeek: 100_000 })), 15 * minute);
    expectWait(next(read({ itemsLastWeek: 0 })), day);
  });

  test('goes on as it was after a 304', () => expectWait(next(unchanged(), { itemsLastWeek: 84 }), 2 * hour));

  test('is a day once nothing new came for a week', () => {
    const busy = { itemsLastWeek: 84, readAt: now - 6 * day };
    expectWait(next(unchanged(), busy), 2 * hour);
    expectWait(next(unchanged(), { ...busy, readAt: now - 8 * day }), day);
  });

  test('has up to a quarter on top, always the same for one address and different for others', () => {
    const waits = Array.from({ length: 50 }, (_, n) => waitOf(next(read(), {}, `https://outlet${n}.example/`)));
    expect(Math.min(...waits)).toBeGreaterThanOrEqual(hour);
    expect(Math.max(...waits)).toBeLessThanOrEqual(1.25 * hour);
    expect(new Set(waits).size).toBeGreaterThan(45);
    expect(next(read())).toEqual(next(read()));
  });
});

describe('what the publisher asks for', () => {
  test('max-age is never undercut', () =>
    expectWait(next(read({ headers: { cacheControl: 'public, max-age=10800' } })), 3 * hour));

  test('Expires is never undercut, by the publisher’s own clock', () => {
    const headers = { date: 'Tue, 24 Nov 2026 09:00:00 GMT', expires: 'Tue, 24 Nov 2026 14:00:00 GMT' };
    expectWait(next(read({ headers })), 5 * hour);
    expectWait(next(read({ headers: { expires: '0' } })), hour);
  });

  test('max-age goes before Expires', () => {
    const headers = { cacheControl: 'max-age=0', expires: 'Tue, 24 Nov 2026 18:00:00 GMT' };
    expectWait(next(read({ headers })), hour);
  });

  test('ttl is never undercut, also after a 304', () => {
    const answer = next(read({ document: { ttlMinutes: 240 } }));
    expectWait(answer, 4 * hour);
    expectWait(next(unchanged(), answer.state), 4 * hour);
  });

  test('none of them can ask for more than 24 hours', () => {
    expectWait(next(read({ headers: { cacheControl: 'max-age=31536000' } })), day);
    expectWait(next(read({ headers: { expires: 'Tue, 24 Nov 2037 12:00:00 GMT' } })), day);
    expectWait(next(read({ document: { ttlMinutes: 10_000 } })), day);
  });

  test('skipHours move it to the next hour that is not named', () => {
    const answer = next(read({ document: { skipHours: [13, 14, 15] } }));
    expect(answer.dueAt).toBeGreaterThanOrEqual(Date.UTC(2026, 10, 24, 16));
    expect(answer.dueAt).toBeLessThan(Date.UTC(2026, 10, 24, 16, 15));
  });

  test('skipDays move it to the next day that is not named', () => {
    const answer = next(read({ itemsLastWeek: 12, document: { skipDays: [3] } }));
    expect(new Date(answer.dueAt).getUTCDay()).toBe(4);
    expect(new Date(answer.dueAt).getUTCHours()).toBe(0);
  });

  test('skipping every hour and day delays by 24 hours only', () => {
    const skipHours = Array.from({ length: 24 }, (_, n) => n);
    const waited = waitOf(next(read({ document: { skipHours, skipDays: [0, 1, 2, 3, 4, 5, 6] } })));
    expect(waited).toBeGreaterThanOrEqual(hour + day);
    expect(waited).toBeLessThanOrEqual(1.25 * hour + day + 1);
  });
});

describe('a host that asks for quiet', () => {
  test.for([429, 503])('a %i is kept to the second and goes for the whole host', (code) => {
    expect(next(status(code, { retryAfter: '7261' }))).toMatchObject({
      dueAt: now + 7_261_000,
      hostUntil: now + 7_261_000,
    });
  });

  test('Retry-After can be a date', () => {
    expect(next(status(503, { retryAfter: 'Tue, 24 Nov 2026 15:30:01 GMT' })).dueAt).toBe(
      Date.UTC(2026, 10, 24, 15, 30, 1),
    );
  });

  test('of nothing, or of a time that is over, is a minute', () => {
    expect(waitOf(next(status(429, { retryAfter: '0' })))).toBe(minute);
    expect(waitOf(next(status(503, { retryAfter: new Date(now - hour).toUTCString() })))).toBe(minute);
  });

  test('without one it is 4 hours', () => {
    expect(next(status(429))).toMatchObject({ dueAt: now + 4 * hour, hostUntil: now + 4 * hour });
    expect(next(status(429, { retryAfter: 'soon' })).dueAt).toBe(now + 4 * hour);
  });

  test('one of years is a week', () => expect(waitOf(next(status(503, { retryAfter: '999999999' })))).toBe(7 * day));
});

describe('errors', () => {
  test('double the interval each time, up to 24 hours', () => {
    let state: PollState = { itemsLastWeek: 168 };
    for (const hours of [2, 4, 8, 16, 24, 24]) {
      const answer = next(failed, state);
      expectWait(answer, hours * hour);
      state = answer.state;
    }
    expect(state).toMatchObject({ failures: 6, failingSince: now });
  });

  test('a success clears them', () => {
    const { state } = next(unchanged(), {
      failures: 5,
      failingSince: now - day,
      notFoundSince: now - day,
      itemsLastWeek: 168,
    });
    expect(state).toEqual({ itemsLastWeek: 168 });
  });

  test('a server error counts like no answer, but a Retry-After in it is kept', () => {
    expectWait(next(status(500), { itemsLastWeek: 168 }), 2 * hour);
    expect(waitOf(next(status(502, { retryAfter: '36000' }), { itemsLastWeek: 168 }))).toBe(10 * hour);
  });

  test('a 410 stops the feed', () => expect(next(status(410))).toMatchObject({ stopped: 'gone' }));

  test('a 404 stops it after 7 days', () => {
    const first = next(status(404), { itemsLastWeek: 168 });
    expect(first.stopped).toBeUndefined();
    expect(first.state.notFoundSince).toBe(now);
    expect(nextPoll({ url, state: first.state }, status(404), now + 7 * day - 1).stopped).toBeUndefined();
    expect(nextPoll({ url, state: first.state }, status(404), now + 7 * day).stopped).toBe('not-found');
  });

  test.for([401, 403])('a %i waits 4 hours', (code) => expectWait(next(status(code)), 4 * hour));
});

describe('a permanent redirect', () => {
  const target = 'https://new.example/feed.xml';

  test('is adopted with the third poll that it leads to the same feed, without the old validators', () => {
    let state: PollState = {};
    for (const times of [1, 2]) {
      const answer = next(read({ permanentUrl: target, answeredBy: target, headers: { etag: '"a"' } }), state);
      expect(answer).toMatchObject({ url, state: { etag: '"a"', moved: { url: target, times } } });
      state = answer.state;
    }
    const third = next(unchanged({}, target), state);
    expect(third.url).toBe(target);
    expect(third.state).toEqual({ bodyHash: 'abc', itemsLastWeek: 168, readAt: now });
  });

  test('begins again with another target or without one', () => {
    const moved = { url: target, times: 2 };
    expect(next(read({ permanentUrl: 'https://other.example/' }), { moved }).state.moved).toEqual({
      url: 'https://other.example/',
      times: 1,
    });
    expect(next(read(), { moved }).state.moved).toBeUndefined();
  });

  test('does not count a poll that gave no feed', () => {
    const moved = { url: target, times: 2 };
    expect(next(failed, { moved }).state.moved).toEqual(moved);
    expect(next(failed, { moved }).url).toBe(url);
  });
});

describe('while a hub tells of its news a feed', () => {
  const forever = now + 100 * day;
  const expectBetween = (at: number, ms: number): void => {
    expect(at - now).toBeGreaterThanOrEqual(ms);
    expect(at - now).toBeLessThanOrEqual(ms * 1.25 + 1);
  };

  test('is polled twelve times more rarely, once a day at the least', () => {
    expectBetween(dueWhileTold(next(read({ itemsLastWeek: 10_000 })), forever, now), 3 * hour);
    expectBetween(dueWhileTold(next(read({ itemsLastWeek: 168 })), forever, now), 12 * hour);
    expectBetween(dueWhileTold(next(read({ itemsLastWeek: 50 })), forever, now), 24 * hour);
    expectBetween(dueWhileTold(next(unchanged(), { itemsLastWeek: 0 }), forever, now), 24 * hour);
  });

  test('is due as without a hub once the hub has not given its word any longer', () => {
    const answer = next(read());
    expect(dueWhileTold(answer, now + 5 * hour, now)).toBe(now + 5 * hour);
    expect(dueWhileTold(answer, now + minute, now)).toBe(answer.dueAt);
    expect(dueWhileTold(answer, now - day, now)).toBe(answer.dueAt);
  });

  test('is never asked sooner than the publisher wishes', () => {
    const slow = next(read({ headers: { cacheControl: 'max-age=72000' }, itemsLastWeek: 10_000 }));
    expect(dueWhileTold(slow, forever, now)).toBe(slow.dueAt);
    expectWait(slow, 20 * hour);
    const skipHours = Array.from({ length: 24 }, (_, hour) => hour).filter((hour) => hour !== 13 && hour !== 20);
    const picky = next(read({ document: { skipHours }, itemsLastWeek: 10_000 }));
    expect(new Date(picky.dueAt).getUTCHours()).toBe(13);
    for (const until of [forever, now + 2 * hour]) {
      expect(new Date(dueWhileTold(picky, until, now)).getUTCHours()).toBe(20);
    }
  });
});

test('of a whole document only what the publisher asks for is stored', () => {
  const document: FeedDocument = {
    format: 'rss',
    title: 'Harbour Post',
    ttlMinutes: 60,
    items: [{ id: '1', title: 'a', categories: [] }],
  };
  const { state } = next(read({ document }));
  expect(JSON.parse(JSON.stringify(state))).toEqual({
    ttlMinutes: 60,
    readAt: now,
    bodyHash: 'abc',
    itemsLastWeek: 168,
  });
});

test('the state is plain JSON, so storing it loses nothing', () => {
  const { state } = next(
    read({
      headers: { etag: '"a"' },
      permanentUrl: 'https://new.example/',
      document: { ttlMinutes: 60, skipHours: [1] },
    }),
  );
  expect(next(unchanged(), JSON.parse(JSON.stringify(state)))).toEqual(next(unchanged(), state));
});
