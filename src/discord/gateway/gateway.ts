import { setTimeout } from 'node:timers/promises';
import {
  type APIGatewayBotInfo,
  type Client,
  DiscordAPIError,
  Events,
  GatewayDispatchEvents,
  type RESTOptions,
  Routes,
} from 'discord.js';
import { monotonic } from '../../clock.ts';
import type { Desk } from '../../desk/desk.ts';
import { serverEvents } from '../../desk/serverEvents.ts';
import type { Log } from '../../log.ts';
import type { IdentifyTurns } from '../../storage/fleet/identifyTurns.ts';
import { type BotError, closedForGood, NoStartsLeft, stopped } from '../botError.ts';
import type { Command, PendingStore } from '../command.ts';
import { createDispatcher } from '../dispatcher.ts';
import { inviteUrl } from '../invite.ts';
import { registerCommands, registeredIds } from '../registry.ts';
import { askTwice, type Link } from '../rest.ts';
import { createRoleTurns } from '../roleTurns.ts';
import type { Brake } from '../sending/brake.ts';
import { codeOf } from '../sending/outcomes.ts';
import { createClient, isConnected } from './client.ts';
import { guardedSharding, readEvents } from './reading.ts';
import { serversOf } from './servers.ts';
import { allOf, haveServer, type Shards } from './shards.ts';
import { createUnread } from './unread.ts';

/** Retry delay if the database fails. */
const againMs = 1_000;

/**
 * Lets discord.js identify only in turn. discord.js takes an error as permission to identify at once, so only the abort
 * of `signal` is thrown. A stopping Lede takes no turn and waits for that abort.
 */
const identifyInTurn = (turns: IdentifyTurns, maxConcurrency: number, log: Log, stopping: AbortSignal) => ({
  async waitForIdentify(shardId: number, signal: AbortSignal): Promise<void> {
    const take = (): Promise<number> =>
      turns.take(shardId % maxConcurrency).catch((error: unknown) => {
        log.error({ error, shardId }, 'no turn to identify could be taken; trying again');
        return againMs;
      });
    for (;;) {
      const waitMs = stopping.aborted ? againMs : await take();
      signal.throwIfAborted();
      if (waitMs <= 0) return;
      await setTimeout(waitMs, undefined, { signal, ref: false });
    }
  },
});

/** The shards of a process, and how it paces identifies. */
export interface GatewayOptions {
  /** `auto`: as many as Discord recommends, all in this process. */
  shards: Shards | 'auto';
  /** Shared with the other processes; if left out, discord.js paces this process alone. */
  turns?: IdentifyTurns;
}

/** What the gateway needs to answer interactions. */
export interface Answering {
  token: string;
  desk: Desk;
  commands: readonly Command[];
  /** Holds the registered commands' ids and hash, data of buttons and selects (minutes), and shared answers (a day). */
  pendingStore: PendingStore;
  log: Log;
  /** Time after which an answer is deferred; 700 ms by default. */
  promiseAfterMs?: number;
  /** Called with the time until each interaction was answered. */
  answered?(kind: string, ms: number): void;
  /** How often /subscribe checks for the end of the first reading of feeds; 5 s by default. */
  readyCheckMs?: number;
}

/** The parts of the bot that its connection uses. */
export interface Running {
  readonly stopping: AbortSignal;
  track(task: Promise<void>): void;
  /** False when the bot is stopping. */
  pause(ms: number): Promise<boolean>;
  backoff(attempt: number): number;
  /** Paces requests other than answers. */
  pace: Brake;
  refuse(error: BotError): void;
  /** Throws the error given to `refuse`, if any. */
  throwRefused(): void;
}

/** Wait before servers are compared again after a failure, such as a full disk. */
const compareAgainMs = 10_000;

/** Connects, registers commands, answers, and reports joined and left servers of its own shards. */
export function createGateway(
  { shards, turns }: GatewayOptions,
  rest: Partial<RESTOptions>,
  options: Answering,
  { stopping, track, pause, backoff, pace, refuse, throwRefused }: Running,
): Link {
  const { desk, commands, pendingStore, log } = options;
  let ids: Record<string, string> = {};
  let own = allOf(1);
  const unread = createUnread(() => client.rest, track, log);
  const client = createClient(rest, {
    buildStrategy: guardedSharding(unread),
    ...(turns && {
      buildIdentifyThrottler: async (manager) => {
        const { session_start_limit } = await manager.fetchGatewayInformation();
        return identifyInTurn(turns, session_start_limit.max_concurrency, log, stopping);
      },
    }),
  });
  const context = {
    desk,
    commands,
    pendingStore,
    sharing: new Set<string>(),
    roleTurns: createRoleTurns(pace.turn, pause, monotonic),
    refusedByMember: pace.refusedByMember,
    readyCheckMs: options.readyCheckMs ?? 5_000,
    later: (task: () => Promise<void>) => track(task()),
    pause,
    mention: (name: string, shown = name) => (ids[name] === undefined ? `\`/${shown}\`` : `</${shown}:${ids[name]}>`),
  };
  const { promiseAfterMs = 700, answered } = options;
  const dispatch = createDispatcher(context, log, promiseAfterMs, (name) => ids[name], answered);
  /** Stores which servers and roles are gone. Other processes do so for servers of other shards. */
  const compare = async (): Promise<void> => {
    const servers = serversOf(client);
    await desk.use(serverEvents).serversPresent(servers.ids(), (id) => haveServer(own, id));
    await desk.use(serverEvents).rolesGone(servers.lacksRole);
  };

  const listen = (): void => {
    let taken = '';
    client.on(Events.InteractionCreate, (interaction) => {
      const answered = dispatch(interaction);
      if (answered === undefined) return;
      taken = interaction.id;
      const d: unknown = interaction;
      track(answered.catch((error) => unread({ t: GatewayDispatchEvents.InteractionCreate, d }, error)));
    });
    readEvents(client, (interactionId) => interactionId === taken, unread);
    reportPresence(client, desk.use(serverEvents), compare, track, () => pause(compareAgainMs));
    client.on(Events.Error, (error) => log.error({ error, code: codeOf(error) }, 'gateway error'));
    client.on(Events.ShardError, (error, shardId) =>
      log.warn({ error, code: codeOf(error), shardId }, 'connection error'),
    );
    client.on(Events.Warn, (message) => log.warn({ message }, 'discord.js warns'));
    client.on(Events.ShardDisconnect, ({ code }, shardId) => {
      log.error({ code, shardId }, 'Discord closed the connection for good');
      refuse(closedForGood(code, shards));
    });
  };

  const choose = ({ shards: recommended = 1, session_start_limit: starts }: Partial<APIGatewayBotInfo>): void => {
    own = shards === 'auto' ? allOf(recommended) : shards;
    if (starts !== undefined && starts.remaining < own.ids.length) throw new NoStartsLeft(starts.reset_after);
    if (recommended > own.count)
      log.warn({ recommended, count: own.count }, 'Discord recommends more shards than LEDE_SHARDS has');
    Object.assign(client.options, { shards: [...own.ids], shardCount: own.count });
  };

  const connect = async (): Promise<void> => {
    listen();
    // Asks for the limits first, because a failed login makes a client useless.
    choose((await askTwice(client.rest, options.token, Routes.gatewayBot())) as Partial<APIGatewayBotInfo>);
    const ready = new Promise<void>((resolve, reject) => {
      client.once(Events.ClientReady, () => resolve());
      stopping.addEventListener('abort', () => reject(stopped()), { once: true });
    });
    await Promise.all([client.login(options.token), ready]);
    await storePresent();
    await register(0);
    throwRefused();
  };

  /**
   * Stores which servers Lede is in. Retries by itself, for example while the disk is full: connecting again would cost
   * one of Discord's thousand identifies a day.
   */
  const storePresent = async (): Promise<void> => {
    for (let attempt = 0; ; attempt += 1) {
      try {
        return await compare();
      } catch (error) {
        const waitMs = backoff(attempt);
        log.error({ error, code: codeOf(error), waitMs }, 'the servers could not be stored; trying again');
        if (!(await pause(waitMs))) throw stopped();
        throwRefused();
      }
    }
  };

  /**
   * The process with the first shard registers the commands, the others poll for their ids. A failure stops nothing:
   * Discord's present commands go on working.
   */
  const register = async (attempt: number): Promise<void> => {
    const applicationId = client.application?.id ?? '';
    try {
      const found = own.ids.includes(0)
        ? await registerCommands(client.rest, applicationId, commands, pendingStore)
        : await registeredIds(applicationId, commands, pendingStore);
      if (found !== undefined) {
        ids = found;
        return;
      }
    } catch (error) {
      log.error({ error, code: codeOf(error) }, 'the commands could not be registered');
      if (error instanceof DiscordAPIError && error.status === 400) return;
    }
    track(pause(backoff(attempt)).then((go) => (go ? register(attempt + 1) : undefined)));
  };

  return {
    rest: client.rest,
    self: () => client.user?.id,
    connect,
    isConnected: () => isConnected(client),
    inviteUrl: () => (client.application ? inviteUrl(client.application.id) : undefined),
    destroy: () => client.destroy(),
  };
}

/**
 * Reports changes of servers, channels and roles. After each new gateway session it calls `compare`, which checks all
 * servers, because events between sessions are lost. It does the same, after `pause`, if an event can't be stored, for
 * example on a full disk. `pause` returns false once the bot stops.
 */
export function reportPresence(
  client: Client,
  change: ReturnType<typeof serverEvents>,
  compare: () => Promise<void>,
  track: (task: Promise<void>) => void,
  pause: () => Promise<boolean>,
): void {
  const compareLater = async (): Promise<void> => {
    // A client given up at the start has outdated servers.
    if ((await pause()) && client.isReady()) report(compare());
  };
  const report = (told: Promise<void>): void => {
    track(told);
    told.catch(() => track(compareLater()));
  };
  serversOf(client).follow(client, {
    joined: (serverId, locale) => report(change.serverJoined(serverId, locale)),
    // Each session names every server, perhaps with a new language.
    seen: (serverId, locale) => track(change.serverLocale(serverId, locale)),
    announces: (serverId, channelIds) => track(change.serverAnnounces(serverId, channelIds)),
    left: (serverId) => report(change.serverLeft(serverId)),
    roleGone: (serverId, roleId) => report(change.rolesGone((_, id) => id === roleId, serverId)),
    channelGone: (serverId, channelId) => track(change.channelGone(serverId, channelId)),
  });
  client.on(Events.ShardReady, () => {
    // `connect` compares the servers of the first session itself.
    if (client.isReady()) report(compare());
  });
}
