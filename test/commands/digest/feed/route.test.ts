import Parser from 'rss-parser';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { forgetOutlet } from '../../../../src/cli/forget.ts';
import { clientVisitsMax } from '../../../../src/http/visitor.ts';
import { called } from '../../../cli/called.ts';
import { day, hour, itemOf, minute, type TestDesk } from '../../../desk/desk.ts';
import { corrected, correction, ferry, say, water } from '../../../desk/harbourPost.ts';
import { failPosts, notTaken } from '../../../outbox/scene.ts';
import { addressIn, openReadable, read } from './reader.ts';

const rfc3339 = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/;
const nothing = { status: 404, text: 'There is nothing at this address.\n' };

/** A desk with an address whose page holds the digest of the first day. */
async function withPage() {
  const at = await openReadable();
  const address = await addressIn(at);
  await at.to(0, '08:00');
  await read(address.page);
  return { at, address };
}

/** What a JSON feed lists. */
const itemsOf = async (url: string): Promise<Record<string, unknown>[]> => JSON.parse((await read(url)).text).items;

describe('the digests of a channel at its address', () => {
  let at: TestDesk;
  let address: Awaited<ReturnType<typeof addressIn>>;
  beforeAll(async () => {
    at = await openReadable({ keep: true });
    await at.to(0, '08:00');
    at.now += 3_000;
    address = await addressIn(at);
    await at.drain();
  });
  afterAll(() => at.close());

  test('are a page that holds what the message in Discord says, and runs and loads nothing', async () => {
    const { status, headers, text } = await read(address.page);
    expect([status, headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
    expect(text).toMatch(/^<!doctype html>\n<html lang="en-GB">/);
    expect(text).toContain(`<a href="${at.sites[0]?.origin}/ferry">${ferry.title}</a></h3>`);
    expect(text).toContain('<h2>Tuesday 24 November</h2>');
    expect(text).toContain('posted <time datetime="2026-11-24T08:00:00Z">08:00</time>');
    for (const words of at.posted()[0]?.match(/[a-z]{6,}/gi) ?? []) expect(text).toContain(words);
    expect(text).not.toMatch(/<script|<img|<iframe|<form|javascript:|style=|\son\w+=/i);
    const style = /<style>(.*?)<\/style>/s.exec(text)?.[1] ?? '';
    const hash = Buffer.from(await crypto.subtle.digest('SHA-256', Buffer.from(style))).toString('base64');
    expect(headers.get('content-security-policy')).toContain(
      `default-src 'none'; style-src 'sha256-${hash}'; base-uri`,
    );
  });

  test('name no server and no channel', async () => {
    for (const url of [address.page, address.atom, address.json]) {
      const { text } = await read(url);
      for (const id of [at.serverId, at.channelId, at.admin]) expect(text).not.toContain(id);
    }
  });

  test.each(['page', 'atom', 'json'] as const)('as %s are for the reader alone', async (format) => {
    const headers = Object.fromEntries((await read(address[format])).headers);
    expect(headers).toMatchObject({
      'cache-control': 'private, no-cache',
      'referrer-policy': 'no-referrer',
      'x-robots-tag': 'noindex, nofollow',
      'x-content-type-options': 'nosniff',
    });
    expect(headers).not.toHaveProperty('set-cookie');
  });

  test('are Atom that a feed reader reads, with all that RFC 4287 asks for', async () => {
    const { headers, text } = await read(address.atom);
    expect(headers.get('content-type')).toBe('application/atom+xml; charset=utf-8');
    const feed = await new Parser().parseString(text);
    expect(feed).toMatchObject({ title: 'World', link: address.page, feedUrl: address.atom });
    expect(feed.items).toHaveLength(1);
    expect(feed.items[0]).toMatchObject({ title: 'Tuesday 24 November, 08:00', pubDate: '2026-11-24T08:00:00.000Z' });
    expect(feed.items[0]?.content).toContain(`<a href="${at.sites[0]?.origin}/ferry">${ferry.title}</a>`);
    for (const [nth, part] of text.split('<entry>').entries())
      for (const name of ['id', 'title', 'updated', nth === 0 ? 'author' : 'content'])
        expect(part.match(new RegExp(`<${name}[ >]`, 'g')), name).toHaveLength(1);
    for (const [, id] of text.matchAll(/<id>(.*?)<\/id>/g))
      expect(id).toMatch(/^urn:uuid:[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/);
    for (const [, moment] of text.matchAll(/<(?:updated|published)>(.*?)</g)) expect(moment).toMatch(rfc3339);
  });

  test('are a JSON Feed 1.1', async () => {
    const { headers, text } = await read(address.json);
    expect(headers.get('content-type')).toBe('application/feed+json; charset=utf-8');
    const feed = JSON.parse(text);
    expect(feed).toEqual({
      version: 'https://jsonfeed.org/version/1.1',
      title: 'World',
      home_page_url: address.page,
      feed_url: address.json,
      language: 'en-GB',
      authors: expect.anything(),
      items: expect.anything(),
    });
    const [item] = feed.items;
    const known = ['content_html', 'date_modified', 'date_published', 'id', 'summary', 'title', 'url'];
    expect(Object.keys(item).sort()).toEqual(known);
    for (const moment of [item.date_published, item.date_modified]) expect(moment).toMatch(rfc3339);
    expect(item.summary).toContain(ferry.title);
  });

  test('are neither sent nor read from the database for a reader who has them', async () => {
    const { digestFeeds, shown } = at.app.storage.records;
    const known = { 'if-none-match': (await read(address.atom)).headers.get('etag') ?? '' };
    const spied = [vi.spyOn(digestFeeds, 'digests'), vi.spyOn(shown, 'deliveries')];
    expect(await read(address.atom, known)).toMatchObject({ status: 304, text: '' });
    expect(spied.map(({ mock }) => mock.calls.length)).toEqual([0, 0]);
    expect((await read(address.page, known)).status).toBe(200);
    expect(spied.map(({ mock }) => mock.calls.length)).toEqual([1, 1]);
  });

  test('anything else below the name gets one and the same 404', async () => {
    const { secret } = address;
    const rest = secret.slice(1);
    const longer = ['x', '/', '.rss', '.atom/'].map((ending) => `${secret}${ending}`);
    const near = [`%${rest}`, `${rest}${secret.slice(0, 1)}`, secret.toUpperCase()];
    const far = ['', 'x', 'a'.repeat(32), `../digest/${'b'.repeat(32)}`];
    const base = address.page.slice(0, -secret.length);
    const answers = await Promise.all([...longer, ...near, ...far].map((path) => read(`${base}${path}`)));
    const shown = answers.map(({ status, headers, text }) => {
      const { date, ...rest } = Object.fromEntries(headers);
      return JSON.stringify([status, rest, text]);
    });
    expect(new Set(shown).size).toBe(1);
    expect(answers[0]).toMatchObject(nothing);
    expect((await fetch(address.page, { method: 'POST' })).status).toBe(404);
    expect(await (await fetch(address.page, { method: 'HEAD' })).text()).toBe('');
  });

  test('are kept out of the log, in whatever way they are asked for', async () => {
    await Promise.all([address.page, address.atom, `${address.page}?x=1`].map((url) => read(url)));
    expect(JSON.stringify(at.log)).not.toContain(address.secret);
  });
});

describe('the page', () => {
  test('is corrected when the message is, and says when; the feeds’ times follow', async () => {
    const { at, address } = await withPage();
    const [before] = await itemsOf(address.json);
    expect(before).toMatchObject({ date_modified: '2026-11-24T08:00:00Z' });
    say(at, corrected(ferry));
    await at.to(0, '09:00');
    expect(at.posted()[0]).toContain(correction);
    const { text } = await read(address.page);
    expect(text).toContain(correction);
    expect(text).toContain('· corrected <time datetime="2026-11-24T09:00:00Z">09:00</time>');
    const times = { date_published: '2026-11-24T08:00:00Z', date_modified: '2026-11-24T09:00:00Z' };
    expect((await itemsOf(address.json)).find(({ id }) => id === before?.id)).toMatchObject(times);
    await at.to(1, '08:00');
    const { text: next } = await read(address.page);
    expect(next).toContain('in Tuesday’s digest, by <a href');
    expect(next).not.toContain(at.channelId);
  });

  test('lists what outlets changed later, which Discord’s messages do not show, as the feeds do', async () => {
    const { at, address } = await withPage();
    const after = ferry.title.replace('walk out', 'end their walkout');
    say(at, { ...ferry, title: after });
    await at.to(0, '10:00');
    expect(at.posted()[0]).not.toContain(after);
    const { text } = await read(address.page);
    expect(text).toContain('<h2>What outlets changed later (1)</h2>');
    expect(text).toContain('<strong>Harbour Post</strong> changed its headline</p>');
    expect(text).toContain(`<p dir="auto">“${ferry.title}”</p>`);
    expect(text).toContain(`<p dir="auto">→ “<a href="${at.sites[0]?.origin}/ferry">${after}</a>”</p>`);
    const titles = ['Harbour Post changed its headline', 'Tuesday 24 November, 08:00'];
    const changed = { title: titles[0], summary: `“${ferry.title}”\n→ “${after}”`, tags: ['correction'] };
    expect(await itemsOf(address.json)).toMatchObject([changed, { title: titles[1] }]);
    const { text: atom } = await read(address.atom);
    expect([...atom.matchAll(/<title>(.*)<\/title>/g)].map(([, title]) => title)).toEqual(['World', ...titles]);
    expect(atom.match(/<category term="correction"\/>/g)).toHaveLength(1);
  });

  test('holds only digests that were posted', async () => {
    const at = await openReadable();
    const address = await addressIn(at);
    failPosts(at, notTaken);
    await at.to(0, '08:00');
    expect((await read(address.page)).text).toContain('No digest has been posted yet.');
    await at.skip(10 * minute);
    expect((await read(address.page)).text).toContain(ferry.title);
  });

  test('holds one channel’s digests only, and nothing else that is posted there', async () => {
    const at = await openReadable();
    const { by: bert, channelId: other } = await at.addServer('world');
    const club = { title: 'Ada’s club meets', paragraphs: ['Ada’s club met.'] };
    at.sites[1]?.feed('/own.xml', [itemOf(club, '/club', at.now - hour)]);
    await at.change.addFeed(at.by, { url: `${at.sites[1]?.origin}/own.xml`, title: 'Club', items: [] }, 'world');
    await at.change.setAlert(at.by, at.channelId, { voices: 2 });
    await at.drain();
    const [ada, berts] = [await addressIn(at), await addressIn(at, other, bert)];
    await at.to(0, '08:00');
    await at.to(0, '14:00');
    expect(at.posted(other)).toHaveLength(1);
    expect((await read(ada.page)).text).toContain(club.title);
    for (const url of [berts.page, berts.json]) expect((await read(url)).text).not.toMatch(/club/i);
  });

  test('says nothing of an outlet that asked to be forgotten', async () => {
    const { at, address } = await withPage();
    expect((await read(address.page)).text).toContain(water.title);
    const { pathname } = new URL(address.page);
    await at.app.stop();
    const domain = at.sites[0]?.host ?? '';
    await called(forgetOutlet, ['--outlet', domain, '--yes'], { DATABASE_URL: at.databaseUrl });
    await at.restart();
    await at.drain();
    const { text } = await read(`${at.app.publicOrigin()}${pathname}`);
    expect(text).toContain('Removed at the outlet’s request');
    expect(text).not.toContain(water.title);
  });

  test('shows at most 31 digests, and none that is past retention', async () => {
    const at = await openReadable({ settings: { retentionDays: 8 } });
    const address = await addressIn(at);
    for (let nth = 0; nth < 33; nth += 1) {
      at.now += 2 * minute;
      await at.change.postNow(at.by, at.channelId, String(nth));
      await at.drain();
    }
    const shown = async () => ((await read(address.page)).text.match(/<article /g) ?? []).length;
    expect(at.posted()).toHaveLength(33);
    expect(await shown()).toBe(31);
    await at.change.pause(at.by, at.channelId);
    at.now += 9 * day;
    await at.to(15, '04:23');
    await at.to(15, '05:23');
    expect(await shown()).toBe(0);
  });
});

describe('an address', () => {
  test('leads nowhere once it is ended, its channel gets no digest or is deleted, or its server is left or purged', async () => {
    const at = await openReadable();
    const { serverId, channelId, change } = at;
    const ends = {
      ended: () => change.endAddress(at.by, channelId),
      unsubscribed: () => change.unsubscribe(at.by, channelId, 'world'),
      deleted: () => change.channelGone(serverId, channelId),
      purged: () => at.app.storage.records.servers.purge(serverId),
      left: () => change.serverLeft(serverId),
    };
    await at.to(0, '08:00');
    for (const [name, end] of Object.entries(ends)) {
      await change.subscribe(at.by, channelId, ['world']).catch(() => 'is subscribed');
      const address = await addressIn(at);
      expect((await read(address.page)).status, name).toBe(200);
      await end();
      for (const url of [address.page, address.atom, address.json])
        expect(await read(url), name).toMatchObject(nothing);
    }
  });

  test('is answered 600 times a minute to all clients together', async () => {
    const at = await openReadable({ monotonic: () => 0 });
    const { page } = await addressIn(at);
    const visit = (client: number) =>
      fetch(page, { method: 'HEAD', headers: { 'x-forwarded-for': `203.0.113.${client}` } });
    for (const client of [1, 2, 3, 4, 5]) {
      const answers = await Promise.all(Array.from({ length: clientVisitsMax }, () => visit(client)));
      expect(answers.filter(({ status }) => status !== 200)).toEqual([]);
    }
    const refused = await visit(6);
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '60']);
  });

  test('that was ended and brought back shows the digest that was posted meanwhile', async () => {
    const at = await openReadable();
    const { page } = await addressIn(at);
    await at.drain();
    const { undo } = await at.change.endAddress(at.by, at.channelId);
    await at.to(0, '08:00');
    expect((await read(page)).status).toBe(404);
    await at.change.undo(at.by, undo);
    await at.drain();
    expect((await read(page)).text).toContain(ferry.title);
  });
});
