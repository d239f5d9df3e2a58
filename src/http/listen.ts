import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A port can't be opened. The message names the port and the remedy. `port-taken` may be temporary. */
export class HttpError extends Error {
  readonly code: 'http-port' | 'port-taken';
  constructor(code: HttpError['code'], message: string, cause: unknown) {
    super(message, { cause });
    this.code = code;
  }
}

export interface ListenAddress {
  host: string;
  /** 0 takes any free port. */
  port: number;
}

export interface Http {
  /** `http://host:port`. */
  origin: string;
  close(): Promise<void>;
}

const reasons: Readonly<Record<string, string>> = {
  EADDRINUSE: 'it is taken; choose another one',
  EACCES: 'this user may not open it; choose one from 1024 on',
};

function sentenceOf(code: string | undefined, { host, port }: ListenAddress, setting: string): string {
  if (code === 'EADDRNOTAVAIL') return `HTTP_HOST must be an address of this machine, which ${host} is not.`;
  return `The port ${port} on ${host} cannot be opened for ${setting}: ${reasons[code ?? ''] ?? code}.`;
}

/** Opens the port. Error messages name its `setting`. Throws HttpError. */
export async function listen(server: Server, place: ListenAddress, setting: string): Promise<Http> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', (cause: NodeJS.ErrnoException) => {
      const code = cause.code === 'EADDRINUSE' ? 'port-taken' : 'http-port';
      reject(new HttpError(code, sentenceOf(cause.code, place, setting), cause));
    });
    server.listen(place.port, place.host, resolve);
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
