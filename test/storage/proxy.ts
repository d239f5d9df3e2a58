import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { onTestFinished } from 'vitest';

/**
 * Opens a proxy between Lede and a PostgreSQL on this machine, until the test ends. `startup` may change the first
 * packet of a connection, in which a client names its user, database and settings.
 */
export async function proxyTo(port: number, startup: (packet: Buffer) => Buffer = (packet) => packet) {
  const sockets = new Set<Socket>();
  let silent = false;
  const pass = (from: Socket, to: Socket, first: (packet: Buffer) => Buffer) => {
    let change = first;
    sockets.add(from);
    from.on('data', (data) => {
      if (!silent) to.write(change(data as Buffer));
      change = (packet) => packet;
    });
    from.on('error', () => undefined);
    from.on('close', () => to.destroy());
  };
  const server = createServer((client) => {
    const database = connect(port, '127.0.0.1');
    pass(client, database, startup);
    pass(database, client, (packet) => packet);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.close();
    for (const socket of sockets) socket.destroy();
  });
  return {
    port: (server.address() as AddressInfo).port,
    /** From now on it accepts every byte and forwards none, like a network that drops packets. */
    silence: () => {
      silent = true;
    },
  };
}
