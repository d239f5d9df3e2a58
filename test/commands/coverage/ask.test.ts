import { describe, expect, test } from 'vitest';
import type { LinkCoverage } from '../../../src/desk/coverage.ts';
import { readLinked } from '../../../src/reading/readLinked.ts';
import { firstDay, hour, itemOf, openDesk, type TestDesk } from '../../desk/desk.ts';
import { events } from '../../desk/events.ts';
import { htmlOf } from '../../desk/newsstand.ts';
import { testPool as pool } from '../../reading/pool/testPool.ts';

const morning = firstDay + 5 * hour;
const [ferry, ferryAgain] = events.ferry;

/** Two outlets report on the ferries; Blog has pages that no feed lists. */
async function openCovered(): Promise<TestDesk> {
  const at = await openDesk({
    sites: ['Harbour Post', 'Courier', 'Blog'],
    before: ([post, courier]) => {
      post?.feed('/world.xml', [itemOf(ferry, '/ferry', morning)]);
      courier?.feed('/world.xml', [itemOf(ferryAgain, '/ferry', morning + hour / 2)]);
      courier?.feed('/tech.xml', [itemOf(events.water[0], '/water', morning)]);
    },
  });
  await at.drain();
  return at;
}

const page = (title: string, paragraphs: readonly string[] = ferry.paragraphs) => ({
  body: `<!doctype html><html lang="en"><head><title>${title}</title></head><body><article><h1>${title}</h1>${htmlOf(paragraphs)}</article></body></html>`,
});

async function ask(at: TestDesk, url: string, serverId: string | undefined = at.serverId, user = at.admin) {
  const [found] = await at.ask.coverage([url], { serverId }, user);
  return found ?? expect.fail();
}

const outletsOf = (found: LinkCoverage) =>
  found.kind === 'found' ? found.card.reports.map(({ outlet }) => outlet) : found.kind;

describe('the story of a linked article', () => {
  test('is found by its URL in any spelling, without requesting a page', async () => {
    const at = await openCovered();
    const [post] = at.sites;
    const origins = [post?.origin ?? '', (post?.origin ?? '').replace('http:', 'https:')];
    for (const url of origins.flatMap((origin) => [`${origin}/ferry`, `${origin}/ferry/?utm_source=chat&fbclid=1`])) {
      const found = await ask(at, url);
      expect(found).toMatchObject({ kind: 'found', by: 'address' });
      expect(outletsOf(found)).toEqual(['Harbour Post', 'Courier']);
    }
    expect(post?.count('/ferry')).toBe(0);
    const found = await ask(at, `${post?.origin}/ferry`);
    const [report] = found.kind === 'found' ? found.card.reports : [];
    expect(report).toMatchObject({ outletId: 'harbour-post', owner: 'Harbour Post' });
  });

  test('is found by the target of a shortened URL', async () => {
    const at = await openCovered();
    const [post, , blog] = at.sites;
    blog?.put('/s/1', { status: 302, headers: { location: `${post?.origin}/ferry` } });
    post?.put('/ferry', page(ferry.title));
    expect(await ask(at, `${blog?.origin}/s/1`)).toMatchObject({ kind: 'found', by: 'address' });
  });

  test('is found by title and opening of its page, or offered as similar if these say too little', async () => {
    const at = await openCovered();
    const [, , blog] = at.sites;
    const [, , third] = events.ferry;
    blog?.put('/strike', page(third.title, third.paragraphs));
    const named = ['The ferry company Soundline has named a ferry after a poet of whom nobody has read a line.'];
    blog?.put('/near', page('Soundline ferry named after a poet whom nobody remembers', named));
    blog?.put('/other', page('Gardeners of Orn win prize for roses', ['Roses grow in Orn.']));
    const found = await ask(at, `${blog?.origin}/strike`);
    expect(found).toMatchObject({ kind: 'found', by: 'page' });
    expect(outletsOf(found)).toEqual(['Harbour Post', 'Courier']);
    const near = await ask(at, `${blog?.origin}/near`);
    expect(near.kind === 'unknown' && near.nearest.map(({ title }) => title)).toEqual([
      expect.stringContaining('Soundline'),
    ]);
    expect(await ask(at, `${blog?.origin}/other`)).toMatchObject({ kind: 'unknown', nearest: [] });
  });

  test('is not searched on a page that robots.txt closes, even behind a redirect, nor at a private address', async () => {
    const at = await openCovered();
    const [post, , blog] = at.sites;
    blog?.put('/robots.txt', { body: 'User-agent: *\nDisallow: /closed', headers: { 'content-type': 'text/plain' } });
    blog?.put('/closed', page('Deckhands of ferry company Soundline strike'));
    expect(await ask(at, `${blog?.origin}/closed`)).toMatchObject({ kind: 'unread', why: 'closed' });
    post?.put('/to-closed', { status: 302, headers: { location: `${blog?.origin}/closed` } });
    expect(await ask(at, `${post?.origin}/to-closed`)).toMatchObject({ kind: 'unread', why: 'closed' });
    expect(blog?.count('/closed')).toBe(0);
    expect(await ask(at, 'http://127.0.0.1:9/x')).toMatchObject({ kind: 'unread', why: 'unanswered' });
    expect(await ask(at, `${blog?.origin}/gone`)).toMatchObject({ kind: 'unread', why: 'unanswered' });
    expect(await ask(at, 'ftp://post.example/x')).toMatchObject({ kind: 'no-page' });
    expect(await ask(at, 'no address')).toMatchObject({ kind: 'no-page' });
  });

  test('is not waited for longer than some seconds', async () => {
    const never = new Promise<never>(() => {});
    const parts: Parameters<typeof readLinked>[0] = {
      fetcher: { get: () => never, close: async () => {} },
      pool,
      robots: { verdict: async () => 'allowed' },
      mayAsk: async () => true,
      budgetMs: 1,
    };
    expect(await readLinked(parts, 'https://slow.example/')).toEqual({ kind: 'unanswered' });
  });

  test('that only a server’s own feed lists is visible only in that server', async () => {
    const at = await openCovered();
    const [, , blog] = at.sites;
    blog?.feed('/own.xml', [itemOf(events.moose[0], '/moose', morning)]);
    blog?.put('/moose', { status: 403 });
    await at.change.addFeed(at.by, { url: `${blog?.origin}/own.xml`, title: 'Own', items: [] }, 'world');
    await at.drain();
    expect(await ask(at, `${blog?.origin}/moose`)).toMatchObject({ kind: 'found', by: 'address' });
    const other = at.server.setup.addGuild({ name: 'Other' }).id;
    for (const elsewhere of [other, '']) {
      expect(await ask(at, `${blog?.origin}/moose`, elsewhere)).toMatchObject({ kind: 'unread', why: 'closed' });
    }
  });

  test('costs a person twenty pages an hour at most, and stores nothing about them', async () => {
    const at = await openCovered();
    const [post, , blog] = at.sites;
    for (let n = 0; n < 20; n += 1) await ask(at, `${blog?.origin}/${n}`);
    expect(await ask(at, `${blog?.origin}/21`)).toMatchObject({ kind: 'unread', why: 'spent' });
    expect(blog?.count('/21')).toBe(0);
    // Stored articles are still answered, and other members have their own quota of twenty.
    expect(await ask(at, `${post?.origin}/ferry`)).toMatchObject({ kind: 'found' });
    expect(await ask(at, `${blog?.origin}/22`, at.serverId, '7777777777')).toMatchObject({ why: 'unanswered' });
    expect(JSON.stringify(at.rows('select * from keyv'))).not.toContain('7777777777');
    at.now += hour;
    expect(await ask(at, `${blog?.origin}/23`)).toMatchObject({ why: 'unanswered' });
  });
});

test('“Who else reports this?” answers over the wire from a message of a member', async () => {
  const at = await openCovered();
  const place = { user: at.admin, channel: at.channelId };
  const said = at.server.acts.say(place, `Seen? ${at.sites[0]?.origin}/ferry`);
  const life = at.server.acts.chooseInMenu({ ...place, messageId: said.id, command: 'Who else reports this?' });
  const shown = await life.shown;
  const words = JSON.stringify(shown.kind === 'message' && shown.message.components);
  expect(words).toContain('World · 2 outlets · first reported');
  expect(words).toContain('Owners: ');
});
