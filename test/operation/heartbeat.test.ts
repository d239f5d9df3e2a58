import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { createHeartbeat } from '../../src/operation/heartbeat.ts';
import { minute, openDesk } from '../desk/desk.ts';
import { memoryLog } from '../memoryLog.ts';

/** Starts a monitoring service on this machine; tests set its answers. */
async function monitor() {
  const asked: string[] = [];
  const answer = { status: 200 };
  const server = createServer(({ url = '' }, response) => {
    asked.push(url);
    response.writeHead(answer.status).end('OK');
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => void server.close());
  return { asked, answer, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/ping/a-secret?x=1` };
}

test('the heartbeat URL is requested while Lede is ready, and not while something hinders it', async () => {
  const { asked, url } = await monitor();
  const { log } = memoryLog();
  let hindrances: string[] = [];
  const heartbeat = createHeartbeat({ url, hindrances: async () => hindrances, log: log as never });
  onTestFinished(() => heartbeat.end());
  await heartbeat.run(0);
  hindrances = ['not connected to Discord'];
  await heartbeat.run(minute);
  hindrances = [];
  await heartbeat.run(2 * minute);
  expect(asked).toEqual(['/ping/a-secret?x=1', '/ping/a-secret?x=1']);
});

test('a heartbeat URL that fails is logged once, and once more when it is back, without the URL', async () => {
  const { answer, asked, url } = await monitor();
  const at = await openDesk({ settings: { heartbeatUrl: url } });
  const told = () => at.log.filter(({ message }) => message.includes('HEARTBEAT')).map(({ level }) => level);
  answer.status = 204;
  await at.drain();
  expect(told()).toEqual([]);
  answer.status = 404;
  await at.skip(minute);
  await at.skip(minute);
  expect(told()).toEqual(['warn']);
  answer.status = 200;
  await at.skip(minute);
  expect(told()).toEqual(['warn', 'info']);
  expect(asked.length).toBeGreaterThanOrEqual(4);
  expect(JSON.stringify(at.log)).not.toMatch(/a-secret|127\.0\.0\.1:\d+\/ping/);
});

test('an unreachable heartbeat URL does not make the loop fail', async () => {
  const at = await openDesk({
    settings: { heartbeatUrl: 'http://127.0.0.1:9/a-secret', http: { host: '127.0.0.1', port: 0 } },
  });
  await at.drain();
  expect((await fetch(`${at.app.httpOrigin()}/readyz`)).status).toBe(200);
  expect(at.log.filter(({ message }) => message.includes('HEARTBEAT'))).toHaveLength(1);
  expect(JSON.stringify(at.log)).not.toContain('a-secret');
});
