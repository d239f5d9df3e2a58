import { type Client, Status } from 'discord.js';

/**
 * Whether the gateway's picture is that of now; `client.isReady()` stays true once it was, whatever becomes of the
 * connection.
 */
export const isConnected = (client: Client): boolean =>
  client.isReady() && client.ws.shards.every(({ status }) => status === Status.Ready);
