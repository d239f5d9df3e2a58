import { expect, onTestFinished, test } from 'vitest';
import { createDiscordServer } from '../../playground/discord/server.ts';
import { channelPermissions, type PermissionName } from '../../playground/discord/world/permissions.ts';
import { createClient } from '../../src/discord/gateway/client.ts';
import { serversOf } from '../../src/discord/gateway/servers.ts';
import { requiredPermissions } from '../../src/discord/invite.ts';

const names = Object.keys(requiredPermissions) as (keyof typeof requiredPermissions)[];

test('the permissions of members and the bot are as Discord has them, for every channel and thread, also after changes', async () => {
  const server = await createDiscordServer({ now: () => 0, monotonic: () => performance.now() });
  const { setup, world } = server;
  const guild = setup.addGuild({ name: 'Größe 日' });
  const users = (['plain', 'admin', 'manager', 'embeds'] as const).map((kind) => {
    const { id } = setup.addUser({ name: kind });
    setup.addMember(guild.id, id, {
      admin: kind === 'admin',
      permissions: { plain: [], admin: [], manager: ['ManageGuild'], embeds: ['EmbedLinks'] }[kind] as PermissionName[],
    });
    return id;
  });
  users.push(guild.ownerId);
  const targets = ['everyone', 'bot', users[0] as string];
  const change = (channelId: string, seed: number) => {
    for (const [nth, target] of targets.entries()) {
      const chosen = (salt: number) => names.filter((_, at) => ((seed + nth) * 7 + at * salt) % 5 === 0);
      setup.setOverwrite(channelId, target, { allow: chosen(3), deny: chosen(2) });
    }
  };
  for (let seed = 0; seed < 20; seed += 1) {
    const channel = setup.addChannel(guild.id, { name: `größe-日-${seed}` });
    change(channel.id, seed);
    if (seed % 3 === 0) setup.addThread(channel.id, { name: 'thread' });
  }
  const client = createClient({ api: server.url });
  onTestFinished(async () => {
    await client.destroy();
    await server.close();
  });
  const servers = serversOf(client);
  servers.follow(client, {
    joined: () => {},
    seen: () => {},
    announces: () => {},
    left: () => {},
    channelGone: () => {},
    roleGone: () => {},
  });
  await client.login(server.token);

  const inDiscord = () =>
    [...world.channels.values()].map((channel) => ({
      name: channel.name,
      may: [world.botId, ...users].map((id) => {
        const bits = channelPermissions(world, channel, id);
        return names.filter((name) => (bits & requiredPermissions[name]) !== 0n).join();
      }),
    }));
  const here = () =>
    [...world.channels.values()].map(({ id: channelId }) => {
      const place = servers.place(guild.id, channelId);
      const members = users.map((id) => ({ id, roles: guild.members.get(id)?.roles ?? [] }));
      return {
        name: place?.name,
        may: [undefined, ...members].map(
          (member) => place && names.filter((name) => servers.permissions(guild.id, place, member).has(name)).join(),
        ),
      };
    });
  await expect.poll(here).toEqual(inDiscord());
  const [first, second] = [...world.channels.keys()];
  change(first as string, 91);
  setup.removeChannel(second as string);
  setup.addMember(guild.id, users[0] as string, { permissions: ['EmbedLinks'] });
  const later = setup.addChannel(guild.id, { name: 'later' });
  change(later.id, 92);
  await expect.poll(here).toEqual(inDiscord());
  // discord.js itself caches none of it.
  expect([client.guilds.cache.size, client.channels.cache.size, client.users.cache.size]).toEqual([0, 0, 0]);
});
