import { expect, test } from 'vitest';
import type { TypedAlert } from '../../../commands/alerts/change.ts';
import { isOfItems } from '../../../src/storage/records/servers/alerts.ts';
import { day, firstDay, hour, itemOf, minute, openDesk, type TestDesk } from '../../desk/desk.ts';
import { events } from '../../desk/events.ts';
import { type Item, quietMorning } from '../../desk/newsstand.ts';
import { answers } from '../../engine/feeds/servicePages.ts';
import { always, filtered, naming, patch } from '../../outbox/scene.ts';
import { failOn } from '../../storage/beside.ts';
import { addForum, postsIn, silenced } from '../newsDesk.ts';
import { read } from '../scene.ts';

/** Two patch notes of one game, which the grouping takes for one story. */
const patches = [
  {
    title: 'Harbour Tycoon patch 1.2 is live',
    paragraphs: [
      'Patch 1.2 of Harbour Tycoon is live: cranes no longer turn backwards, and the tide table of the harbour is right again.',
      'The patch also makes pilots of Harbour Tycoon cheaper, lets tugs wait at the quay, and repairs the saving of games that hold more than nine hundred ships in one harbour.',
    ],
  },
  {
    title: 'Harbour Tycoon patch 1.3 is live',
    paragraphs: [
      'Patch 1.3 of Harbour Tycoon is live: cranes of the harbour lift two containers, and the tide table has a night view.',
      'The patch also makes tugs of Harbour Tycoon faster, lets pilots wait at the quay, and repairs the loading of games that hold more than nine hundred ships in one harbour.',
    ],
  },
] as const;

/** Small items that have nothing in common. */
const notes = (count: number, at: number, from = 0): Item[] =>
  Array.from({ length: count }, (_, n) => ({
    title: `Note ${from + n} of the n${from + n}son yard`,
    link: `/note-${from + n}`,
    at,
    html: `<p>${['thing', 'town', 'ville', 'ish'].map((end) => `n${from + n}${end}`).join(' ')} came. </p>`.repeat(9),
  }));

/** A desk whose server has own feeds of the given outlets, with one old item each, and a rule that wants them at once. */
async function withFeeds(typed: TypedAlert = {}, outlets: readonly number[] = [2]) {
  const at = await openDesk({ before: quietMorning });
  for (const outlet of outlets) {
    list(at, outlet, []);
    await addOwn(at, outlet);
  }
  await at.drain();
  const { alert } = await at.change.setAlert(at.by, at.channelId, { voices: 1, ...typed });
  expect(isOfItems(alert)).toBe(true);
  await at.skip(minute);
  return at;
}

const old = itemOf(events.moose[0], '/moose', firstDay - 2 * day);

function list(at: TestDesk, outlet: number, items: readonly Item[]) {
  at.sites[outlet]?.feed('/own.xml', [...items, old]);
}

const addOwn = (at: TestDesk, outlet: number, path = '/own.xml') =>
  at.change.addFeed(at.by, { url: `${at.sites[outlet]?.origin}${path}`, title: 'Own', items: [] }, undefined);

/** Lets time pass in steps that are shorter than any patience of Lede's. */
async function pass(at: TestDesk, ms: number) {
  for (const end = at.now + ms; at.now < end; ) await at.skip(minute);
}

/** Lets the own feed of an outlet list these items, and time pass until they are posted. */
function fresh(at: TestDesk, outlet: number, items: readonly Item[]) {
  list(at, outlet, items);
  return pass(at, 7 * minute);
}

/** Time from when the article at this link was first seen to when its message is due. */
const lateness = (at: TestDesk, link: string) =>
  at.rows<{ ms: number }>(
    "select d.due_at - a.first_seen_at as ms from deliveries d, articles a where d.kind = 'item' and a.url like ?",
    `%${link}`,
  )[0]?.ms;

test('each new item of an own feed is posted within two minutes after a poll saw it, and its feed is polled every five', async () => {
  const at = await withFeeds();
  const polls = () => at.sites[2]?.count('/own.xml') ?? 0;
  at.sites[0]?.feed('/world.xml', [itemOf(events.water[0], '/water', at.now)]);
  const before = polls();
  await pass(at, hour / 2);
  expect(polls() - before).toBeGreaterThanOrEqual(6);
  expect(polls() - before).toBeLessThanOrEqual(8);
  expect(at.posted()).toEqual([]);
  await fresh(at, 2, [itemOf(patches[0], '/1.2', at.now)]);
  const [posted = '', ...others] = at.posted();
  expect(others).toEqual([]);
  for (const said of [patches[0].title, 'cranes no longer turn backwards', 'Lantern']) expect(posted).toContain(said);
  expect(posted).not.toMatch(/newsroom|first reported/);
  expect(lateness(at, '/1.2')).toBeLessThan(2 * minute);
});

test('two items of one feed about one story are both posted; another own feed’s item joins the message', async () => {
  const at = await withFeeds({}, [1, 2]);
  await fresh(at, 2, [itemOf(patches[0], '/1.2', at.now)]);
  await fresh(at, 2, [itemOf(patches[1], '/1.3', at.now), itemOf(patches[0], '/1.2', at.now - 7 * minute)]);
  expect(at.rows('select distinct story_id from articles where url like ?', '%/1.%')).toHaveLength(1);
  expect(at.posted()).toHaveLength(2);
  expect(at.posted()[1]).toContain(patches[1].title);
  await fresh(at, 1, [itemOf({ ...patches[1], title: 'Patch 1.3 for Harbour Tycoon' }, '/tycoon', at.now)]);
  expect(at.posted()).toHaveLength(2);
  expect(at.posted()[1]).toContain('Also: ');
  expect(at.posted()[1]).toContain('/tycoon');
  expect(at.posted()[0]).not.toContain('/tycoon');
});

test('two own feeds with one story at the same time give one message', async () => {
  const at = await withFeeds({}, [1, 2]);
  list(at, 1, [itemOf(patches[0], '/here', at.now)]);
  await fresh(at, 2, [itemOf({ ...patches[0], title: 'Harbour Tycoon gets patch 1.2' }, '/there', at.now)]);
  expect(at.posted()).toHaveLength(1);
  for (const link of ['/here', '/there']) expect(at.posted()[0]).toContain(link);
});

test('an item that joins and whose link Discord’s filter blocks is left out of the message', async () => {
  const at = await withFeeds({}, [1, 2]);
  await fresh(at, 2, [itemOf(patches[0], '/1.2', at.now)]);
  const host = at.sites[1]?.host ?? '';
  const fault = at.server.fail({ ...patch, how: filtered, ...always, ...naming(`${host}/`) });
  list(at, 1, [itemOf({ ...patches[0], title: 'Harbour Tycoon gets patch 1.2' }, '/there', at.now)]);
  await pass(at, 12 * minute);
  expect(fault.hits).toBeGreaterThan(0);
  expect(at.posted()).toEqual([expect.not.stringContaining(host)]);
  expect(at.rows("select 1 from edits where state != 'done'")).toEqual([]);
});

test('an item without a text is posted in time, although its page never comes', async () => {
  const at = await withFeeds();
  at.sites[2]?.put('/episode', { status: 503, headers: { 'retry-after': '86400' } });
  list(at, 2, [{ title: 'Episode 7: The tide table', link: '/episode', at: at.now }]);
  await pass(at, 5 * minute + 2 * minute);
  expect(at.posted()).toEqual([expect.stringContaining('Episode 7: The tide table')]);
  expect(lateness(at, '/episode')).toBeLessThan(90_000);
});

test('what a feed lists again under another title, guid or address is not posted again', async () => {
  const at = await withFeeds();
  const dated = at.now;
  const undated = { title: 'Server maintenance', link: '/down', html: '<p>The servers of the yard rest tonight.</p>' };
  const first = itemOf(patches[0], '/1.2', dated, { guid: 'p12' });
  await fresh(at, 2, [first, undated]);
  expect(at.posted()).toHaveLength(2);
  for (const again of [
    { ...first, title: 'Harbour Tycoon: patch 1.2 is live now' },
    { ...first, guid: 'other' },
    { ...first, link: '/news/1.2' },
    { ...first, link: '/blog/1.2', guid: 'moved' },
  ]) {
    await fresh(at, 2, [again, { ...undated, link: `/down?${again.guid}` }]);
  }
  expect(at.posted()).toHaveLength(2);
});

test('a feed without dates that moves to other addresses posts nothing again, but what is new', async () => {
  const at = await withFeeds();
  const undated = (from: string, count: number) =>
    notes(count, at.now).map((note) => ({ ...note, at: undefined, link: `${from}${note.link}` }));
  await fresh(at, 2, undated('/old', 4));
  expect(at.posted()).toHaveLength(1);
  await at.skip(3 * day);
  await fresh(at, 2, undated('/new', 4));
  expect(at.posted()).toHaveLength(1);
  await fresh(at, 2, undated('/newer', 5).reverse());
  expect(at.posted()).toEqual([expect.anything(), expect.stringContaining('Note 4')]);
});

test('the items of one poll, more than the 200 of one look, are one message, and what the day’s limit holds back comes on the next day', async () => {
  const at = await withFeeds({ perDay: 2 });
  list(at, 2, notes(210, at.now));
  await pass(at, 8 * minute);
  expect(at.posted()).toHaveLength(1);
  expect(at.posted()[0]).toContain('210 new items');
  expect(at.posted()[0]).toContain('and 197 more');
  for (const nth of [0, 1, 2]) {
    await fresh(at, 2, notes(1, at.now, 400 + nth));
  }
  expect(at.posted()).toHaveLength(2);
  await at.to(1, '00:01');
  expect(at.posted().slice(2)).toEqual([401, 402].map((nth) => expect.stringContaining(`Note ${nth}`)));
});

test('what comes in quiet hours is posted after them, also after the rule was changed', async () => {
  const at = await withFeeds({ quiet: '6-12' });
  await fresh(at, 2, notes(5, at.now));
  const own = await at.ask.feeds(at.serverId);
  await at.change.setAlert(at.by, at.channelId, { perDay: 30, feedIds: own.map(({ id }) => id) });
  await fresh(at, 2, [...notes(1, at.now, 9), ...notes(5, at.now - 7 * minute)]);
  await at.restart();
  await at.to(0, '11:58');
  expect(at.posted()).toEqual([]);
  const noon = `<t:${(at.now + 2 * minute) / 1000}:f>`;
  const held = new RegExp(`${noon} · .*New item.* in <#${at.channelId}> · 6 items held back`);
  expect(await at.say('status deliveries')).toMatch(held);
  await at.to(0, '12:00');
  expect(await at.say('status deliveries')).not.toContain('held back');
  expect(at.posted()).toEqual([expect.stringContaining('6 new items')]);
});

test('with `silent: quiet`, items are posted without a notification in quiet hours, and with one after them', async () => {
  const at = await withFeeds({ quiet: '6-12', silent: 'quiet' });
  await fresh(at, 2, notes(1, at.now));
  expect(at.posted()).toEqual([expect.stringContaining('Note 0')]);
  expect(silenced(at)).toEqual([true]);
  await at.to(0, '12:00');
  await fresh(at, 2, notes(1, at.now, 1));
  expect(silenced(at)).toEqual([true, false]);
});

test('items that are no news count, and only those with the rule’s words and without the server’s muted words', async () => {
  const at = await withFeeds({ words: 'discount, patch' });
  await at.change.mute(at.by, 'pilots', undefined);
  const advert = {
    title: 'Save 40 % on all harbour maps: best discount deals this week',
    paragraphs: [
      'How to get the best discount: use our code and buy now. Prices are checked daily, we may earn a commission.',
    ],
  };
  await fresh(at, 2, [
    itemOf(advert, '/deal', at.now),
    itemOf({ title: 'Patch 1.3 is live', paragraphs: ['Pilots are cheaper in patch 1.3.'] }, '/p', at.now),
    ...notes(2, at.now),
  ]);
  expect(at.posted()).toEqual([expect.stringContaining('best discount deals')]);
});

test('a rule that only excludes words posts all other items', async () => {
  const at = await withFeeds({ words: '-patch, - deals' });
  await fresh(at, 2, [itemOf(patches[0], '/1.2', at.now), ...notes(1, at.now)]);
  expect(at.posted()).toEqual([expect.stringContaining('Note 0')]);
  expect(await at.say('alerts list')).toContain(
    'each new item of this server’s own feeds, without **patch** or **deals**',
  );
  await expect(at.change.setAlert(at.by, at.channelId, { voices: 2 })).rejects.toMatchObject({ code: 'no-words' });
});

test('a button posts the newest item that the channel lacks, though it is older than the rule', async () => {
  const at = await openDesk({ before: quietMorning });
  at.sites[2]?.feed('/own.xml', [...notes(1, at.now - hour), ...notes(1, at.now - 2 * hour, 1)]);
  await addOwn(at, 2);
  await at.drain();
  const set = await at.run('alerts set', { voices: 1 });
  await pass(at, 2 * minute);
  expect(at.posted()).toEqual([]);
  const press = async () => read(await at.press(set, `alerts:newest:${at.channelId}`));
  expect(await press()).toContain('On its way: **Note 0 of the n0son yard**');
  await pass(at, minute);
  expect(at.posted()).toEqual([expect.stringContaining('Note 0')]);
  expect(await press()).toContain('**Note 1 of the n1son yard**');
  await pass(at, minute);
  expect(at.posted()).toHaveLength(2);
  expect(await press()).toContain('nothing new to post');
});

test('a killed Lede neither loses nor doubles an item', async () => {
  const at = await withFeeds();
  // As if it died after the message was stored, but before the item was taken from the queue.
  const heal = failOn(at.databaseUrl, 'delete on arrivals', 'killed');
  list(at, 2, [itemOf(patches[0], '/1.2', at.now)]);
  await pass(at, 6 * minute).catch(() => {});
  heal();
  await at.restart();
  await pass(at, 7 * minute);
  expect(at.posted()).toHaveLength(1);
  expect(at.rows('select id from arrivals')).toEqual([]);
  // An item is queued in the transaction that stores it.
  await at.change.setAlert(at.by, at.channelId, { quiet: '5-23' });
  list(at, 2, notes(1, at.now));
  await pass(at, 6 * minute);
  await at.restart();
  await at.to(0, '23:00');
  expect(at.posted()).toHaveLength(2);
});

test('neither the first poll of a feed nor an old rule’s new feed posts what the feed listed before', async () => {
  const at = await withFeeds();
  at.sites[1]?.feed('/own.xml', notes(5, at.now - hour));
  await addOwn(at, 1);
  await pass(at, 10 * minute);
  expect(at.posted()).toEqual([]);
  at.sites[1]?.feed('/own.xml', [...notes(1, at.now, 9), ...notes(5, at.now - 2 * hour)]);
  await pass(at, 7 * minute);
  expect(at.posted()).toEqual([expect.stringContaining('Note 9')]);
});

test('a rule on a feed that was read hours ago posts only what is dated after the rule', async () => {
  const at = await openDesk({ before: quietMorning, settings: { pollGapMsMax: day } });
  list(at, 2, []);
  await addOwn(at, 2);
  await at.drain();
  await at.skip(3 * hour);
  list(at, 2, [...notes(2, at.now - hour), { title: 'Undated', link: '/undated' }]);
  await at.change.setAlert(at.by, at.channelId, { voices: 1 });
  await pass(at, 2 * minute);
  expect(at.rows('select id from articles where url like ?', '%/undated')).toHaveLength(1);
  expect(at.posted()).toEqual([]);
  await fresh(at, 2, notes(1, at.now, 9));
  expect(at.posted()).toEqual([expect.stringContaining('Note 9')]);
});

test('a rule for one feed or topic posts its items alone, silently if it says so, and another server sees nothing', async () => {
  const at = await withFeeds({}, [1, 2]);
  const { change, ask } = at;
  const courier = (await ask.feeds(at.serverId)).find(({ url }) => url.startsWith(at.sites[1]?.origin ?? '-'));
  await change.setAlert(at.by, at.channelId, { feedIds: [courier?.id ?? ''], silent: 'always' });
  const other = at.server.setup.addChannel(at.serverId, { name: 'tides' }).id;
  const topic = await change.createTopic(at.by, 'Tides', { all: [], any: ['tide'], not: [] });
  await change.setAlert(at.by, other, { voices: 1, topicId: topic.id });
  const { by, channelId: next } = await at.addServer();
  expect(await change.setAlert(by, next, { voices: 1 }).catch((error) => error.code)).toBe('no-own-feeds');
  await at.skip(minute);
  list(at, 1, notes(1, at.now));
  await fresh(at, 2, [itemOf(patches[0], '/1.2', at.now)]);
  expect(at.posted()).toEqual([expect.stringContaining('Note 0')]);
  expect(silenced(at)).toEqual([true]);
  expect(at.posted(other)).toEqual([expect.stringContaining('patch 1.2')]);
  expect(silenced(at, other)).toEqual([false]);
  expect(at.posted(next)).toEqual([]);
});

test('in a forum each item is a post, and the role is pinged', async () => {
  const at = await withFeeds();
  const forum = addForum(at);
  await at.change.setAlert(at.by, forum, { voices: 1, roleId: '77', forum: { tagIds: {} } });
  await at.skip(minute);
  await fresh(at, 2, [itemOf(patches[0], '/1.2', at.now)]);
  const posts = postsIn(at, forum);
  expect(posts.map(({ name }) => name)).toEqual([patches[0].title]);
  expect(at.posted(posts[0]?.id)[0]).toContain('<@&77>');
});

test('a short message, a video and an episode without a text are posted with headline, link and picture', async () => {
  const at = await withFeeds();
  const site = at.sites[2];
  for (const [address, said] of [
    ['https://social.example/@harbourpost.rss', 'Patch 1.2 is out. Pilots are cheaper, and tugs may wait at the quay.'],
    ['https://bsky.app/profile/did:plc:harbourpost234567abcdef22/rss', 'Patch 1.2 is out. Pilots are cheaper.'],
    ['https://www.youtube.com/feeds/videos.xml?channel_id=UCharbourpost0123456789x', 'How the tide table is made'],
    ['https://pods.example/tide-talk.xml', 'Episode 7: The tide table'],
    ['https://www.reddit.com/r/harbourtycoon/new/.rss', 'Cranes turn the right way now'],
    ['https://store.steampowered.com/feeds/news/app/4711/', 'Patch 1.2: The tide table'],
    ['https://github.com/harbour/tycoon/releases.atom', '[v1.2.0]'],
  ] as const) {
    const own = `${site?.origin}/${encodeURIComponent(address)}`;
    const fresh = answers[address]?.replaceAll(/https?:\/\/[\w.]+(?=\/)/g, own) ?? expect.fail(address);
    site?.put('/own.xml', { headers: { 'content-type': 'application/xml' }, body: fresh });
    await pass(at, 6 * minute);
    const posted = at.posted().at(-1) ?? '';
    expect(posted, address).toContain(said);
    expect(posted.split(said), address).toHaveLength(2);
    if (/thumbnail|jpg|png/.test(fresh)) expect(JSON.stringify(at.messages().at(-1)), address).toContain('"media"');
  }
  expect(at.posted()).toHaveLength(7);
});

test('an own feed of an outlet posts what it lists, also what another feed of the outlet listed before', async () => {
  const at = await openDesk({ before: quietMorning });
  await addOwn(at, 0, '/tech.xml');
  await at.drain();
  await at.change.setAlert(at.by, at.channelId, { voices: 1 });
  await at.skip(minute);
  const first = itemOf(patches[0], '/1.2', at.now);
  at.sites[0]?.feed('/world.xml', [first, itemOf(events.water[0], '/water', at.now)]);
  await pass(at, 25 * minute);
  expect(at.rows('select id from articles where url like ?', '%/1.2')).toHaveLength(1);
  expect(at.posted()).toEqual([]);
  at.sites[0]?.feed('/tech.xml', [first]);
  await pass(at, 7 * minute);
  expect(at.posted()).toEqual([expect.stringContaining(patches[0].title)]);
});
