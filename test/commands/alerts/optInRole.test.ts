import { DiscordAPIError, type MessageComponentInteraction } from 'discord.js';
import { expect, test } from 'vitest';
import { createRoleTurns } from '../../../src/discord/roleTurns.ts';
import { textsFor } from '../../../src/discord/texts/texts.ts';
import { minute, openDesk } from '../../desk/desk.ts';
import { addNewsRole, click, rolesOf, textOf, withAlert } from './roleDesk.ts';

test('a role that a channel allows something is refused, and the answer says where and what to do', async () => {
  const at = await openDesk();
  const { setup } = at.server;
  const role = addNewsRole(at);
  const hidden = setup.addChannel(at.serverId, { name: 'staff' }).id;
  setup.setOverwrite(hidden, 'everyone', { deny: ['ViewChannel'] });
  setup.setOverwrite(hidden, 'bot', { deny: ['ViewChannel'] });
  for (const name of ['ViewChannel', 'AddReactions'] as const) {
    setup.setOverwrite(hidden, role, { allow: [name] });
    const said = await at.say('alerts set', { role });
    expect(said).toContain(`The permissions of <#${hidden}> allow <@&${role}> something`);
    expect(said).toContain('Make a new role without any permissions');
  }
  const german = at.addMember('Max', { locale: 'de', admin: true });
  expect(await at.say('alerts set', { role }, german)).toContain(`In <#${hidden}> ist <@&${role}> etwas erlaubt`);
  expect(await at.say('alerts list')).toContain('No channel of this server gets alerts.');
  // An overwrite that only denies gives the role no access.
  setup.setOverwrite(hidden, role, { deny: ['SendMessages'] });
  expect(await at.say('alerts set', { role })).toContain('pings');
});

test('a role that has opened a channel since it was chosen can be dropped but not taken, and the answer does not name the channel', async () => {
  const { at, role } = await withAlert();
  const [early, late] = [at.addMember('Max'), at.addMember('Eva', { locale: 'de' })];
  expect(await textOf(click(at, early))).toContain('You now have');
  const hidden = at.server.setup.addChannel(at.serverId, { name: 'staff' }).id;
  at.server.setup.setOverwrite(hidden, role, { allow: ['ViewChannel'] });
  const said = await textOf(click(at, late));
  expect(said).toContain('vergibt der Button die Rolle nicht mehr');
  expect(said).not.toContain(hidden);
  expect(rolesOf(at, late)).toEqual([]);
  expect(await textOf(click(at, early))).toContain('You no longer have');
  expect(rolesOf(at, early)).toEqual([]);
  await click(at, late).shown;
  await at.skip(minute);
  expect(at.told()).toEqual([expect.stringContaining(`since the permissions of <#${hidden}> allow`)]);
  at.server.setup.setOverwrite(hidden, role, {});
  expect(await textOf(click(at, late))).toContain('Du hast jetzt');
  await expect.poll(() => at.rows('select 1 from notices where over_at is null')).toEqual([]);
});

test('the member who chooses a role must be allowed to give it: with Manage Roles in the server, and a role above it', async () => {
  const at = await openDesk();
  const { setup } = at.server;
  const role = addNewsRole(at);
  const withRoles = (name: string, ...roles: string[]) => {
    const { id } = setup.addUser({ name });
    setup.guild(at.serverId).members.set(id, { userId: id, roles, joinedAt: new Date(at.now).toISOString() });
    return id;
  };
  const manager = setup.addRole(at.serverId, { name: 'Manager', permissions: ['ManageGuild'] }).id;
  const rolesToo = { name: 'Both', permissions: ['ManageGuild', 'ManageRoles'] } as const;
  const above = setup.addRole(at.serverId, rolesToo).id;
  const beside = setup.addRole(at.serverId, { ...rolesToo, low: true }).id;
  const refused = 'you must be allowed to give it yourself';
  const editor = withRoles('Editor', manager);
  expect(await at.say('alerts set', { role }, editor)).toContain(refused);
  // As a channel overwrite, the same bit only allows changing that channel's permissions.
  setup.setOverwrite(at.channelId, editor, { allow: ['ManageRoles'] });
  expect(await at.say('alerts set', { role }, editor)).toContain(refused);
  expect(await at.say('alerts set', { role }, withRoles('Peer', beside))).toContain(refused);
  expect(await at.say('alerts list')).toContain('No channel of this server gets alerts.');
  expect(await at.say('alerts set', { role }, withRoles('Chief', above))).toContain('pings');
  expect(await at.say('alerts set', { role }, setup.guild(at.serverId).ownerId)).toContain('pings');
  expect(await at.say('alerts set', { voices: 4 }, editor)).toContain('4 newsrooms');
});

test('a deleted role is removed from its alerts, and the admin is told once', async () => {
  const { at, role } = await withAlert();
  at.server.setup.removeRole(at.serverId, role);
  await expect.poll(async () => (await at.ask.alerts(at.serverId))[0]?.roleId).toBeUndefined();
  await at.skip(minute);
  await at.skip(minute);
  expect(at.told().filter((text) => text.includes('was deleted, so they no longer ping anybody'))).toHaveLength(1);
  expect(await textOf(click(at, at.addMember('Max')))).toContain('role has changed since');
});

test('a role that was deleted while Lede was away is removed from its alerts at the start, or at the first press of the button', async () => {
  const { at, role } = await withAlert();
  const second = at.server.setup.addChannel(at.serverId, { name: 'second' }).id;
  await at.say('alerts set', { voices: 3, role, channel: second });
  const hasRole = async () => (await at.ask.alerts(at.serverId)).map(({ roleId }) => roleId !== undefined);
  // The role was just deleted, and the gateway event has not arrived yet.
  at.server.setup.guild(at.serverId).roles.delete(role);
  expect(await textOf(click(at, at.addMember('Max')))).toContain('The role of these alerts was deleted');
  expect(await hasRole()).toEqual([false, false]);
  await at.skip(minute);
  const all = at.told().join('\n');
  expect(all.match(/was deleted, so they no longer ping anybody/g)).toHaveLength(2);
  const other = at.server.setup.addRole(at.serverId, { name: 'Later', low: true }).id;
  await at.say('alerts set', { voices: 2, role: other });
  await at.app.stop();
  at.server.setup.removeRole(at.serverId, other);
  await at.restart();
  expect(await hasRole()).toEqual([false, false]);
});

/**
 * A button press by a member. Discord answers the role change with what `put` resolves to, and the role exists as long
 * as `stands` returns true.
 */
function pressOf(user: string, put: () => Promise<unknown>, stands = () => true): MessageComponentInteraction {
  const role = { id: 'role', permissions: '0', position: 1, managed: false, mentionable: true };
  const mine = { id: 'mine', permissions: String(1n << 28n), position: 2, managed: true, mentionable: true };
  const everyone = { id: 'server', permissions: '0', position: 0, managed: false, mentionable: false };
  const roles = () => (stands() ? [everyone, role, mine] : [everyone, mine]);
  const get = async (route: string) =>
    route.endsWith('/roles') ? roles() : route.endsWith('/channels') ? [] : { roles: ['mine'] };
  return {
    ...{ guildId: 'server', user: { id: user }, member: { roles: [] } },
    client: { user: { id: 'self' }, rest: { get, put } },
  } as unknown as MessageComponentInteraction;
}

const said = async (outcome: Promise<unknown>): Promise<string> => {
  const [{ reason }] = (await Promise.allSettled([outcome])) as [PromiseRejectedResult];
  return reason.say(textsFor('en'));
};

type Turns = ReturnType<typeof createRoleTurns>;

/** Toggles the role for a member, as a press of the button does. */
const toggled = (turns: Turns, user: string, put: () => Promise<unknown>, stands?: () => boolean) =>
  turns.toggle(pressOf(user, put, stands), 'role', async () => {});

/** Turns that wait for so long before each request, with a clock that `rest` moves. */
const turnsWith = (waitMs = 0, rest: (ms: number) => Promise<boolean> = async () => true, now = () => 0) =>
  createRoleTurns(async () => waitMs, rest, now);

test('members who can’t have their turn in time are told so at once', async () => {
  const turns = turnsWith();
  const { promise, resolve } = Promise.withResolvers();
  const press = (user: string) => toggled(turns, user, () => promise);
  const waiting = Array.from({ length: 800 }, (_, index) => press(`member ${index}`));
  expect(await said(press('one more'))).toContain('your turn would come too late');
  resolve(undefined);
  expect(new Set(await Promise.all(waiting))).toEqual(new Set(['given']));
  expect(await press('one more')).toBe('given');
});

test('a member who still waits for the role shortly before the answer is due is told to press again', async () => {
  const put = () => Promise.reject(new Error('never asked'));
  let now = 0;
  const rest = async (ms: number) => {
    now += ms;
    return true;
  };
  const held = turnsWith(60_000, rest, () => now);
  expect(await said(toggled(held, 'first', put))).toContain('for too long');
  expect(now).toBe(14 * minute);
});

test('a role that Discord does not know at a press counts as deleted only if the list of roles lacks it, too', async () => {
  let stands = true;
  const unknown = { code: 10_011, message: 'Unknown Role' };
  const request = { method: 'PUT', url: '', files: undefined, body: undefined };
  const put = () => Promise.reject(new DiscordAPIError(unknown, 10_011, 404, 'PUT', '', request));
  const deleting = () => {
    stands = false;
    return put();
  };
  const turns = turnsWith();
  await expect(toggled(turns, 'first', put, () => stands)).rejects.toThrow('Unknown Role');
  expect(await toggled(turns, 'second', deleting, () => stands)).toBe('gone');
});
