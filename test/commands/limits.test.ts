import { beforeEach, describe, expect, test } from 'vitest';
import { muteQuestions } from '../../commands/digest/mutes.ts';
import { feedQuestions } from '../../commands/feeds/ask.ts';
import { feedChanges } from '../../commands/feeds/change.ts';
import { type FeedHealth, ownFeedQuestions } from '../../src/desk/ownFeeds.ts';
import { type Status, statusQuestions } from '../../src/desk/status.ts';
import { type ChannelSubscription, subscriptionQuestions } from '../../src/desk/subscriptions.ts';
import { wordQuestions } from '../../src/desk/typedWords.ts';
import type { Notice } from '../../src/outbox/ports.ts';
import { defaultSchedule } from '../../src/schedule/schedule.ts';
import { technology, world } from '../discord/digestFixture.ts';
import { storyOf } from './madeUpStories.ts';
import { controls, instead, read, sceneForAll } from './scene.ts';

const at = await sceneForAll();
// Closing checks that Discord refused no message: each is within 4,000 characters.
beforeEach(() => at.enterServer());

const tell = async (told: Partial<Status>) => {
  const status = await at.ask.status(at.serverId);
  instead(at, statusQuestions, { status: async () => ({ ...status, ...told }) });
};
const haveFeeds = (feeds: readonly FeedHealth[]) => instead(at, ownFeedQuestions, { feeds: async () => [...feeds] });

const channelIds = Array.from({ length: 30 }, (_, n) => String(1_574_680_972_492_801_000n + BigInt(n)));
const subscribed = (more: (n: number) => Partial<ChannelSubscription> = () => ({})) => {
  const all = channelIds.map((channelId, n) => ({
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
  }));
  instead(at, subscriptionQuestions, { subscriptions: async () => all });
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
    await tell({ notices: five(noticeOf) });
    const words = read(await at.run('subscriptions'));
    expect(words.match(/⚠️/g)).toHaveLength(5);
    for (const id of channelIds) expect(words).toContain(`**<#${id}>**`);
  });

  test('/status has room for ten outlets that fail below five notices', async () => {
    await tell({
      notices: five((n) => ({
        kind: 'feed-failing',
        url: '',
        title: `Broadcaster ${n} ${'*news*'.repeat(40)}`,
        reason,
      })),
      failing: Array.from({ length: 15 }, (_, n) => ({ outlet: `Outlet ${n}`, reason: '[HTTP] 503 '.repeat(30) })),
    });
    const words = read(await at.run('status now'));
    const shown = words.match(/^- Outlet/gm)?.length ?? 0;
    expect(shown).toBeGreaterThan(2);
    expect(words).toContain('**15 outlets are failing**');
    expect(words).toContain(`and ${15 - shown} more`);
  });

  test('/digest settings names all 50 words that a server may mute, and what a new one would have hidden', async () => {
    await at.run('subscribe', { topic: 'world' });
    for (let n = 10; n < 59; n += 1)
      await at.change.mute(at.by, `a phrase of many words that nobody wants to see here ${n}`, 90);
    const examples = [storyOf('ferry'), storyOf('water')];
    instead(at, wordQuestions, { tryWords: async () => ({ matches: 2, of: 40, examples }) });
    const words = read(await at.run('digest settings', { mute: 'football', mute_days: 7, language: 'de' }));
    expect(words).toContain('would have hidden 2 of 40 stories:\n**1 · [Ferry crews');
    const muted = await at.ask.mutes(at.serverId);
    expect(muted).toHaveLength(50);
    for (const { word } of muted) expect(words).toContain(word);
  });

  test('/digest settings answers even if topics, muted words and hidden stories are all long', async () => {
    await at.run('subscribe', { topic: 'world' });
    const [subscription = expect.fail()] = await at.ask.subscriptions(at.serverId);
    instead(at, subscriptionQuestions, { subscription: async () => ({ ...subscription, topics: manyTopics(25) }) });
    const long = { title: 'A [long] headline '.repeat(9), url: `https://a.example/${'x'.repeat(480)}` };
    const examples = ['s1', 's2'].map((id) => storyOf(id, world, long));
    instead(at, wordQuestions, { tryWords: async () => ({ matches: 2, of: 40, examples }) });
    const muted = Array.from({ length: 49 }, (_, n) => ({ word: `${n} ${'*muted* '.repeat(12)}` }));
    instead(at, muteQuestions, { mutes: async () => muted });
    const words = read(await at.run('digest settings', { mute: 'football' }));
    expect(words).toContain('**football** is muted in all channels');
    expect(words).toMatch(/\*\*Muted in all channels of this server\*\* .*and \d+ more/);
  });

  test('/feeds import says what was added and why others were not, and attaches what it leaves out as a file', async () => {
    const imported = {
      added: manyTopics(30).map((topic, n) => ({ url: `https://a.example/${n}`, title: `A ${n}`, topic })),
      known: [],
      refused: Array.from({ length: 20 }, (_, n) => ({
        url: `https://10.0.0.${n}/${'feeds_of_the_house/'.repeat(5)}rss.xml`,
        title: `Internal feed number ${n} of the house, which nobody can read`,
        code: 'private-address' as const,
      })),
    };
    instead(at, feedQuestions, { readFeedFile: async () => ({ kind: 'read', feeds: [] }) });
    instead(at, feedChanges, { importFeeds: async () => imported });
    const place = { user: at.admin, channel: at.channelId };
    const file = at.server.acts.attach(place, { filename: 'a.opml', type: '', bytes: Buffer.from('<opml/>') });
    const message = await at.run('feeds import', { file });
    const words = read(message);
    expect(words).toContain('## 30 feeds added · 20 refused\n1 in **A \\*topic\\*');
    expect(words).toContain('No channel gets **A \\*topic\\*');
    expect(words).toContain('**Not added**\n- Internal feed number 0');
    expect(words).toMatch(/and \d+ more$/);
    const whole = await (await fetch(message.attachments[0]?.url ?? '')).text();
    expect(whole.trimEnd().split('\n')).toHaveLength(50);
  });

  test('/feeds add and /topics create answer even if titles and addresses have their maximum length', async () => {
    const items = Array.from({ length: 5 }, (_, n) => ({
      title: '*_'.repeat(100),
      url: `https://a.example/${'x'.repeat(480)}${n}`,
    }));
    const preview = { url: 'https://a.example/', title: '*A* '.repeat(50), items };
    instead(at, feedQuestions, { lookUpFeed: async () => ({ kind: 'feed', preview }) });
    const added = await at.run('feeds add', { url: 'https://a.example' });
    expect(controls(added)).toHaveLength(2);
    expect(read(added)).toMatch(/\)\nand \d more$/);
    const examples = items.map((item, n) => storyOf(`s${n}`, world, item));
    instead(at, wordQuestions, { tryWords: async () => ({ matches: 5, of: 40, examples }) });
    const list = Array.from({ length: 10 }, (_, n) => `*_*_*_*_*_*_*_*_*_*_*_*${n}`).join(', ');
    const tried = await at.run('topics create', { name: 'Boats', all: list, any: list, not: list });
    expect(controls(tried)).toHaveLength(3);
  });
});

const max = { articles: 2_000, pages: 300, requests: 500, bytes: 50 * 1024 * 1024 };

describe('the channel or feed that a notice is about', () => {
  test('comes first in /subscriptions, then paused channels, and the rest on short lines', async () => {
    subscribed((n) => ({ paused: n === 29 ? 'missing-permission' : n === 28 ? 'admin' : undefined }));
    const words = read(await at.run('subscriptions'));
    expect([...words.matchAll(/\*\*<#(\d+)>\*\*/g)].map((match) => match[1])).toEqual([
      channelIds[29],
      channelIds[28],
      ...channelIds.slice(0, 28),
    ]);
    expect(words).toContain('Paused. Lede isn’t allowed to post there.');
    expect(words).toContain(`**<#${channelIds[27]}>** · World, Technology · <t:1795593600:R>`);
  });

  test('comes first in /feeds list among 49 others, with its reason even if all fail', async () => {
    const failing = { state: 'failing', problem: { reason: 'HTTP 503' } } as const;
    const feeds = Array.from({ length: 50 }, (_, n) => feedOf(n, n === 40 ? failing : {}));
    haveFeeds(feeds);
    instead(at, feedQuestions, {
      feedQuota: async () => ({ spent: { articles: 120, pages: 7, requests: 4, bytes: 3_000_000 }, max, nextAt: 0 }),
    });
    const words = read(await at.run('feeds list'));
    expect(words).toMatch(/^## This server’s own feeds\n\*\*\[Outlet number 40\]\(.*\n.* failing .*\n-# ⚠️ HTTP 503\n/);
    for (const { title } of feeds) expect(words).toContain(title);
    expect(words).toMatch(/\*\*Outlet number 49\*\* · works\n/);
    expect(words).toMatch(
      /\n-# Today 120 of 2,000 new articles, 7 of 300 fetched pages, 4 of 500 other requests and 3 of 50 MB$/,
    );
    haveFeeds(feeds.map((feed) => ({ ...feed, ...failing })));
    expect(read(await at.run('feeds list'))).toMatch(/\*\*Outlet number 49\*\* · failing · HTTP 503\n/);
  });
});

/** Replaces the removal of feeds. Returns a list that collects the ids of the feeds to remove. */
function removing(): string[] {
  const removed: string[] = [];
  const removeFeed = async (_: unknown, feedId: string) => {
    removed.push(feedId);
    return { result: undefined, undo: { serverId: at.serverId, rows: [], dropped: [] } };
  };
  instead(at, feedChanges, { removeFeed });
  return removed;
}

describe('feeds with one title', () => {
  const both = ['world', 'sport'].map((part, n) => ({
    url: `https://www.outlet.example/${part}.xml?key=SECRET`,
    title: 'Outlet',
    id: `feed-${part}`,
    topic: n === 0 ? world : technology,
  }));

  test('are distinguished by their URLs, without the query, when choosing one to remove', async () => {
    haveFeeds([...both.map((one, n) => feedOf(n, one)), feedOf(3, { title: '' })]);
    const removed = removing();
    expect(await at.suggest('feeds remove', { feed: '' }, 'feed')).toEqual([
      'Outlet · outlet.example/world.xml=feed-world',
      'Outlet · outlet.example/sport.xml=feed-sport',
      'outlet-3.example/feeds/world/rss.xml=feed-3',
    ]);
    expect(read(await at.run('feeds list'))).toContain('**[Outlet · outlet.example/sport.xml](');
    expect(read(await at.run('feeds remove', { feed: 'feed-sport' }))).toBe(
      '**Outlet · outlet.example/sport.xml** was removed.',
    );
    expect(removed).toEqual(['feed-sport']);
  });

  test('are distinguished even if title and URL are long', async () => {
    haveFeeds(
      both.map((one, n) =>
        feedOf(n, { ...one, title: 'An outlet '.repeat(20), url: `https://o.example/${'long/'.repeat(40)}${n}.xml` }),
      ),
    );
    const names = (await at.suggest('feeds remove', { feed: '' }, 'feed')).map((one) => one.split('=')[0] ?? '');
    expect(new Set(names).size).toBe(2);
    for (const name of names) expect(name.length).toBeLessThanOrEqual(100);
  });

  test('are not removed by that title, which is ambiguous', async () => {
    haveFeeds(both.map((one, n) => feedOf(n, one)));
    const removed = removing();
    expect(read(await at.run('feeds remove', { feed: 'Outlet' }))).toContain('Choose one from the list');
    expect(removed).toEqual([]);
    expect(read(await at.run('feeds remove', { feed: both[1]?.url ?? '' }))).toContain('outlet.example/sport.xml');
    expect(removed).toEqual(['feed-sport']);
  });
});
