import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** The port can't be opened; the message says which and what to do. */
export class HttpError extends Error {
  readonly code = 'http-port';
}

/** Where a server listens. */
export interface Place {
  host: string;
  /** 0 takes any free port. */
  port: number;
}

/** What listens. */
export interface Http {
  /** `http://host:port`. */
  origin: string;
  close(): Promise<void>;
}

/** Opens the port that `setting` names. @throws HttpError */
export async function listen(server: Server, { host, port }: Place, setting: string): Promise<Http> {
  await new Promise<void>((resolve, reject) => {
    const sentence = `The port ${port} on ${host} cannot be opened for ${setting}; choose another one.`;
    server.once('error', (cause) => reject(new HttpError(sentence, { cause })));
    server.listen(port, host, resolve);
  });
  const address = server.address() as AddressInfo;
  const name = address.family === 'IPv6' ? `[${address.address}]` : address.address;
  return {
    origin: `http://${name}:${address.port}`,
    async close() {
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}
