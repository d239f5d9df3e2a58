import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Acts } from './acts/acts.ts';
import { answerApi, isApiPath } from './api.ts';
import type { Context, ServerEvent, Settings } from './context.ts';
import { INTENTS } from './context.ts';
import type { ActiveFault, FaultRule } from './faults.ts';
import { Faults } from './faults.ts';
import { Gateway } from './gateway.ts';
import { foreignness } from './origin.ts';
import type { RateLimits } from './rate-limits.ts';
import { RateLimiter, WIDE_RATE_LIMITS } from './rate-limits.ts';
import { Recorder } from './recorder.ts';
import { callbackRoutes } from './routes/callbacks.ts';
import { channelRoutes } from './routes/channels.ts';
import { commandRoutes } from './routes/commands.ts';
import { gatewayRoutes } from './routes/gateway.ts';
import { guildRoutes } from './routes/guilds.ts';
import { messageRoutes } from './routes/messages.ts';
import { userRoutes } from './routes/users.ts';
import { webhookRoutes } from './routes/webhooks.ts';
import { Setup } from './setup.ts';
import { wireFullMember, wireGuildCreate } from './shapes.ts';
import { Snowflakes } from './snowflake.ts';
import { loadSpec } from './spec.ts';
import type { World } from './state.ts';
import { createWorld, userOf } from './state.ts';
import { isFields } from './wire.ts';

/** What a server is made from; only the two clocks must be given. */
export interface DiscordServerOptions {
  /** Wall time in epoch ms, virtual or not: ids and timestamps follow it. */
  readonly now: () => number;
  /** Elapsed ms that never go back, real unless a test says otherwise: 3 s, 15 min, nonces and rate limits follow it. */
  readonly monotonic: () => number;
  readonly token?: string;
  readonly botName?: string;
  /** 0 takes any free port. */
  readonly port?: number;
  /** Checks every body against Discord's published schemas; needs the development dependency `discord-api-spec`. */
  readonly validate?: boolean;
  readonly rateLimits?: RateLimits;
  /** Whether the application may ask for the privileged intents. */
  readonly privilegedIntents?: boolean;
  readonly settings?: Partial<Settings>;
  readonly heartbeatMs?: number;
  /** How many requests the record keeps. */
  readonly requestsMax?: number;
}

/** Serves what is not the API; false leaves the answer (404) to the server. */
export type PageHandler = (request: IncomingMessage, response: ServerResponse) => boolean | Promise<boolean>;

/** A running Discord on this machine: what discord.js talks to, and what tests and the page steer. */
export interface DiscordServer {
  /** For discord.js: `rest: { api: url }`; the gateway is found through it. */
  readonly url: string;
  /** `http://127.0.0.1:port`, where the page stands. */
  readonly origin: string;
  readonly token: string;
  readonly applicationId: string;
  readonly world: World;
  readonly setup: Setup;
  readonly acts: Acts;
  readonly gateway: Gateway;
  readonly requests: Recorder;
  /** Makes matching requests fail. */
  fail(rule: FaultRule): ActiveFault;
  clearFaults(): void;
  /** Ends every connection with 4004 and answers 401 from now on; `true` accepts the token again. */
  acceptToken(accepted: boolean): void;
  /** Resolves once a bot has identified and is connected. */
  connected(): Promise<void>;
  /** Calls a listener for everything that happens; the result ends that. */
  on(listener: (event: ServerEvent) => void): () => void;
  /** Adds a handler for paths outside `/api/`, asked in order of adding; Host and Origin are checked before. */
  serve(handler: PageHandler): void;
  close(): Promise<void>;
}

const DEFAULT_SETTINGS: Settings = { answerMs: 3_000, tokenMs: 15 * 60_000, nonceMs: 3 * 60_000 };
const DEFAULT_TOKEN = 'bG9jYWw.playground.token';

/** Starts a Discord-compatible server on 127.0.0.1. */
export async function createDiscordServer(options: DiscordServerOptions): Promise<DiscordServer> {
  const { token = DEFAULT_TOKEN } = options;
  const ids = new Snowflakes(options.now);
  const world = createWorld(ids, options.botName ?? 'Lede');
  const listeners = new Set<(event: ServerEvent) => void>();
  const state = { accepted: true, port: 0 };
  const notify = (event: ServerEvent): void => {
    for (const listener of [...listeners]) listener(event);
  };
  const accepts = (given: string): boolean => state.accepted && given === token;
  const gatewayUrl = (): string => `ws://127.0.0.1:${state.port}/gateway`;
  const gateway = new Gateway({
    heartbeatMs: options.heartbeatMs ?? 41_250,
    privileged: options.privilegedIntents ?? false,
    accepts,
    ready: () => readyOf(world),
    greetings: () => greetingsOf(world),
    members: (guildId, query) => membersOf(world, guildId, query),
    resumeUrl: gatewayUrl,
    changed: (change) => notify({ type: 'gateway', state: change }),
  });
  const context: Context = {
    world,
    ids,
    settings: { ...DEFAULT_SETTINGS, ...options.settings },
    now: options.now,
    monotonic: options.monotonic,
    dispatch: (name, data, intent) => gateway.dispatch(name, data, intent),
    notify,
    confirm: () => {},
  };
  const faults = new Faults();
  const recorder = new Recorder(options.requestsMax ?? 2_000);
  const pages: PageHandler[] = [];
  const api = {
    context,
    routes: [
      ...messageRoutes,
      ...callbackRoutes,
      ...webhookRoutes,
      ...userRoutes,
      ...guildRoutes,
      ...channelRoutes,
      ...commandRoutes,
      ...gatewayRoutes(gatewayUrl),
    ],
    faults,
    recorder,
    limiter: new RateLimiter(options.rateLimits ?? WIDE_RATE_LIMITS),
    spec: options.validate === true ? await loadSpec() : undefined,
    accepts,
  };
  const http = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => sendText(response, 500, String(error)));
  });
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const foreign = foreignness(request, state.port);
    const path = (request.url ?? '/').split('?')[0] ?? '/';
    if (foreign !== undefined) return sendText(response, 403, `Refused: ${foreign}.`);
    if (isApiPath(path)) return await answerApi(api, request, response);
    for (const page of pages) if (await page(request, response)) return;
    sendText(response, 404, 'Not found.');
  };
  http.on('upgrade', (request, socket, head) => {
    const path = (request.url ?? '').split('?')[0]?.replace(/\/$/, '');
    if (path === '/gateway' && foreignness(request, state.port) === undefined) gateway.upgrade(request, socket, head);
    else socket.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\n\r\n');
  });
  state.port = await listen(http, options.port ?? 0);
  const origin = `http://127.0.0.1:${state.port}`;
  const on: DiscordServer['on'] = (listener) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  };
  return {
    url: `${origin}/api`,
    origin,
    token,
    applicationId: world.applicationId,
    world,
    setup: new Setup(context),
    acts: new Acts(context),
    gateway,
    requests: recorder,
    fail: (rule) => faults.add(rule),
    clearFaults: () => faults.clear(),
    acceptToken: (accepted) => {
      state.accepted = accepted;
      if (!accepted) gateway.closeAll(4004);
    },
    connected: () => connectedTo(gateway, on),
    on,
    serve: (handler) => {
      pages.push(handler);
    },
    close: async () => {
      for (const life of world.lives.values()) life.close();
      gateway.stop();
      http.closeAllConnections();
      await new Promise((resolve) => http.close(resolve));
    },
  };
}

async function listen(http: Server, port: number): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    http.once('error', reject);
    http.listen(port, '127.0.0.1', resolve);
  });
  return (http.address() as AddressInfo).port;
}

function sendText(response: ServerResponse, status: number, text: string): void {
  if (response.headersSent) {
    response.end();
    return;
  }
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8' });
  response.end(text);
}

async function connectedTo(gateway: Gateway, on: DiscordServer['on']): Promise<void> {
  if (gateway.connected > 0) return;
  await new Promise<void>((resolve) => {
    const off = on((event) => {
      if (event.type !== 'gateway' || event.state === 'closed') return;
      off();
      resolve();
    });
  });
}

function readyOf(world: World): object {
  return {
    v: 10,
    user: { ...userOf(world, world.botId), verified: true, mfa_enabled: true, email: null, flags: 0 },
    guilds: [...world.guilds.keys()].map((id) => ({ id, unavailable: true })),
    application: { id: world.applicationId, flags: 0 },
    private_channels: [],
    relationships: [],
    session_type: 'normal',
  };
}

/** Without these a client waits 15 s for its guilds; an unavailable one stays as READY said. */
function greetingsOf(world: World): { name: string; data: object; intent: number }[] {
  const available = [...world.guilds.values()].filter((guild) => guild.available);
  return available.map((guild) => ({
    name: 'GUILD_CREATE',
    data: wireGuildCreate(world, guild),
    intent: INTENTS.guilds,
  }));
}

function membersOf(world: World, guildId: string, query: unknown): object | undefined {
  const guild = world.guilds.get(guildId);
  if (guild === undefined) return undefined;
  const fields = isFields(query) ? query : {};
  const asked = fields.user_ids;
  const ids = asked === undefined ? undefined : new Set((Array.isArray(asked) ? asked : [asked]).map(String));
  const prefix = String(fields.query ?? '').toLowerCase();
  const members = [...guild.members.values()].filter(({ userId }) =>
    ids === undefined ? userOf(world, userId).username.startsWith(prefix) : ids.has(userId),
  );
  return {
    guild_id: guildId,
    members: members.slice(0, 1_000).map((member) => wireFullMember(world, member)),
    chunk_index: 0,
    chunk_count: 1,
    ...(fields.nonce === undefined ? {} : { nonce: fields.nonce }),
  };
}
