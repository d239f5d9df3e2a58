import { REST, Routes } from 'discord.js';
import { describe, expect, onTestFinished, test } from 'vitest';
import { features } from '../../commands/features.ts';
import { createDiscordServer } from '../../playground/discord/server.ts';
import { serverEvents } from '../../src/desk/serverEvents.ts';
import { storyQuestions } from '../../src/desk/stories.ts';
import type { BotOptions } from '../../src/discord/bot.ts';
import { commandsOf } from '../../src/discord/feature.ts';
import { inviteUrl } from '../../src/discord/invite.ts';
import { botOn, createScene, instead, read } from '../commands/scene.ts';
import { openDesk } from '../desk/desk.ts';
import { memoryStore } from '../memoryLog.ts';

const serverOptions = { now: () => Date.UTC(2026, 10, 24), monotonic: () => performance.now(), validate: true };

/** A server with a bot that is not started. */
async function stage(more: Partial<BotOptions> = {}) {
  const desk = await openDesk({ start: false });
  const { server } = desk;
  const { bot, entries } = botOn(desk, { gateway: { shards: 'auto' }, ...more });
  onTestFinished(() => bot.stop());
  return { server, desk, bot, entries };
}

describe('connecting', () => {
  test('a refused token ends the start with a sentence that does not hold it', async () => {
    const { bot } = await stage({ token: 'abc.wrong.token' });
    const failure = await bot.start().catch((error: unknown) => error);
    expect(failure).toMatchObject({ code: 'token-refused', message: expect.stringContaining('Developer Portal') });
    expect(String(failure)).not.toContain('abc.wrong');
  });

  test('waits for a Discord that is not there yet', async () => {
    const probe = await createDiscordServer(serverOptions);
    const port = Number(new URL(probe.origin).port);
    await probe.close();
    const said: string[] = [];
    const { bot, entries } = await stage({
      apiUrl: `http://127.0.0.1:${port}/api`,
      token: probe.token,
      retryFirstMs: 20,
      say: (line) => said.push(line),
    });
    const started = bot.start();
    await expect.poll(() => entries.length).toBeGreaterThan(2);
    expect(entries[0]?.values.code).toBe('ECONNREFUSED');
    // Printed once, no matter how many attempts fail.
    expect(said).toEqual(["Discord can't be reached (ECONNREFUSED). Lede keeps trying."]);
    expect(entries.filter(({ level }) => level === 'warn')).toHaveLength(1);
    const server = await createDiscordServer({ ...serverOptions, port });
    onTestFinished(() => server.close());
    await started;
    expect(bot.connected()).toBe(true);
  });

  test('a start that cannot store the list of servers repeats only that, and identifies once', async () => {
    const { server, bot, entries, desk } = await stage({ retryFirstMs: 1 });
    let failures = 4;
    const store = desk.change.serversPresent;
    const serversPresent: typeof store = async (...present) => {
      failures -= 1;
      if (failures >= 0) throw new Error('The disk is full');
      return store(...present);
    };
    instead({ desk }, serverEvents, { serversPresent });
    let identified = 0;
    server.on((event) => {
      if (event.type === 'gateway' && event.state === 'ready') identified += 1;
    });
    await bot.start();
    expect({ failures, identified }).toEqual({ failures: -1, identified: 1 });
    expect(entries.filter(({ message }) => message.includes('could not be stored'))).toHaveLength(4);
    expect(entries.filter(({ message }) => message.includes('could not be reached'))).toEqual([]);
  });

  test('one stray 401 does not end a start', async () => {
    const { server, bot } = await stage();
    server.fail({ method: 'GET', path: '/gateway/bot', how: { status: 401, code: 0, message: '401: Unauthorized' } });
    await bot.start();
    expect(bot.connected()).toBe(true);
  });

  test('says that too few identifies are left for its shards, and connects when there are enough', async () => {
    const { server, bot, entries } = await stage({ gateway: { shards: { ids: [0, 1], count: 4 } } });
    const few = { url: server.url, shards: 1, session_start_limit: { remaining: 1, reset_after: 20 } };
    server.fail({ method: 'GET', path: '/gateway/bot', how: { answer: few } });
    await bot.start();
    const said = entries.map(({ level, message }) => `${level}: ${message}`);
    expect(said).toEqual([expect.stringMatching('error: The bot has no identifies left')]);
    expect([bot.connected(), server.gateway.sharding.identified]).toEqual([true, 2]);
  });

  test('stopping ends a start that waits', async () => {
    const { bot } = await stage({ apiUrl: 'http://127.0.0.1:9/api' });
    const started = bot.start();
    await bot.stop();
    await expect(started).rejects.toMatchObject({ code: 'stopped' });
  });

  test('stopping does not wait for a gateway that no longer answers', async () => {
    const at = await createScene();
    at.server.gateway.freeze();
    let isStopped = false;
    const stopped = at.bot.stop().then(() => (isStopped = true));
    // discord.js by itself waits 30 s for the closing handshake.
    await expect.poll(() => isStopped).toBe(true);
    await stopped;
  });

  test('a token reset while it runs is reported', async () => {
    let refused: string | undefined;
    const at = await createScene({ onRefused: (error) => (refused = error.code) });
    at.server.acceptToken(false);
    await expect.poll(() => refused).toBe('token-refused');
    expect(await at.bot.sender.post(at, {}, 'n')).toMatchObject({ kind: 'lost', reason: 'unauthorized' });
    expect(await at.bot.sender.post(at, {}, 'n')).toMatchObject({ kind: 'lost', reason: 'unauthorized' });
  });

  test('a lost connection counts as none until the session is resumed', async () => {
    const at = await createScene();
    expect(at.bot.connected()).toBe(true);
    at.server.gateway.drop();
    await expect.poll(() => at.bot.connected()).toBe(false);
    await expect.poll(() => at.bot.connected()).toBe(true);
  });
});

describe('a gateway that closes the connection for good', () => {
  test.each([
    [4011, 'more-shards'],
    [4014, 'gateway-refused'],
  ])('with %i is reported with what to do, since discord.js does not reconnect', async (code, refusal) => {
    let refused: { code: string; message: string } | undefined;
    const at = await createScene({ onRefused: (error) => (refused = error) });
    at.server.gateway.closeAll(code);
    await expect.poll(() => refused?.code).toBe(refusal);
    expect(refused?.message).toMatch(new RegExp(`${code}.*start Lede again`));
  });

  test('during the start ends the start, instead of identifying again and again', async () => {
    const { server, bot } = await stage({ retryFirstMs: 20 });
    const upgrade = server.gateway.upgrade.bind(server.gateway);
    server.gateway.upgrade = (...connection) => {
      upgrade(...connection);
      server.gateway.closeAll(4014);
    };
    const message = expect.stringMatching('4014');
    await expect(bot.start()).rejects.toMatchObject({ code: 'gateway-refused', message });
    expect(server.requests.list('GET', '/gateway/bot').length).toBeLessThanOrEqual(2);
  });
});

test('servers present at the start, joining and leaving, channels that Lede can read, and deleted channels are reported', async () => {
  const at = await createScene();
  const present = () => at.desk.app.storage.records.servers.listPresent();
  const locale = async (serverId: string) => (await at.ask.server(serverId)).locale;
  expect(await present()).toEqual([at.serverId]);
  const second = at.server.setup.addGuild({ name: 'Second', locale: 'de' });
  await expect.poll(() => locale(second.id)).toBe('de');
  expect(await present()).toEqual([at.serverId, second.id]);
  at.server.setup.setLocale(second.id, 'fr');
  await expect.poll(() => locale(second.id)).toBe('fr');
  at.server.setup.setAvailable(second.id, false);
  at.server.setup.setAvailable(second.id, true);
  await at.run('subscribe', { topic: 'world' });
  at.server.setup.removeChannel(at.channelId);
  await expect.poll(() => at.ask.subscriptions(at.serverId)).toEqual([]);
  expect(await present()).toEqual([at.serverId, second.id]);
  at.server.setup.removeGuild(second.id);
  await expect.poll(present).toEqual([at.serverId]);
});

describe('commands', () => {
  test('are registered once, and again only when Discord lost them or somebody changed them there', async () => {
    const pendingStore = memoryStore();
    const path = /\/commands$/;
    const { server, bot } = await stage({ pendingStore });
    await bot.start();
    await bot.stop();
    const again = await stage({ pendingStore, apiUrl: server.url, token: server.token });
    await again.bot.start();
    expect(server.requests.list('PUT', path)).toHaveLength(1);
    await again.bot.stop();
    const rest = new REST({ api: server.url }).setToken(server.token);
    const commands = commandsOf(features);
    const body = commands.map(({ data }) => ({ ...data.toJSON(), default_member_permissions: null }));
    await rest.put(Routes.applicationCommands(server.applicationId), { body });
    const later = await stage({ pendingStore, apiUrl: server.url, token: server.token });
    await later.bot.start();
    expect(server.requests.list('PUT', path)).toHaveLength(3);
    expect(server.world.commands.find(({ name }) => name === 'digest')?.default_member_permissions).toBe('32');
    const elsewhere = await stage({ pendingStore });
    await elsewhere.bot.start();
    expect(elsewhere.server.requests.list('PUT', path)).toHaveLength(1);
  });

  test('a control on a public message answers a member if it is unknown, no longer in use, or for managers', async () => {
    const at = await createScene();
    const press = async (customId: string) => {
      const button = { type: 2, style: 2, label: 'Press', custom_id: customId };
      const components = [{ type: 1, components: [button] }];
      await at.bot.sender.post(at, { flags: 32_768, components }, customId.slice(0, 12));
      return read(await at.press(at.server.acts.messages(at.channelId).at(-1) ?? expect.fail(), customId, at.reader));
    };
    expect(await press('gone:old:1')).toContain('Dieser Button ist abgelaufen');
    // A vote button below a digest of an earlier version.
    expect(await press('digest:up:key')).toBe('Dieser Button ist nicht mehr in Gebrauch.');
    expect(await press(`digest:post:${at.channelId}`)).toContain('Server verwalten');
    expect(at.desk.rows('select id from deliveries')).toEqual([]);
    instead(at, storyQuestions, { suggestStories: () => Promise.reject(new Error('locked')) });
    expect(await at.suggest('story', { query: 'x' }, 'query')).toEqual([]);
  });
});

test('the invite asks for the five permissions that a digest needs and no more', () => {
  const url = new URL(inviteUrl('1'));
  expect(url.searchParams.get('scope')).toBe('bot applications.commands');
  const permissions = (1n << 10n) | (1n << 11n) | (1n << 14n) | (1n << 16n) | (1n << 38n);
  expect(BigInt(url.searchParams.get('permissions') ?? 0)).toBe(permissions);
});

test('a failed registration stops nothing and is tried again', async () => {
  const { server, bot, entries } = await stage({ retryFirstMs: 10 });
  server.fail({ method: 'PUT', path: /\/commands$/, how: 500 });
  await bot.start();
  expect(entries.map((entry) => entry.message)).toContain('the commands could not be registered');
  await expect.poll(() => server.requests.list('PUT', /\/commands$/).at(-1)?.status).toBe(200);
});
