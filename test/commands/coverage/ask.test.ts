import { describe, expect, test } from 'vitest';
import { readLinked } from '../../../src/reading/readLinked.ts';
import { hour, itemOf, messageOf, openDesk } from '../../desk/desk.ts';
import { events } from '../../desk/events.ts';
import { htmlOf } from '../../desk/newsstand.ts';
import { morning } from '../../outbox/scene.ts';
import { testPool as pool } from '../../reading/pool/testPool.ts';
import { read } from '../scene.ts';

const [ferry, ferryAgain] = events.ferry;

/** Two outlets report on the ferries; Blog has pages that no feed lists. */
async function openCovered() {
  const at = await openDesk({ sites: ['Harbour Post', 'Courier', 'Blog'], news: [{ '/ferry': ferry }] });
  at.list(1, { '/ferry': ferryAgain, '/water': events.water[0] }, morning + hour / 2);
  await at.drain();
  const [post = expect.fail(), , blog = expect.fail()] = at.sites;
  const ask = async (url: string, serverId = at.serverId, user = at.admin) =>
    (await at.ask.coverage([url], { serverId }, user))[0] ?? expect.fail();
  return { at, post, blog, ask };
}

const page = (title: string, paragraphs: readonly string[] = ferry.paragraphs) => ({
  body: `<!doctype html><html lang="en"><head><title>${title}</title></head><body><article><h1>${title}</h1>${htmlOf(paragraphs)}</article></body></html>`,
});

const reports = [
  { outletId: 'harbour-post', outlet: 'Harbour Post', owner: 'Harbour Post' },
  { outletId: 'courier', outlet: 'Courier', owner: 'Courier' },
];

describe('the story of a linked article', () => {
  test('is found by its URL in any spelling, without requesting a page', async () => {
    const { post, ask } = await openCovered();
    const origins = [post.origin, post.origin.replace('http:', 'https:')];
    for (const url of origins.flatMap((origin) => [`${origin}/ferry`, `${origin}/ferry/?utm_source=chat&fbclid=1`]))
      expect(await ask(url)).toMatchObject({ kind: 'found', by: 'address', card: { reports } });
    expect(post.count('/ferry')).toBe(0);
  });

  test('is found by the target of a shortened URL', async () => {
    const { post, blog, ask } = await openCovered();
    blog.put('/s/1', { status: 302, headers: { location: `${post.origin}/ferry` } });
    post.put('/ferry', page(ferry.title));
    expect(await ask(`${blog.origin}/s/1`)).toMatchObject({ kind: 'found', by: 'address' });
  });

  test('is found by title and opening of its page, or offered as similar if these say too little', async () => {
    const { blog, ask } = await openCovered();
    const [, , third] = events.ferry;
    blog.put('/strike', page(third.title, third.paragraphs));
    const named = ['The ferry company Soundline has named a ferry after a poet of whom nobody has read a line.'];
    blog.put('/near', page('Soundline ferry named after a poet whom nobody remembers', named));
    blog.put('/other', page('Gardeners of Orn win prize for roses', ['Roses grow in Orn.']));
    expect(await ask(`${blog.origin}/strike`)).toMatchObject({ kind: 'found', by: 'page', card: { reports } });
    const nearest = [{ title: expect.stringContaining('Soundline') }];
    expect(await ask(`${blog.origin}/near`)).toMatchObject({ kind: 'unknown', nearest });
    expect(await ask(`${blog.origin}/other`)).toMatchObject({ kind: 'unknown', nearest: [] });
  });

  test('is not searched on a page that robots.txt closes, even behind a redirect, nor at a private address', async () => {
    const { post, blog, ask } = await openCovered();
    blog.put('/robots.txt', { body: 'User-agent: *\nDisallow: /closed', headers: { 'content-type': 'text/plain' } });
    blog.put('/closed', page('Deckhands of ferry company Soundline strike'));
    expect(await ask(`${blog.origin}/closed`)).toMatchObject({ kind: 'unread', why: 'closed' });
    post.put('/to-closed', { status: 302, headers: { location: `${blog.origin}/closed` } });
    expect(await ask(`${post.origin}/to-closed`)).toMatchObject({ kind: 'unread', why: 'closed' });
    expect(blog.count('/closed')).toBe(0);
    expect(await ask('http://127.0.0.1:9/x')).toMatchObject({ kind: 'unread', why: 'unanswered' });
    expect(await ask(`${blog.origin}/gone`)).toMatchObject({ kind: 'unread', why: 'unanswered' });
    expect(await ask('ftp://post.example/x')).toMatchObject({ kind: 'no-page' });
    expect(await ask('no address')).toMatchObject({ kind: 'no-page' });
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
    const { at, blog, ask } = await openCovered();
    blog.feed('/own.xml', [itemOf(events.moose[0], '/moose', morning)]);
    blog.put('/moose', { status: 403 });
    await at.change.addFeed(at.by, { url: `${blog.origin}/own.xml`, title: 'Own', items: [] }, 'world');
    await at.drain();
    expect(await ask(`${blog.origin}/moose`)).toMatchObject({ kind: 'found', by: 'address' });
    const { serverId } = await at.addServer();
    for (const elsewhere of [serverId, ''])
      expect(await ask(`${blog.origin}/moose`, elsewhere)).toMatchObject({ kind: 'unread', why: 'closed' });
  });

  test('costs a person twenty pages an hour at most, and stores nothing about them', async () => {
    const { at, post, blog, ask } = await openCovered();
    for (let n = 0; n < 20; n += 1) await ask(`${blog.origin}/${n}`);
    expect(await ask(`${blog.origin}/21`)).toMatchObject({ kind: 'unread', why: 'spent' });
    expect(blog.count('/21')).toBe(0);
    // Stored articles are still answered, and other members have their own quota of twenty.
    expect(await ask(`${post.origin}/ferry`)).toMatchObject({ kind: 'found' });
    expect(await ask(`${blog.origin}/22`, at.serverId, '7777777777')).toMatchObject({ why: 'unanswered' });
    expect(JSON.stringify(at.rows('select * from keyv'))).not.toContain('7777777777');
    at.now += hour;
    expect(await ask(`${blog.origin}/23`)).toMatchObject({ why: 'unanswered' });
  });
});

test('“Who else reports this?” answers over the wire from a message of a member', async () => {
  const { at, post } = await openCovered();
  const place = { user: at.admin, channel: at.channelId };
  const { id: messageId } = at.server.acts.say(place, `Seen? ${post.origin}/ferry`);
  const life = at.server.acts.chooseInMenu({ ...place, messageId, command: 'Who else reports this?' });
  const words = read(await messageOf(life));
  expect(words).toContain('World · 2 outlets · first reported');
  expect(words).toContain('Owners: ');
});
