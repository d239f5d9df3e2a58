import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { allComponents, textOf } from '../../../playground/discord/reading.ts';
import type { WireMessage } from '../../../playground/discord/wire.ts';
import { writeOpml } from '../../../src/engine/feeds/opml.ts';
import { firstDay, hour, itemOf, openDesk, type TestDesk } from '../../desk/desk.ts';
import { events } from '../../desk/events.ts';

const [ferry] = events.ferry;
let at: TestDesk;

beforeAll(async () => {
  at = await openDesk({ sites: ['Harbour Post'], keep: true });
});
afterAll(() => at.close());
beforeEach(async () => {
  for (const feed of await at.ask.feeds(at.serverId)) await at.change.removeFeed(at.by, feed.id);
});

const attached = (text: string | Uint8Array, name = 'feeds.opml') =>
  at.server.acts.attach(
    { user: at.admin, channel: at.channelId },
    { filename: name, type: '', bytes: Buffer.from(text) },
  );
const importing = async (text: string | Uint8Array, options: Record<string, string> = {}) =>
  at.run('feeds import', { file: attached(text), ...options });
const opml = (...urls: string[]) =>
  writeOpml(
    'x',
    urls.map((url, index) => ({ url, title: `Feed ${index}`, folders: [] })),
  );
const fileOf = async (message: WireMessage): Promise<string> => {
  const part = allComponents(message.components).find(({ type }) => type === 13);
  return part?.file === undefined ? '' : (await fetch(part.file.url)).text();
};
const own = async () =>
  (await at.ask.feeds(at.serverId)).map(({ url, topic, state }) => `${topic.names.en} ${url} ${state}`);
const numbered = (count: number) => Array.from({ length: count }, (_, n) => `https://outlet-${n}.example/feed`);

describe('/feeds import', () => {
  test('adds what can be added, lists the known and refused feeds, and reads the new ones at the next polls', async () => {
    const post = at.sites[0];
    post?.feed('/own.xml', [itemOf(ferry, '/ferry', firstDay + 5 * hour)]);
    const { origin } = post ?? { origin: '' };
    const list = `<opml version="2.0"><body>
      <outline text="Press"><outline text="technology"><outline text="Post &lt;own&gt;" xmlUrl="${origin}/own.xml"/></outline></outline>
      <outline text="Post again" xmlUrl="${origin}/own.xml#top"/>
      <outline text="Router" xmlUrl="http://192.168.1.1/feed"/><outline text="Here" xmlUrl="http://localhost/feed"/>
      <outline text="Files" xmlUrl="ftp://harbour.example/feed"/>
      <outline text="Secret" xmlUrl="https://ada:secret@harbour.example/feed"/><outline text="Odd" xmlUrl="feed"/>
      <outline text="Feed" xmlUrl="feed:https://ada:secret@harbour.example/feed"/>
      <outline text="Blank" xmlUrl="https://ada:secret@harbour example/feed"/>
    </body></opml>`;
    const said = textOf(await importing(list));
    expect(said).toContain(
      '## 1 feed added · 1 already known · 7 refused\n1 in **Technology**\nThey will be read within',
    );
    expect(said).toContain('No channel gets **Technology** yet');
    expect(said).toContain('- Router · http\\://192.168.1.1/feed: not on the public internet');
    expect(said).toContain('- Here · http\\://localhost/feed: not on the public internet');
    expect(said).toContain('- Files · ftp\\://harbour.example/feed: only http and https can be read');
    expect(said).toContain('- Secret · https\\://harbour.example/feed: contains a user name or password');
    expect(said).toContain('- Odd · feed: not a valid address');
    expect(said).toContain('- Feed · https\\://harbour.example/feed: contains a user name or password');
    expect(said).toContain('- Blank · https\\://harbour example/feed: not a valid address');
    expect(said).not.toContain('secret');
    expect(await own()).toEqual([`Technology ${origin}/own.xml new`]);
    await at.drain();
    expect(await own()).toEqual([`Technology ${origin}/own.xml ok`]);
  });

  test('feed://… counts as https://…, and feed:https://… as https://…', async () => {
    await importing(opml('feed://a.example/rss', 'feed:https://b.example/rss', 'https://a.example/rss'));
    expect((await own()).toSorted()).toEqual([
      'Our feeds https://a.example/rss new',
      'Our feeds https://b.example/rss new',
    ]);
  });

  test('a given topic takes precedence over folders', async () => {
    const list = writeOpml('x', [{ url: 'https://a.example/', title: 'a', folders: ['World'] }]);
    await importing(list, { topic: 'technology' });
    expect(await own()).toEqual(['Technology https://a.example/ new']);
  });

  test('a re-imported export contains only known feeds', async () => {
    await importing(opml('https://a.example/feed?a=1&b="2"', 'https://b.example/'), { topic: 'world' });
    await importing(opml('https://c.example/'));
    const before = at.rows('select * from own_feeds order by feed_id');
    const exported = await at.run('feeds export');
    expect(textOf(exported)).toBe('3 feeds as OPML, for /feeds import or any other feed reader.');
    expect(exported.attachments[0]?.filename).toBe('lede-feeds.opml');
    const file = await fileOf(exported);
    expect(file).toContain('<head><title>Feeds of Reading Room</title></head>');
    expect(textOf(await importing(file))).toBe('## 0 feeds added · 3 already known');
    expect(at.rows('select * from own_feeds order by feed_id')).toEqual(before);
    for (const feed of await at.ask.feeds(at.serverId)) await at.change.removeFeed(at.by, feed.id);
    const again = textOf(await importing(file)).split('\n');
    expect(again[0]).toBe('## 3 feeds added');
    expect(again[1]?.split(' and ').sort()).toEqual(['1 in **Our feeds**', '2 in **World**']);
  });

  test('a server can have fifty; the rest is attached as a file', async () => {
    const message = await importing(opml(...numbered(73)));
    expect(textOf(message)).toContain('## 50 feeds added · 23 refused');
    expect(textOf(message)).toContain('**Not added**\n- 23 more: a server can have 50 feeds at most');
    const lines = (await fileOf(message)).trimEnd().split('\n');
    expect(lines).toHaveLength(73);
    expect(lines[0]).toBe('refused\thttps://outlet-50.example/feed\tFeed 50\ta server can have 50 feeds at most');
    expect(lines[72]).toBe('added\thttps://outlet-49.example/feed\tFeed 49\tOur feeds');
  });

  test('if one of Lede’s limits refuses a part of the list, nothing of it is added', async () => {
    const other = { ...at.by, serverId: '123456789012345678' };
    for (let n = 0; n < 20; n += 1) {
      await at.change.createTopic(other, `Topic ${n}`, { all: [], any: ['x'], not: [] });
    }
    const listed = [
      { url: 'https://first.example/', folders: ['World'] },
      { url: 'https://second.example/', folders: [] },
    ];
    await expect(at.change.importFeeds(other, listed, undefined)).rejects.toMatchObject({
      code: 'too-many-topics',
    });
    expect(at.rows("select id from feeds where url like 'https://first.example/%'")).toEqual([]);
    expect(await at.ask.feeds(other.serverId)).toEqual([]);
  });

  test.each([
    ['no XML', 'MZ\0\0', 'not an OPML file'],
    ['another XML', '<rss version="2.0"><channel/></rss>', 'not an OPML file'],
    ['a list cut off', '<opml version="2.0"><body><outline text="a', 'too damaged'],
    ['an empty list', opml(), 'lists no feeds'],
    ['an empty body', '<opml version="2.0"><head/><body/></opml>', 'lists no feeds'],
    ['a list without a body', '<opml version="2.0"></opml>', 'lists no feeds'],
    ['more than 500 feeds', opml(...numbered(501)), 'more than 500 feeds'],
    ['more than 1 MB', Buffer.alloc(1_100_000, ' '), 'larger than 1 MB'],
  ])('%s is refused in a sentence, and nothing is added', async (_, text, words) => {
    expect(textOf(await importing(text))).toContain(words);
    expect(await own()).toEqual([]);
  });

  test('a file is not read without TLS, or from anywhere but Discord', async () => {
    const failed = { kind: 'failed', code: 'unreachable' };
    for (const url of ['http://192.0.2.1/x.opml', 'file:///etc/passwd', 'x', 'https://127.0.0.1:1/x.opml']) {
      expect(await at.ask.readFeedFile(at.serverId, url)).toEqual(failed);
    }
  });

  test('runs only once at a time per server', async () => {
    const files = [attached(opml('https://a.example/')), attached(opml('https://b.example/'))];
    const said = await Promise.all(files.map((file) => at.run('feeds import', { file })));
    expect(said.map(textOf).filter((text) => text.includes('still looking at another'))).toHaveLength(1);
    expect(await own()).toHaveLength(1);
  });
});

test('/feeds export of a server without feeds says how to get some', async () => {
  expect(textOf(await at.run('feeds export'))).toContain('no feeds of its own yet');
});

test('/feeds add shows what each feed of a site brings, and adds the one that is chosen', async () => {
  const post = at.sites[0];
  post?.feed('/one.xml', [itemOf({ ...ferry, title: 'A [new] **ferry**' }, '/ferry', firstDay)]);
  post?.feed('/two.xml', [itemOf(ferry, '/ferry', firstDay)]);
  const head = ['/one.xml', '/two.xml'].map(
    (href) => `<link rel="alternate" type="application/rss+xml" title="${href}" href="${href}">`,
  );
  post?.page('/front', ['Hello.'], { head: head.join('') });
  const shown = await at.run('feeds add', { url: `${post?.origin}/front`, topic: 'world' });
  expect(textOf(shown)).toContain('## This site has 2 feeds. Which one?\n**/one.xml**');
  expect(textOf(shown)).toContain('- [A \\[new\\] \\*\\*ferry\\*\\*](');
  const select = allComponents(shown.components).find(({ type }) => type === 3);
  const asked = post?.asked.length;
  const chosen = await at.pick(shown, select?.custom_id ?? '', ['1']);
  expect(textOf(chosen)).toContain('**/two.xml** was added to the topic **World**');
  expect(post?.asked.length).toBe(asked);
  expect(await own()).toEqual([`World ${post?.origin}/two.xml new`]);
});
