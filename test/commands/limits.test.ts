import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { FeedHealth } from '../../src/desk/ownFeeds.ts';
import type { Status } from '../../src/desk/status.ts';
import type { ChannelSubscription } from '../../src/desk/subscriptions.ts';
import type { Notice } from '../../src/outbox/ports.ts';
import { defaultSchedule } from '../../src/schedule/schedule.ts';
import { technology, world } from '../discord/digestFixture.ts';
import { storyOf } from './fakeDesk.ts';
import { controls, createScene, read, type Scene } from './scene.ts';

let at: Scene;
let told: Partial<Status>;
beforeAll(async () => {
  at = await createScene();
  const { status } = at.desk.ask;
  at.desk.ask.status = async (serverId) => ({ ...(await status(serverId)), ...told });
});
// Closing checks that Discord refused no message: each is within 4,000 characters.
afterAll(() => at.close());
beforeEach(() => {
  told = {};
  at.desk.topics = [world, technology];
  at.desk.subscriptions.clear();
  at.desk.feeds = [];
  at.desk.muted = [];
});

const channelIds = Array.from({ length: 30 }, (_, n) => String(1_574_680_972_492_801_000n + BigInt(n)));
const subscribed = (more: (n: number) => Partial<ChannelSubscription> = () => ({})) => {
  for (const [n, channelId] of channelIds.entries()) {
    at.desk.subscriptions.set(channelId, {
      channelId,
      serverId: at.serverId,
      topics: [world, technology],
      schedule: defaultSchedule('America/New_York'),
      nextDueAt: Date.UTC(2026, 10, 25, 8),
      lastSent: {
        at: at.desk.now,
        url: `https://discord.com/channels/${at.serverId}/${channelId}/1574696071987200028`,
      },
      ...more(n),
    });
  }
};
const feedOf = (n: number, more: Partial<FeedHealth> = {}): FeedHealth => ({
  id: `feed-${n}`,
  url: `https://outlet-${n}.example/feeds/world/rss.xml`,
  title: `Outlet number ${n}`,
  topic: world,
  state: 'ok',
  lastSuccessAt: at.desk.now,
  nextDueAt: at.desk.now,
  articlesLastWeek: 3,
  ...more,
});
const manyTopics = (count: number) =>
  Array.from({ length: count }, (_, n) => ({
    ...world,
    id: `t${n}`,
    names: { en: `A *topic* of this server on subject ${n}` },
  }));
const five = (noticeOf: (n: number) => Notice) => Array.from({ length: 5 }, (_, n) => noticeOf(n));
const reason = 'news.example offers no safe connection: its certificate is not valid, or there is no https there.';

describe('an answer with very many entries', () => {
  test.each<[string, (n: number) => Notice]>([
    ['channels', (n) => ({ kind: 'expired', channelId: channelIds[n] ?? '', localDate: '2026-11-24', ordinal: 0 })],
    ['feeds', (n) => ({ kind: 'feed-failing', url: '', title: `Broadcaster ${n}, ${'news and '.repeat(20)}`, reason })],
  ])('/subscriptions has room for 30 channels below five notices on %s', async (_, noticeOf) => {
    subscribed(() => ({ lastSent: undefined }));
    told = { notices: five(noticeOf) };
    const words = read(await at.run('subscriptions'));
    expect(words.match(/⚠️/g)).toHaveLength(5);
    for (const id of channelIds) expect(words).toContain(`**<#${id}>**`);
  });

  test('/status has room for ten outlets that fail below five notices', async () => {
    told = {
      notices: five((n) => ({
        kind: 'feed-failing',
        url: '',
        title: `Broadcaster ${n} ${'*news*'.repeat(40)}`,
        reason,
      })),
      failing: Array.from({ length: 15 }, (_, n) => ({ outlet: `Outlet ${n}`, reason: '[HTTP] 503 '.repeat(30) })),
    };
    const words = read(await at.run('status'));
    const shown = words.match(/^- Outlet/gm)?.length ?? 0;
    expect(shown).toBeGreaterThan(2);
    expect(words).toContain('**15 outlets are failing**');
    expect(words).toContain(`and ${15 - shown} more`);
  });

  test('/digest settings names all 50 words that a server may mute, and what a new one would have hidden', async () => {
    await at.run('subscribe', { topic: 'world' });
    at.desk.muted = Array.from({ length: 49 }, (_, n) => ({
      word: `a phrase of many words that nobody wants to see here ${String(n).padStart(2, '0')}`,
      expiresAt: at.desk.now + 90 * 86_400_000,
    }));
    const words = read(await at.run('digest settings', { mute: 'football', mute_days: 7, stories: 7 }));
    expect(words).toContain('would have hidden 2 of 40 stories:\n**1 · [Ferry crews');
    for (const { word } of at.desk.muted) expect(words).toContain(word);
  });

  test('/digest settings answers even if topics, muted words and hidden stories are all long', async () => {
    at.desk.topics = manyTopics(25);
    const by = { serverId: at.serverId, userId: at.admin, serverLocale: 'en-GB' };
    const ids = at.desk.topics.map(({ id }) => id);
    await at.desk.change.subscribe(by, at.channelId, ids);
    const { stories } = at.desk;
    const long = { title: 'A [long] headline '.repeat(9), url: `https://a.example/${'x'.repeat(480)}` };
    at.desk.stories = ['s1', 's2'].map((id) => storyOf(id, world, long));
    at.desk.muted = Array.from({ length: 49 }, (_, n) => ({ word: `${n} ${'*muted* '.repeat(12)}` }));
    const words = read(await at.run('digest settings', { mute: 'football' }));
    at.desk.stories = stories;
    expect(words).toContain('**football** is muted in all channels');
    expect(words).toMatch(/\*\*Muted in all channels of this server\*\* .*and \d+ more/);
  });

  test('/feeds import says what was added and why others were not, and attaches what it leaves out as a file', async () => {
    at.desk.topics = manyTopics(30);
    at.desk.imported = {
      added: at.desk.topics.map((topic, n) => ({ url: `https://a.example/${n}`, title: `A ${n}`, topic })),
      known: [],
      refused: Array.from({ length: 20 }, (_, n) => ({
        url: `https://10.0.0.${n}/${'feeds_of_the_house/'.repeat(5)}rss.xml`,
        title: `Internal feed number ${n} of the house, which nobody can read`,
        code: 'private-address' as const,
      })),
    };
    at.desk.feedFile = { kind: 'read', feeds: [] };
    const place = { user: at.admin, channel: at.channelId };
    const file = at.server.acts.attach(place, { name: 'a.opml', type: '', bytes: Buffer.from('<opml/>') });
    const message = await at.run('feeds import', { file });
    const words = read(message);
    expect(words).toContain('## 30 feeds added · 20 refused\n1 in **A \\*topic\\*');
    expect(words).toContain('No channel gets **A \\*topic\\*');
    expect(words).toContain('**Not added**\n- Internal feed number 0');
    expect(words).toMatch(/and \d+ more$/);
    const whole = await (await fetch(message.attachments[0]?.url ?? '')).text();
    expect(whole.trimEnd().split('\n')).toHaveLength(50);
  });

  test('/feeds add and /topics create answer where titles and addresses are as long as they may be', async () => {
    const items = Array.from({ length: 5 }, (_, n) => ({
      title: '*_'.repeat(100),
      url: `https://a.example/${'x'.repeat(480)}${n}`,
    }));
    at.desk.lookup = { kind: 'feed', preview: { url: 'https://a.example/', title: '*A* '.repeat(50), items } };
    const added = await at.run('feeds add', { url: 'https://a.example' });
    expect(controls(added)).toHaveLength(2);
    expect(read(added)).toMatch(/\)\nand \d more$/);
    const { stories } = at.desk;
    at.desk.stories = items.map((item, n) => storyOf(`s${n}`, world, item));
    const list = Array.from({ length: 10 }, (_, n) => `*_*_*_*_*_*_*_*_*_*_*_*${n}`).join(', ');
    const tried = await at.run('topics create', { name: 'Boats', all: list, any: list, not: list });
    at.desk.stories = stories;
    expect(controls(tried)).toHaveLength(2);
  });
});

describe('the answer to which a notice refers', () => {
  test('comes first in /subscriptions, then paused channels, and the rest on short lines', async () => {
    subscribed((n) => ({ paused: n === 29 ? 'missing-permission' : n === 28 ? 'admin' : undefined }));
    const words = read(await at.run('subscriptions'));
    expect([...words.matchAll(/\*\*<#(\d+)>\*\*/g)].map((match) => match[1])).toEqual([
      channelIds[29],
      channelIds[28],
      ...channelIds.slice(0, 28),
    ]);
    expect(words).toContain('Paused. Lede may not post there.');
    expect(words).toContain(`**<#${channelIds[27]}>** · World, Technology · <t:1795593600:R>`);
  });

  test('comes first in /feeds list among 49 others, with its reason even if all fail', async () => {
    const failing = { state: 'failing', problem: { reason: 'HTTP 503' } } as const;
    at.desk.feeds = Array.from({ length: 50 }, (_, n) => feedOf(n, n === 40 ? failing : {}));
    const words = read(await at.run('feeds list'));
    expect(words).toMatch(/^## This server’s own feeds\n\*\*\[Outlet number 40\]\(.*\n.* failing .*\n-# ⚠️ HTTP 503\n/);
    for (const { title } of at.desk.feeds) expect(words).toContain(title);
    expect(words).toMatch(/\*\*Outlet number 49\*\* · works\n/);
    expect(words).toMatch(/\n-# Today 120 of 2,000 new articles, 7 of 300 fetched pages and 3 of 50 MB$/);
    at.desk.feeds = Array.from({ length: 50 }, (_, n) => feedOf(n, failing));
    expect(read(await at.run('feeds list'))).toMatch(/\*\*Outlet number 49\*\* · failing · HTTP 503\n/);
  });
});

describe('feeds with one title', () => {
  const both = ['world', 'sport'].map((part, n) => ({
    url: `https://www.outlet.example/${part}.xml?key=SECRET`,
    title: 'Outlet',
    id: `feed-${part}`,
    topic: n === 0 ? world : technology,
  }));

  test('are distinguished by their URLs, without the query, when choosing one to remove', async () => {
    at.desk.feeds = [...both.map((one, n) => feedOf(n, one)), feedOf(3, { title: '' })];
    expect(await at.suggest('feeds remove', { feed: '' }, 'feed')).toEqual([
      'Outlet · outlet.example/world.xml=feed-world',
      'Outlet · outlet.example/sport.xml=feed-sport',
      'outlet-3.example/feeds/world/rss.xml=feed-3',
    ]);
    expect(read(await at.run('feeds list'))).toContain('**[Outlet · outlet.example/sport.xml](');
    expect(read(await at.run('feeds remove', { feed: 'feed-sport' }))).toBe(
      '**Outlet · outlet.example/sport.xml** was removed.',
    );
    expect(at.desk.feeds.map(({ id }) => id)).toEqual(['feed-world', 'feed-3']);
  });

  test('are distinguished even if title and URL are long', async () => {
    at.desk.feeds = both.map((one, n) =>
      feedOf(n, { ...one, title: 'An outlet '.repeat(20), url: `https://o.example/${'long/'.repeat(40)}${n}.xml` }),
    );
    const names = (await at.suggest('feeds remove', { feed: '' }, 'feed')).map((one) => one.split('=')[0] ?? '');
    expect(new Set(names).size).toBe(2);
    for (const name of names) expect(name.length).toBeLessThanOrEqual(100);
  });

  test('are not removed by that title, which is ambiguous', async () => {
    at.desk.feeds = both.map((one, n) => feedOf(n, one));
    expect(read(await at.run('feeds remove', { feed: 'Outlet' }))).toContain('Choose one from the list');
    expect(at.desk.feeds).toHaveLength(2);
    expect(read(await at.run('feeds remove', { feed: both[1]?.url ?? '' }))).toContain('outlet.example/sport.xml');
    expect(at.desk.feeds.map(({ id }) => id)).toEqual(['feed-world']);
  });
});
