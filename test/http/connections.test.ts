import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { limitConnections } from '../../src/http/publicPort.ts';

/** A server for five connections, two of each address; 127.0.0.9 is a proxy. Its greeting says that one is open. */
async function openServer() {
  let dropped = 0;
  const server = createServer();
  limitConnections(server, {
    max: 5,
    peerMax: 2,
    peerOf: ({ remoteAddress }: Socket) => (remoteAddress === '127.0.0.9' ? undefined : remoteAddress),
    dropped: () => {
      dropped += 1;
    },
  });
  server.on('connection', (socket) => socket.on('error', () => undefined).write('hello'));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => void server.close());
  const { port } = server.address() as AddressInfo;
  /** The socket once it is greeted; undefined if it is closed. */
  const from = async (localAddress: string): Promise<Socket | undefined> => {
    const socket = connect({ port, host: '127.0.0.1', localAddress });
    onTestFinished(() => void socket.destroy());
    const { promise, resolve } = Promise.withResolvers<Socket | undefined>();
    socket
      .on('data', () => resolve(socket))
      .on('error', () => undefined)
      .on('close', () => resolve(undefined));
    return promise;
  };
  return { from, dropped: () => dropped };
}

test('one address gets so many connections, and room again as one closes; others get theirs', async () => {
  const { from, dropped } = await openServer();
  const [first] = [await from('127.0.0.1'), await from('127.0.0.1')];
  expect([await from('127.0.0.1'), dropped()]).toEqual([undefined, 1]);
  expect(await from('127.0.0.2')).toBeDefined();
  first?.destroy();
  // The server hears of it a moment later.
  while ((await from('127.0.0.1')) === undefined);
});

test('a proxy gets as many as there may be in all', async () => {
  const { from, dropped } = await openServer();
  for (let nth = 0; nth < 5; nth += 1) expect(await from('127.0.0.9')).toBeDefined();
  expect([await from('127.0.0.9'), await from('127.0.0.1'), dropped()]).toEqual([undefined, undefined, 2]);
});
