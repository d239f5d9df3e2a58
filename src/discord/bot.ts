import { setTimeout } from 'node:timers/promises';
import {
  type APIGatewayBotInfo,
  DiscordAPIError,
  DiscordjsError,
  DiscordjsErrorCodes,
  Events,
  type RateLimitData,
  RESTEvents,
  Routes,
} from 'discord.js';
import { monotonic, type Wall } from '../clock.ts';
import type { Render } from '../delivery/ports.ts';
import type { Desk } from '../desk/desk.ts';
import type { Log } from '../log.ts';
import { type BotError, closedForGood, NoStartsLeft, refusedToken, stopped, withdrawnToken } from './botError.ts';
import { renderDigest } from './cards/digest.ts';
import { renderNotices } from './cards/notice.ts';
import { createClient, guardStrayRejections, isConnected, isOfAddress } from './client.ts';
import type { Command, Kept } from './command.ts';
import { createDispatcher } from './dispatcher.ts';
import { inviteUrl } from './invite.ts';
import { reportPresence } from './presence.ts';
import { registerCommands } from './registry.ts';
import { type Brake, createBrake } from './sending/brake.ts';
import { codeOf } from './sending/outcomes.ts';
import { createSender } from './sending/sender.ts';
import { serversOf } from './servers.ts';

export interface BotOptions {
  token: string;
  /** Root of another Discord-compatible server, such as http://127.0.0.1:4000/api. */
  apiUrl?: string;
  desk: Desk;
  commands: readonly Command[];
  /** Holds the hash of the commands and what a control needs for some minutes. */
  kept: Kept;
  log: Log;
  wall: Wall;
  pictures: boolean;
  /** False once another process may send in this one's place. */
  mayAct(): boolean;
  /** Discord no longer takes the token, or the connection, found out after the start. */
  onRefused?(error: BotError): void;
  /** Prints a line for the operator, beside the log. */
  say?(line: string): void;
  /** After how long an answer is promised. */
  promiseAfterMs?: number;
  /** The wait before the second attempt to connect; each further one doubles, up to 30 s. */
  retryFirstMs?: number;
  /** How often /subscribe looks whether a first reading is done. */
  readyCheckMs?: number;
}

/** How Discord's side draws digests and notices. */
export const render: Render = { digest: renderDigest, notices: renderNotices };

const backoffMaxMs = 30_000;
/** If the proxy in front of Discord doesn't say for how long it blocks this address. */
const banMsMin = 60_000;
/** A new token has starts again. */
const startsAgainMs = 10 * 60_000;
/** A full disk takes its time. */
const compareAgainMs = 10_000;
/** A new lease takes no longer. */
const notOursMs = 2_000;
/** For answers under way; the whole process has 2 s to end. */
const stopWaitMs = 700;

/** The bot on Discord's side: connects, registers commands, answers, and reports servers that come and go. */
export function createBot(options: BotOptions) {
  const { desk, commands, kept, log, wall, pictures, retryFirstMs = 1_000 } = options;
  const stopping = new AbortController();
  const running = new Set<Promise<void>>();
  const pace = createBrake(monotonic);
  const brake: Brake = {
    ...pace,
    // The process may have been paused while it waited, and another one may send now.
    turn: async () => (await pace.turn()) || (options.mayAct() ? 0 : notOursMs),
  };
  let ids: Record<string, string> = {};
  const onLimit = (limit: RateLimitData): void => {
    if (!limit.global && !isOfAddress(limit)) return;
    const waitMs = limit.global ? limit.retryAfter : Math.max(limit.retryAfter, banMsMin);
    brake.hold(waitMs);
    if (!limit.global) log.error({ waitMs }, 'Discord takes nothing from this address for a while; the outbox rests');
  };
  let client = createClient(options.apiUrl, onLimit);
  let isStarted = false;
  let refusal: BotError | undefined;

  /** False when the bot is stopping. */
  const pause = (ms: number): Promise<boolean> => setTimeout(ms, true, { signal: stopping.signal }).catch(() => false);
  const backoff = (attempt: number) => Math.min(backoffMaxMs, retryFirstMs * 2 ** attempt);
  const track = (task: Promise<void>): void => {
    const logged = task
      .catch((error: unknown) => log.error({ error, code: codeOf(error) }, 'a task after an answer failed'))
      .finally(() => running.delete(logged));
    running.add(logged);
  };
  const context = {
    desk,
    wall,
    pictures,
    commands,
    kept,
    sharing: new Set<string>(),
    readyCheckMs: options.readyCheckMs ?? 5_000,
    later: (task: () => Promise<void>) => track(task()),
    pause,
    mention: (name: string, shown = name) => (ids[name] === undefined ? `\`/${shown}\`` : `</${shown}:${ids[name]}>`),
  };
  const dispatch = createDispatcher(context, log, options.promiseAfterMs ?? 700, (name) => ids[name]);

  const listen = (): void => {
    client.on(Events.InteractionCreate, (interaction) => track(dispatch(interaction)));
    reportPresence(client, desk, track, () => pause(compareAgainMs));
    client.on(Events.Error, (error) => log.error({ error, code: codeOf(error) }, 'gateway error'));
    client.on(Events.ShardError, (error) => log.warn({ error, code: codeOf(error) }, 'connection error'));
    client.on(Events.Warn, (message) => log.warn({ message }, 'discord.js warns'));
    client.on(Events.ShardDisconnect, ({ code }) => {
      log.error({ code }, 'Discord closed the connection for good');
      refusal = closedForGood(code);
      if (isStarted) options.onRefused?.(refusal);
    });
    client.rest.on(RESTEvents.InvalidRequestWarning, ({ count, remainingTime }) => {
      if (brake.refused(count, remainingTime))
        log.error({ count, remainingTime }, 'Discord refuses too much; the outbox rests');
    });
  };

  const askGateway = async () => {
    // discord.js forgets it after a 401.
    client.rest.setToken(options.token);
    return (await client.rest.get(Routes.gatewayBot())) as Partial<APIGatewayBotInfo>;
  };

  const connect = async (): Promise<void> => {
    listen();
    // Asked first because a failed login leaves a client that can't be used again.
    const { session_start_limit: starts } = await askGateway().catch((error: unknown) => {
      if (!isRefused(error)) throw error;
      return askGateway();
    });
    if (starts?.remaining === 0) throw new NoStartsLeft(starts.reset_after);
    const ready = new Promise<void>((resolve, reject) => {
      client.once(Events.ClientReady, () => resolve());
      stopping.signal.addEventListener('abort', () => reject(stopped()), { once: true });
    });
    await Promise.all([client.login(options.token), ready]);
    await storePresent();
    await register(0);
    if (refusal !== undefined) throw refusal;
    isStarted = true;
  };

  /** Retried by itself, as on a full disk: Lede is connected, and Discord takes only a thousand identifies a day. */
  const storePresent = async (): Promise<void> => {
    for (let attempt = 0; ; attempt += 1) {
      try {
        return await desk.change.serversPresent(serversOf(client).ids());
      } catch (error) {
        const waitMs = backoff(attempt);
        log.error({ error, code: codeOf(error), waitMs }, 'the servers could not be stored; trying again');
        if (!(await pause(waitMs))) throw stopped();
        if (refusal !== undefined) throw refusal;
      }
    }
  };

  /** A failure stops nothing: the commands that Discord has from before go on working. */
  const register = async (attempt: number): Promise<void> => {
    try {
      ids = await registerCommands(client.rest, client.application?.id ?? '', commands, kept);
    } catch (error) {
      log.error({ error, code: codeOf(error) }, 'the commands could not be registered');
      const isFinal = error instanceof DiscordAPIError && error.status === 400;
      if (!isFinal) track(pause(backoff(attempt)).then((go) => (go ? register(attempt + 1) : undefined)));
    }
  };

  let asking: Promise<boolean> | undefined;
  /** A single 401 may be stray: only if Discord repeats it when asked is the token withdrawn. */
  const tokenStands = (): Promise<boolean> => {
    asking ??= (async () => {
      try {
        await askGateway();
      } catch (error) {
        if (!isRefused(error)) return true;
        options.onRefused?.(withdrawnToken());
        return false;
      }
      log.warn({}, 'Discord answered 401 to one request, but takes the token');
      return true;
    })().finally(() => {
      asking = undefined;
    });
    return asking;
  };

  let unguard = (): void => {};
  const start = async (): Promise<void> => {
    unguard = guardStrayRejections(log);
    let told: string | undefined;
    for (let attempt = 0; ; attempt += 1) {
      try {
        await connect();
        return;
      } catch (error) {
        await client.destroy();
        if (stopping.signal.aborted) throw stopped();
        if (refusal !== undefined) throw refusal;
        if (isRefused(error)) throw refusedToken();
        const none = error instanceof NoStartsLeft;
        const waitMs = none ? Math.min(error.resetMs, startsAgainMs) : backoff(attempt);
        const code = codeOf(error);
        if (none) log.error({ resetMs: error.resetMs, waitMs }, error.message);
        // It's tried every half minute, and told once for each reason.
        else
          log[code === told ? 'debug' : 'warn']({ error, code, waitMs }, 'Discord could not be reached; trying again');
        if (!none && code !== told) options.say?.(`Discord can't be reached (${code}). Lede keeps trying.`);
        told = code;
        client = createClient(options.apiUrl, onLimit);
        if (!(await pause(waitMs))) throw stopped();
      }
    }
  };

  return {
    /**
     * Settles when Discord said READY and the commands are registered; waits for a Discord that can't be reached. Throws
     * BotError for a refused token or connection.
     */
    start,
    stop: async (): Promise<void> => {
      stopping.abort();
      // Requests that wait for their turn have not left, and can say so while the database is open.
      brake.hold(backoffMaxMs);
      await settledWithin(running, stopWaitMs);
      // If the gateway no longer answers, the client waits 30 s for its goodbye.
      await settledWithin([client.destroy()], stopWaitMs);
      unguard();
    },
    sender: createSender(() => ({ rest: client.rest, self: () => client.user?.id }), brake, tokenStands),
    /** discord.js notes by the machine's clock when a limit ends, and would wait for a moment of before. */
    clockWentBack(): void {
      client.rest.globalReset = -1;
      client.rest.globalDelay = null;
      client.rest.handlers.clear();
    },
    /** Undefined until READY. */
    inviteUrl: () => (client.application ? inviteUrl(client.application.id) : undefined),
    connected: () => isConnected(client),
  };
}

export type Bot = ReturnType<typeof createBot>;

function isRefused(error: unknown): boolean {
  if (error instanceof DiscordjsError && error.code === DiscordjsErrorCodes.TokenInvalid) return true;
  return error instanceof DiscordAPIError && error.status === 401;
}

const settledWithin = (tasks: Iterable<Promise<void>>, ms: number) =>
  Promise.race([Promise.allSettled(tasks), setTimeout(ms, undefined, { ref: false })]);
