import Parser from 'rss-parser';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { addressChanges } from '../../../../commands/digest/feed/answer.ts';
import { undoChanges } from '../../../../src/desk/undo.ts';
import { clientVisitsMax } from '../../../../src/http/visitor.ts';
import { day, hour, minute, type TestDesk } from '../../../desk/desk.ts';
import { corrected, correction, ferry, say, water } from '../../../desk/harbourPost.ts';
import { failPosts, notTaken } from '../../../outbox/scene.ts';
import { addressIn, openReadable, read } from './reader.ts';

const rfc3339 = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/;

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
    const { headers } = await read(address[format]);
    expect(headers.get('cache-control')).toBe('private, no-cache');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('x-robots-tag')).toBe('noindex, nofollow');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('set-cookie')).toBeNull();
  });

  test('are Atom that a feed reader reads, with all that RFC 4287 asks for', async () => {
    const { headers, text } = await read(address.atom);
    expect(headers.get('content-type')).toBe('application/atom+xml; charset=utf-8');
    const feed = await new Parser().parseString(text);
    expect(feed).toMatchObject({ title: 'World', link: address.page, feedUrl: address.atom });
    expect(feed.items).toHaveLength(1);
    expect(feed.items[0]).toMatchObject({ title: 'Tuesday 24 November, 08:00', pubDate: '2026-11-24T08:00:00.000Z' });
    expect(feed.items[0]?.content).toContain(`<a href="${at.sites[0]?.origin}/ferry">${ferry.title}</a>`);
    const [head = '', ...entries] = text.split('<entry>');
    for (const [part, names] of [
      [head, ['id', 'title', 'updated', 'author']],
      ...entries.map((entry) => [entry, ['id', 'title', 'updated', 'content']] as const),
    ] as const) {
      for (const name of names) expect(part.match(new RegExp(`<${name}[ >]`, 'g')), name).toHaveLength(1);
      for (const [, id] of part.matchAll(/<id>(.*?)<\/id>/g))
        expect(id).toMatch(/^urn:uuid:[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/);
      for (const [, moment] of part.matchAll(/<(?:updated|published)>(.*?)</g)) expect(moment).toMatch(rfc3339);
    }
  });

  test('are a JSON Feed 1.1', async () => {
    const { headers, text } = await read(address.json);
    expect(headers.get('content-type')).toBe('application/feed+json; charset=utf-8');
    const feed = JSON.parse(text);
    expect(feed).toMatchObject({
      version: 'https://jsonfeed.org/version/1.1',
      ...{ title: 'World', home_page_url: address.page, feed_url: address.json, language: 'en-GB' },
    });
    const known = ['authors', 'feed_url', 'home_page_url', 'items', 'language', 'title', 'version'];
    expect(Object.keys(feed).sort()).toEqual(known);
    const [item] = feed.items;
    expect(Object.keys(item).sort()).toEqual(
      ['content_html', 'date_modified', 'date_published', 'id', 'summary', 'title', 'url'].sort(),
    );
    expect([item.date_published, item.date_modified].every((moment) => rfc3339.test(moment))).toBe(true);
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
    const paths = [
      ...[
        '',
        'x',
        'a'.repeat(32),
        `${secret}x`,
        `${secret}/`,
        `${secret}.rss`,
        `${secret}.atom/`,
        `%${secret.slice(1)}`,
      ],
      ...[`${secret.slice(1)}${secret.slice(0, 1)}`, `../digest/${'b'.repeat(32)}`, secret.toLowerCase().toUpperCase()],
    ];
    const base = address.page.slice(0, -secret.length);
    const answers = await Promise.all(paths.map((path) => read(`${base}${path}`)));
    const shown = answers.map(({ status, headers, text }) => {
      const { date, ...rest } = Object.fromEntries(headers);
      return JSON.stringify([status, rest, text]);
    });
    expect(new Set(shown).size).toBe(1);
    expect(answers[0]).toMatchObject({ status: 404, text: 'There is nothing at this address.\n' });
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
    const at = await openReadable();
    const address = await addressIn(at);
    await at.to(0, '08:00');
    await read(address.page);
    const [before] = (JSON.parse((await read(address.json)).text) as { items: Record<string, string>[] }).items;
    expect(before).toMatchObject({ date_modified: '2026-11-24T08:00:00Z' });
    say(at, corrected(ferry));
    await at.to(0, '09:00');
    expect(at.posted()[0]).toContain(correction);
    const { text } = await read(address.page);
    expect(text).toContain(correction);
    expect(text).toContain('· corrected <time datetime="2026-11-24T09:00:00Z">09:00</time>');
    const { items } = JSON.parse((await read(address.json)).text) as { items: Record<string, string>[] };
    const times = { date_published: '2026-11-24T08:00:00Z', date_modified: '2026-11-24T09:00:00Z' };
    expect(items.find(({ id }) => id === before?.id)).toMatchObject(times);
    await at.to(1, '08:00');
    const { text: next } = await read(address.page);
    expect(next).toContain('in Tuesday’s digest, by <a href');
    expect(next).not.toContain(at.channelId);
  });

  test('lists what outlets changed later, which Discord’s messages do not show, as the feeds do', async () => {
    const at = await openReadable();
    const address = await addressIn(at);
    await at.to(0, '08:00');
    await read(address.page);
    const after = ferry.title.replace('walk out', 'end their walkout');
    say(at, { ...ferry, title: after });
    await at.to(0, '10:00');
    expect(at.posted()[0]).not.toContain(after);
    const { text } = await read(address.page);
    expect(text).toContain('<h2>What outlets changed later (1)</h2>');
    expect(text).toContain('<strong>Harbour Post</strong> changed its headline</p>');
    expect(text).toContain(`<p dir="auto">“${ferry.title}”</p>`);
    expect(text).toContain(`<p dir="auto">→ “<a href="${at.sites[0]?.origin}/ferry">${after}</a>”</p>`);
    const { items } = JSON.parse((await read(address.json)).text) as { items: Record<string, unknown>[] };
    expect(items).toMatchObject([
      { title: 'Harbour Post changed its headline', summary: `“${ferry.title}”\n→ “${after}”`, tags: ['correction'] },
      { title: 'Tuesday 24 November, 08:00' },
    ]);
    const { text: atom } = await read(address.atom);
    expect([...atom.matchAll(/<title>(.*)<\/title>/g)].map(([, title]) => title)).toEqual([
      ...['World', 'Harbour Post changed its headline', 'Tuesday 24 November, 08:00'],
    ]);
    expect(atom.match(/<category term="correction"\/>/g)).toHaveLength(1);
  });

  test('holds only digests that were posted', async () => {
    const at = await openReadable();
    const address = await addressIn(at);
    failPosts(at, notTaken);
    await at.to(0, '08:00');
    expect((await read(address.page)).text).toContain('No digest has been posted yet.');
    at.now += 10 * minute;
    await at.drain();
    expect(at.posted()).toHaveLength(1);
    expect((await read(address.page)).text).toContain(ferry.title);
  });

  test('holds one channel’s digests only, and nothing else that is posted there', async () => {
    const at = await openReadable();
    const { by: bert, channelId: other } = await at.addServer('world');
    at.sites[1]?.feed('/own.xml', [
      { title: 'Ada’s club meets', link: '/club', at: at.now - hour, html: '<p>Ada’s club met.</p>' },
    ]);
    await at.change.addFeed(at.by, { url: `${at.sites[1]?.origin}/own.xml`, title: 'Club', items: [] }, 'world');
    await at.change.setAlert(at.by, at.channelId, { voices: 2 });
    await at.drain();
    const [ada, berts] = [await addressIn(at), await addressIn(at, other, bert)];
    await at.to(0, '08:00');
    await at.to(0, '14:00');
    expect(at.posted(other)).toHaveLength(1);
    expect((await read(ada.page)).text).toContain('Ada’s club meets');
    expect((await read(berts.page)).text).not.toMatch(/club/i);
    expect((await read(berts.json)).text).not.toMatch(/club/i);
  });

  test('says nothing of an outlet that asked to be forgotten', async () => {
    const at = await openReadable();
    const address = await addressIn(at);
    await at.to(0, '08:00');
    expect((await read(address.page)).text).toContain(water.title);
    const { publicOrigin } = at.app;
    const path = address.page.slice((publicOrigin() ?? '').length);
    const { forgetOutlet } = await import('../../../../src/cli/forget.ts');
    const { called } = await import('../../../cli/called.ts');
    await at.app.stop();
    const domain = at.sites[0]?.host ?? '';
    await called(forgetOutlet, ['--outlet', domain, '--yes'], { DATABASE_URL: at.databaseUrl });
    await at.restart();
    await at.drain();
    const { text } = await read(`${at.app.publicOrigin()}${path}`);
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
    const { serverId, channelId } = at;
    const { change } = at;
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
      for (const url of [address.page, address.atom, address.json]) {
        const answer = { status: 404, text: 'There is nothing at this address.\n' };
        expect(await read(url), name).toMatchObject(answer);
      }
    }
  });

  test('is answered 600 times a minute to all clients together', async () => {
    const at = await openReadable({ monotonic: () => 0 });
    const { page } = await addressIn(at);
    const visit = (client: number) =>
      fetch(page, { method: 'HEAD', headers: { 'x-forwarded-for': `203.0.113.${client}` } });
    for (const client of [1, 2, 3, 4, 5]) {
      const answers = await Promise.all(Array.from({ length: clientVisitsMax }, () => visit(client)));
      expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    }
    const refused = await visit(6);
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '60']);
  });

  test('that was ended and brought back shows the digest that was posted meanwhile', async () => {
    const at = await openReadable();
    const { page } = await addressIn(at);
    await at.drain();
    const { undo } = await at.app.desk.use(addressChanges).endAddress(at.by, at.channelId);
    await at.to(0, '08:00');
    expect((await read(page)).status).toBe(404);
    await at.app.desk.use(undoChanges).undo(at.by, undo);
    await at.drain();
    expect((await read(page)).text).toContain(ferry.title);
  });
});
