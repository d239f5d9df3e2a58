import type { Server, Socket } from 'node:net';

export interface ConnectionLimits {
  /** Maximum number of connections at once, and of one peer. */
  max: number;
  peerMax: number;
  /** Whose connection it is; undefined for those of a proxy, which count for all only. */
  peerOf(socket: Socket): string | undefined;
  /** Called for each connection that is closed because there are too many. */
  dropped(): void;
}

/** Closes connections beyond the limits as soon as they are opened. */
export function limitConnections(server: Server, { max, peerMax, peerOf, dropped }: ConnectionLimits): void {
  const open = new Map<string, number>();
  server.maxConnections = max;
  server.on('drop', dropped);
  server.on('connection', (socket) => {
    const peer = peerOf(socket);
    if (peer === undefined) return;
    const before = open.get(peer) ?? 0;
    if (before >= peerMax) {
      socket.destroy();
      dropped();
      return;
    }
    open.set(peer, before + 1);
    socket.once('close', () => {
      const left = (open.get(peer) ?? 0) - 1;
      if (left > 0) open.set(peer, left);
      else open.delete(peer);
    });
  });
}
