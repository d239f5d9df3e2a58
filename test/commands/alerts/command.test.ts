import { PermissionFlagsBits } from 'discord.js';
import { expect, test } from 'vitest';
import { type Alert, renderAlert } from '../../../commands/alerts/card.ts';
import type { WireMessage } from '../../../playground/discord/wire.ts';
import { openDesk } from '../../desk/desk.ts';
import { quietMorning } from '../../desk/newsstand.ts';
import { controls, read } from '../scene.ts';
import { addNewsRole, click, rolesOf, textOf, withAlert } from './roleDesk.ts';

test('/alerts sets, lists and ends a channel’s alerts, and explains errors', async () => {
  const at = await openDesk();
  expect(await at.say('alerts off')).toContain('That channel gets no alerts.');
  const voice = at.server.setup.addChannel(at.serverId, { name: 'lounge', kind: 'voice' }).id;
  for (const [options, why] of [
    [{ topic: 'world', words: 'ferry' }, 'not both'],
    [{ quiet: 'at night' }, '“at night” isn’t a span of time.'],
    [{ words: '!!' }, 'at least one word that must occur'],
    [{ channel: voice }, `can’t post in <#${voice}>. Choose a text or announcement channel, a forum or a thread.`],
  ] as const)
    expect(await at.say('alerts set', options)).toContain(why);
  expect(await at.say('alerts list')).toContain('No channel of this server gets alerts.');
  const said = await at.say('alerts set', { topic: 'World', voices: 4, per_day: 2, quiet: '22:00 to 7' });
  expect(said).toContain('as soon as 4 newsrooms have independently reported a story on **World**.');
  expect(said).toContain('At most 2 alerts a day.');
  expect(said).toContain('from 22:00 to 07:00');
  expect(await at.say('alerts list')).toContain(said);
  const reader = at.addMember('Max', { locale: 'de', permissions: ['ManageGuild'] });
  expect(await at.say('alerts list', {}, reader)).toContain('sobald 4 Redaktionen unabhängig voneinander');
  expect(await at.say('alerts off')).toContain('gets no more alerts');
  expect(await at.say('alerts list')).toContain('No channel of this server gets alerts.');
});

test('only the alert pings a role, which members take and drop with the alert’s button', async () => {
  const { at, role } = await withAlert();
  expect(at.messages()[0]).toMatchObject({ mention_roles: [role], mention_everyone: false });
  const reader = at.addMember('Max');
  expect(await textOf(click(at, reader))).toContain('will be notified of alerts');
  expect(rolesOf(at, reader)).toEqual([role]);
  expect(await textOf(click(at, reader))).toContain('You no longer have');
  expect(rolesOf(at, reader)).toEqual([]);
  // From here on the alerts ping no role, so the button can't give one.
  expect(await at.say('alerts set', { role: at.serverId })).toContain(`Saved: *Role to ping* <@&${role}> → **none**`);
  expect(await textOf(click(at, reader))).toContain('has changed since');
  expect(rolesOf(at, reader)).toEqual([]);
});

test('a button opens the only story of an alert, and is gone when the story is', async () => {
  const { at, message } = await withAlert();
  const [{ id, content } = expect.fail()] = at.rows<{ id: string; content: string }>('select * from deliveries');
  expect(controls(message).slice(0, 2)).toEqual([`story:card:${id}`, `story:follow:${id.split('/')[2]}`]);
  expect(read(await at.press(message, `story:card:${id}`))).toMatch(/^## .*(?:strike|walk out)/m);
  const other = JSON.parse(content) as Alert;
  const left = { ...other, places: other.places.map((place) => ({ ...place, storyId: 'other' })) };
  const { payloads } = renderAlert(left, { deliveryKey: id, pictures: false });
  const drawn = controls(payloads[0] as unknown as WireMessage);
  expect(drawn.slice(0, 2)).toEqual([`story:open:${id}`, 'story:follow:other']);
});

test('a role that has gained permissions can no longer be taken by the button, but can be dropped', async () => {
  const { at, role } = await withAlert();
  const [early, late] = [at.addMember('Max'), at.addMember('Eva')];
  await click(at, early).shown;
  const stored = at.server.setup.guild(at.serverId).roles.get(role);
  if (stored) stored.permissions = PermissionFlagsBits.Administrator;
  expect(await textOf(click(at, late))).toContain('has permissions of its own');
  expect(rolesOf(at, late)).toEqual([]);
  expect(await textOf(click(at, early))).toContain('You no longer have');
  expect(rolesOf(at, early)).toEqual([]);
});

test('a role that members must not take, or that Lede can’t give, is refused with advice', async () => {
  const at = await openDesk();
  const low = at.server.setup.addRole(at.serverId, { name: 'News', low: true }).id;
  const set = (role: string) => at.say('alerts set', { role });
  expect(await set(low)).toContain('Lede needs the permission “Manage Roles”');
  at.server.setup.grantBot(at.serverId, ['ManageRoles']);
  expect(await set(at.serverId)).toContain('can’t ping @everyone');
  expect(await set(at.server.setup.addRole(at.serverId, { name: 'Top' }).id)).toContain('must be below Lede’s own');
  const mods = at.server.setup.addRole(at.serverId, { name: 'Mods', permissions: ['KickMembers'], low: true }).id;
  expect(await set(mods)).toContain('has permissions of its own');
  const own = at.server.setup.guild(at.serverId).members.get(at.server.world.botId)?.roles[0] ?? '';
  expect(await set(own)).toContain('belongs to an app');
  expect(await at.say('alerts list')).toContain('No channel of this server gets alerts.');
  expect(await set(low)).toContain('pings');
});

test('/alerts set keeps what it does not name, says what changed, and takes it back', async () => {
  const at = await openDesk();
  const role = addNewsRole(at);
  const how = { language: 'de', quiet: '22-7', silent: 'always' };
  await at.say('alerts set', { words: 'ferry, strike', voices: 4, role, ...how });
  const said = await at.say('alerts set', { quiet: '23-6' });
  expect(said).toContain('Saved: *Quiet hours* 22:00–07:00 → **23:00–06:00**\n');
  const kept = ['**ferry** or **strike**', '4 newsrooms', `pings <@&${role}>`, 'in German', 'without a notification'];
  for (const one of kept) expect(said).toContain(one);
  expect(await at.say('alerts set', { quiet: '23-6' })).toContain('Nothing changed: it was already set like that.');
  expect(await at.say('alerts set', { topic: 'world', per_day: 2 })).toContain(
    'Saved: *Topic* everything → **World** · *Words* ferry, strike → **everything** · *At most a day* 5 → **2**\n',
  );
  expect(await at.say('alerts set', { topic: 'alles', quiet: 'off', language: 'default', silent: 'never' })).toContain(
    '*Topic* World → **everything** · *Quiet hours* 23:00–06:00 → **none** · *Without a notification* always → **no** · *Language* German → **as the digest or the server**',
  );
  expect(await at.say('alerts set', { role: at.serverId })).toContain(`Saved: *Role to ping* <@&${role}> → **none**`);
  const changed = await at.run('alerts set', { words: 'moose', voices: 2 });
  await at.press(changed, controls(changed).find((one) => one.startsWith('alerts:undo:')) ?? '');
  expect(await at.say('alerts list')).toContain('as soon as 4 newsrooms have independently reported a story.');
});

test('`silent: quiet` needs quiet hours, and ends with them', async () => {
  const at = await openDesk();
  await at.say('alerts set', { voices: 3 });
  expect(await at.say('alerts set', { silent: 'quiet' })).toContain('The channel has no quiet hours.');
  const said = await at.say('alerts set', { silent: 'quiet', quiet: '22-7' });
  expect(said).toContain(
    'Saved: *Quiet hours* none → **22:00–07:00** · *Without a notification* no → **in quiet hours, instead of waiting**',
  );
  expect(said).toMatch(/From 22:00 to 07:00 \(.+\) they are posted without a notification\./);
  expect(said).not.toContain('Nothing is posted');
  expect(await at.say('alerts set', { quiet: 'off' })).toContain(
    '*Quiet hours* 22:00–07:00 → **none** · *Without a notification* in quiet hours, instead of waiting → **no**',
  );
});

test('one voice is for own feeds: without one it is refused, with a feed or topic it is about that', async () => {
  const at = await openDesk({ before: quietMorning });
  expect(await at.say('alerts set', { voices: 1 })).toContain('/feeds add adds one');
  expect(await at.say('alerts list')).toContain('No channel of this server gets alerts.');
  for (const n of [1, 2])
    await at.change.addFeed(at.by, { url: `https://club.example/${n}`, title: `Club ${n}`, items: [] }, undefined);
  expect(await at.say('alerts set', { voices: 1, topic: 'world' })).toContain('none of them is in World');
  expect(await at.say('alerts set', { voices: 1 })).toContain(
    'gets each new item of this server’s own feeds, within minutes. At most 20 messages a day',
  );
  expect(await at.say('alerts set', { feed: 'Club 2', words: 'chess' })).toContain(
    'gets each new item of **Club 2** that mentions **chess**',
  );
  expect(await at.say('alerts set', { feed: 'Club 2', voices: 3 })).toContain('goes with `voices: 1`');
  expect(await at.say('alerts set', { feed: 'all', words: 'off' })).toContain(
    '*Words* chess → **everything** · *Own feeds* Club 2 → **all**',
  );
  const stories = await at.say('alerts set', { voices: 3 });
  expect(stories).toContain('*Who must report it* each new item of this server’s own feeds → **3 newsrooms**');
  expect(stories).toContain('*At most a day* 20 → **5**');
});
