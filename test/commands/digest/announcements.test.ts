import { expect, test } from 'vitest';
import { hour, minute, newsInBoth, openDesk, type TestDesk, wait } from '../../desk/desk.ts';
import { events } from '../../desk/events.ts';
import { twoMessages } from '../../twoMessages.ts';

const crosspost = /\/crosspost$/;
const asked = (at: TestDesk) => at.server.requests.list('POST', crosspost).length;
const published = (at: TestDesk) => at.messages().map(({ flags }) => (flags & 2) !== 0);
const edits = (at: TestDesk) =>
  at.rows<{ state: string }>("select state from edits where article_id = 'crosspost'").map(({ state }) => state);

/** A desk whose channel gets digests of two messages at eight; Lede knows the channel's kind. */
async function withKind(kind: 'text' | 'announcement', crosspost?: 'on' | 'off'): Promise<TestDesk> {
  const at = await openDesk({ before: newsInBoth, kinds: twoMessages });
  await at.change.subscribe(at.by, at.channelId, ['world', 'technology']);
  await at.change.saveSettings(at.by, at.channelId, { quiet: 'post', crosspost });
  await turnInto(at, kind);
  await at.drain();
  return at;
}

async function turnInto(at: TestDesk, kind: 'text' | 'announcement'): Promise<void> {
  at.server.setup.setKind(at.channelId, kind);
  const isKnown = async () => ((await at.ask.server(at.serverId)).announcementIds ?? []).includes(at.channelId);
  await expect.poll(isKnown).toBe(kind === 'announcement');
}

test('all messages of a digest in an announcement channel are published, once, also after a lost answer', async () => {
  const at = await withKind('announcement');
  at.server.fail({ path: crosspost, how: '500-after-commit' });
  await at.to(0, '08:00');
  await at.restart();
  await wait(at, 5 * minute);
  expect(published(at)).toEqual([true, true]);
  expect(edits(at)).toEqual(['done']);
  await wait(at, 10 * minute);
  expect(asked(at)).toBe(3);
  await at.change.postNow(at.by, at.channelId, '1');
  await at.skip(minute);
  expect(published(at)).toEqual([true, true, true, true]);
});

test('of more messages than Discord publishes in an hour, which is ten, the rest is published an hour later', async () => {
  const at = await withKind('announcement');
  at.server.fail({ path: crosspost, how: { rateLimitMs: 40 * minute }, after: 1 });
  await at.to(0, '08:00');
  await wait(at, 30 * minute);
  expect(published(at)).toEqual([true, false]);
  expect(asked(at)).toBe(2);
  // Restarts because discord.js waits by the real clock, which the test does not move.
  await at.restart();
  await wait(at, 15 * minute);
  expect(published(at)).toEqual([true, true]);
});

test.each([
  ['a text channel', 'text', undefined],
  ['an announcement channel that wants none published', 'announcement', 'off'],
] as const)('in %s Discord is not asked to publish anything', async (_, kind, setting) => {
  const at = await withKind(kind, setting);
  await at.to(0, '08:00');
  await wait(at, 10 * minute);
  expect(published(at)).toEqual([false, false]);
  expect(asked(at)).toBe(0);
});

test('a channel that becomes an announcement channel publishes from its next digest on, and stops once it is an ordinary one', async () => {
  const at = await withKind('text');
  await at.to(0, '08:00');
  await turnInto(at, 'announcement');
  at.report(0, events.water[0], '/water');
  await at.to(1, '08:00');
  expect(published(at)).toEqual([false, false, true]);
  // The channel is an ordinary one again, which Lede does not know yet.
  const how = { status: 400, code: 50_024, message: 'Cannot execute action on this channel type' };
  at.server.fail({ path: crosspost, how });
  at.report(0, events.reactor[0], '/reactor');
  await at.to(2, '08:00');
  await wait(at, 20 * hour);
  expect(asked(at)).toBe(2);
  expect(edits(at)).toEqual(['done', 'failed']);
  expect(at.told()).toEqual([]);
});

test('/digest settings says whether digests are published, in channels that can be followed', async () => {
  const at = await withKind('announcement');
  const published = 'Digests are published to the servers that follow this channel.';
  expect(await at.say('digest settings')).toContain(published);
  await at.change.saveSettings(at.by, at.channelId, { crosspost: 'off' });
  const said = await at.say('digest settings');
  expect(said).toContain('not published');
  expect(said).not.toContain(published);
  const other = at.server.setup.addChannel(at.serverId, { name: 'talk' }).id;
  await at.change.subscribe(at.by, other, ['world']);
  expect(await at.say('digest settings', { channel: other })).not.toContain('published');
});
