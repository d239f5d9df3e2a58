import { beforeEach, describe, expect, test } from 'vitest';
import { feedQuestions } from '../../../commands/feeds/ask.ts';
import type { FeedLookup } from '../../../src/web/lookup.ts';
import { controls, fieldsOf, instead, read, sceneForAll } from '../scene.ts';

const at = await sceneForAll();
await at.desk.drain();
beforeEach(() => at.enterServer());

const own = async () => (await at.ask.ownTopics(at.serverId)).map(({ name, words }) => ({ name, words }));
const feeds = async () => (await at.ask.feeds(at.serverId)).map(({ url, topic }) => `${url} ${topic.names.en}`);
/** Makes every look-up of an address find this. */
const lookUp = (found: FeedLookup) => instead(at, feedQuestions, { lookUpFeed: async () => found });

const control = (message: Parameters<typeof controls>[0], start: string) =>
  controls(message).find((id) => id.startsWith(start)) ?? '';

describe('/topics', () => {
  test('shows what the words would find, and saves on Save', async () => {
    const message = await at.run('topics create', { name: 'Boats', any: 'ferry, sea bridge', not: 'toy' });
    expect(read(message)).toContain('-# any of: ferry, sea bridge · none of: toy');
    expect(read(message)).toContain('1 of the 4 stories from the last 7 days would match, such as:\n**1 · [Ferry');
    expect(await own()).toEqual([]);
    const saved = await at.press(message, control(message, 'topics:save'));
    expect(read(saved)).toBe('**Boats** is saved. /subscribe adds it to a channel’s digest.');
    expect(await own()).toEqual([{ name: 'Boats', words: { all: [], any: ['ferry', 'sea bridge'], not: ['toy'] } }]);
    expect(read(await at.run('topics list'))).toContain('**Boats**\n-# any of: ferry, sea bridge');
  });

  test('words that find nothing are reported, and Cancel saves nothing', async () => {
    const message = await at.run('topics create', { name: 'Odd', all: 'submarine' });
    expect(read(message)).toContain('None of the 4 stories');
    expect(read(await at.press(message, control(message, 'topics:cancel')))).toBe('Nothing was saved.');
    expect(await own()).toEqual([]);
  });

  test('a name that is taken, or the lack of a word to find, is refused before anything is previewed', async () => {
    expect(read(await at.run('topics create', { name: 'Empty', not: 'x' }))).toContain(
      'at least one word that must occur',
    );
    const message = await at.run('topics create', { name: 'World', any: 'ferry' });
    expect(read(message)).toBe(
      '**World** comes with Lede: /subscribe adds it to a channel’s digest. For a topic of your own, choose another name.',
    );
    expect(controls(message)).toEqual([]);
    expect(read(await at.run('topics edit', { topic: 'World', any: 'sea' }))).toContain('**World** comes with Lede');
    const { id } = await at.change.createTopic(at.by, 'Boats', { all: [], any: ['ferry'], not: [] });
    expect(controls(await at.run('topics edit', { topic: id, name: 'World', any: 'sea' }))).toEqual([]);
    expect(controls(await at.run('topics edit', { topic: id, name: 'Boats', any: 'sea' }))).toHaveLength(3);
  });

  test('edit replaces only the lists that were given; "-" empties one', async () => {
    const { id } = await at.change.createTopic(at.by, 'Boats', { all: [], any: ['ferry'], not: ['toy'] });
    expect(await at.suggest('topics edit', { topic: 'boa' }, 'topic')).toEqual([`Boats=${id}`]);
    expect(read(await at.run('topics edit', { topic: 'boats', name: 'Ships' }))).toBe(
      '**Ships** is saved: *Name* Boats → **Ships**',
    );
    const message = await at.run('topics edit', { topic: id, all: 'sound', not: '-' });
    await at.press(message, control(message, 'topics:save'));
    expect((await at.ask.ownTopics(at.serverId))[0]).toMatchObject({
      id,
      name: 'Ships',
      words: { all: ['sound'], any: ['ferry'], not: [] },
    });
  });

  test('delete first names what ends with it: the place in digests, feeds, and the digest of a channel without another', async () => {
    const { id } = await at.change.createTopic(at.by, 'Boats', { all: [], any: ['ferry'], not: [] });
    expect(read(await at.run('topics delete', { topic: 'boats' }))).toBe('Delete **Boats**? No channel gets it.');
    await at.run('subscribe', { topic: 'boats' });
    for (const n of [1, 2])
      await at.change.addFeed(at.by, { url: `https://club.example/${n}`, title: 'Club', items: [] }, id);
    const message = await at.run('topics delete', { topic: 'boats' });
    expect(read(message)).toBe(
      [
        `Delete **Boats**? It is in the digest of <#${at.channelId}>.`,
        'Its 2 feeds go with it.',
        `For <#${at.channelId}> it is the last topic: the digest there ends, and its schedule is deleted.`,
      ].join('\n'),
    );
    await at.press(message, control(message, 'topics:delete'));
    expect(await own()).toEqual([]);
  });

  test('a Save that waited too long says so', async () => {
    const message = await at.run('topics create', { name: 'Boats', any: 'ferry' });
    const id = control(message, 'topics:save');
    await at.pendingStore.set(`pending:${id.split(':')[2]}`, undefined);
    expect(read(await at.press(message, id))).toBe('This button has expired. Please run the command again.');
  });
});

describe('/feeds', () => {
  const preview = {
    url: 'https://club.example/feed',
    title: 'Chess Club',
    items: [{ title: 'Ilves draws', url: 'https://club.example/1' }, { title: 'A [new] board' }],
  };

  test('without an address a form asks for it and the topic', async () => {
    lookUp({ kind: 'feed', preview });
    const form = await at.form('feeds add', {});
    expect(fieldsOf(form)).toEqual({ url: '', topic: [] });
    const message = await at.submit(form, { url: ' club.example ', topic: ['world'] });
    await at.press(message, control(message, 'feeds:add'));
    expect(await feeds()).toEqual(['https://club.example/feed World']);
  });

  test('a feed is previewed before it counts', async () => {
    lookUp({ kind: 'feed', preview });
    const message = await at.run('feeds add', { url: 'club.example' });
    expect(read(message)).toContain(
      '**Chess Club** would bring articles like these:\n- [Ilves draws](https://club.example/1)\n- A \\[new\\] board',
    );
    expect(await feeds()).toEqual([]);
    const added = await at.press(message, control(message, 'feeds:add'));
    expect(await feeds()).toEqual(['https://club.example/feed Our feeds']);
    expect(read(added)).toContain('**Chess Club** was added to the topic **Our feeds**, for this server only.');
    const atOnce = control(added, 'alerts:feed:');
    const said = await at.press(added, atOnce);
    expect(read(said)).toContain('gets each new item of **Chess Club**, within minutes.');
    expect(read(await at.press(added, atOnce))).toContain('already gets each new item of this feed');
    await at.press(said, control(said, 'alerts:undo'));
    expect(await at.ask.alerts(at.serverId)).toEqual([]);
    expect(read(added)).toContain('No channel gets **Our feeds** yet');
    // The channel's one rule is about something else.
    await at.run('alerts set', { words: 'ferry' });
    lookUp({ kind: 'feed', preview: { ...preview, url: 'https://club.example/second' } });
    const second = await at.run('feeds add', { url: 'club.example/second' });
    const there = await at.press(second, control(second, 'feeds:add'));
    expect(controls(there)).toEqual([]);
    expect(read(there)).not.toContain('the button');
    expect(read(await at.run('topics list'))).toContain('**Our feeds**\n-# only own feeds, no words');
  });

  test('a feed that the server already has is reported instead of previewed, and is not offered among those of a site', async () => {
    await at.change.addFeed(at.by, preview, undefined);
    lookUp({ kind: 'feed', preview });
    for (const url of ['club.example', preview.url]) {
      const message = await at.run('feeds add', { url });
      expect(read(message)).toBe('This server already has that feed: see /feeds list.');
    }
    const found = [
      { url: preview.url, title: 'News', preview },
      { url: 'https://club.example/2', title: 'Youth' },
    ];
    lookUp({ kind: 'choices', feeds: found });
    const message = await at.run('feeds add', { url: 'club.example' });
    expect(read(message)).toContain('**News** · already known');
    const select = JSON.stringify(message.components).match(/"options":(\[.*?\])/)?.[1] ?? '';
    expect(JSON.parse(select)).toMatchObject([{ label: 'Youth', value: '1' }]);
  });

  test('the news of a site’s feeds is shown before one is chosen, escaped and bounded; the choice adds the feed', async () => {
    const long = 'A title **of** an outlet that does not know when to stop '.repeat(20);
    lookUp({
      kind: 'choices',
      feeds: [
        { url: 'https://club.example/feed', title: 'News', preview },
        ...Array.from({ length: 24 }, (_, n) => ({
          url: `https://club.example/${n}`,
          title: long,
          preview: { url: `https://club.example/${n}`, title: long, items: Array(5).fill({ title: long }) },
        })),
        { url: 'https://club.example/26th', title: 'Not listed' },
      ],
    });
    const message = await at.run('feeds add', { url: 'https://club.example' });
    expect(read(message)).toContain(
      '## This site has 26 feeds. Which one?\n**News**\n-# club.example/feed\n- [Ilves draws]',
    );
    expect(read(message)).toContain('- A title \\*\\*of\\*\\* an outlet');
    expect(read(message)).toMatch(/and \d+ more\n-# 1 feed is not listed here/);
    const chosen = await at.pick(message, control(message, 'feeds:choose'), ['0']);
    expect(read(chosen)).toContain('**News** was added to the topic **Our feeds**');
    expect(await feeds()).toEqual(['https://club.example/feed Our feeds']);
  });

  test('from a site with very many feeds 25 can be chosen, even those that were not read yet', async () => {
    const found = Array.from({ length: 40 }, (_, n) => ({ url: `https://a.example/${n}.xml`, title: `Section ${n}` }));
    lookUp({ kind: 'choices', feeds: found });
    const message = await at.run('feeds add', { url: 'https://a.example', topic: 'technology' });
    expect(read(message).match(/\*\*Section \d+\*\*/g)).toHaveLength(25);
    expect(read(message)).toMatch(
      /-# 15 feeds are not listed here, .* \/feeds add also takes the address of a feed itself\.$/,
    );
    lookUp({ kind: 'feed', preview });
    const chosen = await at.pick(message, control(message, 'feeds:choose'), ['1']);
    await at.press(chosen, control(chosen, 'feeds:add'));
    expect(await feeds()).toEqual(['https://club.example/feed Technology']);
  });

  test('a second look-up of a server is told to wait', async () => {
    instead(at, feedQuestions, { lookUpFeed: async () => ({ kind: 'busy' }) });
    expect(read(await at.run('feeds add', { url: 'club.example' }))).toContain('still looking at another address');
  });

  test('an address without a feed is refused with the reason, in the asker’s language', async () => {
    lookUp({ kind: 'failed', code: 'private-address', host: '10.0.0.1', reason: 'the address is private' });
    expect(read(await at.run('feeds add', { url: 'http://10.0.0.1' }))).toBe(
      'That address can’t be added: 10.0.0.1 is not on the public internet, so it is not read.',
    );
    const german = at.server.setup.addUser({ name: 'Ute', locale: 'de' }).id;
    at.server.setup.addMember(at.serverId, german, { admin: true });
    expect(read(await at.run('feeds add', { url: 'http://10.0.0.1' }, german))).toBe(
      'Diese Adresse lässt sich nicht hinzufügen: 10.0.0.1 liegt nicht im öffentlichen Internet und wird darum nicht gelesen.',
    );
  });

  test('are listed with their health and removed by title', async () => {
    expect(read(await at.run('feeds list'))).toContain('no feeds of its own yet');
    lookUp({ kind: 'feed', preview });
    const message = await at.run('feeds add', { url: 'club.example' });
    await at.press(message, control(message, 'feeds:add'));
    expect(read(await at.run('feeds list'))).toContain('-# Our feeds · not read yet · 0 articles this week');
    expect(await at.suggest('feeds remove', { feed: 'che' }, 'feed')).toEqual([expect.stringMatching(/^Chess Club=/)]);
    expect(read(await at.run('feeds remove', { feed: 'Chess Club' }))).toBe('**Chess Club** was removed.');
    expect(read(await at.run('feeds remove', { feed: 'x' }))).toContain('has no such feed');
  });

  test('a part of a name that only one feed has removes it, and Undo brings it back to its topic', async () => {
    for (const name of ['Chess', 'Rowing']) {
      const url = `https://${name.toLowerCase()}.example/feed`;
      await at.change.addFeed(at.by, { url, title: `${name} Club`, items: [] }, 'technology');
    }
    expect(read(await at.run('feeds remove', { feed: 'club' }))).toContain('Several feeds of this server fit “club”');
    expect(await feeds()).toHaveLength(2);
    const message = await at.run('feeds remove', { feed: 'row' });
    expect(read(message)).toBe('**Rowing Club** was removed.');
    expect(await feeds()).toEqual(['https://chess.example/feed Technology']);
    const back = await at.press(message, control(message, 'feeds:undo'));
    expect(back.id).toBe(message.id);
    expect(read(back)).toBe('Undone: everything is as it was before.');
    expect(await feeds()).toHaveLength(2);
  });
});

test('a confirmation works only in its own server, even if another server sends its id', async () => {
  const other = at.server.setup.addGuild({ name: 'Elsewhere' });
  at.server.setup.addMember(other.id, at.admin, { admin: true });
  const channelId = at.server.setup.addChannel(other.id, { name: 'general' }).id;
  const preview = await at.run('topics create', { name: 'Ferries', all: 'ferry' });
  const save = controls(preview).find((id) => id.startsWith('topics:save:')) ?? expect.fail();
  const button = { type: 2, style: 2, label: 'Press', custom_id: save };
  const components = [{ type: 1, components: [button] }];
  await at.bot.sender.post({ serverId: other.id, channelId }, { flags: 32_768, components }, 'n');
  const [posted = expect.fail()] = at.server.acts.messages(channelId);
  expect(read(await at.press(posted, save))).toContain('This button has expired');
  expect(await own()).toEqual([]);
  expect(read(await at.press(preview, save))).toContain('Ferries');
  expect(await own()).toMatchObject([{ name: 'Ferries' }]);
});
