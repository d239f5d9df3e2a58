import { beforeEach, describe, expect, test } from 'vitest';
import { tellMadeUp } from '../commands/madeUpStories.ts';
import { isForOne, read, type Scene, sceneForAll } from '../commands/scene.ts';

const at = await sceneForAll();
tellMadeUp(at);
beforeEach(() => at.enterServer());

const nothingPosted = () => expect(at.desk.rows('select id from deliveries')).toEqual([]);

const namesOf = (commands: readonly { name: string }[]) =>
  commands
    .map(({ name }) => name)
    .sort()
    .join(', ');

const minuteMs = 60_000;
const mayNot = 'Dafür brauchst du „Server verwalten“.';

/** Makes Discord offer every command to everyone, as if something else had registered them. */
function offerAll(scene: Scene): void {
  const open = scene.server.world.commands.map((one) => ({ ...one, default_member_permissions: null }));
  scene.server.world.commands = open;
}

describe('a command for those who manage the server', () => {
  test('is refused to others also where Discord offers it, and suggests nothing to them', async () => {
    const known = at.server.world.commands;
    offerAll(at);
    for (const command of ['subscribe', 'digest post', 'topics list', 'feeds list', 'status now']) {
      expect(read(await at.run(command, {}, at.reader))).toBe(mayNot);
    }
    expect(await at.suggest('subscribe', { topic: 'w' }, 'topic', at.reader)).toEqual([]);
    at.server.world.commands = known;
  });

  test.each(['themselves', 'by a role', 'like everybody'])(
    'is open to a member whom the server lets use it %s, and its controls too; nothing else is',
    async (how) => {
      const guild = at.server.setup.guild(at.serverId);
      at.server.setup.addMember(at.serverId, at.reader, { permissions: ['AttachFiles'] });
      const [role = ''] = guild.members.get(at.reader)?.roles ?? [];
      at.server.setup.grant(at.serverId, 'digest', [{ themselves: at.reader, 'by a role': role }[how] ?? guild.id]);
      await at.run('subscribe', { topic: 'world' });
      const card = await at.run('digest settings', {}, at.reader);
      const form = await at.pressForm(card, `digest:settings:${at.channelId}`, undefined, at.reader);
      expect(form.modal.title).toContain('Überblick für');
      expect(() => at.run('subscribe', { topic: 'world' }, at.reader)).toThrow('needs permissions');
      at.server.setup.grant(at.serverId, 'digest', []);
      expect(read(await at.press(card, `digest:post:${at.channelId}`, at.reader))).toContain(mayNot);
      nothingPosted();
    },
  );

  test('is not executed if the member’s permission can’t be checked', async () => {
    at.server.setup.grant(at.serverId, 'digest', [at.reader]);
    at.server.fail({ method: 'GET', path: /\/commands\/permissions$/, how: 500 });
    expect(read(await at.run('digest post', {}, at.reader))).toContain('Das hat nicht geklappt');
    at.server.setup.grant(at.serverId, 'digest', []);
    nothingPosted();
  });
});

describe('a control of a private message', () => {
  test('is refused once the member who sees it no longer manages the server', async () => {
    const manager = at.server.setup.addUser({ name: 'Mia', locale: 'de' }).id;
    at.server.setup.addMember(at.serverId, manager, { permissions: ['ManageGuild'] });
    const card = await at.run('subscribe', { topic: 'world' }, manager);
    at.server.setup.addMember(at.serverId, manager);
    const answer = await at.press(card, `digest:post:${at.channelId}`, manager);
    expect([read(answer), isForOne(answer)]).toEqual([mayNot, true]);
    nothingPosted();
  });

  test('is refused after fifteen minutes', async () => {
    const card = await at.run('subscribe', { topic: 'world' });
    at.desk.now += 15 * minuteMs;
    expect(read(await at.press(card, `digest:preview:${at.channelId}`))).not.toContain('expired');
    at.desk.now += minuteMs;
    expect(read(await at.press(card, `digest:post:${at.channelId}`))).toContain('This button has expired');
    nothingPosted();
  });
});

test('in a server that has only the commands, what needs Lede there says so with the link; the rest answers', async () => {
  const guild = at.server.setup.addGuild({ name: 'Next Door', ownerId: at.admin, bot: false });
  const channel = at.server.setup.addChannel(guild.id, { name: 'news' }).id;
  for (const command of ['subscribe', 'digest preview', 'subscriptions', 'feeds list']) {
    const said = read(await at.run(command, {}, at.admin, channel));
    expect(said).toContain('not Lede itself');
    expect(said).toContain(`client_id=${at.server.applicationId}`);
  }
  expect(read(await at.run('story', { query: 'ferry' }, at.admin, channel))).toContain('Ferry crews');
});

test('in a server without Lede, members who added it to their account are offered their personal commands', async () => {
  const guild = at.server.setup.addGuild({ name: 'Far Away', ownerId: at.admin, app: false });
  const channel = at.server.setup.addChannel(guild.id, { name: 'talk' }).id;
  const offered = namesOf(at.server.acts.commandsAt({ user: at.admin, channel }));
  expect(offered).toBe('Follow this story, Who else reports this?, catchup, coverage, following, me, watch');
  expect(read(await at.run('watch list', {}, at.admin, channel))).toContain('You aren’t watching any words');
});

test('commands that need a server are offered only in servers with Lede, not by a member’s own installation', () => {
  const forServers = at.server.world.commands.filter(({ contexts }) => contexts?.join() === '0');
  expect(namesOf(forServers)).toBe(
    'alerts, corrections, digest, feeds, outlets, setup, status, subscribe, subscriptions, topics, unsubscribe, why',
  );
  expect(forServers.map(({ integration_types }) => integration_types)).toEqual(forServers.map(() => [0]));
});
