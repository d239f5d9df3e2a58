import { expect, test } from 'vitest';
import { textOf } from '../../../playground/discord/reading.ts';
import { hour, minute, type TestDesk } from '../../desk/desk.ts';
import { events } from '../../desk/events.ts';
import { half, hear } from '../newsDesk.ts';
import { follow, withStory } from './followed.ts';

const accept = (at: TestDesk, acceptsMessages: boolean) => at.server.setup.changeUser(at.admin, { acceptsMessages });

/** Number of attempts to send a direct message. */
const tried = (at: TestDesk) =>
  at.server.requests.list('POST', `/channels/${at.server.setup.dm(at.admin).id}/messages`).length;

test('a member who asks for updates by direct messages while these are closed is told so at once, and follows nothing', async () => {
  const { at, storyId } = await withStory();
  accept(at, false);
  expect(await follow(at, storyId)).toContain('Lede can’t send you direct messages. Allow them');
  expect(await at.say('following')).toContain('You aren’t following any story.');
  for (const outlet of [0, 1]) await hear(at, outlet, events.ferryLater, '/later', hour);
  expect(tried(at)).toBe(1);
  accept(at, true);
  expect(await follow(at, storyId)).toContain('will come as direct messages');
  expect(at.told()).toEqual([expect.stringContaining('will come as direct messages')]);
  const dm = at.server.setup.dm(at.admin).id;
  const stopped = await at.press(at.messages(dm)[0] ?? expect.fail(), `following:end:${storyId}`);
  expect(textOf(stopped)).toContain('You no longer follow');
});

test('a member who watches words while direct messages are closed is told so at once, and watches nothing until they open', async () => {
  const { at } = await withStory();
  accept(at, false);
  const refused = 'it isn’t watching **deckhands** for you. Allow direct messages';
  expect(await at.say('watch add', { words: 'deckhands' })).toContain(refused);
  expect(await at.say('watch list')).toContain(refused);
  await hear(at, 2, events.ferry[2], '/ferry', hour);
  expect(tried(at)).toBe(1);
  accept(at, true);
  expect(await at.say('watch add', { words: 'Deckhands' })).toContain('You’re watching **deckhands**');
  await at.skip(half);
  // News from the time in between is not sent later.
  expect(at.told()).toEqual([expect.stringContaining('You’re watching **deckhands**')]);
  expect(await at.say('watch list')).toContain('You’re watching **deckhands**');
});

test('after three tries at closed direct messages, a member’s follows and words end, and /following and /watch list say why', async () => {
  const { at, storyId } = await withStory();
  await follow(at, storyId);
  await at.run('watch add', { words: 'bills, offer' });
  const before = tried(at);
  at.server.setup.changeUser(at.admin, { acceptsMessages: false, locale: 'de' });
  await hear(at, 0, events.water[0], '/water');
  expect(at.rows("select problem from deliveries where state = 'pending'")).toHaveLength(1);
  expect(await at.say('following')).toContain('Du folgst');
  await at.skip(10 * minute);
  expect(tried(at)).toBe(before + 2);
  await at.skip(10 * minute);
  expect(tried(at)).toBe(before + 3);
  expect(await at.say('following')).toContain('Lede kann dir keine Direktnachrichten senden, deshalb folgst du');
  expect(await at.say('watch list')).toContain('beobachtet **bills** und **offer** deshalb nicht für dich');
  await hear(at, 1, events.water[1], '/water', hour);
  await at.skip(hour);
  expect(tried(at)).toBe(before + 3);
  expect(at.rows("select * from deliveries where state = 'pending'")).toEqual([]);
  expect(at.rows('select * from notices')).toEqual([]);
  accept(at, true);
  await follow(at, storyId);
  expect(await at.say('following')).not.toContain('keine Direktnachrichten');
});

test('direct messages that open again before the third try continue as before', async () => {
  const { at } = await withStory();
  await at.run('watch add', { words: 'bills' });
  accept(at, false);
  await hear(at, 0, events.water[0], '/water');
  accept(at, true);
  await at.skip(10 * minute);
  expect(at.told().at(-1)).toContain(events.water[0].title);
  expect(await at.say('watch list')).toContain('You’re watching **bills**');
});

test('words unwatched because of closed direct messages are deleted after the retention period', async () => {
  const { at } = await withStory();
  accept(at, false);
  await at.run('watch add', { words: 'bills' });
  await at.skip(29 * 24 * hour);
  expect(at.rows('select * from alerts')).toHaveLength(1);
  await at.skip(3 * 24 * hour);
  expect(at.rows('select * from alerts')).toEqual([]);
});
