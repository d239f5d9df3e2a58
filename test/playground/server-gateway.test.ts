import { on, once } from 'node:events';
import { Client, Events, GatewayIntentBits } from 'discord.js';
import { describe, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import type { ServerEvent } from '../../playground/discord/context.ts';
import { answerCommands, ready, useBot } from './bot.ts';

const at = useBot();

/** A gateway connection without discord.js; `next` returns the received payloads in order. */
async function connect() {
  const socket = new WebSocket(`${at.server.origin.replace('http', 'ws')}/gateway?v=10&encoding=json`);
  const received = on(socket, 'message');
  await once(socket, 'open');
  return {
    socket,
    send: (op: number, d: unknown) => socket.send(JSON.stringify({ op, d })),
    next: async (): Promise<unknown> => JSON.parse(String((await received.next()).value?.[0])),
  };
}

describe('a connection', () => {
  test('that breaks is resumed, and what was missed comes in order', async () => {
    const names: string[] = [];
    at.client.on('channelCreate', ({ name }) => names.push(name));
    const resumed = once(at.client, Events.ShardResume);
    at.server.gateway.drop();
    at.server.setup.addChannel(at.guildId, { name: 'missed-1' });
    at.server.setup.addChannel(at.guildId, { name: 'missed-2' });
    await resumed;
    at.server.setup.addChannel(at.guildId, { name: 'live' });
    await expect.poll(() => names).toEqual(['missed-1', 'missed-2', 'live']);
  });

  test('that gets no answer to its heartbeats is found dead, and resumed', async () => {
    await at.start({ heartbeatMs: 60 });
    const resumed = once(at.client, Events.ShardResume);
    at.server.gateway.silent = true;
    await once(at.client, Events.ShardReconnecting);
    at.server.gateway.silent = false;
    await resumed;
    await expect.poll(() => at.server.gateway.connected).toBe(1);
  });

  test('that asks for privileged intents is refused with 4014', async () => {
    const greedy = new Client({ intents: [GatewayIntentBits.GuildMembers], rest: { api: at.server.url } });
    await expect(greedy.login(at.server.token)).rejects.toThrow(/disallowed intents/i);
  });

  test('from a foreign origin is refused', async () => {
    const socket = new WebSocket(`${at.server.origin.replace('http', 'ws')}/gateway`, {
      origin: 'https://evil.example',
    });
    const [error] = (await once(socket, 'error')) as [Error];
    expect(error.message).toContain('403');
  });
});

describe('the protocol, spoken by hand', () => {
  test('a resume of an unknown session is invalid, and the same connection may then identify', async () => {
    const raw = await connect();
    expect(await raw.next()).toMatchObject({ op: 10 });
    raw.send(6, { token: at.server.token, session_id: 'unknown', seq: 3 });
    expect(await raw.next()).toEqual({ op: 9, d: false });
    raw.send(2, { token: at.server.token, intents: 1, properties: {} });
    expect(await raw.next()).toMatchObject({ op: 0, t: 'READY', s: 1 });
    expect(await raw.next()).toMatchObject({ op: 0, t: 'GUILD_CREATE', s: 2 });
    at.server.gateway.invalidate(false);
    expect(await raw.next()).toEqual({ op: 9, d: false });
    raw.send(2, { token: at.server.token, intents: 0, properties: {} });
    expect(await raw.next()).toMatchObject({ t: 'READY', s: 1 });
    raw.send(1, null);
    expect(await raw.next()).toEqual({ op: 11 });
    raw.socket.close();
  });

  test('closes the connection with the code for what is wrong', async () => {
    const identify = (shard: number[]) =>
      JSON.stringify({ op: 2, d: { token: at.server.token, intents: 0, properties: {}, shard } });
    const wrong: [payload: string, code: number][] = [
      ['hello', 4002],
      [JSON.stringify({ op: 1, d: 'a'.repeat(4_096) }), 4002],
      [JSON.stringify({ op: 8, d: {} }), 4003],
      [JSON.stringify({ op: 2, d: { token: 'x', intents: 0 } }), 4004],
      [identify([2, 2]), 4010],
      [identify([0, 3]), 4011],
    ];
    at.server.gateway.sharding.least = 4;
    for (const [payload, code] of wrong) {
      const raw = await connect();
      const closed = once(raw.socket, 'close');
      raw.socket.send(payload);
      expect((await closed)[0], payload.slice(0, 40)).toBe(code);
    }
  });
});

describe('shards', () => {
  test('get events of their own guilds only, and shard 0 those outside guilds', async () => {
    const guildIds = [at.guildId];
    for (let nth = 1; nth < 8; nth += 1) {
      at.clock.wall += 1;
      guildIds.push(at.server.setup.addGuild({ name: `Guild ${nth}` }).id);
    }
    const heard = await Promise.all(
      [0, 1, 2].map(async (id) => {
        const client = await ready(at.server, { shards: [id], shardCount: 3 });
        const told: string[] = [];
        client.on(Events.GuildUpdate, ({ id: guildId }) => told.push(guildId));
        return { id, client, told, listed: [...client.guilds.cache.keys()] };
      }),
    );
    for (const guildId of guildIds) at.server.setup.setLocale(guildId, 'fr');
    for (const { id, client, told, listed } of heard) {
      const own = guildIds.filter((guildId) => Number((BigInt(guildId) >> 22n) % 3n) === id);
      expect([own.length > 1, listed.toSorted()]).toEqual([true, own.toSorted()]);
      await expect.poll(() => told).toEqual(own);
      await client.destroy();
    }
  });

  test('identify no faster than Discord lets them, each bucket by itself', async () => {
    const { sharding } = at.server.gateway;
    Object.assign(sharding, { identifyMs: 5_000, maxConcurrency: 2, startsLeft: 4 });
    const identify = async (id: number) => {
      const raw = await connect();
      await raw.next();
      raw.send(2, { token: at.server.token, intents: 0, properties: {}, shard: [id, 4] });
      const { op } = (await raw.next()) as { op: number };
      raw.socket.close();
      return op;
    };
    at.clock.extraMs += 5_000;
    expect([await identify(0), await identify(1), await identify(2)]).toEqual([0, 0, 9]);
    at.clock.extraMs += 5_000;
    expect([await identify(2), await identify(3)]).toEqual([0, 0]);
    at.clock.extraMs += 5_000;
    expect(await identify(0)).toBe(9);
    expect([sharding.refused, await at.client.rest.get('/gateway/bot')]).toEqual([
      2,
      expect.objectContaining({ session_start_limit: expect.objectContaining({ max_concurrency: 2, remaining: 0 }) }),
    ]);
  });
});

test('guilds with an outage do not hold up the login', async () => {
  at.server.setup.setAvailable(at.guildId, false);
  const other = await ready(at.server);
  expect(other.guilds.cache.get(at.guildId)?.available).toBe(false);
  await other.destroy();
});

test('events for the page report messages, ephemeral ones with their reader, and interactions from start to end', async () => {
  const seen: ServerEvent[] = [];
  const off = at.server.on((event) => seen.push(event));
  await at.client.application.commands.set([{ name: 'story', description: 'd' }]);
  answerCommands(at.client, (command) => command.reply({ content: 'hush', flags: 64 }));
  await at.server.acts.run({ user: at.member, channel: at.channelId, command: 'story' }).shown;
  await expect
    .poll(() => seen.map(({ type }) => type))
    .toEqual(['commands', 'request', 'interaction', 'private', 'interaction', 'request']);
  expect(seen.find(({ type }) => type === 'private')).toMatchObject({ userId: at.member, change: 'created' });
  off();
  at.server.acts.say({ user: at.member, channel: at.channelId }, 'hello');
  expect(seen).toHaveLength(6);
});
