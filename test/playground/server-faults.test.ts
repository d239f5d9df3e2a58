import { request } from 'node:http';
import { describe, expect, test } from 'vitest';
import type { Fault } from '../../playground/discord/http/faults.ts';
import { DISCORD_RATE_LIMITS } from '../../playground/discord/http/rateLimits.ts';
import { gate } from '../storage/scratch.ts';
import { scene, sendable, useBot } from './bot.ts';

const at = useBot();
const posts = { method: 'POST', path: /^\/channels\/\d+\/messages$/ } as const;
const channel = () => sendable(at.client, at.channelId);
const contents = () => at.server.acts.messages(at.channelId).map(({ content }) => content);
const authorization = () => ({ authorization: `Bot ${at.server.token}` });
/** Posts a message with plain fetch, without discord.js's queues and retries. */
const post = (body: string) =>
  fetch(`${at.server.url}/v10/channels/${at.channelId}/messages`, {
    method: 'POST',
    headers: { ...authorization(), 'content-type': 'application/json' },
    body,
  });

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
    const fault = at.server.fail({ ...posts, how });
    // The client gives up as soon as the server withholds its answer.
    const gaveUp = new AbortController();
    at.server.on((event) => event.type === 'request' && event.request.status === 0 && gaveUp.abort());
    const path = `/channels/${at.channelId}/messages` as const;
    const sent = at.client.rest.post(path, { body: { content: 'one' }, signal: gaveUp.signal });
    await expect(sent).rejects.toThrow();
    expect(contents()).toHaveLength(left);
    expect(fault.hits).toBe(1);
    await (await channel()).send('two');
    expect(contents()).toHaveLength(left + 1);
  });

  test('lets some requests through first, hits as often as set, can match the body, and can be removed', async () => {
    const text = await channel();
    const when = ({ body }: { body: unknown }) => JSON.stringify(body).includes('bad');
    const fault = at.server.fail({ ...posts, how: 500, after: 1, times: Number.POSITIVE_INFINITY, when });
    await text.send('good');
    await text.send('bad 1');
    await expect(text.send('bad 2')).rejects.toThrow();
    await expect(text.send('bad 3')).rejects.toThrow();
    fault.remove();
    await text.send('bad 4');
    expect(contents()).toEqual(['good', 'bad 1', 'bad 4']);
  });

  test('that delays a request lets it arrive after its client is gone, and the server is quiet only then', async () => {
    const { server, channelId } = await scene();
    const arrived = gate();
    const when = () => {
      arrived.open();
      return true;
    };
    server.fail({ ...posts, how: { delayMs: 50 }, when });
    const sent = request(`${server.url}/v10/channels/${channelId}/messages`, {
      method: 'POST',
      headers: { authorization: `Bot ${server.token}`, 'content-type': 'application/json' },
    });
    sent.on('error', () => {});
    sent.end('{"content":"late"}');
    await arrived.opened;
    sent.destroy();
    await server.quiet();
    expect(server.acts.messages(channelId)).toHaveLength(1);
    await server.close();
  });

  test('shows why retries need a nonce: four commits, or one', async () => {
    await at.start({}, { retries: 3 });
    const text = await channel();
    at.server.fail({ ...posts, how: '500-after-commit', times: 4 });
    await expect(text.send('doubled')).rejects.toThrow();
    expect(contents()).toHaveLength(4);
    at.server.fail({ ...posts, how: '500-after-commit', times: 3 });
    await text.send({ content: 'once', nonce: 'n', enforceNonce: true });
    expect(contents()).toHaveLength(5);
  });
});

describe('rate limits', () => {
  test('an injected 429 carries its time, which the client waits for', async () => {
    const text = await channel();
    const waits: number[] = [];
    at.client.rest.on('rateLimited', ({ retryAfter }) => waits.push(retryAfter));
    at.server.fail({ ...posts, how: { rateLimitMs: 120 } });
    await text.send('waited');
    expect(waits[0]).toBeGreaterThanOrEqual(120);
    expect(at.server.requests.list('POST').map(({ status }) => status)).toEqual([429, 200]);
  });

  test("Discord's own limits refuse the sixth message of a channel in 5 s", async () => {
    await at.start({ rateLimits: { ...DISCORD_RATE_LIMITS, messages: { limit: 5, perMs: 600_000 } } });
    const answers: Response[] = [];
    for (let sent = 0; sent < 6; sent += 1) answers.push(await post('{"content":"x"}'));
    const left = answers.map(({ headers }) => headers.get('x-ratelimit-remaining'));
    expect(left).toEqual(['4', '3', '2', '1', '0', '0']);
    const last = answers.at(-1);
    const wait = Number(last?.headers.get('retry-after'));
    expect(last?.status).toBe(429);
    expect(await last?.json()).toMatchObject({ retry_after: wait });
    expect(wait).toBeGreaterThan(60);
  });

  test('50 a second in total, not counting interaction callbacks', async () => {
    await at.start({ rateLimits: { ...DISCORD_RATE_LIMITS, global: { limit: 4, perMs: 600_000 } } });
    const answers: Response[] = [];
    for (let sent = 0; sent < 5; sent += 1) {
      answers.push(await fetch(`${at.server.url}/v10/gateway/bot`, { headers: authorization() }));
    }
    const limited = answers.find(({ status }) => status === 429);
    expect(limited?.headers.get('x-ratelimit-global')).toBe('true');
    expect(await limited?.json()).toMatchObject({ global: true });
    const callback = await fetch(`${at.server.url}/v10/interactions/1/x/callback`, { method: 'POST', body: '{}' });
    expect(callback.status).toBe(404);
  });
});

test('the record holds the newest requests with their bodies, and never the token', async () => {
  await at.start({ requestsMax: 2 });
  const text = await channel();
  for (const content of ['a', 'b', 'c']) await text.send(content);
  const list = at.server.requests.list('POST', `/channels/${at.channelId}/messages`);
  expect(list.map(({ body }) => (body as { content: string }).content)).toEqual(['b', 'c']);
  expect(list[0]).toMatchObject({ status: 200, at: at.clock.wall, method: 'POST' });
  expect(JSON.stringify(list)).not.toContain(at.server.token);
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

  test('a foreign Host, Origin or site is refused, our own is not', async () => {
    const me = '/api/v10/gateway/bot';
    const port = Number(new URL(at.server.origin).port);
    const statusWith = (headers: Record<string, string>) => get(me, { ...authorization(), ...headers });
    expect(await statusWith({})).toBe(200);
    expect(await statusWith({ host: `localhost:${port}`, origin: at.server.origin })).toBe(200);
    const strangers: Record<string, string>[] = [
      { host: `rebound.example:${port}` },
      { origin: 'https://evil.example' },
      { origin: 'null' },
      { origin: `http://127.0.0.1:${port + 1}` },
      { 'sec-fetch-site': 'cross-site' },
    ];
    for (const headers of strangers) expect(await statusWith(headers), JSON.stringify(headers)).toBe(403);
  });

  test('a wrong or missing token gets 401', async () => {
    expect(await get('/api/v10/gateway/bot', { authorization: 'Bot wrong' })).toBe(401);
    expect(await get('/api/v10/gateway/bot', {})).toBe(401);
  });

  test('a body over 1 MB gets 413, broken JSON 400', async () => {
    expect((await post(`{"content":"${'a'.repeat(1_000_001)}"}`)).status).toBe(413);
    expect(await (await post('{"content":')).json()).toMatchObject({ code: 50109 });
  });
});
