import { expect, test } from 'vitest';
import { textOf } from '../../../playground/discord/reading.ts';
import { localDateAt } from '../../../src/schedule/localTime.ts';
import { day, hour, itemOf, messageOf, minute, openDesk, type TestDesk, wait } from '../../desk/desk.ts';
import { events } from '../../desk/events.ts';
import { catalogueOf, htmlOf, quietMorning } from '../../desk/newsstand.ts';
import { correct } from '../../outbox/correct.ts';
import { always, failPosts, filtered } from '../../outbox/scene.ts';
import { hear, storyIdIn, toldArticleIn } from '../newsDesk.ts';
import { follow, openFollows, withStory, withThread } from './followed.ts';

const { offers } = events;

/** Direct messages other than those that confirm a follow. */
const news = (at: TestDesk) => at.told().filter((text) => !text.includes('will come as direct messages'));

test('followers by direct message get what two outlets newly report, and then learn that the story has ended', async () => {
  const { at, storyId } = await withStory();
  expect(await follow(at, storyId)).toContain('will come as direct messages');
  await at.skip(hour);
  await hear(at, 0, offers[0], '/offer');
  expect(news(at)).toEqual([]);
  await hear(at, 1, offers[1], '/offer');
  expect(news(at)).toHaveLength(1);
  expect(news(at)[0]).toContain('Update on');
  expect(news(at)[0]).toMatch(/ten hours of rest/);
  // The story was not in a digest.
  expect(news(at)[0]).not.toContain('digest');
  for (let nth = 0; nth < 8; nth += 1) await at.skip(12 * hour);
  expect(news(at)).toHaveLength(2);
  expect(news(at)[1]).toContain('Three days without news');
  expect(await at.say('following')).toContain('You aren’t following any story.');
});

test('an update shows the figure that changed since the day before', async () => {
  const at = await openDesk({ before: quietMorning });
  await at.drain();
  const tell = (title: string, one: string, other: string) => {
    const telling = (opening: string) => ({ title, paragraphs: [opening] });
    return at.confirm([telling(one), telling(other)], `/${title.length}`);
  };
  await tell(
    'Flood of the river Orn kills 12 people in Halden',
    'A flood of the river Orn has killed 12 people in Halden, the town said on Monday.',
    'The river Orn flooded Halden on Monday and killed 12 people, the town of Halden said.',
  );
  await follow(at, storyIdIn(at));
  await at.skip(day);
  await tell(
    'Toll of the Orn flood in Halden rises to 20, bridge closed',
    'The toll of the Orn flood in Halden rose to 20 on Tuesday, and the railway bridge was closed.',
    'Halden closed its railway bridge after the flood of the Orn, whose toll rose to 20 people on Tuesday.',
  );
  expect(news(at)).toEqual([expect.stringMatching(/people killed: \*\*\[20\]\(\S+\)\*\* · \w+day \[12\]/)]);
});

test('an update quotes no article that is older than its headline', async () => {
  const { at, storyId } = await withStory();
  await follow(at, storyId);
  await at.skip(hour);
  const called = {
    title: 'Ferry strike: conciliator Brandt summons both sides to an afternoon session',
    paragraphs: [
      'The conciliator has called Soundline and the striking ferry deckhands to a meeting at the Customs House at 15:00, their union said.',
    ],
  };
  const ended = {
    title: 'Ferry strike ends as Soundline and deckhands agree at the Customs House',
    paragraphs: ['You can take ferries again tonight, and we were there when Soundline and the deckhands shook hands.'],
  };
  await hear(at, 0, called, '/called', 8 * hour);
  await hear(at, 1, ended, '/ended');
  expect(news(at)).toEqual([expect.stringContaining(ended.title)]);
  expect(news(at)[0]).not.toContain('15:00');
});

test('two sister titles of one owner are not enough for an update', async () => {
  const { at, storyId } = await withStory();
  const catalogue = catalogueOf(at.sites);
  const outlets = catalogue.outlets.map((outlet) => ({ ...outlet, owner: 'Harl Media' }));
  await at.restart({ catalogue: { ...catalogue, outlets } });
  await follow(at, storyId);
  await at.skip(hour);
  await at.confirm(offers, '/offer');
  expect(news(at)).toEqual([]);
});

test('a member who follows in a thread finds the thread below the story, and the news in the thread, also after a restart', async () => {
  const { at, storyId, thread } = await withThread();
  expect(at.posted()[0]).toContain('Following: ');
  expect(at.server.world.channels.get(thread)?.name).toMatch(/deckhands/i);
  await at.restart();
  await at.confirm(offers, '/offer');
  expect(at.posted(thread)).toEqual([expect.stringMatching(/ten hours of rest/)]);
  expect(await follow(at, storyId, 'thread')).toContain('already followed there');
});

test('following in a thread is refused at once if Lede may not open threads or not write in them', async () => {
  const { at, storyId } = await withStory();
  for (const [name, said] of [
    ['CreatePublicThreads', 'can’t open threads in'],
    ['SendMessagesInThreads', 'It needs “Send Messages in Threads”'],
  ] as const) {
    at.server.setup.setOverwrite(at.channelId, 'bot', { deny: [name] });
    expect(await follow(at, storyId, 'thread')).toContain(said);
  }
  await at.skip(minute);
  expect(at.posted()).toEqual([]);
  at.server.setup.setOverwrite(at.channelId, 'bot', {});
  expect(await follow(at, storyId, 'thread')).toContain('on its way');
});

test('after /me delete a thread gets no more news, and nothing stored names the member', async () => {
  const { at, storyId, thread } = await withThread();
  await follow(at, storyId);
  await at.confirm(offers, '/offer');
  expect([at.posted(thread).length, news(at).length]).toEqual([1, 1]);
  await at.change.forgetMe(at.admin);
  const dm = at.server.setup.dm(at.admin).id;
  for (const table of ['follows', 'deliveries', 'told', 'edits']) {
    const rows = JSON.stringify(at.rows(`select * from ${table}`));
    expect(rows).not.toContain(at.admin);
    expect(rows).not.toContain(dm);
  }
  at.bothReport([events.ferry[2], offers[0]], '/ballot');
  await at.skip(day);
  expect(at.rows('select * from follows')).toEqual([]);
  expect([at.posted(thread).length, news(at).length]).toEqual([1, 1]);
});

test('a thread in a server that removed Lede gets nothing, and the admin no notice, until Lede is back', async () => {
  const { at, thread } = await withThread();
  await at.change.serverLeft(at.serverId);
  await at.confirm(offers, '/offer');
  expect(at.rows("select id from deliveries where kind = 'update'")).toEqual([]);
  await at.change.serverJoined(at.serverId, 'en-GB');
  await at.skip(minute);
  expect(at.posted(thread)).toHaveLength(1);
});

test('a thread deleted while Lede was away is silently no longer followed', async () => {
  const { at, thread } = await withThread();
  at.server.world.channels.delete(thread);
  at.bothReport(offers, '/offer');
  await wait(at, hour);
  expect(at.rows("select state from deliveries where kind = 'update'")).toEqual([{ state: 'lost' }]);
  expect(openFollows(at)).toEqual([]);
  expect([at.rows('select * from notices'), news(at)]).toEqual([[], []]);
});

test('the menu of a message follows the story that the message links to, or asks which of several', async () => {
  const { at, storyId } = await withStory();
  const [post, courier, blog] = at.sites;
  const here = { user: at.admin, channel: at.channelId };
  const choose = (messageId: string) =>
    messageOf(at.server.acts.chooseInMenu({ ...here, command: 'Follow this story', messageId }));
  const chooseOf = (content: string) => choose(at.server.acts.say(here, content).id);
  const answer = async (content: string) => textOf(await chooseOf(content));
  expect(await answer('nothing here')).toContain('There is no link to an article in this message.');
  expect(await answer('https://192.0.2.1/x')).toContain('Lede has no story that the links in this message lead to.');
  // Links to two outlets' articles on one story; then to a page that is no article of Lede's.
  const asked = await chooseOf(`${courier?.origin}/ferry?utm_source=x ${post?.origin}/ferry`);
  expect(textOf(asked)).toContain('Where should updates on');
  const { title, paragraphs } = events.ferry[2];
  blog?.put('/x', { body: `<html lang="en"><title>${title}</title><article><h1>${title}</h1>${htmlOf(paragraphs)}` });
  expect(await answer(`${blog?.origin}/x`)).toContain('Where should updates on');
  await at.press(asked, `following:message:${storyId}`);
  expect(at.rows('select story_id as id from follows')).toEqual([{ id: storyId }]);
  // A digest tells several stories.
  post?.feed('/world.xml', [itemOf(events.water[0], '/water', at.now)]);
  await at.change.subscribe(at.by, at.channelId, ['world']);
  await at.to(0, '08:00');
  const several = await choose(at.messages().at(-1)?.id ?? '');
  expect(textOf(several)).toContain('This message tells several stories.');
  const [water] = at.rows<{ id: string }>("select id from stories where title like '%water%'");
  const picked = await at.pick(several, 'following:pick:', [water?.id ?? '']);
  expect(textOf(picked)).toMatch(/Where should updates on \*\*.*water/);
});

test('/following lists stories and can end each one, as can the button of an update', async () => {
  const { at, storyId } = await withStory();
  await follow(at, storyId);
  const list = await at.run('following');
  expect(textOf(list)).toContain('direct messages · since');
  await at.pick(list, 'following:choose:', [`${at.server.setup.dm(at.admin).id} ${storyId}`]);
  expect(openFollows(at)).toEqual([]);
  await follow(at, storyId);
  await at.skip(hour);
  await at.confirm(offers, '/offer');
  const dm = at.server.setup.dm(at.admin).id;
  const update = at.messages(dm).at(-1) ?? expect.fail();
  const ended = await at.press(update, `following:end:${storyId}`);
  expect(textOf(ended)).toContain('You no longer follow');
});

test('a member can follow twenty stories, however many are requested at the same moment', async () => {
  const { at, storyId } = await withStory();
  const by = { userId: at.admin, locale: 'en-US' };
  const card = (await at.ask.storyById(storyId, { serverId: at.serverId })) ?? expect.fail();
  const begin = (n: number) => at.change.followInMessages(by, '77', { ...card, storyId: `story-${n}` });
  const begun = await Promise.allSettled(Array.from({ length: 22 }, (_, n) => begin(n)));
  expect(begun.flatMap((one) => ('reason' in one ? one.reason.code : []))).toEqual(Array(2).fill('too-many-follows'));
  expect(at.rows('select * from follows')).toHaveLength(20);
});

test('a member begins forty follows in 24 hours, however many of them end meanwhile', async () => {
  const { at, storyId } = await withStory();
  const by = { userId: at.admin, locale: 'en-US' };
  const card = (await at.ask.storyById(storyId, { serverId: at.serverId })) ?? expect.fail();
  const begin = async (n: number) => {
    await at.change.followInMessages(by, '77', { ...card, storyId: `story-${n}` });
    await at.change.unfollow(by.userId, '77', `story-${n}`);
  };
  for (let n = 0; n < 40; n += 1) await begin(n);
  await expect(begin(40)).rejects.toMatchObject({ code: 'too-many-follows-today', detail: '40' });
  expect(await follow(at, storyId)).toContain('40 new stories in 24 hours');
  await at.skip(day + minute);
  await begin(40);
});

test('members of a server begin a hundred threads a day, also if they delete what is stored about them', async () => {
  const { at, storyId } = await withStory();
  const card = (await at.ask.storyById(storyId, { serverId: at.serverId })) ?? expect.fail();
  const begin = (n: number, serverId = at.serverId) =>
    at.change.followInThread({ userId: `${n}`, locale: 'en', serverId, interactionId: `${n}` }, at.channelId, card);
  for (let n = 0; n < 100; n += 1) {
    await begin(n);
    await at.change.forgetMe(`${n}`);
  }
  await expect(begin(100)).rejects.toMatchObject({ code: 'too-many-threads-today', detail: '100' });
  expect(at.rows("select id from deliveries where kind = 'follow'")).toHaveLength(100);
  at.now += day;
  await begin(101);
});

test.each([
  [4, 1],
  [5, 0],
])('after %i updates of a day there can be %i more', async (before, more) => {
  const { at, storyId } = await withStory();
  await follow(at, storyId);
  const { follows } = at.app.storage.records;
  for (let nth = 0; nth < before; nth += 1) {
    for (const one of await follows.ofStories([storyId]))
      await follows.told(one, one.seenAt, localDateAt(at.now, one.zone));
  }
  await at.confirm(offers, '/offer');
  expect(news(at)).toHaveLength(more);
});

test('a correction of a posted story is news, even if only one outlet reports more', async () => {
  const { at, storyId } = await withStory();
  await follow(at, storyId);
  await at.confirm(offers, '/offer');
  await correct(at.app.storage, toldArticleIn(at), 'It were nine hours.', at.now + minute);
  await hear(at, 2, events.ferry[2], '/lorries');
  expect(news(at)).toHaveLength(2);
  expect(news(at)[1]).toContain('It were nine hours.');
  expect(news(at)[1]).not.toContain('Lorries');
});

test('a story that was silent for long is followed for three days from then', async () => {
  const { at, storyId } = await withStory();
  await at.skip(2 * day);
  await follow(at, storyId);
  await at.skip(2 * day);
  expect(news(at)).toEqual([]);
  await at.skip(day + hour);
  expect(news(at)).toEqual([expect.stringContaining('Three days without news')]);
});

test('a thread whose first message Discord refuses is not followed', async () => {
  const { at, storyId } = await withStory();
  failPosts(at, filtered, always);
  await follow(at, storyId, 'thread');
  await at.skip(minute);
  expect(openFollows(at)).toEqual([]);
});

test('a deleted channel’s alerts and follows are deleted', async () => {
  const { at, thread } = await withThread();
  await at.change.setAlert(at.by, at.channelId, {});
  for (const id of [at.channelId, thread]) await at.change.channelGone(at.serverId, id);
  expect([openFollows(at), at.rows('select 1 from alerts')]).toEqual([[], []]);
});
