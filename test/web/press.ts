import { createServer, type IncomingMessage, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A server on its own loopback address that counts its connections and records its requests. */
export interface Press {
  port: number;
  address: string;
  requests: { url: string; headers: IncomingMessage['headers'] }[];
  readonly connections: number;
  close(): Promise<void>;
}

export async function openPress(listener: RequestListener, address = '127.0.0.1'): Promise<Press> {
  const requests: Press['requests'] = [];
  let connections = 0;
  const server: Server = createServer((request, response) => {
    requests.push({ url: request.url ?? '', headers: request.headers });
    listener(request, response);
  });
  server.on('connection', () => connections++);
  await new Promise<void>((resolve) => server.listen(0, address, resolve));
  return {
    port: (server.address() as AddressInfo).port,
    address,
    requests,
    get connections() {
      return connections;
    },
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

/** A resolver that knows only the given names and records its look-ups. */
export function fakeNames(names: Record<string, string[] | (() => string[])>) {
  const looked: string[] = [];
  return {
    looked,
    resolve: async (hostname: string) => {
      looked.push(hostname);
      const known = names[hostname];
      const addresses = typeof known === 'function' ? known() : known;
      if (!addresses) throw Object.assign(new Error('getaddrinfo ENOTFOUND'), { code: 'ENOTFOUND' });
      return addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }));
    },
  };
}
