import { expect, test } from 'vitest';
import { subscriptionsCard } from '../../commands/digest/subscriptions.ts';
import { statusCard } from '../../commands/status/card.ts';
import { textsFor } from '../../src/discord/texts/texts.ts';
import { hour, minute, newsInBoth, openDesk, type TestDesk, wait } from '../desk/desk.ts';
import { textsOf } from '../discord/digestFixture.ts';
import { failPosts, pathOf, posts, withNews } from './scene.ts';

/** What /subscriptions shows an admin. */
async function subscriptions({ ask, serverId }: TestDesk, locale = 'en-US'): Promise<string> {
  const texts = textsFor(locale);
  const { notices } = await ask.status(serverId);
  return textsOf(subscriptionsCard(await ask.subscriptions(serverId), notices, texts)).join('\n');
}

type Permission = 'SendMessages' | 'SendMessagesInThreads' | 'ViewChannel' | 'ReadMessageHistory';
const deny = (at: TestDesk, ...denied: Permission[]) => {
  at.server.setup.setOverwrite(at.channelId, 'bot', { deny: denied });
};

/** A desk whose bot lost a permission before a digest was due. */
async function denied(permission: Permission): Promise<TestDesk> {
  const at = await withNews();
  deny(at, permission);
  await at.to(0, '08:00');
  return at;
}

/** A desk with an unsubscribed channel, and a thread in it that gets the digest. */
async function withThread(state: { archived?: boolean; locked?: boolean } = {}) {
  const at = await openDesk({ server: { settings: { nonceMs: 0 } }, before: newsInBoth });
  const thread = at.server.setup.addThread(at.channelId, { name: 'news', ...state });
  await at.change.subscribe(at.by, thread.id, ['world']);
  await at.change.saveSettings(at.by, thread.id, { quiet: 'post' });
  await at.drain();
  return { at, thread, id: thread.id };
}

test.each([
  ['may not post', 'SendMessages', undefined, 'Grant it “Send Messages”', 'Erlaube „Nachrichten senden“'],
  ['does not see the channel', 'ViewChannel', undefined, 'Grant it “View Channel”', 'Erlaube „Kanal ansehen“'],
  [
    'cannot look up what arrived',
    'ReadMessageHistory',
    '500-after-commit',
    'Grant it “Read Message History”; posting then resumes',
    'Erlaube „Nachrichtenverlauf anzeigen“, dann',
  ],
] as const)(
  'that Lede %s is reported once and shown in /subscriptions, until the digest is posted by itself',
  async (_, permission, fault, en, de) => {
    const at = await withNews();
    deny(at, permission);
    if (fault) failPosts(at, fault);
    await at.to(0, '08:00');
    await wait(at, 40 * minute);
    expect(at.told()).toEqual([expect.stringContaining(`<#${at.channelId}>`)]);
    expect((await at.ask.status(at.serverId)).notices.map(({ kind }) => kind)).toEqual(['paused']);
    expect(await subscriptions(at)).toContain('Paused. Lede');
    expect(await subscriptions(at)).toContain(en);
    expect(await subscriptions(at, 'de')).toContain(de);
    expect(await subscriptions(at)).toContain('Next digest:');
    deny(at);
    await wait(at, 15 * minute);
    expect(at.posted()).toHaveLength(1);
    expect(at.told()).toHaveLength(1);
    expect(await subscriptions(at)).not.toMatch(/paused|⚠️/i);
  },
);

test('once the permission is back, a requested digest is the one that waited, posted now', async () => {
  const at = await denied('SendMessages');
  await wait(at, minute);
  expect(at.told()).toHaveLength(1);
  deny(at);
  await at.change.postNow(at.by, at.channelId, '1');
  await wait(at, minute);
  expect(at.posted()).toHaveLength(1);
  await wait(at, 15 * minute);
  expect(at.posted()).toHaveLength(1);
});

test('once the first missing permission is granted, the next missing one is shown, but not announced again', async () => {
  const at = await denied('ViewChannel');
  deny(at, 'SendMessages');
  await wait(at, 3 * hour, 5 * minute);
  expect(await subscriptions(at)).toContain('Grant it “Send Messages”');
  expect(await subscriptions(at)).not.toContain('Grant it “View Channel”');
  expect(at.told()).toHaveLength(1);
});

test('a permission still missing when an admin resumes the digest is shown and announced again', async () => {
  const at = await denied('SendMessages');
  await at.change.resume(at.by, at.channelId);
  await wait(at, 15 * minute);
  expect(await subscriptions(at)).toContain('Grant it “Send Messages”');
  expect(at.told()).toHaveLength(2);
});

test('there is no notice about a digest that an admin has ended', async () => {
  const at = await denied('SendMessages');
  for (const topic of ['world', 'technology']) await at.change.unsubscribe(at.by, at.channelId, topic);
  expect(textsOf(statusCard(await at.ask.status(at.serverId), textsFor('en-US'))).join('\n')).not.toContain('⚠️');
  await at.change.subscribe(at.by, at.channelId, ['world']);
  expect(await subscriptions(at)).not.toMatch(/paused|⚠️/i);
});

test.each<[string, (at: TestDesk) => Promise<unknown>]>([
  [
    'the channel was deleted',
    async (at) => {
      at.server.setup.removeChannel(at.channelId);
      await expect.poll(() => at.rows('select * from channels')).toEqual([]);
    },
  ],
  [
    'an admin paused the digest, gave the permission and started it again',
    async (at) => {
      await at.change.pause(at.by, at.channelId);
      expect(await subscriptions(at)).not.toContain('⚠️');
      deny(at);
      await at.change.resume(at.by, at.channelId);
    },
  ],
  [
    'an admin gave the permission after the digest was too late, and said that it goes on',
    async (at) => {
      await wait(at, 3 * hour, 5 * minute);
      deny(at);
      await at.change.resume(at.by, at.channelId);
    },
  ],
  [
    'the server invited Lede anew, with all permissions',
    async (at) => {
      await at.change.serverLeft(at.serverId);
      deny(at);
      await at.to(0, '12:00');
      await at.change.serverJoined(at.serverId, 'en-GB');
    },
  ],
])('no warning stays after %s', async (_, end) => {
  const at = await denied('SendMessages');
  expect(await subscriptions(at)).toMatch(/Paused\. Lede/);
  await end(at);
  expect(await subscriptions(at)).not.toMatch(/is paused|⚠️/i);
  await wait(at, 15 * minute);
  expect(await subscriptions(at)).not.toMatch(/is paused|⚠️/i);
});

test('for a digest in a thread, the notice and /subscriptions name the permission for threads', async () => {
  const { at } = await withThread();
  deny(at, 'SendMessagesInThreads');
  await at.to(0, '08:00');
  await wait(at, 2 * minute);
  expect(at.told().join('\n')).toContain('in a thread “Send Messages in Threads”');
  expect(await subscriptions(at)).toContain('in a thread “Send Messages in Threads”');
  expect(await subscriptions(at, 'de')).toContain('in einem Thread „Nachrichten in Threads senden“');
});

test('a thread that is closed and locked is reported once, and its whole digest is posted by itself when it is open', async () => {
  const { at, thread, id } = await withThread({ archived: true, locked: true });
  await at.to(0, '08:00');
  await wait(at, 30 * minute);
  expect(at.posted(id)).toEqual([]);
  expect(at.told()).toEqual([expect.stringContaining('Unlock it')]);
  expect(await subscriptions(at)).toContain('Paused. The thread is closed and locked. Unlock it');
  expect(await subscriptions(at, 'de')).toContain('Entsperre ihn');
  if (thread.thread) thread.thread.locked = false;
  await wait(at, 11 * minute);
  expect(at.posted(id)[0]).toContain('deckhands');
  expect(at.told()).toHaveLength(1);
});

test('a digest opens the closed thread in which it is posted, even one that the gateway never named', async () => {
  const { at, thread, id } = await withThread();
  await at.app.stop();
  if (thread.thread) thread.thread.archived = true;
  await at.restart();
  at.server.fail({ method: 'POST', path: pathOf(at, id), how: 500 });
  await at.to(0, '08:00');
  await wait(at, 2 * minute);
  expect(at.posted(id)).toHaveLength(1);
  expect(thread.thread?.archived).toBe(false);
  expect(at.told()).toEqual([]);
});

test('a closed thread to which Discord denies access once, right before it reports an outage, gets its digest', async () => {
  const { at, id } = await withThread({ archived: true });
  await at.restart();
  const denied = { status: 404, code: 10_003, message: 'Unknown Channel' };
  at.server.fail({ method: 'POST', path: pathOf(at, id), how: denied });
  await at.to(0, '08:00');
  await wait(at, 15 * minute);
  expect(at.posted(id)).toHaveLength(1);
  await at.to(1, '08:00');
  expect(at.posted(id)).toHaveLength(2);
  expect(at.told()).toEqual([]);
});

test('a channel to which Discord denies access during an outage of its server gets its digest after the outage', async () => {
  const at = await withNews();
  at.server.setup.setAvailable(at.serverId, false);
  await at.to(0, '08:00');
  // Long enough for all retries after the first denial.
  await wait(at, 25 * minute);
  expect(at.told()).toEqual([]);
  at.server.setup.setAvailable(at.serverId, true);
  await wait(at, 10 * minute);
  expect(at.posted()).toHaveLength(1);
});

test('a channel that was deleted while Lede was away is switched off, and its admin notified', async () => {
  const at = await withNews();
  await at.app.stop();
  at.server.setup.removeChannel(at.channelId);
  await at.restart();
  await at.to(0, '08:00');
  await wait(at, 15 * minute);
  await at.to(1, '08:00');
  expect(posts(at)).toBe(2);
  expect(at.told()).toHaveLength(1);
  expect((await at.ask.subscription(at.serverId, at.channelId))?.paused).toBe('channel-gone');
});

test('twelve channels that lose a permission at once cost the admin two messages, not twelve', async () => {
  const at = await withNews();
  const names = Array.from({ length: 11 }, (_, nth) => `news-${nth}`);
  const ids = names.map((name) => at.server.setup.addChannel(at.serverId, { name }).id);
  for (const id of ids) await at.change.subscribe(at.by, id, ['world']);
  for (const id of [...ids, at.channelId]) at.server.setup.setOverwrite(id, 'bot', { deny: ['SendMessages'] });
  await at.to(0, '08:00');
  const lines = at.told().map((text) => text.split('\n'));
  expect(lines.map((some) => some.length)).toEqual([10, 2]);
  expect(new Set(lines.flat()).size).toBe(12);
});

test('one stray 401 ends nothing: Lede asks Discord whether the token is valid, and the digest is posted', async () => {
  const at = await withNews();
  let over: string | undefined;
  void at.app.over.then(({ message }) => (over = message));
  failPosts(at, { status: 401, code: 0, message: '401: Unauthorized' });
  await at.to(0, '08:00');
  await wait(at, minute);
  expect(at.posted()).toHaveLength(1);
  expect(over).toBeUndefined();
  expect(at.told()).toEqual([]);
});
