import { describe, expect, test } from 'vitest';
import type { Fault } from '../../../playground/discord/http/faults.ts';
import { hour, minute, openDesk, type Tellings, wait } from '../../desk/desk.ts';
import { events } from '../../desk/events.ts';
import { quietMorning } from '../../desk/newsstand.ts';
import { always, naming, refused, statesOf } from '../../outbox/scene.ts';
import { addForum, confirmAll, half, hear, noticesOf, postsIn } from '../newsDesk.ts';

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

/** A forum that gets alerts, and its posts, oldest first. Discord forgets nonces. */
async function withForum(tags: string[] = [], requiresTag = false) {
  const at = await openDesk({ server: { settings: { nonceMs: 0 } }, before: quietMorning });
  const forum = addForum(at);
  const [world = ''] = at.server.setup.setTags(forum, tags, requiresTag);
  const said = await at.say('alerts set', { voices: 2, channel: forum });
  await at.drain();
  const posts = () => postsIn(at, forum);
  const failPost = (how: Fault, more: object = {}) =>
    at.server.fail({ method: 'POST', path: `/channels/${forum}/threads`, how, ...more });
  return { at, forum, world, posts, said, failPost };
}

test('a post whose first message a moderator deleted does not keep Lede from looking up another, and nobody is notified', async () => {
  const { at, posts, failPost } = await withForum();
  await at.confirm(events.ferry, '/ferry');
  const [{ id } = { id: '' }] = posts();
  at.server.setup.removeMessage(id, id);
  failPost('reset');
  await at.confirm(events.water, '/water');
  await wait(at, half);
  expect(posts()).toHaveLength(2);
  expect(statesOf(at)).toEqual(['sent', 'sent']);
  expect(at.told()).toEqual([]);
  // A post that is known to be another one is not opened.
  expect(at.server.requests.list('GET', /\/messages\/\d+$/)).toEqual([]);
});

test('if nobody knows whether posts were made, they are reported once a day for the forum and not made again', async () => {
  const { at, forum, posts, failPost } = await withForum();
  const loseOne = async (told: Tellings, link: string) => {
    failPost('reset-after-commit');
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
  expect(statesOf(at)).toEqual(['unknown', 'unknown']);
  expect(posts()).toHaveLength(2);
  expect(at.told().filter((text) => text.includes(unconfirmed))).toHaveLength(1);
});

test.each(['there', 'emptied', 'closed'])(
  'a post whose answer was lost, and that is %s when it is looked for, is not made again',
  async (how) => {
    const { at, posts, failPost } = await withForum();
    failPost('reset-after-commit');
    await at.confirm(events.ferry, '/ferry');
    const [{ id, thread } = expect.fail()] = posts();
    if (how === 'emptied') at.server.setup.removeMessage(id, id);
    if (thread && how === 'closed') thread.archived = true;
    await wait(at, 10 * minute);
    expect(posts()).toHaveLength(1);
    expect(statesOf(at)).toEqual(['sent']);
  },
);

test.each(['deleted', 'deleted while Lede was away'])(
  'a post that was %s is neither made nor followed again',
  async (how) => {
    const { at, posts } = await withForum();
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
    expect(statesOf(at)).toEqual(how === 'deleted' ? ['sent'] : ['sent', 'lost']);
  },
);

test('a permission missing in all posts of a forum is reported once, for the forum, until updates are posted again', async () => {
  const { at, forum, posts } = await withForum();
  await confirmAll(at);
  await at.skip(hour);
  at.server.setup.setOverwrite(forum, 'bot', { deny: ['SendMessagesInThreads'] });
  await confirmAll(at, { '/offer': events.offers, '/signed': signed });
  await wait(at, half);
  expect(at.rows("select 1 from deliveries where kind = 'update' and state = 'pending'")).toHaveLength(2);
  expect(at.told()).toEqual([expect.stringContaining(`<#${forum}>`)]);
  expect(at.told()[0]).toContain('in a forum “Create Posts” and “Send Messages in Posts”');
  at.server.setup.setOverwrite(forum, 'bot', {});
  await wait(at, half);
  expect(posts().map(({ messages }) => messages.length)).toEqual([2, 2]);
  expect(await noticesOf(at)).toEqual([]);
  expect(at.told()).toHaveLength(1);
});

test('a post gets the news of its story as replies, and is archived when the story is silent', async () => {
  const { at, posts } = await withForum();
  await at.confirm(events.ferry, '/ferry');
  await at.skip(hour);
  await at.confirm(events.offers, '/offer');
  const [post] = posts();
  expect(at.posted(post?.id)).toEqual([expect.anything(), expect.stringMatching(/ten hours of rest/)]);
  expect(post?.thread?.archived).toBe(false);
  for (let nth = 0; nth < 8; nth += 1) await at.skip(12 * hour);
  expect(post?.thread?.archived).toBe(true);
  expect(at.posted(post?.id)).toHaveLength(2);
});

test.each([
  ['SendMessages', '“Create Posts”', '„Posts erstellen“'],
  ['SendMessagesInThreads', '“Send Messages in Posts”', '„Nachrichten in Posts senden“'],
  ['ReadMessageHistory', '“Read Message History”', '„Nachrichtenverlauf anzeigen“'],
] as const)('alerts where Lede lacks %s in a forum are refused with its name there', async (name, en, de) => {
  const at = await openDesk();
  const forum = addForum(at);
  at.server.setup.setOverwrite(forum, 'bot', { deny: [name] });
  const german = at.addMember('Jo', { locale: 'de', admin: true });
  expect(await at.say('alerts set', { channel: forum })).toContain(en);
  expect(await at.say('alerts set', { channel: forum }, german)).toContain(de);
  expect(at.rows('select 1 from alerts')).toEqual([]);
});

describe('in a forum channel', () => {
  test('each story is a post with the tag of its topic, named by its headline, which grows', async () => {
    const { at, world, posts, said } = await withForum(['World', 'Other']);
    expect(said).toContain('Each story gets its own post');
    await confirmAll(at);
    expect(posts()).toHaveLength(2);
    for (const words of [/deckhands/i, /water bill/i]) {
      expect(posts().filter(({ name }) => words.test(name))).toHaveLength(1);
    }
    for (const { id, messages, thread } of posts()) {
      expect([messages.map((message) => message.id), thread?.tagIds]).toEqual([[id], [world]]);
    }
    await hear(at, 2, events.ferry[2], '/ferry');
    const ferry = posts().find(({ name }) => /deckhands/i.test(name));
    expect(at.posted(ferry?.id)[0]).toContain('3 newsrooms report independently');
    expect(posts()).toHaveLength(2);
  });

  test('a post is made without a tag that was deleted meanwhile', async () => {
    const { at, world, posts, failPost } = await withForum(['World', 'Other']);
    failPost({ ...refused, at: ['applied_tags'] }, { ...naming(`"applied_tags":["${world}"]`), ...always });
    await at.confirm(events.ferry, '/ferry');
    await at.skip(minute);
    expect(posts()).toMatchObject([{ name: expect.stringMatching(/deckhands/i), thread: { tagIds: [] } }]);
    expect(statesOf(at)).toEqual(['sent']);
  });

  test('a post that waits for a permission is dropped with the alerts, even if they are set again', async () => {
    const { at, forum, posts } = await withForum();
    at.server.setup.setOverwrite(forum, 'bot', { deny: ['SendMessages'] });
    await at.confirm(events.ferry, '/ferry');
    expect(statesOf(at)).toEqual(['pending']);
    await at.change.removeAlert(at.by, forum);
    await at.change.setAlert(at.by, forum, { voices: 2, forum: { tagIds: {} } });
    at.server.setup.setOverwrite(forum, 'bot', {});
    await at.skip(20 * minute);
    expect(posts()).toEqual([]);
    expect(statesOf(at)).toEqual(['lost']);
  });

  test('a tag for a topic with a long name is cut between its letters', async () => {
    const at = await openDesk({ before: quietMorning });
    const words = { all: [], any: ['chess'], not: [] };
    await at.change.createTopic(at.by, `Chess on the islands${'♟️🏝️'.repeat(4)}`, words);
    const forum = addForum(at);
    at.server.setup.grantBot(at.serverId, ['ManageChannels']);
    await at.run('alerts set', { channel: forum, voices: 3 });
    const names = at.server.setup.channel(forum).forum?.tags.map(({ name }) => name) ?? [];
    expect(names.filter((name) => name.startsWith('Chess'))).toEqual(['Chess on the…']);
    for (const name of names) expect(name.isWellFormed() && name.length <= 20).toBe(true);
  });

  test('that requires a tag gets one, and a forum that has no tags gets an explanation', async () => {
    const { at, posts } = await withForum(['Anything'], true);
    await at.confirm(events.ferry, '/ferry');
    expect(posts()).toHaveLength(1);
    expect((await withForum([], true)).said).toContain('need a tag, and the channel has none');
  });

  test('that began to require a tag after alerts were set gets the first one that it has', async () => {
    const { at, forum, posts } = await withForum(['Anything']);
    const [anything] = at.server.setup.setTags(forum, ['Anything', 'Else'], true);
    await at.confirm(events.ferry, '/ferry');
    expect(posts().map(({ thread }) => thread?.tagIds)).toEqual([[anything]]);
    expect(statesOf(at)).toEqual(['sent']);
  });
});
