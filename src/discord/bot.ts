import {
  Client,
  DiscordAPIError,
  DiscordjsError,
  DiscordjsErrorCodes,
  Events,
  GatewayIntentBits,
  Options,
  RESTEvents,
  Routes,
} from 'discord.js';
import { monotonic, type Wall } from '../clock.ts';
import type { Render, Sender } from '../delivery/ports.ts';
import type { Desk } from '../desk/desk.ts';
import type { Log } from '../log.ts';
import { type BotError, closedForGood, refusedToken, stopped } from './botError.ts';
import { type Brake, createBrake } from './brake.ts';
import { renderDigest } from './cards/digest.ts';
import { renderNotice } from './cards/notice.ts';
import type { Command, Kept } from './command.ts';
import { isConnected } from './connected.ts';
import { createDispatcher } from './dispatcher.ts';
import { makeRequest } from './forms.ts';
import { inviteUrl } from './invite.ts';
import { codeOf } from './outcomes.ts';
import { reportPresence } from './presence.ts';
import { registerCommands } from './register.ts';
import { createSender } from './sender.ts';
import { guardStrayRejections } from './strayRejections.ts';

export interface BotOptions {
  token: string;
  /** Root of another Discord-compatible server, such as http://127.0.0.1:4000/api; Discord's own if left out. */
  apiUrl?: string;
  desk: Desk;
  commands: readonly Command[];
  /** Holds the hash of the commands and what a control needs for some minutes. */
  kept: Kept;
  log: Log;
  wall: Wall;
  pictures: boolean;
  /** Discord no longer takes the token, or the connection, found out after the start. */
  onRefused?(error: BotError): void;
  /** After how long an answer is promised; shorter where the way to Discord is long. */
  promiseAfterMs?: number;
  /** The wait before the second attempt to connect; each further one doubles, up to 30 s. */
  retryFirstMs?: number;
  /** How often /subscribe looks whether a first reading is done. */
  readyCheckMs?: number;
}

export interface Bot {
  /**
   * Settles when Discord said READY and the commands are registered; waits for a Discord that can't be reached. Throws
   * BotError for a refused token or connection.
   */
  start(): Promise<void>;
  stop(): Promise<void>;
  sender: Sender;
  /** Undefined until READY. */
  inviteUrl(): string | undefined;
  connected(): boolean;
}

/** How Discord's side draws digests and notices. */
export const render: Render = { digest: renderDigest, notice: renderNotice };

const backoffMaxMs = 30_000;
/** A full disk takes its time. */
const compareAgainMs = 10_000;
/** Answers under way may still be given; the whole process has 2 s to end. */
const stopWaitMs = 700;

/** The bot on Discord's side: connects, registers commands, answers, and reports servers that come and go. */
export function createBot(options: BotOptions): Bot {
  const stopping = new AbortController();
  const running = new Set<Promise<void>>();
  const ids = new Map<string, string>();
  const brake = createBrake(monotonic);
  let client = createClient(options);
  let isStarted = false;
  let refusal: BotError | undefined;

  const track = (task: Promise<void>): void => {
    const logged = task
      .catch((error: unknown) => options.log.error({ error, code: codeOf(error) }, 'a task after an answer failed'))
      .finally(() => running.delete(logged));
    running.add(logged);
  };
  const dispatch = createDispatcher({
    commands: options.commands,
    log: options.log,
    promiseAfterMs: options.promiseAfterMs ?? 1_500,
    context: {
      desk: options.desk,
      wall: options.wall,
      pictures: options.pictures,
      commands: options.commands,
      kept: options.kept,
      sharing: new Set(),
      readyCheckMs: options.readyCheckMs ?? 5_000,
      later: (task) => track(task()),
      pause: (ms) => pause(ms, stopping.signal),
      mention: (name) => commandMention(name, ids),
    },
  });

  const backoff = (attempt: number) => Math.min(backoffMaxMs, (options.retryFirstMs ?? 1_000) * 2 ** attempt);

  const connect = async (): Promise<void> => {
    listen(client, options, brake, dispatch, track, () => pause(compareAgainMs, stopping.signal));
    client.on(Events.ShardDisconnect, ({ code }) => {
      options.log.error({ code }, 'Discord closed the connection for good');
      refusal = closedForGood(code);
      if (isStarted) options.onRefused?.(refusal);
    });
    client.rest.setToken(options.token);
    // Asked first because a failed login leaves a client that can't be used again.
    await client.rest.get(Routes.gatewayBot());
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

  /**
   * Tried again by itself, as on a full disk: Discord takes a thousand identifies a day, and Lede is connected already.
   */
  const storePresent = async (): Promise<void> => {
    for (let attempt = 0; ; attempt += 1) {
      try {
        return await options.desk.change.serversPresent([...client.guilds.cache.keys()]);
      } catch (error) {
        const waitMs = backoff(attempt);
        options.log.error({ error, code: codeOf(error), waitMs }, 'the servers could not be stored; trying again');
        if (!(await pause(waitMs, stopping.signal))) throw stopped();
        if (refusal !== undefined) throw refusal;
      }
    }
  };

  /** Commands that Discord has from before go on working, so a failure here stops nothing. */
  const register = async (attempt: number): Promise<void> => {
    try {
      const applicationId = client.application?.id ?? '';
      for (const [name, id] of await registerCommands(client.rest, applicationId, options.commands, options.kept)) {
        ids.set(name, id);
      }
    } catch (error) {
      options.log.error({ error, code: codeOf(error) }, 'the commands could not be registered');
      const isFinal = error instanceof DiscordAPIError && error.status === 400;
      if (!isFinal)
        track(pause(backoff(attempt), stopping.signal).then((go) => (go ? register(attempt + 1) : undefined)));
    }
  };

  let unguard = (): void => {};
  const start = async (): Promise<void> => {
    unguard = guardStrayRejections(options.log);
    for (let attempt = 0; ; attempt += 1) {
      try {
        await connect();
        return;
      } catch (error) {
        await client.destroy();
        if (stopping.signal.aborted) throw stopped();
        if (refusal !== undefined) throw refusal;
        if (isRefused(error)) throw refusedToken();
        const waitMs = backoff(attempt);
        options.log.warn({ error, code: codeOf(error), waitMs }, 'Discord could not be reached; trying again');
        client = createClient(options);
        if (!(await pause(waitMs, stopping.signal))) throw stopped();
      }
    }
  };

  return {
    start,
    stop: async () => {
      stopping.abort();
      // What waits for its turn has not left, and can say so while there is a database.
      brake.hold(backoffMaxMs);
      await settledWithin(running, stopWaitMs);
      // A gateway that no longer answers keeps the client waiting for its goodbye for 30 s.
      await settledWithin([client.destroy()], stopWaitMs);
      unguard();
    },
    sender: createSender(() => client, brake),
    inviteUrl: () => (client.application ? inviteUrl(client.application.id) : undefined),
    connected: () => isConnected(client),
  };
}

function createClient({ apiUrl }: BotOptions): Client {
  return new Client({
    intents: [GatewayIntentBits.Guilds],
    allowedMentions: { parse: [] },
    // Everything is read from interactions; only channels, roles and the bot's own member are asked later.
    makeCache: Options.cacheWithLimits({
      ...Options.DefaultMakeCacheSettings,
      MessageManager: 0,
      ReactionManager: 0,
      GuildEmojiManager: 0,
      GuildStickerManager: 0,
      PresenceManager: 0,
      VoiceStateManager: 0,
      GuildMemberManager: { maxSize: 10, keepOverLimit: (member) => member.id === member.client.user.id },
      UserManager: { maxSize: 10, keepOverLimit: (user) => user.id === user.client.user.id },
    }),
    rest: {
      ...(apiUrl === undefined ? {} : { api: apiUrl }),
      makeRequest,
      // discord.js would post again after a timeout or a 5xx, though the first post may stand: only the outbox retries.
      retries: 0,
      invalidRequestWarningInterval: 50,
      timeout: 15_000,
      // The brake keeps the bot's pace; discord.js would count answers to members too, which Discord does not, and let
      // them wait.
      globalRequestsPerSecond: 1_000,
      // One of a kind for every channel and every interaction; by default they stay for an hour.
      handlerSweepInterval: 60_000,
      // The outbox and notices are told of a limit instead of waiting in a queue; and a 429 without a time would be
      // asked again at once, for ever.
      rejectOnRateLimit: (limit) =>
        limit.route.startsWith('/channels/:id/messages') ||
        limit.route === Routes.userChannels() ||
        (limit.retryAfter <= 0 && limit.timeToReset <= 0),
    },
  });
}

function listen(
  client: Client,
  { desk, log }: BotOptions,
  brake: Brake,
  dispatch: (interaction: Parameters<ReturnType<typeof createDispatcher>>[0]) => Promise<void>,
  track: (task: Promise<void>) => void,
  pauseToCompare: () => Promise<boolean>,
): void {
  client.on(Events.InteractionCreate, (interaction) => track(dispatch(interaction)));
  reportPresence(client, desk, track, pauseToCompare);
  client.on(Events.Error, (error) => log.error({ error, code: codeOf(error) }, 'gateway error'));
  client.on(Events.ShardError, (error) => log.warn({ error, code: codeOf(error) }, 'connection error'));
  client.rest.on(RESTEvents.InvalidRequestWarning, ({ count, remainingTime }) => {
    if (brake.refused(count, remainingTime))
      log.error({ count, remainingTime }, 'Discord refuses too much; the outbox rests');
  });
  client.rest.on(RESTEvents.RateLimited, ({ global, retryAfter }) => {
    if (global) brake.hold(retryAfter);
  });
  client.on(Events.Warn, (message) => log.warn({ message }, 'discord.js warns'));
}

function isRefused(error: unknown): boolean {
  if (error instanceof DiscordjsError && error.code === DiscordjsErrorCodes.TokenInvalid) return true;
  return typeof error === 'object' && error !== null && 'status' in error && error.status === 401;
}

/** Resolves true after the time, false at once when the bot stops. */
function pause(ms: number, signal: AbortSignal): Promise<boolean> {
  if (signal.aborted) return Promise.resolve(false);
  return new Promise((resolve) => {
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', abort);
      resolve(true);
    }, ms);
    const abort = () => {
      clearTimeout(timer);
      resolve(false);
    };
    signal.addEventListener('abort', abort, { once: true });
  });
}

async function settledWithin(tasks: Iterable<Promise<void>>, ms: number): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, ms);
  });
  await Promise.race([Promise.allSettled(tasks), late]);
  clearTimeout(timer);
}

function commandMention(name: string, ids: ReadonlyMap<string, string>): string {
  const id = ids.get(name.split(' ')[0] ?? '');
  return id === undefined ? `\`/${name}\`` : `</${name}:${id}>`;
}
