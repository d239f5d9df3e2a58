import { PermissionFlagsBits } from 'discord.js';
import { expect, test } from 'vitest';
import { itemOf, minute, openDesk, type TestDesk } from '../../desk/desk.ts';
import { events } from '../../desk/events.ts';
import { quietMorning } from '../../desk/newsstand.ts';
import { read } from '../scene.ts';

async function run(at: TestDesk, command: string, options: Record<string, string | number> = {}, user = at.admin) {
  const shown = await at.server.acts.run({ user, channel: at.channelId, command, options }).shown;
  if (shown.kind !== 'message') throw new Error(shown.kind);
  return read(shown.message);
}

async function press(at: TestDesk, user: string): Promise<string> {
  const [message] = at.messages();
  const customId = `alerts:notify:${at.channelId}`;
  const act = { user, channel: at.channelId, messageId: message?.id ?? '', customId };
  const shown = await at.server.acts.click(act).shown;
  if (shown.kind !== 'message') throw new Error(shown.kind);
  return read(shown.message);
}

async function confirm(at: TestDesk): Promise<void> {
  for (const outlet of [0, 1])
    at.sites[outlet]?.feed('/world.xml', [itemOf(events.ferry[outlet] ?? events.ferry[0], '/ferry', at.now)]);
  await at.skip(30 * minute);
}

test('/alerts sets, lists and ends a channel’s alerts, and explains errors', async () => {
  const at = await openDesk();
  expect(await run(at, 'alerts list')).toContain('No channel of this server gets alerts.');
  expect(await run(at, 'alerts off')).toContain('That channel gets no alerts.');
  expect(await run(at, 'alerts set', { topic: 'world', words: 'ferry' })).toContain('not both');
  expect(await run(at, 'alerts set', { quiet: 'at night' })).toContain('“at night” isn’t a span of time.');
  expect(await run(at, 'alerts set', { words: '!!' })).toContain('needs at least one word');
  const said = await run(at, 'alerts set', { topic: 'World', voices: 4, per_day: 2, quiet: '22:00 to 7' });
  expect(said).toContain('as soon as 4 newsrooms have independently reported a story on **World**.');
  expect(said).toContain('At most 2 alerts a day.');
  expect(said).toContain('from 22:00 to 07:00');
  expect(await run(at, 'alerts list')).toContain(said);
  const reader = at.server.setup.addUser({ name: 'Max', locale: 'de' }).id;
  at.server.setup.addMember(at.serverId, reader, { permissions: ['ManageGuild'] });
  expect(await run(at, 'alerts list', {}, reader)).toContain('sobald 4 Redaktionen unabhängig voneinander');
  expect(await run(at, 'alerts off')).toContain('gets no more alerts');
  expect(await run(at, 'alerts list')).toContain('No channel of this server gets alerts.');
});

test('only the alert pings a role, which members take and drop with the alert’s button', async () => {
  const at = await openDesk({ before: quietMorning });
  at.server.setup.grantBot(at.serverId, ['ManageRoles']);
  const role = at.server.setup.addRole(at.serverId, { name: 'News', low: true }).id;
  expect(await run(at, 'alerts set', { voices: 2, role })).toContain(`pings <@&${role}>`);
  await at.drain();
  await confirm(at);
  expect(at.messages()[0]).toMatchObject({ mention_roles: [role], mention_everyone: false });
  const reader = at.server.setup.addUser({ name: 'Max' }).id;
  at.server.setup.addMember(at.serverId, reader);
  const roles = () => at.server.setup.guild(at.serverId).members.get(reader)?.roles;
  expect(await press(at, reader)).toContain('will be notified of alerts');
  expect(roles()).toEqual([role]);
  expect(await press(at, reader)).toContain('You no longer have');
  expect(roles()).toEqual([]);
  // From here on the alerts ping no role, so the button can't give one.
  await run(at, 'alerts set', { voices: 2 });
  expect(await press(at, reader)).toContain('has changed since');
  expect(roles()).toEqual([]);
});

test('a role that has gained permissions can no longer be taken by the button, but can be dropped', async () => {
  const at = await openDesk({ before: quietMorning });
  at.server.setup.grantBot(at.serverId, ['ManageRoles']);
  const role = at.server.setup.addRole(at.serverId, { name: 'News', low: true });
  await run(at, 'alerts set', { voices: 2, role: role.id });
  await at.drain();
  await confirm(at);
  const [early, late] = ['Max', 'Eva'].map((name) => at.server.setup.addUser({ name }).id) as [string, string];
  for (const id of [early, late]) at.server.setup.addMember(at.serverId, id);
  const roles = (id: string) => at.server.setup.guild(at.serverId).members.get(id)?.roles;
  await press(at, early);
  const stored = at.server.setup.guild(at.serverId).roles.get(role.id);
  if (stored) stored.permissions = PermissionFlagsBits.Administrator;
  expect(await press(at, late)).toContain('has permissions of its own');
  expect(roles(late)).toEqual([]);
  expect(await press(at, early)).toContain('You no longer have');
  expect(roles(early)).toEqual([]);
});

test('a role that members must not take, or that Lede can’t give, is refused with advice', async () => {
  const at = await openDesk();
  const low = at.server.setup.addRole(at.serverId, { name: 'News', low: true }).id;
  const set = (role: string) => run(at, 'alerts set', { role });
  expect(await set(low)).toContain('Lede needs the permission “Manage Roles”');
  at.server.setup.grantBot(at.serverId, ['ManageRoles']);
  expect(await set(at.serverId)).toContain('can’t ping everyone');
  expect(await set(at.server.setup.addRole(at.serverId, { name: 'Top' }).id)).toContain('must be below Lede’s own');
  const mods = at.server.setup.addRole(at.serverId, { name: 'Mods', permissions: ['KickMembers'], low: true }).id;
  expect(await set(mods)).toContain('has permissions of its own');
  const own = at.server.setup.guild(at.serverId).members.get(at.server.world.botId)?.roles[0] ?? '';
  expect(await set(own)).toContain('belongs to an app');
  expect(await run(at, 'alerts list')).toContain('No channel of this server gets alerts.');
  expect(await set(low)).toContain('pings');
});

test('/alerts offers every channel, and refuses those in which nothing can be posted', async () => {
  const at = await openDesk();
  const voice = at.server.setup.addChannel(at.serverId, { name: 'lounge', kind: 'voice' }).id;
  expect(await run(at, 'alerts set', { channel: voice })).toContain(
    `can’t post in <#${voice}>. Choose a text or announcement channel, a forum or a thread.`,
  );
  expect(await run(at, 'alerts list')).toContain('No channel of this server gets alerts.');
});
