import { request } from 'node:http';
import type { Client, SendableChannels } from 'discord.js';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Fault } from '../../playground/server/faults.ts';
import { DISCORD_RATE_LIMITS } from '../../playground/server/rateLimits.ts';
import type { Scene } from './bot.ts';
import { ready, scene } from './bot.ts';

let at: Scene;
let client: Client<true>;

async function start(options: Parameters<typeof scene>[0] = {}, rest: Parameters<typeof ready>[1] = {}): Promise<void> {
  at = await scene(options);
  client = await ready(at.server, { retries: 0, timeout: 150, ...rest });
}

beforeEach(() => start());

afterEach(async () => {
  await client.destroy();
  await at.server.close();
});

async function channel(): Promise<SendableChannels> {
  const found = await client.channels.fetch(at.channelId);
  if (found?.isSendable() !== true) throw new Error('not sendable');
  return found;
}

const POSTS = { method: 'POST', path: /^\/channels\/\d+\/messages$/ } as const;

describe('a fault', () => {
  test.each<[Fault, number]>([
    ['timeout', 0],
    ['timeout-after-commit', 1],
    ['reset', 0],
    ['reset-after-commit', 1],
    ['500-after-commit', 1],
    [503, 0],
    [{ status: 403, code: 50013, message: 'Missing Permissions' }, 0],
  ])('%j fails one request and leaves %i message', async (how, left) => {
    const text = await channel();
    const fault = at.server.fail({ ...POSTS, how });
    await expect(text.send('one')).rejects.toThrow();
    expect(at.server.acts.messages(at.channelId)).toHaveLength(left);
    expect(fault.hits).toBe(1);
    await text.send('two');
    expect(at.server.acts.messages(at.channelId)).toHaveLength(left + 1);
  });

  test('lets some through first, hits as often as asked, and can be taken back', async () => {
    const text = await channel();
    const fault = at.server.fail({ ...POSTS, how: 500, after: 1, times: Number.POSITIVE_INFINITY });
    await text.send('one');
    await expect(text.send('two')).rejects.toThrow();
    await expect(text.send('three')).rejects.toThrow();
    fault.remove();
    await text.send('four');
    expect(at.server.acts.messages(at.channelId).map(({ content }) => content)).toEqual(['one', 'four']);
  });

  test('can choose its requests by their body', async () => {
    const text = await channel();
    at.server.fail({ how: 500, when: ({ body }) => JSON.stringify(body)?.includes('bad') === true });
    await text.send('good');
    await expect(text.send('bad')).rejects.toThrow();
  });

  test('shows why retries need a nonce: four commits, or one', async () => {
    await client.destroy();
    client = await ready(at.server, { retries: 3, timeout: 1_000 });
    const text = await channel();
    at.server.fail({ ...POSTS, how: '500-after-commit', times: 4 });
    await expect(text.send('doubled')).rejects.toThrow();
    expect(at.server.acts.messages(at.channelId)).toHaveLength(4);
    at.server.fail({ ...POSTS, how: '500-after-commit', times: 3 });
    await text.send({ content: 'once', nonce: 'n', enforceNonce: true });
    expect(at.server.acts.messages(at.channelId)).toHaveLength(5);
  });
});

describe('rate limits', () => {
  test('an injected 429 is waited for: its headers carry the time', async () => {
    const text = await channel();
    at.server.fail({ ...POSTS, how: { rateLimitMs: 120 } });
    const before = performance.now();
    await text.send('waited');
    expect(performance.now() - before).toBeGreaterThanOrEqual(100);
    expect(at.server.requests.list('POST').map(({ status }) => status)).toEqual([429, 200]);
  });

  test("Discord's own limits refuse the sixth message of a channel in 5 s", async () => {
    await client.destroy();
    await at.server.close();
    await start({ rateLimits: { ...DISCORD_RATE_LIMITS, messages: { limit: 5, perMs: 60_000 } } });
    const send = async () => {
      const headers = { authorization: `Bot ${at.server.token}`, 'content-type': 'application/json' };
      const answer = await fetch(`${at.server.url}/v10/channels/${at.channelId}/messages`, {
        method: 'POST',
        headers,
        body: '{"content":"x"}',
      });
      return { answer, body: (await answer.json()) as { retry_after?: number } };
    };
    const answers = [];
    for (let i = 0; i < 6; i += 1) answers.push(await send());
    expect(answers.map(({ answer }) => answer.headers.get('x-ratelimit-remaining'))).toEqual([
      '4',
      '3',
      '2',
      '1',
      '0',
      '0',
    ]);
    const last = answers.at(-1);
    expect(last?.answer.status).toBe(429);
    expect(Number(last?.answer.headers.get('retry-after'))).toBe(last?.body.retry_after);
    expect(last?.body.retry_after).toBeGreaterThan(50);
  });

  test('50 a second in all, interaction callbacks apart', async () => {
    await client.destroy();
    await at.server.close();
    await start({ rateLimits: { ...DISCORD_RATE_LIMITS, global: { limit: 4, perMs: 60_000 } } });
    const get = (path: string) =>
      fetch(`${at.server.url}/v10${path}`, { headers: { authorization: `Bot ${at.server.token}` } });
    const answers = [];
    for (let i = 0; i < 5; i += 1) answers.push(await get('/gateway/bot'));
    const limited = answers.find(({ status }) => status === 429);
    expect(limited?.headers.get('x-ratelimit-global')).toBe('true');
    expect(await limited?.json()).toMatchObject({ global: true });
    const callback = await fetch(`${at.server.url}/v10/interactions/1/x/callback`, { method: 'POST', body: '{}' });
    expect(callback.status).toBe(404);
  });
});

describe('the record', () => {
  test('holds method, decoded path, body, status and wall time, newest within its bound, never the token', async () => {
    await client.destroy();
    await at.server.close();
    await start({ requestsMax: 2 });
    const text = await channel();
    for (const content of ['a', 'b', 'c']) await text.send(content);
    const list = at.server.requests.list('POST', `/channels/${at.channelId}/messages`);
    expect(list.map(({ body }) => (body as { content: string }).content)).toEqual(['b', 'c']);
    expect(list[0]).toMatchObject({ status: 200, at: at.clock.wall, method: 'POST', files: [] });
    expect(JSON.stringify(list)).not.toContain(at.server.token);
  });
});

describe('who may come in', () => {
  const get = (path: string, headers: Record<string, string>): Promise<number> =>
    new Promise((resolve, reject) => {
      const sent = request(`${at.server.origin}${path}`, { headers }, (answer) => {
        answer.resume();
        resolve(answer.statusCode ?? 0);
      });
      sent.on('error', reject);
      sent.end();
    });
  const authorization = () => ({ authorization: `Bot ${at.server.token}` });

  test('a foreign Host, Origin or site is refused, our own is not', async () => {
    const me = '/api/v10/gateway/bot';
    const port = new URL(at.server.origin).port;
    expect(await get(me, authorization())).toBe(200);
    expect(await get(me, { ...authorization(), host: `localhost:${port}`, origin: at.server.origin })).toBe(200);
    expect(await get(me, { ...authorization(), host: `rebound.example:${port}` })).toBe(403);
    expect(await get(me, { ...authorization(), origin: 'https://evil.example' })).toBe(403);
    expect(await get(me, { ...authorization(), origin: 'null' })).toBe(403);
    expect(await get(me, { ...authorization(), origin: `http://127.0.0.1:${Number(port) + 1}` })).toBe(403);
    expect(await get(me, { ...authorization(), 'sec-fetch-site': 'cross-site' })).toBe(403);
  });

  test('a wrong or missing token gets 401', async () => {
    expect(await get('/api/v10/gateway/bot', { authorization: 'Bot wrong' })).toBe(401);
    expect(await get('/api/v10/gateway/bot', {})).toBe(401);
  });

  test('a body over 1 MB gets 413, broken JSON 400', async () => {
    const send = (body: string) =>
      fetch(`${at.server.url}/v10/channels/${at.channelId}/messages`, {
        method: 'POST',
        headers: { ...authorization(), 'content-type': 'application/json' },
        body,
      });
    expect((await send(`{"content":"${'a'.repeat(1_000_001)}"}`)).status).toBe(413);
    expect(await (await send('{"content":')).json()).toMatchObject({ code: 50109 });
  });

  test('a page can be served beside the API, behind the same checks', async () => {
    at.server.serve((incoming, response) => {
      if (incoming.url !== '/') return false;
      response.end('<h1>Playground</h1>');
      return true;
    });
    expect(await get('/', {})).toBe(200);
    expect(await get('/other', {})).toBe(404);
    expect(await get('/', { origin: 'https://evil.example' })).toBe(403);
  });
});
