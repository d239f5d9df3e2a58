import { setTimeout } from 'node:timers/promises';
import { type RateLimitData, RESTEvents, Routes } from 'discord.js';
import { monotonic } from '../clock.ts';
import { type BotError, NoStartsLeft, refusedToken, stopped, withdrawnToken } from './botError.ts';
import { guardStrayRejections } from './gateway/client.ts';
import { type Answering, createGateway, type GatewayOptions } from './gateway/gateway.ts';
import { createRequests, isOfAddress, isRefused, type Link, restOptions } from './rest.ts';
import { type Brake, createBrake } from './sending/brake.ts';
import { codeOf } from './sending/outcomes.ts';
import { createSender } from './sending/sender.ts';

export interface BotOptions extends Answering {
  /** Root of another Discord-compatible server, such as http://127.0.0.1:4000/api. */
  apiUrl?: string;
  /** If left out, the process only sends: it receives no events and answers nobody. */
  gateway?: GatewayOptions;
  /** False once another process may send instead. */
  mayAct(): boolean;
  /** Called when Discord refuses the token or the connection after the start. */
  onRefused?(error: BotError): void;
  /** Prints a line for the operator, beside the log. */
  say?(line: string): void;
  /** Wait before the second attempt to connect; doubles with each further one, up to 30 s. */
  retryFirstMs?: number;
}

const backoffMaxMs = 30_000;
/** Minimum pause when the proxy in front of Discord blocks this address; its answer may give no time. */
const banMsMin = 60_000;
/** Maximum wait when no identifies are left, because an operator may reset the token and so get new ones. */
const startsAgainMs = 10 * 60_000;
/** Retry delay while another process may send; a new lease takes no longer. */
const notOursMs = 2_000;
/** Time for open answers at a stop, and then for closing the connection; the whole process has 2 s. */
const stopWaitMs = 700;

/**
 * The bot's connection to Discord. It sends messages; with a gateway it also answers commands and reports joined and
 * left servers.
 */
export function createBot(options: BotOptions) {
  const { token, log, retryFirstMs = 1_000 } = options;
  const stopping = new AbortController();
  const running = new Set<Promise<void>>();
  const pace = createBrake(monotonic);
  const brake: Brake = {
    ...pace,
    // Another process may send by now, if this one was suspended while waiting.
    turn: async (line) => (await pace.turn(line)) || (options.mayAct() ? 0 : notOursMs),
  };
  const onLimit = (limit: RateLimitData): void => {
    if (!limit.global && !isOfAddress(limit)) return;
    const waitMs = limit.global ? limit.retryAfter : Math.max(limit.retryAfter, banMsMin);
    brake.hold(waitMs);
    if (!limit.global) log.error({ waitMs }, 'Discord takes nothing from this address for a while; the outbox rests');
  };
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
  const refuse = (error: BotError): void => {
    refusal = error;
    if (isStarted) options.onRefused?.(error);
  };
  const throwRefused = (): void => {
    if (refusal !== undefined) throw refusal;
  };

  const open = (): Link => {
    const rest = restOptions(options.apiUrl, onLimit);
    const around = { stopping: stopping.signal, track, pause, backoff, pace, refuse, throwRefused };
    const link =
      options.gateway === undefined
        ? createRequests(token, rest)
        : createGateway(options.gateway, rest, options, around);
    link.rest.on(RESTEvents.InvalidRequestWarning, ({ count, remainingTime }) => {
      if (brake.refused(count, remainingTime))
        log.error({ count, remainingTime }, 'Discord refuses too much; the outbox rests');
    });
    return link;
  };
  let link = open();

  let asking: Promise<boolean> | undefined;
  /**
   * Whether Discord still accepts the token. A single 401 may be stray, so the token counts as withdrawn only after a
   * second refusal.
   */
  const tokenStands = (): Promise<boolean> => {
    asking ??= (async () => {
      try {
        // discord.js forgets the token after a 401.
        await link.rest.setToken(token).get(Routes.gatewayBot());
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
    const report = reportedOnce(options);
    for (let attempt = 0; ; attempt += 1) {
      try {
        await link.connect();
        isStarted = true;
        return;
      } catch (error) {
        await link.destroy();
        if (stopping.signal.aborted) throw stopped();
        throwRefused();
        if (isRefused(error)) throw refusedToken();
        const waitMs = error instanceof NoStartsLeft ? Math.min(error.resetMs, startsAgainMs) : backoff(attempt);
        report(error, waitMs);
        link = open();
        if (!(await pause(waitMs))) throw stopped();
      }
    }
  };

  return {
    /**
     * Resolves after READY and the first attempt to register the commands; retries while Discord can't be reached.
     * Throws BotError if Discord refuses the token or the connection, or if the bot is stopped.
     */
    start,
    stop: async (): Promise<void> => {
      stopping.abort();
      // Ends the wait of requests that have not left, so that their outcome is stored before the database closes.
      brake.hold(backoffMaxMs);
      await settledWithin(running, stopWaitMs);
      // Without an answer from the gateway, discord.js would wait 30 s for the close handshake.
      await settledWithin([link.destroy()], stopWaitMs);
      unguard();
    },
    sender: createSender(() => link, brake, tokenStands),
    /** Forgets all rate limits: discord.js stores when they end by the machine's clock, and would now wait too long. */
    clockWentBack(): void {
      link.rest.globalReset = -1;
      link.rest.globalDelay = null;
      link.rest.handlers.clear();
    },
    /** Undefined until READY. */
    inviteUrl: () => link.inviteUrl(),
    connected: () => link.isConnected(),
  };
}

export type Bot = ReturnType<typeof createBot>;

/** Reports why an attempt to connect failed, each reason once. Lede tries at least every half minute. */
function reportedOnce({ log, say }: Pick<BotOptions, 'log' | 'say'>) {
  let told: string | undefined;
  return (error: unknown, waitMs: number): void => {
    const code = codeOf(error);
    const isNew = code !== told;
    told = code;
    if (error instanceof NoStartsLeft) {
      log.error({ resetMs: error.resetMs, waitMs }, error.message);
      return;
    }
    log[isNew ? 'warn' : 'debug']({ error, code, waitMs }, 'Discord could not be reached; trying again');
    if (isNew) say?.(`Discord can't be reached (${code}). Lede keeps trying.`);
  };
}

const settledWithin = (tasks: Iterable<Promise<void>>, ms: number) =>
  Promise.race([Promise.allSettled(tasks), setTimeout(ms, undefined, { ref: false })]);
