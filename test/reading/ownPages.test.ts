import { expect, test } from 'vitest';
import { hour } from '../desk/desk.ts';
import { catalogueOf, type Reply, type Site } from '../desk/newsstand.ts';
import { council, openPoliteDesk, soon } from './politePress.ts';

const silent = (count: number) => Array.from({ length: count }, (_, n) => `Silent ${n}`);
const never = () => new Promise<never>(() => {});

/** Opens a desk with Harbour Post in the catalogue; servers add the other sites themselves. */
async function open(...others: string[]) {
  const at = await openPoliteDesk(['Harbour Post', ...others], ([post]) => catalogueOf(post ? [post] : []));
  const [post, ...forums] = at.sites;
  post?.feed('/tech.xml', []);
  const add = async (site: Site | undefined, serverId: string, outletId = site?.host ?? '') => {
    const { feeds, ownTopicsAndFeeds } = at.reading.storage.records;
    const { host = '', origin = '' } = site ?? {};
    const feed = { id: host, url: `${origin}/own.xml`, outletId, outletName: outletId, catalogue: false };
    await feeds.add(feed, [], at.now);
    await ownTopicsAndFeeds.addFeed(serverId, host, 'world', at.now);
  };
  const run = async (name: string) => (await at.reading.loops.find((loop) => loop.name === name)?.run(at.now)) ?? 0;
  return { at, post, forums, add, run };
}

test('feeds of one server on hosts that never answer take a quarter of the places, and hold up no feed of others', async () => {
  const { at, post, forums, add, run } = await open('Blog', 'Shared', ...silent(40));
  const [blog, shared, ...hosts] = forums;
  for (const host of hosts) {
    host.put('/own.xml', never);
    await add(host, 'a');
  }
  blog?.feed('/own.xml', []);
  await add(blog, 'b');
  // A feed shared by two servers is read as long as one of them has a place left.
  shared?.feed('/own.xml', []);
  await add(shared, 'a');
  await at.reading.storage.records.ownTopicsAndFeeds.addFeed('c', shared?.host ?? '', 'world', at.now);
  post?.feed('/world.xml', [soon(at, '/post', 1)]);
  const running = run('own-poll');
  await run('poll');
  expect(post?.count('/world.xml')).toBe(1);
  await expect.poll(() => [blog?.count('/own.xml'), shared?.count('/own.xml')]).toEqual([1, 1]);
  expect(hosts.filter(({ asked }) => asked.length > 0)).toHaveLength(8);
  await at.reading.hangUp();
  await running;
});

test('feeds of servers have 32 places in all, and a free one goes to the next due feed while others are read', async () => {
  const { at, post, forums, add, run } = await open('Later', ...silent(40));
  const [later, ...hosts] = forums;
  const answers = new Map(forums.map((host) => [host, Promise.withResolvers<Reply>()]));
  for (const [host, { promise }] of answers) host.put('/own.xml', () => promise);
  for (const [n, host] of hosts.entries()) await add(host, `server ${n}`);
  const asked = () => forums.filter((host) => host.asked.length > 0);
  const answer = (host: Site | undefined) => host && answers.get(host)?.resolve({ status: 304 });
  const running = run('own-poll');
  await expect.poll(asked).toHaveLength(32);
  // The catalogue's feeds have places of their own.
  await run('poll');
  expect([post?.count('/world.xml'), asked().length]).toEqual([1, 32]);
  for (const host of asked().slice(0, 8)) answer(host);
  await expect.poll(asked).toHaveLength(40);
  await add(later, 'server 40');
  answer(asked().at(-1));
  await expect.poll(() => later?.count('/own.xml')).toBe(1);
  await at.reading.hangUp();
  await running;
});

test('pages of one server on slow hosts take one place of four, so that those of another server are read', async () => {
  const { at, forums, add, run } = await open('Blog', ...silent(8));
  const [blog, ...hosts] = forums;
  for (const [n, host] of hosts.entries()) {
    host.put('/page', never);
    host.feed('/own.xml', [soon(at, '/page', n)]);
    await add(host, 'a');
  }
  blog?.feed('/own.xml', [soon(at, '/blog', 50)]);
  blog?.page('/blog', council);
  await add(blog, 'b');
  await run('own-poll');
  const running = run('own-pages');
  await expect.poll(() => blog?.count('/blog')).toBe(1);
  expect(hosts.filter(({ asked }) => asked.some(({ path }) => path === '/page'))).toHaveLength(1);
  await at.reading.hangUp();
  await running;
});

test('pages of one own feed on hosts that never answer hold up no page of the catalogue, nor that of another own feed', async () => {
  const { at, post, forums, add, run } = await open('Forum', 'Blog', ...silent(20));
  const [forum, blog, ...hosts] = forums;
  for (const host of hosts) host.put('/page', never);
  const slow = hosts.map(({ origin }, n) => soon(at, `${origin}/page`, n));
  forum?.feed('/own.xml', slow);
  blog?.feed('/own.xml', [soon(at, '/blog', 50)]);
  post?.feed('/world.xml', [soon(at, '/post', 59)]);
  post?.page('/post', council);
  const read = Promise.withResolvers<void>();
  blog?.put('/blog', () => {
    read.resolve();
    return { status: 404 };
  });
  await add(forum, 'a');
  await add(blog, 'b');
  await run('own-poll');
  await run('poll');
  const others = run('own-pages');
  await run('pages');
  expect(post?.count('/post')).toBe(1);
  await read.promise;
  expect(hosts.filter(({ asked }) => asked.length > 0).length).toBeLessThan(5);
  await at.reading.hangUp();
  await others;
});

test('a page that only an own feed of the outlet lists and that asks for rest ends neither its other pages nor its feeds', async () => {
  const { at, post, add, run } = await open();
  post?.feed('/own.xml', [soon(at, '/busy', 0)]);
  post?.put('/busy', { status: 429, headers: { 'retry-after': '604800' } });
  post?.feed('/world.xml', [soon(at, '/post', 1)]);
  post?.page('/post', council);
  await add(post, 'a', 'harbour-post');
  for (const name of ['poll', 'own-poll', 'own-pages', 'pages']) await run(name);
  expect([post?.count('/busy'), post?.count('/post')]).toEqual([1, 1]);
  at.now += 31 * hour;
  await run('poll');
  expect(post?.count('/world.xml')).toBe(2);
});
