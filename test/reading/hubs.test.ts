import { describe, expect, test } from 'vitest';
import { dayOf, quotasOfDay } from '../../src/reading/quotas.ts';
import { day, hour, minute } from '../desk/desk.ts';
import { rss } from '../desk/newsstand.ts';
import { testPool } from '../pool/testPool.ts';
import { type HubDesk, newsItem, openHubDesk, publicUrl, world } from './hubDesk.ts';

/** Three items a day, so that the feed is polled every eight to ten hours, and once a day while a hub pushes it. */
function pastItems(now: number) {
  return Array.from({ length: 12 }, (_, number) => newsItem(`Old${number}`, now - number * 8 * hour));
}
const ownGapMax = 10.1;
const toldGapMin = 23.9;

/** Opens a desk whose feed was read once and whose hub has received a subscription request. */
async function openAsked(): Promise<HubDesk> {
  const at = await openHubDesk(testPool);
  at.feed(pastItems(at.now));
  await at.drain();
  return at;
}

async function openVerified(leaseSeconds?: number): Promise<HubDesk> {
  const at = await openAsked();
  expect((await at.hub.verify(at.hub.last(), leaseSeconds)).status).toBe(200);
  return at;
}

const gaps = (times: readonly number[]) => times.slice(1).map((time, index) => time - (times[index] ?? 0));
const hubRow = (at: HubDesk) =>
  at.rows<{ lease_ends_at: number | null; problem: string | null }>('select * from hubs order by wanted desc')[0];
const feedRow = (at: HubDesk) =>
  at.rows<{ polling: string; next_due_at: number }>('select polling, next_due_at from feeds')[0];
/** Hours until the next poll. */
const dueIn = (at: HubDesk) => ((feedRow(at)?.next_due_at ?? 0) - at.now) / hour;

/** Waits until the hub has received a request whose sender will not get the answer. */
async function untilAsked(at: HubDesk): Promise<void> {
  while (at.hub.asked.length === 0) await new Promise((resolve) => setTimeout(resolve, 2));
}

describe('a feed that names a hub', () => {
  test('is subscribed with an unguessable URL and secret, and polled more rarely once the hub verifies, also after a restart', async () => {
    const at = await openAsked();
    const asked = at.hub.last();
    expect(asked).toMatchObject({ mode: 'subscribe', topic: `${at.site.origin}${world}?self`, leaseSeconds: '864000' });
    expect(asked.callback).toMatch(/^https:\/\/lede\.example\/hubs\/[\w-]{32}$/);
    expect(asked.secret).toMatch(/^[\w-]{43}$/);
    expect(JSON.stringify(at.log)).not.toContain(asked.secret);
    expect(JSON.stringify(at.log)).not.toContain(asked.callback.split('/').at(-1));
    expect(dueIn(at)).toBeLessThan(ownGapMax);
    expect(await at.hub.verify(asked)).toEqual({ status: 200, body: 'c h&=<a>' });
    await at.pass(3 * day);
    const before = at.polls.length;
    await at.restart();
    await at.pass(4 * day);
    const [first = 0, ...then] = gaps(at.polls);
    expect(first).toBeLessThan(ownGapMax);
    // One poll makes up for a push missed during the restart, and it comes no sooner than without a hub.
    const [once = 0] = then.splice(before - 2, 1);
    expect(once).toBeGreaterThan(8);
    expect(Math.min(...then)).toBeGreaterThan(toldGapMin);
    expect(then.length).toBeGreaterThanOrEqual(4);
    expect(at.hub.asked).toHaveLength(1);
  });

  test('is due by its own rule after a start, since the hub’s pushes were missed meanwhile', async () => {
    const at = await openVerified();
    await at.poll();
    expect(dueIn(at)).toBeGreaterThan(toldGapMin);
    at.now += hour;
    at.feed([newsItem('Missed', at.now - 30 * minute), ...pastItems(at.now - hour)]);
    await at.restart();
    const polls = at.polls.length;
    await at.pass(6 * hour);
    expect(at.polls).toHaveLength(polls);
    await at.pass(3 * hour);
    expect(at.names()).toContain('Missed');
  });

  test('is not polled at the same moment as all others that were due while Lede was away', async () => {
    const paths = Array.from({ length: 30 }, (_, number) => `/${number}.xml`);
    const at = await openHubDesk(testPool, paths);
    const asked: number[] = [];
    const body = at.feed(pastItems(at.now));
    for (const path of paths) {
      at.site.put(path, () => {
        asked.push(at.now);
        return { body: body.replace('?self', path) };
      });
    }
    await at.drain();
    for (const one of at.hub.asked) await at.hub.verify(one);
    await at.pass(11 * hour);
    asked.length = 0;
    at.now += 12 * hour;
    const start = at.now;
    await at.restart();
    await at.pass(15 * minute);
    expect(asked).toHaveLength(30);
    expect(asked.filter((time) => time < start + minute).length).toBeLessThan(4);
    // The next start finds nothing due.
    await at.restart();
    await at.pass(hour);
    expect(asked).toHaveLength(30);
  });

  test('is subscribed again at four fifths of the lease, and polled as without a hub if that ends without an answer', async () => {
    const at = await openVerified();
    await at.pass(8 * day - minute);
    expect(at.hub.asked).toHaveLength(1);
    await at.pass(minute);
    expect(at.hub.asked).toHaveLength(2);
    expect(at.hub.last().callback).toBe(at.hub.asked[0]?.callback);
    expect((await at.hub.verify(at.hub.last())).status).toBe(200);
    await at.pass(8 * day - minute);
    expect(at.hub.asked).toHaveLength(2);
    // From now on the hub is silent; its lease lasts two more days.
    at.feed(pastItems(at.now + 2 * day));
    const polls = at.polls.length;
    await at.pass(2 * day);
    expect(at.hub.asked.length).toBeGreaterThan(7);
    expect(at.polls.length - polls).toBeLessThanOrEqual(2);
    const ended = at.polls.length;
    await at.pass(day);
    expect(at.polls.length - ended).toBeGreaterThanOrEqual(2);
    expect(dueIn(at)).toBeLessThan(ownGapMax);
    // Neither a late push nor a start makes it due sooner.
    const due = feedRow(at)?.next_due_at;
    await at.hub.push(at.hub.last(), '<!doctype html><p>x');
    expect(feedRow(at)?.next_due_at).toBe(due);
    await at.restart();
    expect(feedRow(at)?.next_due_at).toBe(due);
  });

  test('whose hub fails or never verifies is subscribed again with exponential backoff, and polled as without a hub', async () => {
    const at = await openHubDesk(testPool);
    const answers = [
      { status: 400 },
      { status: 302 },
      'broken',
      { status: 307, headers: { location: 'http://127.0.0.2:8080/' } },
    ] as const;
    at.hub.answer = () => answers[at.hub.asked.length - 1] ?? { status: 202 };
    at.feed(pastItems(at.now));
    const problems: unknown[] = [];
    for (const waited of [0, 10, 20, 40]) {
      await at.pass(waited * minute);
      problems.push(hubRow(at)?.problem);
    }
    expect(problems).toEqual([
      '127.0.0.1 answered with status 400.',
      '127.0.0.1 answered with status 302.',
      '127.0.0.1 broke off the connection.',
      '127.0.0.2 is not on the public internet, so it is not read.',
    ]);
    await at.pass(3.5 * day);
    expect(gaps(at.hub.asked.map((asked) => asked.at / minute))).toEqual([10, 20, 40, 80, 160, 320, 640, 1280, 1440]);
    expect(Math.max(...gaps(at.polls))).toBeLessThan(ownGapMax);
    expect(hubRow(at)?.lease_ends_at).toBeNull();
  });

  test('shares its hub with others, and when the hub asks for rest, none of them requests it for as long as it asks', async () => {
    const at = await openHubDesk(testPool, [world, '/tech.xml']);
    at.hub.answer = () => ({ status: 503, headers: { 'retry-after': '3600' } });
    at.site.put('/tech.xml', { body: at.feed(pastItems(at.now)) });
    await at.pass(hour - 1);
    expect(at.hub.asked).toHaveLength(1);
    at.hub.answer = () => ({ status: 202 });
    await at.pass(1);
    expect(at.hub.asked).toHaveLength(3);
    expect(new Set(at.hub.asked.map(({ callback }) => callback)).size).toBe(2);
  });

  test('whose hub denies is polled as without a hub at once, and subscribed again a day later', async () => {
    const at = await openVerified();
    await at.poll();
    expect(dueIn(at)).toBeGreaterThan(toldGapMin);
    expect((await at.hub.deny(at.hub.last())).status).toBe(200);
    expect(dueIn(at)).toBeLessThan(ownGapMax);
    expect(hubRow(at)).toMatchObject({ lease_ends_at: null, problem: 'The hub denies: not today' });
    await at.pass(day - minute);
    expect(at.hub.asked).toHaveLength(1);
    await at.pass(2 * minute);
    expect(at.hub.asked).toHaveLength(2);
  });

  test('that changes its hub leaves the old one for the new one, and leaves that one too once nobody reads the feed', async () => {
    const at = await openVerified();
    at.feed(pastItems(at.now), { hub: `${at.hub.url}new` });
    await at.poll();
    const [first, ...then] = at.hub.asked;
    expect(dueIn(at)).toBeLessThan(ownGapMax);
    const farewell = then.find(({ mode }) => mode === 'unsubscribe');
    const next = then.find(({ mode }) => mode === 'subscribe');
    if (!first || !farewell || !next) throw new Error('not asked');
    expect(farewell.callback).toBe(first.callback);
    expect(next.callback).not.toBe(first.callback);
    expect(await at.hub.push(first, rss(at.site.origin, []))).toBe(410);
    // Verified twice, because the first answer may be lost.
    for (const status of [200, 200]) expect((await at.hub.verify(farewell)).status).toBe(status);
    expect((await at.hub.verify(next)).status).toBe(200);
    await at.pass(2 * hour);
    expect(at.rows('select * from hubs')).toHaveLength(1);
    expect((await at.hub.verify(farewell)).status).toBe(404);
    expect(at.hub.asked).toHaveLength(3);
    // A hub that does not answer is left after three tries, once nobody reads the feed.
    await at.restart({ listed: false });
    await at.pass(3 * hour);
    const farewells = ['unsubscribe', 'unsubscribe', 'unsubscribe'];
    expect(at.hub.asked.slice(3).map(({ mode }) => mode)).toEqual(farewells);
    expect(at.rows('select * from hubs')).toEqual([]);
  });

  test('has no hub if it states another feed’s address as its own: pushes are for that other feed alone', async () => {
    const at = await openHubDesk(testPool, [world, '/tech.xml', '/chess.xml']);
    const main = `${at.site.origin}${world}`;
    const section = (self: string) => ({
      headers: { 'content-type': 'application/rss+xml' },
      body: at.feed([newsItem('Phones', at.now)], { self }),
    });
    at.site.put('/tech.xml', section(main));
    // A `self` link that isn't the address of another feed is accepted, whatever it is.
    at.site.put('/chess.xml', section(`${at.site.origin}/chess`));
    at.feed([newsItem('Politics', at.now)], { self: main.replace('http:', 'https:') });
    await at.drain();
    expect(at.hub.asked.map(({ topic }) => topic).sort()).toEqual(
      [`${at.site.origin}/chess`, main.replace('http:', 'https:')].sort(),
    );
    for (const asked of at.hub.asked) await at.hub.verify(asked);
    const body = rss(at.site.origin, [newsItem('Election', at.now)]);
    for (const asked of at.hub.asked) expect(await at.hub.push(asked, body)).toBe(202);
    const listed = at.rows<{ url: string }>(
      "select feeds.url from article_feeds join feeds on feeds.id = feed_id join articles on articles.id = article_id where articles.title like 'Election%'",
    );
    expect(listed.map(({ url }) => new URL(url).pathname).sort()).toEqual(['/chess.xml', world]);
    // A feed that later states another feed's address as `self` loses its subscription.
    at.site.put('/chess.xml', section(`${at.site.origin}/tech.xml`));
    at.feed([newsItem('Politics', at.now)], { self: main.replace('http:', 'https:') });
    at.now += 2 * day;
    await at.drain();
    const left = at.rows<{ topic: string }>('select topic_url as topic from hubs where wanted = 1');
    expect(left.map(({ topic }) => topic)).toEqual([main.replace('http:', 'https:')]);
  });

  test('keeps its hub although a server adds the URL that it states as its own', async () => {
    const at = await openHubDesk(testPool);
    const self = `${at.site.origin}/world`;
    at.site.put('/world', { headers: { 'content-type': 'application/rss+xml' }, body: rss(at.site.origin, []) });
    at.feed(pastItems(at.now), { self });
    await at.drain();
    await at.hub.verify(at.hub.last());
    const { feeds, own } = at.reading.storage.records;
    const added = { id: 'own', url: self, outletId: 'own', outletName: 'Own', catalogue: false };
    await feeds.add(added, [], at.now);
    await own.addFeed('s', 'own', 'world', at.now);
    at.feed([newsItem('Fresh', at.now)], { self });
    await at.pass(2 * day);
    expect(at.names()).toContain('Fresh');
    expect(at.hub.asked.map(({ mode }) => mode)).toEqual(['subscribe']);
  });

  test('is polled as before when hubs can no longer reach Lede, and subscribed again at Lede’s new URL', async () => {
    const at = await openVerified();
    await at.poll();
    await at.restart({ callback: false });
    expect(dueIn(at)).toBeLessThan(ownGapMax);
    await at.poll();
    expect(dueIn(at)).toBeLessThan(ownGapMax);
    expect(at.hub.asked).toHaveLength(1);
    await at.restart({ url: 'https://other.example' });
    await at.drain();
    expect(at.hub.asked).toHaveLength(2);
    expect(at.hub.last().callback).toMatch(/^https:\/\/other\.example\/[\w-]{32}$/);
    expect((await at.hub.verify(at.hub.last())).status).toBe(200);
  });

  test('is verified even if Lede ended during the request, and subscribed again if the request never reached the hub', async () => {
    const at = await openHubDesk(testPool);
    at.hub.answer = () => 'silent';
    at.feed(pastItems(at.now));
    const running = at.drain();
    await untilAsked(at);
    await at.restart();
    await running;
    expect((await at.hub.verify(at.hub.last())).status).toBe(200);
    expect(hubRow(at)?.lease_ends_at).toBe(at.now + 10 * day);
    // Lede ends again while it asks, but this time the request does not reach the hub.
    await at.hub.deny(at.hub.last());
    at.now += day;
    const again = at.drain();
    while (at.hub.asked.length < 2) await new Promise((resolve) => setTimeout(resolve, 2));
    await at.restart();
    await again;
    at.hub.answer = () => ({ status: 202 });
    await at.pass(21 * minute);
    expect(at.hub.asked).toHaveLength(3);
  });
});

test('a clock that ran ahead for a year and was set right ends no subscription: it is renewed at the next start, and then in time', async () => {
  const ahead = 365 * day;
  const at = await openVerified();
  at.now += ahead + 9 * day;
  at.feed(pastItems(at.now));
  await at.drain();
  await at.hub.verify(at.hub.last());
  at.now -= ahead;
  at.feed(pastItems(at.now));
  await at.restart();
  const asked = at.hub.asked.length;
  expect(hubRow(at)?.lease_ends_at).toBeNull();
  // Meanwhile the hub still pushes as agreed.
  expect(await at.hub.push(at.hub.last(), rss(at.site.origin, [newsItem('Pushed', at.now)]))).toBe(202);
  expect(at.names()).toContain('Pushed');
  await at.drain();
  expect(at.hub.asked).toHaveLength(asked + 1);
  expect((await at.hub.verify(at.hub.last())).status).toBe(200);
  await at.restart();
  await at.pass(8 * day - minute);
  expect(at.hub.asked).toHaveLength(asked + 1);
  await at.pass(minute);
  expect(at.hub.asked).toHaveLength(asked + 2);
});

describe('a push', () => {
  test('of a feed whose items a server wants at once is queued right away, and the feed is polled once an hour', async () => {
    const at = await openVerified();
    const { alerts, atOnce, own, servers } = at.reading.storage.records;
    const [feed] = at.rows<{ id: string }>('select id from feeds');
    await servers.present('s1');
    await own.addFeed('s1', feed?.id ?? '', 'own-topic', at.now);
    await alerts.save({ channelId: 'c1', serverId: 's1', createdAt: at.now, voices: 1, perDay: 20, zone: 'UTC' });
    const fresh = newsItem('Pushed', at.now);
    expect(await at.hub.push(at.hub.last(), rss(at.site.origin, [fresh]))).toBe(202);
    const queued = at.rows<{ id: string }>(
      'select arrivals.id from arrivals join articles on articles.id = article_id',
    );
    expect(queued).toHaveLength(1);
    await atOnce.looked(queued.map(({ id }) => id));
    await at.pass(day);
    const before = at.polls.length;
    await at.pass(12 * hour);
    expect(at.polls.length - before).toBeGreaterThanOrEqual(12);
    expect(at.polls.length - before).toBeLessThanOrEqual(16);
  });

  test('is news without a poll, and leaves validators and the next poll as they were', async () => {
    const at = await openHubDesk(testPool);
    at.feed(pastItems(at.now), { headers: { etag: '"one"', 'last-modified': 'just now' } });
    await at.drain();
    await at.hub.verify(at.hub.last());
    const before = feedRow(at);
    const polls = at.polls.length;
    at.now += hour;
    const fresh = newsItem('Pushed', at.now);
    expect(await at.hub.push(at.hub.last(), rss(at.site.origin, [fresh]))).toBe(202);
    expect(at.names()).toContain('Pushed');
    expect(feedRow(at)).toEqual(before);
    expect(at.polls.length).toBe(polls);
    expect(at.reading.hubs.counts()).toEqual({ taken: 1, refused: 0, unread: 0, dropped: 0 });
    await at.drain();
    expect(at.rows('select * from articles where story_id is null')).toEqual([]);
    // Pushed again, and listed in the feed together with another item: each becomes one article.
    expect(await at.hub.push(at.hub.last(), rss(at.site.origin, [fresh]))).toBe(202);
    at.feed([newsItem('Polled', at.now), fresh, ...pastItems(at.now - hour)]);
    await at.poll();
    expect(at.site.asked.at(-1)?.headers['if-none-match']).toBe('"one"');
    expect(at.names().filter((name) => name === 'Pushed' || name === 'Polled')).toEqual(['Pushed', 'Polled']);
  });

  test('without the right signature gets the same answer and is dropped', async () => {
    const at = await openVerified();
    const body = rss(at.site.origin, [newsItem('Forged', at.now)]);
    const wrong = ['', 'sha256=', `sha256=${'0'.repeat(64)}`, `sha999=${'0'.repeat(64)}`];
    for (const signature of wrong) expect(await at.hub.push(at.hub.last(), body, { signature })).toBe(202);
    expect(await at.hub.push(at.hub.last(), body, { secret: 'another' })).toBe(202);
    expect(at.names()).not.toContain('Forged');
    expect(at.reading.hubs.counts()).toEqual({ taken: 0, refused: 5, unread: 0, dropped: 0 });
  });

  test('with only the new items does not remove the others from the feed’s listing', async () => {
    const at = await openVerified();
    const listed = () => at.rows<{ at: number }>('select distinct last_listed_at as at from seen').map((row) => row.at);
    at.now += 31 * day;
    expect(await at.hub.push(at.hub.last(), rss(at.site.origin, [newsItem('Pushed', at.now)]))).toBe(202);
    expect(listed()).toEqual([at.now]);
    const { articles } = at.reading.storage.records;
    expect(await articles.sweepSeen('', at.now - 30 * day, { feeds: 100, rows: 100 })).toMatchObject({ forgotten: 0 });
    expect(at.rows('select * from seen')).toHaveLength(13);
  });

  test('that is no feed, has no items or cannot be stored makes the feed due by its own rule', async () => {
    const at = await openVerified();
    await at.poll();
    const polls = at.polls.length;
    at.feed([newsItem('Fetched', at.now), ...pastItems(at.now)]);
    const bodies = ['', '<!doctype html><p>new!', '<rss version="2.0"><channel><title>t</title></channel></rss>'];
    for (const body of bodies) expect(await at.hub.push(at.hub.last(), body)).toBe(202);
    expect(at.reading.hubs.counts()).toMatchObject({ taken: 0, unread: 3 });
    await at.drain();
    expect(at.polls.length).toBe(polls);
    expect(dueIn(at)).toBeLessThan(ownGapMax);
    await at.poll();
    expect(at.names()).toContain('Fetched');
    // A push that cannot be stored makes the feed due.
    expect(dueIn(at)).toBeGreaterThan(toldGapMin);
    const { storage } = at.reading;
    const { transaction } = storage;
    storage.transaction = () => Promise.reject(new Error('The disk is full.'));
    const body = rss(at.site.origin, [newsItem('Pushed', at.now)]);
    expect(await at.hub.push(at.hub.last(), body)).toBe(503);
    expect(dueIn(at)).toBeLessThan(ownGapMax);
    storage.transaction = transaction;
    expect(await at.hub.push(at.hub.last(), body)).toBe(202);
    expect(at.names()).toContain('Pushed');
  });

  test('that does not come although there is news brings the feed back to its own pace, until one comes', async () => {
    const at = await openVerified();
    const waits: number[] = [];
    for (let number = 0; number < 4; number++) {
      at.feed([newsItem(`News${number}`, at.now), ...pastItems(at.now)]);
      await at.poll();
      waits.push(dueIn(at));
    }
    expect(waits.map((hours) => hours > toldGapMin)).toEqual([true, true, false, false]);
    await at.hub.push(at.hub.last(), rss(at.site.origin, [newsItem('Pushed', at.now)]));
    await at.poll();
    expect(dueIn(at)).toBeGreaterThan(toldGapMin);
  });

  test('that changes known articles lets the feed decide, so that a late push puts no old words back', async () => {
    const at = await openVerified();
    const item = (title: string) => ({ ...newsItem('Vote', at.now), title });
    const wrong = item('Council votes for the harbour by 41 to 38');
    const right = item('Council votes against the harbour by 41 to 38');
    const late = rss(at.site.origin, [wrong, newsItem('Beside', at.now)]);
    at.feed([wrong, ...pastItems(at.now)]);
    await at.poll();
    at.feed([right, ...pastItems(at.now)], { headers: { etag: '"right"' } });
    await at.poll();
    const title = () => at.rows<{ title: string }>("select title from articles where url like '%/a/vote'")[0]?.title;
    expect(title()).toBe(right.title);
    expect(await at.hub.push(at.hub.last(), late)).toBe(202);
    expect(title()).toBe(right.title);
    expect(at.names()).toContain('Beside');
    expect(dueIn(at)).toBeLessThan(toldGapMin / 2);
    await at.poll();
    expect(title()).toBe(right.title);
    // A push in time, which says the same as the feed, is confirmed by the next poll.
    const last = item('Council puts the vote on the harbour off');
    const body = at.feed([last, ...pastItems(at.now)], { headers: { etag: '"last"' } });
    expect(await at.hub.push(at.hub.last(), body)).toBe(202);
    expect(dueIn(at)).toBeLessThan(toldGapMin / 2);
    await at.poll();
    expect(title()).toBe(last.title);
  });

  test('with an item that links to a known one’s page leaves it to the feed which of them are separate articles', async () => {
    const at = await openVerified();
    const episode = (name: string) => ({ ...newsItem(name, at.now), link: '/show', guid: `episode ${name}` });
    at.feed([episode('First'), ...pastItems(at.now)]);
    await at.poll();
    expect(await at.hub.push(at.hub.last(), rss(at.site.origin, [episode('Second')]))).toBe(202);
    at.feed([episode('Second'), episode('First'), ...pastItems(at.now)]);
    await at.poll();
    expect(at.names()).toEqual(expect.arrayContaining(['First', 'Second']));
  });

  test('brings no more than a poll could in the same time, and leaves the rest to a poll', async () => {
    const at = await openVerified();
    await at.poll();
    const count = () => at.rows<{ n: number }>('select count(*) as n from articles')[0]?.n ?? 0;
    const before = count();
    const flood = (push: number) =>
      Array.from({ length: 900 }, (_, number) => ({
        title: `Flood ${push} ${number}`,
        link: `/flood/${push}/${number}`,
        at: at.now,
        html: '<p>The council met again.</p>',
      }));
    for (let push = 0; push < 5; push++) {
      expect(await at.hub.push(at.hub.last(), rss(at.site.origin, flood(push)))).toBe(202);
    }
    expect(count() - before).toBe(1_800);
    expect(at.reading.hubs.counts()).toEqual({ taken: 2, refused: 0, unread: 0, dropped: 3 });
    expect(dueIn(at)).toBeLessThan(ownGapMax);
    // A quarter of an hour later it may push again, one item after the other.
    at.now += 15 * minute;
    for (let push = 0; push < 30; push++) {
      expect(await at.hub.push(at.hub.last(), rss(at.site.origin, [newsItem(`Fresh${push}`, at.now)]))).toBe(202);
    }
    expect(at.names().filter((name) => name.startsWith('Fresh'))).toHaveLength(30);
    // Known items count as well, because each is compared with the stored one.
    at.now += 15 * minute;
    for (let push = 0; push < 4; push++) await at.hub.push(at.hub.last(), rss(at.site.origin, flood(0)));
    expect(at.reading.hubs.counts()).toMatchObject({ taken: 34, dropped: 5 });
  });

  test('of a server’s own feed brings no more than its server has left of the day', async () => {
    const at = await openVerified();
    await at.poll();
    const { records } = at.reading.storage;
    for (const { id } of at.rows<{ id: string }>('select id from feeds')) {
      await records.own.addFeed('s', id, 'world', at.now);
    }
    await records.feeds.leaveCatalogue([]);
    await records.quotas.spend(['s'], dayOf(at.now), { articles: quotasOfDay.articles - 4 });
    const fresh = (from: number, count: number) =>
      Array.from({ length: count }, (_, n) => newsItem(`Fresh${from + n}`, at.now));
    for (const items of [fresh(0, 5), fresh(5, 4), fresh(9, 1)]) {
      expect(await at.hub.push(at.hub.last(), rss(at.site.origin, items))).toBe(202);
    }
    expect(at.names().filter((name) => name.startsWith('Fresh'))).toHaveLength(4);
    expect(at.reading.hubs.counts()).toMatchObject({ taken: 1, dropped: 2 });
    expect(await records.quotas.of(['s'], dayOf(at.now))).toMatchObject([{ articles: quotasOfDay.articles, pages: 0 }]);
    // No server reads the feed any more, but its hub has not been told yet.
    for (const { id } of at.rows<{ id: string }>('select id from feeds')) await records.own.removeFeed('s', id);
    at.now += 15 * minute;
    expect(await at.hub.push(at.hub.last(), rss(at.site.origin, fresh(10, 3)))).toBe(202);
    expect(at.names().filter((name) => name.startsWith('Fresh'))).toHaveLength(4);
  });
});

test('unsolicited messages from hubs change nothing', async () => {
  const at = await openAsked();
  const asked = at.hub.last();
  const rows = () => at.rows('select * from hubs');
  const before = rows();
  const right = { mode: 'subscribe', topic: asked.topic, challenge: 'c', lease_seconds: '60' };
  const wrong: Record<string, string>[] = [
    {},
    { ...right, mode: 'unsubscribe' },
    { ...right, mode: 'publish' },
    { ...right, topic: `${asked.topic}x` },
    { mode: 'denied', topic: 'https://other.example/' },
    { ...right, challenge: '' },
    { ...right, challenge: 'c'.repeat(5_000) },
    ...['0', '-1', '1.5', 'soon', '', ' 60'].map((lease_seconds) => ({ ...right, lease_seconds })),
  ];
  for (const query of wrong) expect(await at.hub.call(asked, query)).toEqual({ status: 404, body: '' });
  for (const twice of ['hub.mode=subscribe', 'hub.topic=x', 'hub.challenge=d', 'hub.lease_seconds=1']) {
    expect((await at.hub.call(asked, right, `&${twice}`)).status).toBe(404);
  }
  const unknown = { ...asked, callback: `${publicUrl}/${'a'.repeat(32)}` };
  expect((await at.hub.verify(unknown)).status).toBe(404);
  expect(await at.hub.push(unknown, 'x')).toBe(404);
  expect(rows()).toEqual(before);
  // An absurdly long lease is cut to thirty days.
  await at.hub.call(asked, { ...right, lease_seconds: '9'.repeat(99) });
  expect(hubRow(at)?.lease_ends_at).toBe(at.now + 30 * day);
});
