import { describe, expect, test } from 'vitest';
import { statusCard, subscriptionsCard, warningLines } from '../../src/discord/cards/status.ts';
import { textsFor } from '../../src/discord/texts/texts.ts';
import { firstDay, hour, itemOf, minute, openDesk, type TestDesk } from '../desk/desk.ts';
import { events } from '../desk/events.ts';
import { textsOf } from '../discord/digestFixture.ts';

async function withNews(): Promise<TestDesk> {
  const at = await openDesk({
    server: { settings: { nonceMs: 0 } },
    before: ([post]) => post?.feed('/world.xml', [itemOf(events.ferry[0], '/ferry', firstDay + 5 * hour)]),
  });
  await at.app.desk.change.subscribe(at.by, at.channelId, ['world']);
  await at.drain();
  return at;
}

async function wait(at: TestDesk, ms: number, stepMs = minute): Promise<void> {
  for (let waited = 0; waited < ms; waited += stepMs) await at.skip(stepMs);
}

/** What an admin reads under /subscriptions. */
async function subscriptions({ app, serverId }: TestDesk, locale = 'en-US'): Promise<string> {
  const { ask } = app.desk;
  const texts = textsFor(locale);
  const warnings = warningLines(await ask.status(serverId), texts);
  return textsOf(subscriptionsCard(await ask.subscriptions(serverId), warnings, texts)).join('\n');
}

const deny =
  (permission: 'SendMessages' | 'SendMessagesInThreads' | 'ViewChannel' | 'ReadMessageHistory') => (at: TestDesk) =>
    at.server.setup.setOverwrite(at.channelId, 'bot', { deny: [permission] });

test.each([
  ['may not post', deny('SendMessages'), 'Allow it “Send Messages”', 'Erlaube „Nachrichten senden“'],
  ['does not see the channel', deny('ViewChannel'), 'Allow it “View Channel”', 'Erlaube „Kanal anzeigen“'],
  [
    'cannot look up what arrived',
    (at: TestDesk) => {
      deny('ReadMessageHistory')(at);
      at.server.fail({ method: 'POST', path: `/channels/${at.channelId}/messages`, how: '500-after-commit' });
    },
    'Allow it “Read Message History”; then',
    'Erlaube „Nachrichtenverlauf anzeigen“; dann',
  ],
] as const)(
  '/subscriptions says what to do when Lede %s, and no longer when a message stands',
  async (_, hinder, en, de) => {
    const at = await withNews();
    hinder(at);
    await at.to(0, '08:00');
    await wait(at, 2 * minute);
    expect(await subscriptions(at)).toContain(`Paused: Lede`);
    expect(await subscriptions(at)).toContain(en);
    expect(await subscriptions(at, 'de')).toContain(de);
    expect(await subscriptions(at)).toContain('Next digest:');
    at.server.setup.setOverwrite(at.channelId, 'bot', {});
    await wait(at, 15 * minute);
    expect(at.posted()).toHaveLength(1);
    expect(await subscriptions(at)).not.toMatch(/paused|⚠️/i);
  },
);

test('a digest in a thread names the permission of threads, where the admin is told and in /subscriptions', async () => {
  const at = await withNews();
  const thread = at.server.setup.addThread(at.channelId, { name: 'news' });
  await at.app.desk.change.subscribe(at.by, thread.id, ['world']);
  await at.app.desk.change.unsubscribe(at.by, at.channelId, 'world');
  deny('SendMessagesInThreads')(at);
  await at.to(0, '08:00');
  await wait(at, 2 * minute);
  expect(at.told().join('\n')).toContain('in a thread “Send Messages in Threads”');
  expect(await subscriptions(at)).toContain('in a thread “Send Messages in Threads”');
  expect(await subscriptions(at, 'de')).toContain('in einem Thread „Nachrichten in Threads senden“');
});

test('/subscriptions says that a closed thread is to be unlocked', async () => {
  const at = await withNews();
  const thread = at.server.setup.addThread(at.channelId, { name: 'news', archived: true, locked: true });
  await at.app.desk.change.subscribe(at.by, thread.id, ['world']);
  await at.to(0, '08:00');
  expect(await subscriptions(at)).toContain('Paused: the thread is closed and locked. Unlock it');
  expect(await subscriptions(at, 'de')).toContain('Entsperre ihn');
});

test('what is missing after an admin has given what was missing first stands there, also the day after, and is not told anew', async () => {
  const at = await withNews();
  deny('ViewChannel')(at);
  await at.to(0, '08:00');
  deny('SendMessages')(at);
  await wait(at, 3 * hour, 5 * minute);
  expect(await subscriptions(at)).toContain('Allow it “Send Messages”');
  expect(await subscriptions(at)).not.toContain('Allow it “View Channel”');
  expect(at.told()).toHaveLength(1);
});

test('nothing is said of a digest that an admin has stopped for good', async () => {
  const at = await withNews();
  deny('SendMessages')(at);
  await at.to(0, '08:00');
  const { change, ask } = at.app.desk;
  await change.unsubscribe(at.by, at.channelId, 'world');
  const texts = textsFor('en-US');
  expect(textsOf(statusCard(await ask.status(at.serverId), texts)).join('\n')).not.toContain('⚠️');
  await change.subscribe(at.by, at.channelId, ['world']);
  expect(await subscriptions(at)).not.toMatch(/paused|⚠️/i);
});

describe('no warning stays after the matter is over:', () => {
  const denied = async () => {
    const at = await withNews();
    deny('SendMessages')(at);
    await at.to(0, '08:00');
    await wait(at, 2 * minute);
    expect(await subscriptions(at)).toMatch(/⚠️.* is paused/);
    return at;
  };

  test('the channel was deleted', async () => {
    const at = await denied();
    at.server.setup.removeChannel(at.channelId);
    await expect.poll(() => at.rows('select * from channels')).toEqual([]);
    await wait(at, 5 * minute);
    expect(await subscriptions(at)).not.toContain('⚠️');
  });

  test('an admin paused the digest, gave the permission and started it again', async () => {
    const at = await denied();
    const { change } = at.app.desk;
    await change.pause(at.by, at.channelId);
    expect(await subscriptions(at)).not.toContain('⚠️');
    at.server.setup.setOverwrite(at.channelId, 'bot', {});
    await change.resume(at.by, at.channelId);
    expect(await subscriptions(at)).not.toMatch(/paused|⚠️/i);
    await wait(at, 15 * minute);
    expect(await subscriptions(at)).not.toMatch(/paused|⚠️/i);
  });

  test('an admin gave the permission after the digest was too late, and said that it goes on', async () => {
    const at = await denied();
    await wait(at, 3 * hour, 5 * minute);
    at.server.setup.setOverwrite(at.channelId, 'bot', {});
    await at.app.desk.change.resume(at.by, at.channelId);
    expect(await subscriptions(at)).not.toMatch(/paused|⚠️/i);
  });

  test('the server invited Lede anew, with all permissions', async () => {
    const at = await denied();
    await at.app.desk.change.serverLeft(at.serverId);
    at.server.setup.setOverwrite(at.channelId, 'bot', {});
    await at.to(0, '12:00');
    await at.app.desk.change.serverJoined(at.serverId, 'en-GB');
    expect(await subscriptions(at)).not.toMatch(/paused|⚠️/i);
  });
});

test('what is still missing when an admin says that the digest goes on stands there again, and is told anew', async () => {
  const at = await withNews();
  deny('SendMessages')(at);
  await at.to(0, '08:00');
  await at.app.desk.change.resume(at.by, at.channelId);
  await wait(at, 15 * minute);
  expect(await subscriptions(at)).toContain('Allow it “Send Messages”');
  expect(at.told()).toHaveLength(2);
});
