import { describe, expect, onTestFinished, test } from 'vitest';
import { createDiscordServer, type DiscordServer } from '../../playground/discord/server.ts';
import { type AppSettings, createApp } from '../../src/app.ts';
import type { BotOptions } from '../../src/discord/bot.ts';
import { haveServer, type Shards } from '../../src/discord/gateway/shards.ts';
import { openDatabase } from '../../src/storage/database.ts';
import { identifyTurns } from '../../src/storage/fleet/identifyTurns.ts';
import { postgres as engine } from '../../src/storage/postgres/engine.ts';
import type { Tables } from '../../src/storage/schema.ts';
import { openStorage } from '../../src/storage/storage.ts';
import { botOn, read } from '../commands/scene.ts';
import { openDesk } from '../desk/desk.ts';
import { catalogueOf } from '../desk/newsstand.ts';
import { memoryLog } from '../memoryLog.ts';
import { testPool as pool } from '../reading/pool/testPool.ts';
import { createRequestCheck } from '../requestCheck.ts';
import { usePostgres } from '../storage/sharedPostgres.ts';
import { digestOf, renderOne } from './digestFixture.ts';

const database = usePostgres();

const first: Shards = { ids: [0, 1], count: 4 };
const second: Shards = { ids: [2, 3], count: 4 };

/** A Discord server with guilds on four shards, each guild with a channel and an admin. */
async function openDiscord() {
  const time = { now: Date.UTC(2026, 10, 24) };
  const server = await createDiscordServer({
    now: () => time.now,
    monotonic: () => performance.now(),
    validate: true,
    // Three seconds may be too short on a busy machine.
    settings: { answerMs: 60_000 },
  });
  const requests = createRequestCheck(server);
  onTestFinished(async () => {
    await server.close();
    expect(requests.invalid).toEqual([]);
  });
  const addGuild = () => {
    time.now += 1;
    const { id: serverId } = server.setup.addGuild({ name: 'Newsroom' });
    const admin = server.setup.addUser({ name: 'Ada' }).id;
    server.setup.addMember(serverId, admin, { admin: true });
    return { serverId, admin, channelId: server.setup.addChannel(serverId, { name: 'front-page' }).id };
  };
  const guilds = Array.from({ length: 8 }, addGuild);
  return { server, guilds, addGuild, wall: () => time.now };
}

async function processOn({ token, url: apiUrl }: DiscordServer, more: Partial<BotOptions> = {}) {
  const desk = await openDesk({ start: false, startsAt: '14:05' });
  const { bot, entries } = botOn(desk, { token, apiUrl, retryFirstMs: 20, ...more });
  onTestFinished(() => bot.stop());
  return { bot, desk, entries };
}

describe('two processes with half of the shards each, on one database,', () => {
  test('answer each server once, register the commands once, and judge their own servers only', async () => {
    const { server, guilds, addGuild, wall } = await openDiscord();
    Object.assign(server.gateway.sharding, { least: 4, maxConcurrency: 4, identifyMs: 60_000, startsLeft: 4 });
    const url = await database().create();
    const storage = await openStorage({ url, now: wall });
    onTestFinished(() => storage.close());
    const gone = Array.from({ length: 4 }, addGuild).map(({ serverId }) => serverId);
    for (const id of gone) server.setup.removeGuild(id);
    const present = guilds.map(({ serverId }) => serverId);
    for (const id of [...present, ...gone]) await storage.records.servers.present(id);
    const logs = [memoryLog(), memoryLog()];
    const start = async (shards: Shards, nth: 0 | 1) => {
      const settings: AppSettings = {
        token: server.token,
        apiUrl: server.url,
        databaseUrl: url,
        shards,
        catalogue: catalogueOf([]),
        privateOrigins: [],
        hostSpacingMs: 0,
        pictures: true,
        retentionDays: 30,
      };
      const drive = { wall, wake: () => async () => {}, pool };
      const app = await createApp(settings, logs[nth]?.log ?? expect.fail(), drive);
      onTestFinished(() => app.stop());
      await app.start();
      return app;
    };
    const listed = async () => (await storage.records.servers.listPresent()).toSorted();

    await start(second, 1);
    const registrations = () => server.requests.list('PUT', /\/commands$/).length;
    expect(registrations()).toBe(0);
    expect(await listed()).toEqual([...present, ...gone.filter((id) => haveServer(first, id))].toSorted());
    await start(first, 0);
    expect(await listed()).toEqual(present.toSorted());

    // The second process's answers link to commands once the first process has registered them.
    for (const { admin: user, channelId: channel } of guilds) {
      const help = async () => {
        const shown = await server.acts.run({ user, channel, command: 'help' }).shown;
        return shown.kind === 'message' && read(shown.message);
      };
      await expect.poll(help).toMatch(/<\/story:\d+>/);
    }
    expect(registrations()).toBe(1);
    expect(server.requests.list('POST', /\/callback$/).every(({ status }) => status === 204)).toBe(true);
    const { identified, refused, startsLeft } = server.gateway.sharding;
    expect({ identified, refused, startsLeft }).toEqual({ identified: 4, refused: 0, startsLeft: 0 });

    for (const id of present.slice(0, 4)) server.setup.removeGuild(id);
    await expect.poll(listed).toEqual(present.slice(4).toSorted());
    expect(logs.flatMap(({ entries }) => entries).filter(({ level }) => level === 'error')).toEqual([]);
  });

  test('identify in turn, also where all shards share one bucket', async () => {
    const { server } = await openDiscord();
    Object.assign(server.gateway.sharding, { identifyMs: 200, maxConcurrency: 1, startsLeft: 1_000 });
    const url = await database().create();
    const open = () => openDatabase<Tables>({ url, migrations: engine.migrations, now: () => 0 });
    const databases = [await open(), await open()];
    onTestFinished(async () => void (await Promise.all(databases.map((one) => one.close()))));
    const bots = await Promise.all(
      [first, second].map((shards, nth) => {
        const turns = identifyTurns(databases[nth]?.db ?? expect.fail(), 1_000);
        return processOn(server, { gateway: { shards, turns } });
      }),
    );
    await Promise.all(bots.map(({ bot }) => bot.start()));
    expect(bots.map(({ bot }) => bot.connected())).toEqual([true, true]);
    const { identified, refused, startsLeft } = server.gateway.sharding;
    expect({ identified, refused, startsLeft }).toEqual({ identified: 4, refused: 0, startsLeft: 996 });
  });

  test('are stopped at once while they wait for their turn', async () => {
    const { server } = await openDiscord();
    const asked = Promise.withResolvers<void>();
    const take = async () => {
      asked.resolve();
      return 600_000;
    };
    const { bot } = await processOn(server, { gateway: { shards: first, turns: { take } } });
    const started = bot.start().catch(({ code }: { code: string }) => code);
    await asked.promise;
    await bot.stop();
    expect(await started).toBe('stopped');
    expect(server.gateway.sharding.identified).toBe(0);
  });

  test('ask for a turn again if the database does not answer, and identify only with a turn', async () => {
    const { server } = await openDiscord();
    let asked = 0;
    const take = async () => {
      asked += 1;
      if (asked === 1) throw new Error('the database is away');
      expect(server.gateway.sharding.identified).toBe(0);
      return 0;
    };
    const { bot, entries } = await processOn(server, { gateway: { shards: { ids: [3], count: 4 }, turns: { take } } });
    await bot.start();
    expect([asked, server.gateway.sharding.identified]).toEqual([2, 1]);
    expect(entries.map(({ message }) => message)).toEqual([expect.stringContaining('no turn to identify')]);
  });
});

describe('the number of shards', () => {
  test('is what Discord recommends, in one process that has them all', async () => {
    const { server, guilds } = await openDiscord();
    server.gateway.sharding.recommended = 3;
    const { bot, desk } = await processOn(server, { gateway: { shards: 'auto' } });
    await bot.start();
    expect([server.gateway.connected, bot.connected()]).toEqual([3, true]);
    const present = await desk.app.storage.records.servers.listPresent();
    expect(present.toSorted()).toEqual(guilds.map(({ serverId }) => serverId).toSorted());
  });

  test('does not keep a server waiting whose shard is connected before the others', async () => {
    const { server, guilds } = await openDiscord();
    const before = await processOn(server, { gateway: { shards: first } });
    await before.bot.start();
    await before.bot.stop();
    await expect.poll(() => server.gateway.connected).toBe(0);
    const { promise: isLetIn, resolve: letIn } = Promise.withResolvers<void>();
    const take = async (bucket: number) => {
      if (bucket === 1) await isLetIn;
      return 0;
    };
    const { bot, entries } = await processOn(server, { gateway: { shards: first, turns: { take } } });
    const started = bot.start();
    onTestFinished(() => started.catch(() => undefined));
    const own = { ids: [0], count: 4 };
    const guild = guilds.find(({ serverId }) => haveServer(own, serverId)) ?? expect.fail();
    await server.connected();
    const help = () => server.acts.run({ user: guild.admin, channel: guild.channelId, command: 'help' }).shown;
    const shown = await help();
    expect([shown.kind, server.gateway.sharding.identified]).toEqual(['message', 3]);
    letIn();
    await started;
    // discord.js delivers the events it held back together with the next ones.
    for (let nth = 0; nth < 2; nth += 1) await help();
    const answers = () => server.requests.list('POST', /\/callback$/).map(({ status }) => status);
    await expect.poll(answers).toEqual([204, 204, 204]);
    expect(entries).toEqual([]);
  });

  test('may be less than Discord recommends, which is logged, but not less than Discord demands', async () => {
    const { server } = await openDiscord();
    const { sharding } = server.gateway;
    sharding.recommended = 8;
    const { bot, entries } = await processOn(server, { gateway: { shards: { ids: [1], count: 4 } } });
    await bot.start();
    expect(entries).toMatchObject([{ level: 'warn', values: { recommended: 8, count: 4 } }]);
    await bot.stop();
    sharding.least = 8;
    const { bot: refused } = await processOn(server, { gateway: { shards: { ids: [1], count: 4 } } });
    const message = expect.stringContaining('LEDE_SHARDS');
    await expect(refused.start()).rejects.toMatchObject({ code: 'gateway-refused', message });
  });
});

describe('a process that only sends', () => {
  const payload = renderOne(digestOf(), { deliveryKey: 'k1', pictures: true }).payload;

  test('posts, looks up, and distinguishes what is missing, deleted or unavailable, without a gateway connection', async () => {
    const { server, guilds } = await openDiscord();
    const [at = expect.fail(), other = expect.fail()] = guilds;
    const { bot, desk } = await processOn(server);
    await bot.start();
    expect([bot.connected(), server.gateway.connected]).toEqual([true, 0]);
    const { post, find, edit, notifyAdmin } = bot.sender;
    const posted = await post(at, payload, 'n1');
    const messageId = posted.kind === 'posted' ? posted.messageId : '';
    expect(await find(at, desk.now - 60_000, 'k1')).toEqual({ kind: 'found', messageId });
    expect(await find(at, desk.now - 60_000, 'k2')).toEqual({ kind: 'absent' });
    expect(await edit(at, messageId, payload)).toEqual(posted);
    server.setup.setSystemChannel(at.serverId, at.channelId);
    expect(await notifyAdmin(at, payload)).toBe(true);

    expect(await find(other, desk.now, 'k1')).toEqual({ kind: 'absent' });
    server.setup.setOverwrite(other.channelId, 'bot', { deny: ['ReadMessageHistory'] });
    expect(await find(other, desk.now, 'k1')).toEqual({ kind: 'cannot-look-up' });
    server.setup.setOverwrite(other.channelId, 'bot', { deny: ['SendMessages'] });
    expect(await post(other, payload, 'n2')).toEqual({ kind: 'lost', reason: 'missing-permission' });
    server.setup.setAvailable(other.serverId, false);
    expect(await post(other, payload, 'n3')).toMatchObject({ kind: 'unsent' });
    server.setup.setAvailable(other.serverId, true);
    server.setup.removeChannel(other.channelId);
    expect(await post(other, payload, 'n4')).toEqual({ kind: 'lost', reason: 'channel-gone' });
    expect(server.requests.list('PUT')).toEqual([]);
    expect(await desk.app.storage.records.servers.listPresent()).toEqual([]);
  });

  test('sends no request once another process may send in its place, not even one that waits for its turn', async () => {
    const { server, guilds } = await openDiscord();
    const [at = expect.fail()] = guilds;
    // The lease ends after the third request.
    let left = 3;
    const mayAct = () => {
      left -= 1;
      return left >= 0;
    };
    const { bot, desk } = await processOn(server, { mayAct });
    await bot.start();
    const { post, edit, find, notifyAdmin } = bot.sender;
    const outcomes = await Promise.all(Array.from({ length: 40 }, (_, nth) => post(at, payload, `n${nth}`)));
    expect(outcomes.slice(0, 3)).toEqual(Array(3).fill(expect.objectContaining({ kind: 'posted' })));
    expect(outcomes.slice(3)).toEqual(Array(37).fill({ kind: 'limited', retryAfterMs: expect.any(Number) }));
    const { length: before } = server.requests.list();
    expect(await edit(at, '1', payload)).toMatchObject({ kind: 'limited' });
    expect(await find(at, desk.now, 'k1')).toMatchObject({ kind: 'unknown' });
    expect(await notifyAdmin(at, payload)).toBe(false);
    expect(server.requests.list()).toHaveLength(before);
    expect(server.acts.messages(at.channelId)).toHaveLength(3);
  });

  test('says that Discord refuses its token, at the start and later', async () => {
    const { server, guilds } = await openDiscord();
    const [at = expect.fail()] = guilds;
    const { bot: wrong } = await processOn(server, { token: 'abc.wrong.token' });
    await expect(wrong.start()).rejects.toMatchObject({ code: 'token-refused' });
    let refused: string | undefined;
    const { bot } = await processOn(server, { onRefused: ({ code }) => (refused = code) });
    await bot.start();
    server.acceptToken(false);
    expect(await bot.sender.post(at, payload, 'n')).toEqual({ kind: 'lost', reason: 'unauthorized' });
    expect(refused).toBe('token-refused');
  });
});
