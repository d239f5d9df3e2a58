import { expect, test } from 'vitest';
import { hour, minute, openDesk, type Tellings, wait } from '../../desk/desk.ts';
import { events } from '../../desk/events.ts';
import { quietMorning } from '../../desk/newsstand.ts';

const half = 30 * minute;
const signed = [
  {
    title: 'President signs the water bill after a debate of nine hours in parliament',
    paragraphs: [
      'The president has signed the water bill that the upper house of parliament passed by three votes.',
      'Towns may buy back their reservoirs from private owners from the first of January.',
    ],
  },
  {
    title: 'Water bill is signed, and owners of reservoirs go to the constitutional court',
    paragraphs: [
      'With the signature of the president the water bill is law, and towns may buy back reservoirs.',
      'The owners of the reservoirs filed their complaint with the constitutional court within the hour.',
    ],
  },
] as const;

/** A forum that gets alerts, and its posts, oldest first. */
async function withForum() {
  const at = await openDesk({ server: { settings: { nonceMs: 0 } }, before: quietMorning });
  const forum = at.server.setup.addChannel(at.serverId, { name: 'stories', kind: 'forum' }).id;
  await at.change.setAlert(at.by, forum, { voices: 2, forum: { tagIds: {} } });
  await at.drain();
  const posts = () => [...at.server.world.channels.values()].filter(({ parentId }) => parentId === forum);
  const lose = (how: 'reset' | 'reset-after-commit') =>
    at.server.fail({ method: 'POST', path: `/channels/${forum}/threads`, how });
  const states = () => at.rows<{ state: string }>('select state from deliveries order by due_at');
  return { at, forum, posts, lose, states };
}

test('a post whose first message a moderator deleted does not keep Lede from looking up another, and nobody is notified', async () => {
  const { at, posts, lose, states } = await withForum();
  await at.confirm(events.ferry, '/ferry');
  const [{ id } = { id: '' }] = posts();
  at.server.setup.removeMessage(id, id);
  lose('reset');
  await at.confirm(events.water, '/water');
  await wait(at, half);
  expect(posts()).toHaveLength(2);
  expect(states()).toEqual([{ state: 'sent' }, { state: 'sent' }]);
  expect(at.told()).toEqual([]);
  // A post that is known to be another one is not opened.
  expect(at.server.requests.list('GET', /\/messages\/\d+$/)).toEqual([]);
});

test('if nobody knows whether posts were made, they are reported once a day for the forum and not made again', async () => {
  const { at, forum, posts, lose, states } = await withForum();
  const loseOne = async (told: Tellings, link: string) => {
    lose('reset-after-commit');
    at.bothReport(told, link);
    await wait(at, 2 * hour);
  };
  at.server.setup.setOverwrite(forum, 'bot', { deny: ['ReadMessageHistory'] });
  await loseOne(events.ferry, '/ferry');
  const unconfirmed = `did not confirm that a message arrived in <#${forum}>`;
  expect(at.told()).toEqual([expect.stringContaining('Read Message History'), expect.stringContaining(unconfirmed)]);
  // As the next message does that is posted there.
  await at.app.storage.records.servers.channelNoticesOver(at.serverId, forum, at.now);
  await loseOne(events.water, '/water');
  expect(states()).toEqual([{ state: 'unknown' }, { state: 'unknown' }]);
  expect(posts()).toHaveLength(2);
  expect(at.told().filter((text) => text.includes(unconfirmed))).toHaveLength(1);
});

test.each(['emptied', 'closed'] as const)(
  'a post that was %s before it was looked for is not made again',
  async (how) => {
    const { at, posts, lose, states } = await withForum();
    lose('reset-after-commit');
    await at.confirm(events.ferry, '/ferry');
    const [post] = posts();
    if (post?.thread === undefined) throw new Error('no post');
    if (how === 'emptied') at.server.setup.removeMessage(post.id, post.id);
    else post.thread.archived = true;
    await wait(at, 10 * minute);
    expect(posts()).toHaveLength(1);
    expect(states()).toEqual([{ state: 'sent' }]);
  },
);

test.each(['deleted', 'deleted while Lede was away'])(
  'a post that was %s is neither made nor followed again',
  async (how) => {
    const { at, posts, states } = await withForum();
    await at.confirm(events.ferry, '/ferry');
    await at.skip(minute);
    const [{ id } = { id: '' }] = posts();
    const open = () => at.rows('select 1 from follows where ended_at is null').length;
    expect(open()).toBe(1);
    if (how === 'deleted') {
      at.server.setup.removeChannel(id);
      await expect.poll(open).toBe(0);
    } else at.server.world.channels.delete(id);
    await at.skip(minute);
    await at.confirm(events.offers, '/offer');
    await wait(at, hour);
    at.bothReport([events.ferry[2], events.ferryLater], '/ballot');
    await wait(at, hour, 5 * minute);
    expect([posts(), open(), at.told()]).toEqual([[], 0, []]);
    expect(states()).toEqual(how === 'deleted' ? [{ state: 'sent' }] : [{ state: 'sent' }, { state: 'lost' }]);
  },
);

test('a permission missing in all posts of a forum is reported once, for the forum, until updates are posted again', async () => {
  const { at, forum, posts } = await withForum();
  for (const outlet of [0, 1])
    at.list(outlet, {
      '/ferry': events.ferry[outlet] ?? events.ferry[0],
      '/water': events.water[outlet] ?? events.water[0],
    });
  await at.skip(half);
  await at.skip(hour);
  at.server.setup.setOverwrite(forum, 'bot', { deny: ['SendMessagesInThreads'] });
  for (const outlet of [0, 1])
    at.list(outlet, { '/offer': events.offers[outlet] ?? events.ferryLater, '/signed': signed[outlet] ?? signed[0] });
  await at.skip(half);
  await wait(at, half);
  expect(at.rows("select 1 from deliveries where kind = 'update' and state = 'pending'")).toHaveLength(2);
  expect(at.told()).toEqual([expect.stringContaining(`<#${forum}>`)]);
  expect(at.told()[0]).toContain('in a forum “Create Posts” and “Send Messages in Posts”');
  at.server.setup.setOverwrite(forum, 'bot', {});
  await wait(at, half);
  expect(posts().map(({ messages }) => messages.length)).toEqual([2, 2]);
  expect((await at.ask.status(at.serverId)).notices).toEqual([]);
  expect(at.told()).toHaveLength(1);
});

test.each([
  ['SendMessages', '“Create Posts”', '„Posts erstellen“'],
  ['SendMessagesInThreads', '“Send Messages in Posts”', '„Nachrichten in Posts senden“'],
  ['ReadMessageHistory', '“Read Message History”', '„Nachrichtenverlauf anzeigen“'],
] as const)('alerts where Lede lacks %s in a forum are refused with its name there', async (name, en, de) => {
  const at = await openDesk();
  const forum = at.server.setup.addChannel(at.serverId, { name: 'stories', kind: 'forum' }).id;
  at.server.setup.setOverwrite(forum, 'bot', { deny: [name] });
  const german = at.addMember('Jo', { locale: 'de', admin: true });
  for (const [user, called] of [
    [at.admin, en],
    [german, de],
  ] as const) {
    expect(await at.say('alerts set', { channel: forum }, user)).toContain(called);
  }
  expect(at.rows('select 1 from alerts')).toEqual([]);
});
