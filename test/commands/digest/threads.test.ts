import { expect, test } from 'vitest';
import { messageOf, minute, newsInBoth, openDesk, type TestDesk, wait } from '../../desk/desk.ts';
import { events } from '../../desk/events.ts';
import { twoMessages } from '../../twoMessages.ts';
import { controlIn, read } from '../scene.ts';

async function withThreads(options: Record<string, string> = {}, locale = 'en-GB'): Promise<TestDesk> {
  const at = await openDesk({ before: newsInBoth, kinds: twoMessages });
  at.server.setup.setLocale(at.serverId, locale);
  await at.change.serverLocale(at.serverId, locale);
  const by = { ...at.by, serverLocale: locale };
  await at.change.subscribe(by, at.channelId, ['world', 'technology']);
  await at.change.saveSettings(by, at.channelId, { thread: 'on', ...options });
  expect(await at.say('digest settings')).toContain('a thread below each');
  await at.drain();
  return at;
}

/** Submits the form with exactly these boxes ticked. */
async function tick(at: TestDesk, more: string[], channelId = at.channelId) {
  const where = { user: at.admin, channel: at.channelId };
  const card = await at.run('digest settings', { channel: channelId });
  const form = at.server.acts.click({ ...where, messageId: card.id, customId: `digest:settings:${channelId}` });
  await form.shown;
  return messageOf(at.server.acts.submit({ ...where, modalId: form.origin.id, values: { more } }));
}

const threads = (at: TestDesk) =>
  [...at.server.world.channels.values()].filter(({ parentId }) => parentId === at.channelId);
const namesOf = (at: TestDesk) => threads(at).map(({ name }) => name);

test('a thread with the day’s name is opened once below the last message of a digest, also after a lost answer and a restart', async () => {
  const at = await withThreads();
  at.server.fail({ method: 'POST', path: /\/threads$/, how: 'reset-after-commit' });
  await at.to(0, '08:00');
  await at.restart();
  await wait(at, 5 * minute);
  expect(at.messages()).toHaveLength(2);
  expect(threads(at)).toMatchObject([{ id: at.messages()[1]?.id, name: 'Tuesday 24 November' }]);
  expect(at.rows("select 1 from edits where state != 'done'")).toEqual([]);
});

test('its name has the time if a channel gets several digests a day, and is in the channel’s language', async () => {
  const at = await withThreads({ times: '08:00, 18:00' }, 'de');
  await at.to(0, '08:00');
  at.report(0, events.chess[0], '/chess');
  await at.to(0, '18:00');
  await at.to(0, '19:30');
  await at.change.postNow({ ...at.by, serverLocale: 'de' }, at.channelId, '1');
  await at.skip(minute);
  expect(namesOf(at)).toEqual(['08:00', '18:00', '20:30'].map((clock) => `Dienstag, 24. November, ${clock}`));
});

test('silent digests and updates in their threads notify nobody; turning `silent` off is shown, and undone', async () => {
  const at = await withThreads();
  const flags = (channel = at.channelId) => at.messages(channel).map((message) => (message.flags ?? 0) & 4_096);
  expect(read(await tick(at, ['thread', 'silent']))).toContain('*Post without notifying anybody* no → **yes**');
  await at.to(0, '08:00');
  const [{ id } = { id: '' }] = at.rows<{ id: string }>('select story_id as id from told limit 1');
  const by = { userId: at.admin, locale: 'en-US', serverId: at.serverId, interactionId: '1' };
  const card = (await at.ask.storyById(id, by)) ?? expect.fail();
  await at.change.followInThread(by, at.channelId, card);
  await at.skip(minute);
  expect(flags()).toEqual([4_096, 4_096, 4_096]);
  const thread = at.messages().at(-1)?.id ?? '';
  for (let nth = 0; nth < 8; nth += 1) await at.skip(12 * 60 * minute);
  expect(flags(thread)).toEqual([4_096]);
  const off = await tick(at, ['thread']);
  expect(read(off)).toContain('*Post without notifying anybody* yes → **no**');
  await at.press(off, controlIn(off, 'digest:undo:'));
  expect(await at.say('digest settings')).toContain('without a notification');
});

test('a digest with nothing new gets no thread', async () => {
  const at = await withThreads({ quiet: 'post' });
  await at.to(0, '08:00');
  await at.to(1, '08:00');
  await wait(at, 5 * minute);
  expect(at.posted().at(-1)).toContain('A quiet day: nothing new.');
  expect(namesOf(at)).toEqual(['Tuesday 24 November']);
});

test('turning threads on names a missing permission, and is refused in a thread', async () => {
  const at = await openDesk({ before: newsInBoth });
  await at.change.subscribe(at.by, at.channelId, ['world']);
  at.server.setup.setOverwrite(at.channelId, 'bot', { deny: ['CreatePublicThreads'] });
  expect(read(await tick(at, ['thread']))).toContain('Grant it “Create Public Threads”');
  const thread = at.server.setup.addThread(at.channelId, { name: 'talk' }).id;
  await at.change.subscribe(at.by, thread, ['world']);
  await at.change.saveSettings(at.by, at.channelId, { thread: 'on', style: 'compact' });
  expect(read(await tick(at, ['thread'], thread))).toContain('no threads inside threads');
  const copied = await at.say('digest settings', { channel: thread, copy_from: at.channelId });
  expect(copied).toContain('No threads below the digests');
  expect(copied).toContain('no threads inside threads');
  const schedule = (await at.ask.subscription(at.serverId, thread))?.schedule;
  expect(schedule).toMatchObject({ thread: 'off', style: 'compact' });
  expect(await at.say('alerts set', { thread: 'true' })).toContain('Grant it “Create Public Threads”');
});

test('a permission lost later is reported once, and the thread is opened if it returns within the day', async () => {
  const at = await withThreads();
  at.server.setup.setOverwrite(at.channelId, 'bot', { deny: ['CreatePublicThreads'] });
  await at.to(0, '08:00');
  await wait(at, 30 * minute);
  at.report(0, events.chess[0], '/chess');
  await at.to(1, '08:00');
  await wait(at, 30 * minute);
  expect(at.told()).toEqual([expect.stringMatching(/isn’t allowed to open threads.*“Create Public Threads”/)]);
  at.server.setup.setOverwrite(at.channelId, 'bot', {});
  await at.to(1, '12:00');
  await wait(at, 30 * minute);
  expect(namesOf(at)).toEqual(['Wednesday 25 November']);
  expect(at.rows('select 1 from notices where over_at is null')).toEqual([]);
});
