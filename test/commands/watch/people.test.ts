import { expect, test } from 'vitest';
import { textOf } from '../../../playground/discord/reading.ts';
import { hour, minute, openDesk, wait } from '../../desk/desk.ts';
import { events } from '../../desk/events.ts';
import { quietMorning } from '../../desk/newsstand.ts';
import { changeIn } from '../../storage/beside.ts';
import { half, hear } from '../newsDesk.ts';

async function opened() {
  const at = await openDesk({ before: quietMorning });
  await at.drain();
  return at;
}

test('a watched word brings a new story of a single outlet as a direct message, once, until it is stopped', async () => {
  const at = await opened();
  await hear(at, 0, events.water[0], '/water');
  const added = await at.say('watch add', { words: 'deckhands, Water Bill, herring' });
  expect(added).toContain('**deckhands**, **Water Bill** and **herring**');
  expect(added).toContain('In the last 7 days 1 of 1 story had one of these.');
  await at.skip(half);
  // Articles from before the word was watched bring no alert.
  const news = () => at.told().filter((text) => !text.startsWith('You’re watching'));
  expect(news()).toEqual([]);
  await hear(at, 1, events.ferry[1], '/ferry');
  expect(news()).toHaveLength(1);
  // Names only what the story says.
  expect(news()[0]).toMatch(/New story that mentions deckhands$/m);
  expect(news()[0]).toContain(events.ferry[1].title);
  at.report(2, events.ferry[2], '/ferry');
  await at.restart();
  await at.skip(half);
  expect(news()).toHaveLength(1);
  const dm = at.server.setup.dm(at.admin).id;
  const stopped = await at.press(at.messages(dm).at(-1) ?? expect.fail(), 'watch:stop:');
  expect(textOf(stopped)).toContain('You aren’t watching any words.');
  await hear(at, 0, events.ferryLater, '/later');
  expect(news()).toHaveLength(1);
});

test('a direct message whose delivery can’t be verified opens no notice about a channel', async () => {
  const at = await opened();
  await at.run('watch add', { words: 'deckhands' });
  const path = new RegExp(`${at.server.setup.dm(at.admin).id}/messages`);
  const denied = { status: 403, code: 50_001, message: 'Missing Access' };
  at.server.fail({ method: 'POST', path, how: 500, times: 9 });
  at.server.fail({ method: 'GET', path, how: denied, times: 9 });
  at.report(0, events.ferry[0], '/ferry');
  await wait(at, 2 * hour);
  expect(at.rows('select state from deliveries')).toEqual([{ state: 'unknown' }]);
  expect(at.rows('select * from notices')).toEqual([]);
});

test('/watch lists and removes words, allows ten, and explains errors', async () => {
  const at = await opened();
  expect(await at.say('watch list')).toContain('You aren’t watching any words.');
  const ten = Array.from({ length: 10 }, (_, nth) => `word${nth}`).join(',');
  expect(await at.say('watch add', { words: ten })).toContain('**word9**');
  expect(await at.say('watch add', { words: 'Word9' })).toContain('**word9**');
  expect(await at.say('watch add', { words: 'eleven' })).toContain('You can watch at most 10 words.');
  expect(await at.say('watch remove', { word: 'word3' })).not.toContain('word3');
  expect(await at.say('watch remove', { word: 'word3' })).toContain('You aren’t watching “word3”.');
  expect(await at.say('watch remove', { word: 'word4' })).not.toContain('word4');
  expect(await at.say('watch add', { words: '-tanker' })).toContain('**tanker**');
  expect(await at.say('watch add', { words: '?!' })).toContain('at least one word');
});

test('a word that nearly every story holds is refused with a reason, by itself and in a phrase', async () => {
  const at = await opened();
  for (const words of ['a', 'us', 'ferry, e', 'of it', 'G7', '水', '?!a']) {
    expect(await at.say('watch add', { words })).toContain('is too short: nearly every story has it');
    expect(await at.say('alerts set', { words })).toContain('is too short: nearly every story has it');
  }
  expect(at.rows('select 1 from alerts')).toEqual([]);
  expect(await at.say('watch add', { words: 'ice, 地震, 지진, ฝน, United Nations' })).toContain('**地震**');
});

test('no more than 20,000 members of an installation watch words', async () => {
  const at = await opened();
  changeIn(
    at.databaseUrl,
    `insert into alerts (channel_id, server_id, user_id, settings, created_at)
     with recursive numbers (n) as (select 1 union all select n + 1 from numbers where n < 20000)
     select 'dm' || n, '', 'u' || n, '{"words":["flood"],"voices":1,"perDay":5,"zone":"UTC"}', 1 from numbers`,
  );
  const by = { userId: 'u1', locale: 'en-US' };
  expect(await at.change.watch(by, 'dm1', 'storm')).toEqual(['flood', 'storm']);
  expect(await at.say('watch add', { words: 'storm' })).toContain('no room for more here');
});

test('words watched at the same moment are all kept, and never more than ten', async () => {
  const at = await opened();
  const by = { userId: at.admin, locale: 'en-US' };
  const { change, ask } = at;
  await change.watch(by, '77', 'a100, a200, a300, a400');
  await Promise.all([change.watch(by, '77', 'b100, b200, b300'), change.watch(by, '77', 'c100, c200, c300')]);
  const watched = async () => (await ask.watchOf(at.admin))?.words ?? [];
  const all = ['a100', 'a200', 'a300', 'a400', 'b100', 'b200', 'b300', 'c100', 'c200', 'c300'];
  expect((await watched()).toSorted()).toEqual(all);
  const outcomes = await Promise.allSettled([change.unwatch(by, 'a100'), change.watch(by, '77', 'd100, d200')]);
  expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected']);
  expect(await watched()).toHaveLength(9);
});

test('/catchup shows what came since the member last looked, in a server or in messages', async () => {
  const at = await opened();
  await at.confirm(events.ferry, '/ferry');
  // A catch-up on one topic does not mark the others as read.
  expect(await at.say('catchup', { topic: 'world' })).toMatch(/deckhands/i);
  expect(await at.say('catchup')).toMatch(/^## The last 24 hours\n.*deckhands/is);
  const dm = at.server.setup.dm(at.admin).id;
  expect(await at.say('catchup', {}, at.admin, dm)).toMatch(
    /^## Since you last looked\nNothing new since you last looked, <t:\d+:R>\.$/,
  );
  await at.skip(minute);
  await at.confirm(events.water, '/water');
  expect(await at.say('catchup', {}, at.admin, dm)).toMatch(/water bill/i);
  expect(await at.say('catchup')).not.toMatch(/water bill/i);
});

test('/me exports everything stored about a member as a file, and deletes it', async () => {
  const at = await opened();
  await at.change.subscribe(at.by, at.channelId, ['world']);
  await at.say('watch add', { words: 'ferry' });
  await at.say('catchup');
  at.bothReport(events.ferry, '/ferry');
  await hear(at, 2, events.water[0], '/water');
  const [said = expect.fail()] = at.rows<{ articleId: string; storyId: string }>(
    `select id as "articleId", story_id as "storyId" from articles where url like '%/ferry' order by id`,
  );
  expect(await at.change.splitOff(at.by, { ...said, manager: false })).toMatchObject({ how: 'waiting' });
  const [file] = (await at.run('me export')).attachments;
  const about = await (await fetch(file?.url ?? '')).json();
  expect(about).toMatchObject({
    userId: at.admin,
    watches: { words: ['ferry'] },
    caughtUpAt: expect.any(String),
    votes: [{ serverId: at.serverId, articleId: said.articleId }],
    changedSettingsLastOf: [at.serverId],
  });
  expect(textOf(await at.press(await at.run('me delete'), 'me:delete:'))).toContain(
    'no longer stores anything about you',
  );
  const rows = ['people', 'follows', 'alerts', 'apart_votes'].flatMap((table) => at.rows(`select * from ${table}`));
  expect(rows).toEqual([]);
  expect(at.rows<{ by: string | null }>('select changed_by as by from servers')).toEqual([{ by: null }]);
});
