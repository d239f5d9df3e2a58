import { expect, test } from 'vitest';
import { textOf } from '../../playground/server/reading.ts';
import type { WireMessage } from '../../playground/server/wire.ts';
import type { Undo } from '../../src/desk/changes/undo.ts';
import type { Refusal } from '../../src/desk/refusal.ts';
import { forget, tracesOf } from '../../src/operation/forget.ts';
import { controls } from '../commands/scene.ts';
import { day, firstDay, hour, itemOf, minute, openDesk, type TestDesk } from '../desk/desk.ts';
import { catalogueOf } from '../desk/newsstand.ts';

/** What three outlets tell of a day: words of its own, so that each is an event of its own. */
const tellings: readonly ((name: string) => { title: string; paragraphs: string[] })[] = [
  (name) => ({
    title: `${name}berg opens its ${name}holm in ${name}dal`,
    paragraphs: [
      `The ${name}berg opens its ${name}holm in ${name}dal this winter, after ${name}sen had waited for years.`,
    ],
  }),
  (name) => ({
    title: `${name}berg buys the ${name}holm of ${name}dal`,
    paragraphs: [
      `The ${name}berg buys the ${name}holm of ${name}dal for four million crowns, ${name}sen told reporters.`,
    ],
  }),
  (name) => ({
    title: `${name}berg loses against ${name}holm at ${name}dal`,
    paragraphs: [
      `The ${name}berg loses against ${name}holm at ${name}dal on Monday, as ${name}sen missed both chances.`,
    ],
  }),
];

const words = ['Quor', 'Velt', 'Brim', 'Noxa', 'Tarn', 'Ulme', 'Fisk', 'Gral'];
const daysOfNews = 7;

/** On even days two stories of birds and one of the world, on odd days the other way round. */
function print(at: TestDesk, dayNumber: number): void {
  const published = firstDay + dayNumber * day + 5 * hour;
  const isOfBirds = dayNumber % 2 === 0;
  for (const [nth, path] of (isOfBirds ? ['/tech', '/tech', '/world'] : ['/world', '/world', '/tech']).entries()) {
    const name = `${words[dayNumber]}${['al', 'or', 'um'][nth]}`;
    const told = tellings[nth]?.(name) ?? expect.fail();
    at.sites[nth]?.feed(`${path}.xml`, [itemOf(told, `/${name}`, published)]);
  }
}

const empty = (at: TestDesk) => {
  for (const site of at.sites) for (const path of ['/world.xml', '/tech.xml']) site.feed(path, []);
};

/** A channel of two topics at eight UTC whose members vote, with its first digest. */
async function voted(votes = 'on'): Promise<TestDesk> {
  const at = await openDesk();
  const { topics, outlets } = catalogueOf(at.sites);
  // No model knows a topic of birds, so that its feeds say what belongs to it.
  const renamed = <One extends object>(one: One) => ({ ...one, topicId: 'birds' });
  await at.restart({
    catalogue: {
      topics: topics.map((topic) => (topic.id === 'world' ? topic : { ...topic, id: 'birds', names: { en: 'Birds' } })),
      outlets: outlets.map((outlet) => ({
        ...outlet,
        feeds: outlet.feeds.map((feed) => (feed.topicId === 'world' ? feed : renamed(feed))),
      })),
    },
  });
  await at.app.desk.change.subscribe(at.by, at.channelId, ['world', 'birds']);
  await at.app.desk.change.reschedule(at.by, at.channelId, { zone: 'UTC', votes });
  await morningOf(at, 0);
  return at;
}

async function morningOf(at: TestDesk, dayNumber: number): Promise<void> {
  empty(at);
  print(at, dayNumber);
  await at.to(dayNumber, '06:00');
  await at.to(dayNumber, '08:00');
}

const member = (at: TestDesk, name = 'Max', locale = 'en-GB') => {
  const { id } = at.server.setup.addUser({ name, locale });
  at.server.setup.addMember(at.serverId, id);
  return id;
};

const idOf = (at: TestDesk, dayNumber: number) =>
  `${at.channelId}/daily/${new Date(firstDay + dayNumber * day).toISOString().slice(0, 10)}#0`;

const shown = async (life: { shown: Promise<{ kind: string; message?: WireMessage }> }): Promise<WireMessage> => {
  const { message } = await life.shown;
  return message ?? expect.fail('no message');
};
/** Presses a button of a message, the channel's last if left out. */
async function press(at: TestDesk, way: 'up' | 'down', user: string, message = at.messages().at(-1)) {
  const customId = controls(message ?? expect.fail()).find((id) => id.startsWith(`digest:${way}:`)) ?? '';
  const act = { user, channel: message?.channel_id ?? '', messageId: message?.id ?? '', customId };
  const answer = await shown(at.server.acts.click(act));
  expect(answer.flags & 64, 'only the member sees it').toBe(64);
  return textOf(answer);
}
const refused = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error: Refusal) => error.code,
  );
const stored = (at: TestDesk) => at.rows<{ user: string; vote: number }>('select user_id as user, vote from votes');

/** So many members say every day what they want less of: birds. */
async function weeks(at: TestDesk, members: number): Promise<void> {
  for (let number = 0; number < daysOfNews; number += 1) {
    if (number > 0) await morningOf(at, number);
    await at.skip(hour);
    for (let nth = 0; nth < members; nth += 1) {
      const by = { serverId: at.serverId, userId: `${7_000 + nth}` };
      await at.app.desk.change.vote(by, at.channelId, idOf(at, number), number % 2 === 0 ? -1 : 1);
    }
  }
}

const votesOf = async (at: TestDesk, channelId = at.channelId) => {
  const { places } = await at.app.desk.ask.previewDigest(channelId, at.serverId);
  const of = (topicId: string) => places.find((place) => place.topicId === topicId)?.importance?.votes;
  return { birds: of('birds'), world: of('world') };
};

test('a digest has two buttons only where members may vote, also one that is asked for', async () => {
  const at = await voted('off');
  expect(controls(at.messages()[0] ?? expect.fail()).join()).not.toContain('digest:');
  await at.app.desk.change.reschedule(at.by, at.channelId, { votes: 'on' });
  at.now += 2 * minute;
  await at.app.desk.change.postNow(at.by, at.channelId, '77');
  await at.drain();
  const [, asked] = at.messages();
  expect(controls(asked ?? expect.fail()).slice(-2)).toEqual(
    ['up', 'down'].map((way) => `digest:${way}:${at.channelId}/asked/77`),
  );
  expect(await press(at, 'up', member(at))).toContain('Noted');
});

test('a member has one vote on a digest: the same button takes it back, the other one changes it', async () => {
  const at = await voted();
  const [max, eva] = [member(at), member(at, 'Eva', 'de')];
  expect(await press(at, 'up', max)).toBe('Noted: more like this digest. Press it again to take that back.');
  expect(await press(at, 'down', max)).toBe('Noted: less like this digest. Press it again to take that back.');
  expect(stored(at)).toEqual([{ user: max, vote: -1 }]);
  expect(await press(at, 'up', eva)).toContain('Notiert: mehr Überblicke wie diesen.');
  expect(await press(at, 'down', max)).toBe('Taken back: you have no vote on this digest now.');
  expect(stored(at)).toEqual([{ user: eva, vote: 1 }]);
  // Nothing is edited for a vote.
  expect(at.messages().every(({ edited_timestamp: edited }) => edited === null)).toBe(true);
});

test('votes end three days after the digest, and with the setting', async () => {
  const at = await voted();
  const max = member(at);
  await at.to(3, '07:59');
  const [first] = at.messages();
  expect(await press(at, 'up', max, first)).toContain('Noted');
  await at.to(3, '08:01');
  expect(await press(at, 'up', max, first)).toContain('Members can vote on a digest for 3 days');
  expect(stored(at)).toHaveLength(1);
  const [, second] = at.messages();
  // The second day brought nothing.
  expect(controls(second ?? expect.fail()).join()).not.toContain('digest:');
  await morningOf(at, 4);
  await at.app.desk.change.reschedule(at.by, at.channelId, { votes: 'off' });
  expect(await press(at, 'down', max)).toContain('Votes are turned off in this channel');
  expect(stored(at)).toHaveLength(1);
});

test('a made-up digest, that of another channel or server, and an alert can’t be voted on', async () => {
  const at = await voted();
  const { change } = at.app.desk;
  const other = at.server.setup.addChannel(at.serverId, { name: 'other' }).id;
  await change.subscribe(at.by, other, ['world']);
  await change.reschedule(at.by, other, { votes: 'on' });
  const by = { serverId: at.serverId, userId: member(at) };
  const vote = (id: string, channelId = at.channelId, serverId = at.serverId) =>
    refused(change.vote({ ...by, serverId }, channelId, id, 1));
  expect(await vote(idOf(at, 0), other)).toBe('not-votable');
  expect(await vote(idOf(at, 0), at.channelId, '999')).toBe('not-votable');
  for (const id of ['', 'preview', `${idOf(at, 0)}'--`, `${at.channelId}/daily/2026-11-24#1`])
    expect(await vote(id)).toBe('not-votable');
  // A message of Lede's that is no digest.
  await at.app.storage.transaction(async ({ deliveries }) => {
    const digest = (await deliveries.byId(idOf(at, 0))) ?? expect.fail();
    const { state: _, attempts, nextTryAt, messageIds, attemptAt, sentAt, ...made } = digest;
    await deliveries.add({ ...made, id: 'alert', kind: 'alert' } as never, [], at.now);
  });
  expect(await vote('alert')).toBe('not-votable');
  expect(stored(at)).toEqual([]);
});

test('a channel shifts by its members’ votes, it alone, and /why names it', async () => {
  const at = await voted();
  const { change } = at.app.desk;
  await weeks(at, 12);
  const other = at.server.setup.addChannel(at.serverId, { name: 'other' }).id;
  await change.subscribe(at.by, other, ['world', 'birds']);
  await change.reschedule(at.by, other, { votes: 'on' });
  await morningOf(at, daysOfNews);
  const here = await votesOf(at);
  expect(here.birds).toBeLessThan(-0.05);
  expect(here.world).toBeGreaterThan(0.05);
  expect(await votesOf(at, other)).toEqual({ birds: undefined, world: undefined });
  const why = await shown(
    at.server.acts.run({ user: at.admin, channel: at.channelId, command: 'why', options: { query: 'Gralalberg' } }),
  );
  expect(textOf(why)).toMatch(/- [+]0\.\d from members’ votes on earlier digests/);
  await change.reschedule(at.by, at.channelId, { votes: 'off' });
  expect(await votesOf(at)).toEqual({ birds: undefined, world: undefined });
  await change.reschedule(at.by, at.channelId, { votes: 'on' });
  expect(await votesOf(at)).toEqual(here);
  // Two months later they are history.
  await at.to(daysOfNews + 61, '08:00');
  expect(stored(at)).toEqual([]);
  expect(at.rows('select * from ballots')).toEqual([]);
}, 30_000);

test('an admin sees the votes and resets them; that can be taken back, and later they are deleted', async () => {
  const at = await voted();
  await weeks(at, 12);
  await morningOf(at, daysOfNews);
  const before = await votesOf(at);
  const settings = await shown(
    at.server.acts.run({ user: at.admin, channel: at.channelId, command: 'digest settings', options: {} }),
  );
  expect(textOf(settings)).toContain('· members vote');
  expect(textOf(settings)).toContain('**Votes** 84 by 12 members in the last 60 days');
  const click = (message: WireMessage, customId = '') =>
    shown(at.server.acts.click({ user: at.admin, channel: at.channelId, messageId: message.id, customId }));
  const reset = await click(settings, `digest:reset:${at.channelId}`);
  expect(textOf(reset)).toContain('were reset: those given so far no longer count');
  expect(await votesOf(at)).toEqual({ birds: undefined, world: undefined });
  expect(await at.app.desk.ask.votes(at.serverId, at.channelId)).toEqual({ votes: 0, members: 0 });
  await click(reset, controls(reset)[0]);
  expect(await votesOf(at)).toEqual(before);
  const undo = JSON.parse(JSON.stringify(await at.app.desk.change.resetVotes(at.by, at.channelId))) as Undo;
  expect(await refused(at.app.desk.change.resetVotes({ ...at.by, serverId: '999' }, at.channelId))).toBe(
    'not-subscribed',
  );
  await at.skip(3 * hour);
  expect(stored(at)).toEqual([]);
  await at.app.desk.change.undo(at.by, undo);
  expect(await votesOf(at)).toEqual({ birds: undefined, world: undefined });
}, 30_000);

test('a vote that was reset is given anew by the same button', async () => {
  const at = await voted();
  const max = member(at);
  await press(at, 'up', max);
  await at.app.desk.change.resetVotes(at.by, at.channelId);
  at.now += 1_000;
  expect(await press(at, 'up', max)).toContain('Noted');
  expect(await at.app.desk.ask.votes(at.serverId, at.channelId)).toEqual({ votes: 1, members: 1 });
});

test('the votes of a channel that was unsubscribed count no more when it gets digests again, unless that is taken back', async () => {
  const at = await voted();
  await press(at, 'up', member(at));
  await at.app.desk.change.unsubscribe(at.by, at.channelId, 'world');
  at.now += 1_000;
  const { undo } = await at.app.desk.change.unsubscribe(at.by, at.channelId, 'birds');
  const count = async () => (await at.app.desk.ask.votes(at.serverId, at.channelId)).votes;
  await at.app.desk.change.undo(at.by, undo);
  expect(await count()).toBe(1);
  await at.app.desk.change.unsubscribe(at.by, at.channelId, 'birds');
  await at.app.desk.change.subscribe(at.by, at.channelId, ['world']);
  expect(await count()).toBe(0);
});

test('votes go with the member who wants that, with the channel, with the server, and shares with their outlet', async () => {
  const at = await voted();
  const [max, eva] = [member(at), member(at, 'Eva')];
  await press(at, 'up', max);
  await press(at, 'down', eva);
  expect(await at.app.desk.ask.aboutMe(max)).toMatchObject({
    votes: { digests: [{ serverId: at.serverId, channelId: at.channelId, digest: idOf(at, 0), vote: 1, at: at.now }] },
  });
  await at.app.desk.change.forgetMe(max);
  expect(stored(at)).toEqual([{ user: eva, vote: -1 }]);
  const outlets = () => at.rows("select subject_id as id from ballots where kind = 'outlet' order by subject_id");
  expect(outlets()).toEqual([{ id: 'courier' }, { id: 'harbour-post' }, { id: 'lantern' }]);
  const traces = await tracesOf(at.app.storage, at.sites[1]?.host ?? '');
  await forget(
    { storage: at.app.storage, render: { draw: () => ({ payloads: [], told: [] }) }, pictures: false },
    traces,
    at.now,
  );
  expect(outlets()).not.toContainEqual({ id: 'courier' });
  await at.app.storage.transaction((records) => records.servers.purge('999'));
  expect(stored(at)).toHaveLength(1);
  await at.app.desk.change.channelGone(at.serverId, at.channelId);
  expect(stored(at)).toEqual([]);
});
