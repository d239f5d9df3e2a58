import { request } from 'node:http';
import { expect, test } from 'vitest';
import { DISCORD_RATE_LIMITS } from '../../playground/discord/http/rateLimits.ts';
import { gate } from '../storage/scratch.ts';
import { scene, sendable, useBot } from './bot.ts';

const at = useBot();
const posts = { method: 'POST', path: /^\/channels\/\d+\/messages$/ } as const;
const channel = () => sendable(at.client, at.channelId);
const authorization = () => ({ authorization: `Bot ${at.server.token}` });
/** Posts a message with plain fetch, without discord.js's queues and retries. */
const post = (body: string) =>
  fetch(`${at.server.url}/v10/channels/${at.channelId}/messages`, {
    method: 'POST',
    headers: { ...authorization(), 'content-type': 'application/json' },
    body,
  });

test('a fault that delays a request lets it arrive after its client is gone, and the server is quiet only then', async () => {
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

test('50 requests a second are the limit in total, not counting interaction callbacks', async () => {
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

test('the record holds the newest requests with their bodies, and never the token', async () => {
  await at.start({ requestsMax: 2 });
  const text = await channel();
  for (const content of ['a', 'b', 'c']) await text.send(content);
  const list = at.server.requests.list('POST', `/channels/${at.channelId}/messages`);
  expect(list.map(({ body }) => (body as { content: string }).content)).toEqual(['b', 'c']);
  expect(list[0]).toMatchObject({ status: 200, at: at.clock.wall, method: 'POST' });
  expect(JSON.stringify(list)).not.toContain(at.server.token);
});

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
