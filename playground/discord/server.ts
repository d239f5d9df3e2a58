import { createActs } from './acts/acts.ts';
import type { Context, ServerEvent, Settings } from './context.ts';
import { Gateway } from './gateway.ts';
import type { FaultRule } from './http/faults.ts';
import { Faults } from './http/faults.ts';
import type { PageHandler } from './http/listener.ts';
import { listen } from './http/listener.ts';
import type { RateLimits } from './http/rateLimits.ts';
import { RateLimiter, WIDE_RATE_LIMITS } from './http/rateLimits.ts';
import { Recorder } from './http/recorder.ts';
import { loadSpec } from './http/spec.ts';
import { routesOf } from './routes/routes.ts';
import { serveFiles } from './world/files.ts';
import { Setup } from './world/setup.ts';
import { Snowflakes } from './world/snowflake.ts';
import { createWorld } from './world/state.ts';

export interface DiscordServerOptions {
  /** Wall time in epoch ms, for ids and timestamps; may be virtual. */
  readonly now: () => number;
  /** Monotonic elapsed ms, for the 3 s, the 15 min, nonces and rate limits. */
  readonly monotonic: () => number;
  /** The bot's own name. */
  readonly name?: string;
  readonly token?: string;
  /** 0 takes any free port. */
  readonly port?: number;
  /** Checks every body against Discord's published schemas; needs the development dependency `discord-api-spec`. */
  readonly validate?: boolean;
  readonly rateLimits?: RateLimits;
  /** Discord's own times unless shortened; `nonceMs: 0` remembers no nonce. */
  readonly settings?: Partial<Settings>;
  readonly heartbeatMs?: number;
  /** Maximum number of recorded requests. */
  readonly requestsMax?: number;
}

/** A running Discord-compatible server: discord.js talks to it, and tests and the page control it. */
export type DiscordServer = Awaited<ReturnType<typeof createDiscordServer>>;

const DEFAULT_SETTINGS: Settings = { answerMs: 3_000, tokenMs: 15 * 60_000, nonceMs: 3 * 60_000 };
const DEFAULT_TOKEN = 'bG9jYWw.local.token';
const HEARTBEAT_MS = 41_250;
const REQUESTS_MAX = 2_000;

/** Starts a Discord-compatible server on 127.0.0.1. */
export async function createDiscordServer(options: DiscordServerOptions) {
  const token = options.token ?? DEFAULT_TOKEN;
  const ids = new Snowflakes(options.now);
  const world = createWorld(ids, options.name ?? 'Bot');
  const listeners = new Set<(event: ServerEvent) => void>();
  let isAccepted = true;
  let host = '';
  const accepts = (given: string) => isAccepted && given === token;
  const gatewayUrl = () => `ws://${host}/gateway`;
  const notify = (event: ServerEvent): void => {
    for (const listener of [...listeners]) listener(event);
  };
  /** Adds a listener for all events. Returns a function that removes it. */
  const on = (listener: (event: ServerEvent) => void) => {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  };
  const gateway = new Gateway({
    heartbeatMs: options.heartbeatMs ?? HEARTBEAT_MS,
    accepts,
    monotonic: options.monotonic,
    world,
    resumeUrl: gatewayUrl,
    changed: (state) => notify({ type: 'gateway', state }),
  });
  const context: Context = {
    world,
    ids,
    settings: { ...DEFAULT_SETTINGS, ...options.settings },
    now: options.now,
    monotonic: options.monotonic,
    origin: () => `http://${host}`,
    dispatch: (name, data, intent) => gateway.dispatch(name, data, intent),
    notify,
  };
  const faults = new Faults();
  const requests = new Recorder(options.requestsMax ?? REQUESTS_MAX);
  const pages: PageHandler[] = [serveFiles(world)];
  const api = {
    context,
    routes: routesOf(gatewayUrl, gateway.sharding),
    faults,
    recorder: requests,
    limiter: new RateLimiter(options.rateLimits ?? WIDE_RATE_LIMITS),
    spec: options.validate === true ? await loadSpec() : undefined,
    accepts,
  };
  const listener = await listen(options.port ?? 0, api, gateway, pages);
  host = `127.0.0.1:${listener.port}`;
  const close = async () => {
    for (const life of world.lives.values()) life.close();
    gateway.stop();
    await listener.close();
  };
  return {
    /** API base URL for discord.js (`rest: { api: url }`), which finds the gateway through it. */
    url: `http://${host}/api`,
    /** The address of the page. */
    origin: `http://${host}`,
    token,
    /** Also the id of the bot user. */
    applicationId: world.applicationId,
    world,
    setup: new Setup(context),
    acts: createActs(context),
    gateway,
    requests,
    fail: (rule: FaultRule) => faults.add(rule),
    clearFaults: () => faults.clear(),
    /** With false, ends every connection with 4004 and answers 401 from now on; with true, accepts the token again. */
    acceptToken: (accepted: boolean) => {
      isAccepted = accepted;
      if (!accepted) gateway.closeAll(4004);
    },
    /** Resolves once a bot has identified and is connected. */
    connected: () =>
      new Promise<void>((resolve) => {
        if (gateway.connected > 0) return resolve();
        const off = on((event) => {
          if (event.type !== 'gateway' || event.state === 'closed') return;
          off();
          resolve();
        });
      }),
    on,
    /** Adds a handler for paths outside `/api/`. Host and Origin are checked first. */
    serve: (handler: PageHandler) => void pages.push(handler),
    quiet: listener.quiet,
    close,
    [Symbol.asyncDispose]: close,
  };
}
