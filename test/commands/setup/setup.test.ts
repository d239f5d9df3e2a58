import { beforeEach, expect, test } from 'vitest';
import type { SetupFile } from '../../../commands/setup/file.ts';
import { allComponents, textOf } from '../../../playground/discord/reading.ts';
import type { WireMessage } from '../../../playground/discord/wire.ts';
import { setupTables } from '../../../src/storage/records/servers/setups.ts';
import { minute, newsInBoth, openDesk, type TestDesk, wait } from '../../desk/desk.ts';
import { controls } from '../scene.ts';

let at: TestDesk;
/** Who runs commands, and where. */
let here: { user: string; channel: string };

beforeEach(async () => {
  at = await openDesk({ before: newsInBoth });
  here = { user: at.admin, channel: at.channelId };
});

const run = (command: string, options = {}) => at.run(command, options, here.user, here.channel);
const press = (message: WireMessage, action: string) =>
  at.press(message, controls(message).find((id) => id.startsWith(`setup:${action}:`)) ?? '', here.user);
const importing = (given: unknown) => {
  const bytes = Buffer.from(typeof given === 'string' ? given : JSON.stringify(given));
  const file = at.server.acts.attach(here, { filename: 'lede-setup.json', type: '', bytes });
  return run('setup import', { file });
};
const exported = async (): Promise<SetupFile> => {
  const message = await run('setup export');
  const part = allComponents(message.components).find(({ type }) => type === 13);
  return (await fetch(part?.file?.url ?? '')).json() as Promise<SetupFile>;
};

/** Sets up everything that is possible in the first server, and exports it. */
async function furnish(): Promise<SetupFile> {
  const { change } = at;
  const other = at.server.setup.addChannel(at.serverId, { name: 'other' }).id;
  const boats = await change.createTopic(at.by, 'Boats', { all: [], any: ['ferry'], not: ['toy'] });
  await change.addFeed(at.by, { url: `${at.sites[0]?.origin}/own.xml`, title: 'Own', items: [] }, boats.id);
  await change.addFeed(at.by, { url: `${at.sites[1]?.origin}/own.xml`, title: 'Ours', items: [] }, undefined);
  await change.subscribe(at.by, at.channelId, ['world', boats.id]);
  const typed = { times: '07:30, 19:00', zone: 'Europe/Berlin', days: 'Mon-Fri', stories: 4 };
  await change.saveSettings(at.by, at.channelId, {
    ...typed,
    languages: 'English',
    language: 'en',
    quiet: 'skip',
    style: 'compact',
    silent: 'on',
  });
  await change.subscribe(at.by, other, ['technology']);
  await change.pause(at.by, other);
  await change.setOutlets(at.by, at.channelId, [['courier', 'muted']]);
  await change.setOutlets(at.by, at.channelId, [['lantern', 'preferred']]);
  await change.mute(at.by, 'football', 7);
  await change.setLogChannel(at.by, other);
  await change.setAlert(at.by, at.channelId, {
    topicId: boats.id,
    locale: 'de',
    voices: 4,
    perDay: 2,
    quiet: '22-7',
    silent: 'quiet',
  });
  await change.setAlert(at.by, other, { words: 'ferry, flood', thread: true });
  const third = at.server.setup.addChannel(at.serverId, { name: 'third' }).id;
  const [feed] = await at.ask.feeds(at.serverId);
  await change.setAlert(at.by, third, { feedIds: [feed?.id ?? ''], words: 'chess', silent: 'always', thread: false });
  return exported();
}

/** Adds a second server with these channels, managed by Ada. Commands run there from now on. */
function secondServer(...names: string[]): string[] {
  const guild = at.server.setup.addGuild({ name: 'Copy' });
  at.server.setup.addMember(guild.id, at.admin, { admin: true });
  const ids = names.map((name) => at.server.setup.addChannel(guild.id, { name }).id);
  here = { user: at.admin, channel: ids[0] ?? '' };
  return ids;
}

const withoutIds = ({ channels, alerts, logChannel, topics, feeds, ...file }: SetupFile) => {
  const nameOf = (id: string) => topics.find((topic) => topic.id === id)?.name ?? id;
  return {
    ...file,
    logChannel: logChannel?.name,
    topics: topics.map(({ id: _, ...topic }) => topic),
    feeds: feeds.map((feed) => ({ ...feed, topic: nameOf(feed.topic) })).sort((a, b) => (a.url < b.url ? -1 : 1)),
    channels: channels
      .map(({ id: _, ...channel }) => ({ ...channel, topics: channel.topics.map(nameOf) }))
      .sort((a, b) => (a.name < b.name ? -1 : 1)),
    alerts: alerts
      .map(({ id: _, topic, ...alert }) => ({ ...alert, topic: topic && nameOf(topic) }))
      .sort((a, b) => (a.name < b.name ? -1 : 1)),
  };
};

test('a server’s whole set-up goes to a file and from it to another server, after a preview that changes nothing', async () => {
  const file = await furnish();
  expect(file).toMatchObject({ format: 'lede-setup', version: 1, zone: 'Europe/Berlin' });
  expect(file.channels).toHaveLength(2);
  secondServer('front-page', 'other', 'third');
  const preview = await importing(file);
  expect(textOf(preview)).toContain('What this file would set up');
  for (const line of [
    '**Topics of your own** 2 new',
    '**Feeds** 2 new',
    '**Muted words** 1 new',
    '**Channels with a digest** 2 new',
    '**Channels with alerts** 3 new',
    '**Log channel** <#',
  ]) {
    expect(textOf(preview)).toContain(line);
  }
  expect(textOf(preview)).not.toContain('Can’t be imported');
  expect((await exported()).channels).toEqual([]);
  const done = await press(preview, 'go');
  expect(textOf(done)).toContain('Set up as in the file');
  expect(withoutIds(await exported())).toEqual(withoutIds(file));
  // A file that is handed on gives no channel an address outside Discord.
  for (const table of setupTables.filter((one) => one !== 'digestFeeds')) {
    const name = table.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
    const [before, copied] = at.rows(`select count(*) as rows from ${name} group by server_id`);
    expect(copied, `${table} is in the set-up file`).toEqual(
      before ?? expect.fail(`furnish puts no row into ${table}`),
    );
  }
  // The file of the server itself changes nothing.
  const own = await exported();
  expect(textOf(await importing(own))).toContain('Nothing in this file is new here');
  const moved = own.channels.map((channel) => ({ ...channel, settings: { ...channel.settings, times: ['07:30'] } }));
  expect(textOf(await importing({ ...own, channels: moved }))).toContain('**Channels with a digest** 2 changed');
  const back = await press(done, 'undo');
  expect(textOf(back)).toContain('Undone: everything is as it was before.');
  expect(await exported()).toMatchObject({ topics: [], feeds: [], mutes: [], channels: [], alerts: [] });
  here = { user: at.admin, channel: at.channelId };
  expect(await exported()).toEqual(file);
});

test('a file of an earlier version is imported without the settings that no longer exist', async () => {
  const file = await furnish();
  const old = file.channels.map(({ settings, ...channel }) => ({ ...channel, settings: { ...settings, votes: 'on' } }));
  secondServer('front-page', 'other', 'third');
  await press(await importing({ ...file, channels: old }), 'go');
  expect(withoutIds(await exported())).toEqual(withoutIds(file));
});

test('imported alerts get the role and tags that exist here, or none; threads need the permission', async () => {
  const { setup } = at.server;
  setup.grantBot(at.serverId, ['ManageRoles']);
  const role = setup.addRole(at.serverId, { name: 'News', low: true }).id;
  const forum = setup.addChannel(at.serverId, { name: 'stories', kind: 'media' }).id;
  setup.setTags(forum, ['World', 'Other'], true);
  const news = setup.addChannel(at.serverId, { name: 'news', kind: 'announcement' }).id;
  await run('alerts set', { channel: forum, topic: 'world' });
  await run('alerts set', { channel: news, thread: 'true', role });
  const rules = () => at.rows<{ settings: string }>('select settings from alerts where server_id = ?', at.serverId);
  const before = rules();
  const file = await exported();
  expect(file.alerts).toMatchObject([
    { name: 'stories', topic: 'world', voices: 3 },
    { name: 'news', roleId: role, thread: true, crosspost: true },
  ]);
  expect(file.channels).toEqual([]);
  expect(textOf(await importing(file))).toContain('Nothing in this file is new here');
  const same = await importing({ ...file, alerts: file.alerts.map((alert) => ({ ...alert, perDay: 9 })) });
  expect(textOf(same)).toContain('**Channels with alerts** 2 changed');
  expect(textOf(same)).not.toContain('Can’t be imported');
  const done = await press(same, 'go');
  const nine = before.map(({ settings }) => ({ ...JSON.parse(settings), perDay: 9 }));
  expect(rules().map(({ settings }) => JSON.parse(settings))).toEqual(nine);
  await press(done, 'undo');
  expect(rules()).toEqual(before);

  const [talk = '', copy = ''] = secondServer('talk', 'news');
  const { guildId = '' } = at.server.world.channels.get(talk) ?? {};
  const stories = setup.addChannel(guildId, { name: 'stories', kind: 'forum' }).id;
  setup.setOverwrite(copy, 'bot', { deny: ['CreatePublicThreads'] });
  const [world, pinging] = file.alerts;
  const old = { ...world, forum: { tagIds: { world: '1', 'made-up': '2' }, otherTagId: '1' } };
  const preview = await importing({ ...file, alerts: [old, pinging] });
  for (const line of [
    '**Channels with alerts** 2 new',
    `<#${copy}>: role and tags don’t come with the file. Choose them in that channel: /alerts set`,
    `**\\#news**: Lede can’t open threads in <#${copy}> yet`,
    `<#${stories}>: role and tags don’t come with the file.`,
  ])
    expect(textOf(preview)).toContain(line);
  expect((await exported()).alerts).toEqual([]);
  await press(preview, 'go');
  const { alerts } = await exported();
  expect(alerts.map(({ name }) => name).sort()).toEqual(['news', 'stories']);
  for (const alert of alerts)
    for (const key of ['roleId', 'thread', 'crosspost']) expect(alert).not.toHaveProperty(key);
  const [post] = at.rows<{ settings: string }>('select settings from alerts where channel_id = ?', stories);
  expect(JSON.parse(post?.settings ?? '{}')).toMatchObject({ topicId: 'world', forum: { tagIds: {} } });
});

test('an import refuses alerts by words that nearly every story holds, and more than a server can have', async () => {
  await run('alerts set', { words: 'flood' });
  const file = await exported();
  const [alert = expect.fail()] = file.alerts;
  await run('alerts off', {});
  const ids = Array.from({ length: 52 }, (_, n) => at.server.setup.addChannel(at.serverId, { name: `c${n}` }).id);
  const many = ids.map((id, n) => ({ ...alert, id, name: `c${n}`, words: n === 0 ? ['flood', 'e'] : ['flood'] }));
  const shown = await importing({ ...file, alerts: many });
  expect(textOf(shown)).toContain(`<#${ids[0]}>: “e” is too short: nearly every story has it.`);
  expect(textOf(shown)).toContain(`<#${ids[51]}>: A server can have alerts in at most 50 channels.`);
  await press(shown, 'go');
  expect((await exported()).alerts).toHaveLength(50);
  const refused = await run('alerts set', { words: 'flood', channel: ids[51] });
  expect(textOf(refused)).toContain('A server can have alerts in at most 50 channels.');
  expect(textOf(await run('alerts set', { words: 'storm', channel: ids[50] }))).toContain('storm');
});

test('an alert with a missing topic, or whose channel’s name is ambiguous, is left out', async () => {
  const { setup } = at.server;
  await run('alerts set', { topic: 'world' });
  const file = await exported();
  const [alert = expect.fail()] = file.alerts;
  await run('alerts off', {});
  const gone = await importing({ ...file, alerts: [{ ...alert, topic: 'made-up' }] });
  expect(textOf(gone)).toContain('**made-up**: That topic no longer exists.');
  for (const _ of [1, 2]) setup.addChannel(at.serverId, { name: 'twins' });
  const twins = await importing({ ...file, alerts: [{ ...alert, id: '1', name: 'twins' }] });
  expect(textOf(twins)).toContain('this server has several channels of that name');
  expect((await exported()).alerts).toEqual([]);
});

test('importing an older file restores a server, without a second digest of the day', async () => {
  await furnish();
  const { change } = at;
  await change.saveSettings(at.by, at.channelId, { times: '08:00', zone: 'UTC', quiet: 'post' });
  const file = await exported();
  await at.to(0, '08:00');
  expect(at.posted()).toHaveLength(1);
  await change.unsubscribe(at.by, at.channelId, 'world');
  await change.saveSettings(at.by, at.channelId, { times: '20:00', style: 'full' });
  await change.setOutlets(at.by, at.channelId, [['courier', undefined]]);
  at.now += minute;
  const done = await press(await importing(file), 'go');
  expect(withoutIds(await exported())).toEqual(withoutIds(file));
  await wait(at, 5 * minute);
  expect(at.posted()).toHaveLength(1);
  expect(textOf(await press(done, 'undo'))).toContain('Undone');
  await wait(at, 3 * 60 * minute);
  expect(at.posted()).toHaveLength(1);
});

test('what can’t be imported is reported line by line, and the rest is imported', async () => {
  const file = await furnish();
  const [copy = ''] = secondServer('front-page');
  at.server.setup.setOverwrite(copy, 'bot', {});
  const by = { ...at.by, serverId: at.server.world.channels.get(copy)?.guildId ?? '' };
  for (let n = 0; n < 19; n += 1) {
    await at.change.createTopic(by, `Topic ${n}`, { all: [], any: [`word${n}`], not: [] });
  }
  const [first] = file.channels;
  const preview = await importing({
    ...file,
    feeds: [...file.feeds, { url: 'http://192.168.1.1/feed', topic: 'world' }],
    mutes: [...file.mutes, { word: '***' }],
    topics: [{ id: 'own-w', name: 'World', all: [], any: ['x'], not: [] }, ...file.topics],
    channels: file.channels.map((channel) =>
      channel.id === first?.id
        ? { ...channel, topics: [...channel.topics, 'gone'], muted: ['nobody', 'courier'] }
        : channel,
    ),
  });
  const said = textOf(preview);
  expect(said).toContain('**\\#other**: not on this server. Make a channel of that name');
  expect(said).toContain('**World**: **World** comes with Lede');
  expect(said).toContain('**Our feeds**: A server can have at most 20 topics of its own.');
  expect(said).toContain('**http\\://192.168.1.1/feed**: not on the public internet');
  expect(said).toContain('**\\*\\*\\***: “\\*\\*\\*” has no letter or digit');
  expect(said).toContain(`<#${copy}> · **nobody**: there is no such outlet here`);
  expect(said).toContain(`<#${copy}> · **gone**: That topic no longer exists.`);
  expect(said).toContain('**Channels with a digest** 1 new');
  await press(preview, 'go');
  expect((await exported()).channels).toMatchObject([{ name: 'front-page', muted: ['courier'] }]);
});

test('a channel where Lede may not write is not set up', async () => {
  const file = await furnish();
  const [copy = ''] = secondServer('front-page', 'other');
  at.server.setup.setOverwrite(copy, 'bot', { deny: ['SendMessages'] });
  const preview = await importing(file);
  expect(textOf(preview)).toContain('**\\#front-page**: Lede can’t post in');
  await press(preview, 'go');
  expect((await exported()).channels.map(({ name }) => name)).toEqual(['other']);
});

test.each([
  ['no JSON at all', '<opml/>', 'can’t read this file as a set-up, so nothing was changed. /setup export writes one.'],
  ['too large', ' '.repeat(300_000), 'larger than 256 KB'],
])('a file that is %s is refused whole', async (_, given, words) => {
  const message = await importing(given);
  expect(textOf(message)).toContain(words);
  expect(controls(message)).toEqual([]);
});

test('a file of another kind or version, or half of one, is refused with what is wrong in it', async () => {
  for (const [given, words] of [
    ['{"a":1}', '- format'],
    ['{"format":"lede-setup","version":2}', '- version: 2'],
    ['{"format":"lede-setup","version":1,"topics":[]}', 'writes one.\n- feeds\n- mutes\n- channels'],
  ])
    expect(textOf(await importing(given))).toContain(words);
});

test('values that no command would take are refused, and nothing of a file reaches Discord as markup', async () => {
  const file = await furnish();
  const [first] = file.channels;
  const bad: Record<string, unknown>[] = [
    { times: ['25:00'] },
    { times: ['08:00', '07:00'] },
    { zone: 'Mars/Base' },
    { days: [8] },
    { stories: 99 },
    { languages: ['klingon'] },
    { language: 'fi' },
    { quiet: 'maybe' },
    { tone: 'loud' },
    { thread: 'maybe' },
  ];

  for (const settings of bad) {
    const channels = [{ ...first, settings: { ...first?.settings, ...settings } }];
    expect(textOf(await importing({ ...file, channels })), JSON.stringify(settings)).toContain('can’t read this file');
  }
  const faulty = { ...first, settings: { ...first?.settings, zone: 'Mars/Base' } };
  expect(textOf(await importing({ ...file, channels: [faulty] }))).toContain(
    '- channels › 1 › settings › zone: Mars/Base',
  );
  const rule = { id: '1', name: '', voices: 3, perDay: 5, zone: 'UTC' };
  for (const alert of [
    { voices: 0 },
    { voices: 3, feeds: ['https://club.example/1'] },
    { perDay: 51 },
    { zone: 'Mars/Base' },
    { topic: 'world', words: ['x'] },
    { words: [] },
    { quiet: { from: '22', until: '7' } },
    { language: 'auto' },
    { roleId: '@everyone' },
    { userId: '1' },
  ])
    expect(textOf(await importing({ ...file, alerts: [{ ...rule, ...alert }] })), JSON.stringify(alert)).toContain(
      'can’t read this file',
    );
  const mention = '@everyone [x](https://evil.example) <@1>';
  const preview = await importing({ ...file, channels: [{ ...first, id: '1', name: mention }] });
  expect(textOf(preview)).toContain('\\@everyone \\[x\\]');
});
