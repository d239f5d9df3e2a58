import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { expect, onTestFinished, test } from 'vitest';

const script = join(import.meta.dirname, '../../bin/healthy.mjs');

async function checked(environment: Record<string, string>) {
  const child = spawn(process.execPath, [script], { env: environment, stdio: ['ignore', 'pipe', 'inherit'] });
  const [out, [code]] = await Promise.all([text(child.stdout), once(child, 'exit')]);
  return { code, out };
}

test.each([
  [{}, '127.0.0.1'],
  [{ HTTP_HOST: '0.0.0.0' }, '127.0.0.1'],
  [{ HTTP_HOST: '127.0.0.2' }, '127.0.0.2'],
  [{ HTTP_HOST: ' localhost ' }, '127.0.0.1'],
])('with %o the check requests /healthz at %s and returns its result', async (given, host) => {
  let status = 200;
  const server = createServer(({ url }, reply) => void reply.writeHead(status).end(`${url}\n`)).listen(0, host);
  onTestFinished(() => void server.close());
  await once(server, 'listening');
  const environment = { ...given, HTTP_PORT: String((server.address() as AddressInfo).port) };
  expect(await checked(environment)).toEqual({ code: 0, out: '/healthz\n' });
  status = 503;
  expect(await checked(environment)).toEqual({ code: 1, out: '/healthz\n' });
});
