import { expect, test } from 'vitest';
import { textOf } from '../../../playground/discord/reading.ts';
import { hour, itemOf, minute, openDesk, type TestDesk } from '../../desk/desk.ts';
import { events } from '../../desk/events.ts';
import { quietMorning } from '../../desk/newsstand.ts';

const half = 30 * minute;

async function run(at: TestDesk, command: string, options: Record<string, string> = {}, user = at.admin) {
  const shown = await at.server.acts.run({ user, channel: at.channelId, command, options }).shown;
  if (shown.kind !== 'message') throw new Error(shown.kind);
  return shown.message;
}

const say = async (...asked: Parameters<typeof run>) => textOf(await run(...asked));

async function press(at: TestDesk, messageId: string, customId: string, channel = at.channelId, user = at.admin) {
  const shown = await at.server.acts.click({ user, channel, messageId, customId }).shown;
  if (shown.kind !== 'message') throw new Error(shown.kind);
  return shown.message;
}

const report = (at: TestDesk, outlet: number, event: { title: string; paragraphs: readonly string[] }, link: string) =>
  at.sites[outlet]?.feed('/world.xml', [itemOf(event, link, at.now)]);

/** A desk with the ferry story, and its id. */
async function withStory() {
  const at = await openDesk({ before: quietMorning });
  await at.drain();
  for (const outlet of [0, 1]) report(at, outlet, events.ferry[outlet] ?? events.ferry[0], '/ferry');
  await at.skip(half);
  const [{ id } = { id: '' }] = at.rows<{ id: string }>('select id from stories');
  return { at, storyId: id };
}

async function follow(at: TestDesk, storyId: string): Promise<string> {
  const card = await run(at, 'story', { query: storyId });
  const asked = await press(at, card.id, `story:follow:${storyId}`);
  return textOf(await press(at, asked.id, `following:message:${storyId}`));
}

const accept = (at: TestDesk, acceptsMessages: boolean) => at.server.setup.changeUser(at.admin, { acceptsMessages });

/** Number of attempts to send a direct message. */
const tried = (at: TestDesk) =>
  at.server.requests.list('POST', `/channels/${at.server.setup.dm(at.admin).id}/messages`).length;

test('a member who asks for updates by direct messages while these are closed is told so at once, and follows nothing', async () => {
  const { at, storyId } = await withStory();
  accept(at, false);
  expect(await follow(at, storyId)).toContain('Lede can’t send you direct messages. Allow them');
  expect(await say(at, 'following')).toContain('You aren’t following any story.');
  for (const outlet of [0, 1]) report(at, outlet, events.ferryLater, '/later');
  await at.skip(hour);
  expect(tried(at)).toBe(1);
  accept(at, true);
  expect(await follow(at, storyId)).toContain('will come as direct messages');
  expect(at.told()).toEqual([expect.stringContaining('will come as direct messages')]);
  const dm = at.server.setup.dm(at.admin).id;
  const stopped = await press(at, at.messages(dm)[0]?.id ?? '', `following:end:${storyId}`, dm);
  expect(textOf(stopped)).toContain('You no longer follow');
});

test('a member who watches words while direct messages are closed is told so at once, and watches nothing until they open', async () => {
  const { at } = await withStory();
  accept(at, false);
  const refused = 'it isn’t watching **deckhands** for you. Allow direct messages';
  expect(await say(at, 'watch add', { words: 'deckhands' })).toContain(refused);
  expect(await say(at, 'watch list')).toContain(refused);
  report(at, 2, events.ferry[2], '/ferry');
  await at.skip(hour);
  expect(tried(at)).toBe(1);
  accept(at, true);
  expect(await say(at, 'watch add', { words: 'Deckhands' })).toContain('You’re watching **deckhands**');
  await at.skip(half);
  // News from the time in between is not sent later.
  expect(at.told()).toEqual([expect.stringContaining('You’re watching **deckhands**')]);
  expect(await say(at, 'watch list')).toContain('You’re watching **deckhands**');
});

test('after three tries at closed direct messages, a member’s follows and words end, and /following and /watch list say why', async () => {
  const { at, storyId } = await withStory();
  await follow(at, storyId);
  await run(at, 'watch add', { words: 'bills, offer' });
  const before = tried(at);
  at.server.setup.changeUser(at.admin, { acceptsMessages: false, locale: 'de' });
  report(at, 0, events.water[0], '/water');
  await at.skip(half);
  expect(at.rows("select problem from deliveries where state = 'pending'")).toHaveLength(1);
  expect(await say(at, 'following')).toContain('Du folgst');
  await at.skip(10 * minute);
  expect(tried(at)).toBe(before + 2);
  await at.skip(10 * minute);
  expect(tried(at)).toBe(before + 3);
  expect(await say(at, 'following')).toContain('Lede kann dir keine Direktnachrichten senden, deshalb folgst du');
  expect(await say(at, 'watch list')).toContain('beobachtet **bills** und **offer** deshalb nicht für dich');
  report(at, 1, events.water[1], '/water');
  await at.skip(hour);
  await at.skip(hour);
  expect(tried(at)).toBe(before + 3);
  expect(at.rows("select * from deliveries where state = 'pending'")).toEqual([]);
  expect(at.rows('select * from notices')).toEqual([]);
  accept(at, true);
  await follow(at, storyId);
  expect(await say(at, 'following')).not.toContain('keine Direktnachrichten');
});

test('direct messages that open again before the third try continue as before', async () => {
  const { at } = await withStory();
  await run(at, 'watch add', { words: 'bills' });
  accept(at, false);
  report(at, 0, events.water[0], '/water');
  await at.skip(half);
  accept(at, true);
  await at.skip(10 * minute);
  expect(at.told().at(-1)).toContain(events.water[0].title);
  expect(await say(at, 'watch list')).toContain('You’re watching **bills**');
});

test('words unwatched because of closed direct messages are deleted after the retention period', async () => {
  const { at } = await withStory();
  accept(at, false);
  await run(at, 'watch add', { words: 'bills' });
  await at.skip(29 * 24 * hour);
  expect(at.rows('select * from alerts')).toHaveLength(1);
  await at.skip(3 * 24 * hour);
  expect(at.rows('select * from alerts')).toEqual([]);
});
