import { features as allFeatures } from '../commands/features.ts';
import { type Monotonic, monotonic, neverBack, systemWall, type Wall } from './clock.ts';
import { createDesk } from './desk/desk.ts';
import type { ServerPreferences } from './desk/preferences.ts';
import { type Bot, createBot } from './discord/bot.ts';
import type { BotError } from './discord/botError.ts';
import { renderNotices } from './discord/cards/notice.ts';
import { commandsOf, type Feature, kindsOf } from './discord/feature.ts';
import type { Shards } from './discord/gateway/shards.ts';
import { textsFor } from './discord/texts/texts.ts';
import type { Http, ListenAddress } from './http/listen.ts';
import { createDurations } from './http/metrics.ts';
import { openPublicPort } from './http/publicPort.ts';
import { openHttp } from './http/server.ts';
import { createVisits } from './http/visits.ts';
import type { ChannelId, ServerId } from './ids.ts';
import type { Log } from './log.ts';
import { generalTopicIds } from './newsroom/catalogue.ts';
import { createDigestMaker } from './newsroom/digestFor.ts';
import { createHeartbeat } from './operation/heartbeat.ts';
import { createSweep } from './operation/sweep.ts';
import { counted, createVitals } from './operation/vitals.ts';
import { wakeByCron } from './operation/wake.ts';
import { createWatch, type IntegrityCheck, integrityKey } from './operation/watch.ts';
import { createActs } from './outbox/acts.ts';
import { createAmend } from './outbox/amend.ts';
import { createNoticeLoop } from './outbox/notices.ts';
import { createSend } from './outbox/send.ts';
import { outletsOf } from './reading/outlets.ts';
import { createReading, type ReadingParts, type ReadingSettings } from './reading/reading.ts';
import { roles as allRoles, type Loop, onlyWithRole, withoutOverlap } from './schedule/loop.ts';
import { StorageError } from './storage/errors.ts';
import { version } from './web/version.ts';

/** Limit for data that commands keep for some minutes, such as the feeds found on a site. */
const pendingBytesMax = 16 * 1024 * 1024;

export interface AppSettings extends ReadingSettings {
  token: string;
  apiUrl?: string;
  /** Defaults to as many as Discord recommends. */
  shards?: Shards | 'auto';
  pictures: boolean;
  retentionDays: number;
  /** Where health and metrics are served; off if left out. */
  http?: ListenAddress;
  /** Requested every minute while this process is ready; a secret. */
  heartbeatUrl?: string;
  /** Prints a line for the operator, outside the log. */
  say?: (line: string) => void;
  /**
   * The local port for readers of digests, and the public URL that leads to it. Without the URL, links show the port's
   * own address.
   */
  publicPort?: ListenAddress & { url?: string };
}

/** The parts that a test or a replay replaces: the clock, the waking of loops, and parts of reading. */
export interface Drive extends ReadingParts {
  wall: Wall;
  /** Elapsed time, which shows when `wall` has stopped. By default the system's monotonic clock. */
  monotonic?: Monotonic;
  /** Runs each loop at its times; returns a function that stops all loops. */
  wake: (loops: readonly Loop[], now: Wall, log: Log) => () => Promise<void>;
  /** The features in `commands/` if left out. */
  features?: readonly Feature[];
}

export type App = Awaited<ReturnType<typeof createApp>>;

const drainRoundsMax = 500;
/** The composition root. Throws StorageError. */
export async function createApp(
  settings: AppSettings,
  log: Log,
  drive: Drive = { wall: systemWall, wake: wakeByCron },
) {
  let bot: Bot;
  const clock = neverBack(drive.wall, drive.monotonic ?? monotonic, (byMs) => {
    log.warn({ byMs }, 'the clock went back; the latest time counts');
    bot?.clockWentBack();
  });
  const { wall } = clock;
  const { features = allFeatures } = drive;
  const kinds = kindsOf(features);
  const durations = createDurations();
  const reading = await createReading(settings, wall, log, { ...drive, kinds, begun: durations.polled });
  const { storage, member } = reading;
  const { pictures, retentionDays: keptDays, roles = allRoles } = settings;
  const pictureOrigins = new Set(settings.privateOrigins);
  const { topics } = settings.catalogue;
  const outletsById = outletsOf(settings.catalogue, storage.forgotten);
  const preferences = storage.keyv<ServerPreferences>('servers');
  const localeOf = async (serverId: ServerId) => (await preferences.get(serverId))?.locale ?? 'en-US';
  const isAnnouncement = async (serverId: ServerId, channelId: ChannelId) =>
    (await preferences.get(serverId))?.announcementIds?.includes(channelId) === true;
  const logChannelOf = async (serverId: ServerId) => (await preferences.get(serverId))?.logChannelId;

  const messageUrl = (...ids: [serverId: ServerId, channelId: ChannelId, messageId: string]) =>
    bot.sender.messageUrl(...ids);
  const choosing = {
    storage,
    outletsById,
    topics,
    generalTopicIds: generalTopicIds(settings.catalogue),
    pictureOrigins,
  };
  const digestFor = createDigestMaker({ ...choosing, localeOf, messageUrl });
  const desk = createDesk({
    ...choosing,
    ...reading.asked,
    preferences,
    wall,
    version,
    digestFor,
    messageUrl,
    kinds,
    pictures,
    isAnnouncement,
    keptDays,
    feedsTopicName: (locale) => textsFor(locale).topics.ofFeeds,
    publicUrl: () => settings.publicPort?.url ?? publicPort?.origin,
    startedAt: clock.startedAt,
  });
  const { registry } = durations;
  const visits = createVisits(registry);
  bot = createBot({
    token: settings.token,
    apiUrl: settings.apiUrl,
    desk,
    commands: commandsOf(features),
    pendingStore: storage.keyv('discord', { bytesMax: pendingBytesMax }),
    log,
    gateway: roles.includes('gateway')
      ? { shards: settings.shards ?? 'auto', turns: storage.identifyTurns }
      : undefined,
    answered: durations.answered,
    mayAct: () => member.holds('send'),
    onRefused: (error) => refuse(error),
    say: settings.say,
  });

  const ending = () => stopped !== undefined;
  const { owner } = member;
  const running = {
    ...desk,
    log,
    owner,
    localeOf,
    ending,
    sender: bot.sender,
    delivered: durations.delivered,
    monotonic: drive.monotonic ?? monotonic,
  };
  const { heartbeatUrl, contact } = settings;
  const heartbeat =
    heartbeatUrl === undefined
      ? undefined
      : createHeartbeat({ url: heartbeatUrl, contact, hindrances: () => vitals.hindrances(), log });
  const checks = storage.keyv<IntegrityCheck>('operating');
  const loops = [
    ...reading.loops,
    ...[
      ...features.flatMap(({ loops = [] }) => loops).map((create) => create(running)),
      createSend(running),
      createActs(running),
      createAmend(running),
      createNoticeLoop({ ...running, drawNotices: renderNotices, logChannelOf }),
      createSweep({ storage, preferences, log, retentionDays: keptDays }),
      createWatch({ storage, log, clock, isLookout: () => member.holds('send'), logChannelOf, checks }),
      ...(heartbeat === undefined ? [] : [heartbeat]),
    ].map(withoutOverlap),
  ]
    .map((loop) => onlyWithRole(loop, member.holds))
    .map((loop) => counted(loop, monotonic));
  const vitals = createVitals({
    storage,
    loops,
    clock,
    monotonic,
    member,
    connected: () => !roles.includes('gateway') || bot.connected(),
    integrity: () => checks.get(integrityKey),
  });

  const { promise: over, resolve: end } = Promise.withResolvers<BotError | StorageError>();
  const awake: (() => Promise<void>)[] = [];
  const wake = (which: (loop: Loop) => boolean) => void awake.push(drive.wake(loops.filter(which), wall, log));
  let http: Http | undefined;
  let publicPort: Http | undefined;
  let stopped: Promise<void> | undefined;
  const stop = () => {
    stopped ??= (async () => {
      const asleep = Promise.all(awake.map((sleep) => sleep()));
      await Promise.all([reading.hangUp(), publicPort?.close(), heartbeat?.end()]);
      await asleep;
      await bot.stop();
      await http?.close();
      await reading.close();
    })();
    return stopped;
  };
  let refusal: BotError | StorageError | undefined;
  const refuse = (error: BotError | StorageError) => {
    if (stopped !== undefined) return;
    refusal = error;
    log.error({ code: error.code }, error.message);
    void stop().finally(() => end(error));
  };
  /** Rejects with `refusal` if Lede is stopping: then `error` may only be a consequence. */
  const failed = (error: unknown) => Promise.reject(refusal ?? error);
  void member.lost.then((sentence) => refuse(new StorageError('superseded', sentence)));
  return {
    desk,
    /** A replay reads the stored digests from it. */
    storage,
    /**
     * Wakes the loops that read, connects to Discord, then wakes the others. Throws BotError for a refused token or
     * connection, and HttpError for a taken port.
     */
    async start() {
      if (settings.http !== undefined) http = await openHttp({ ...settings.http, version, vitals, registry });
      if (settings.publicPort !== undefined) {
        const routes = features.flatMap((feature) => feature.routes ?? []).map((create) => create(running));
        const { monotonic } = running;
        publicPort = await openPublicPort({ ...settings.publicPort, routes, visits, monotonic });
      }
      // Reading does not wait for Discord, because feeds drop their older items meanwhile.
      wake(({ worksAlone }) => worksAlone === true);
      if (roles.includes('gateway') || roles.includes('send')) await bot.start().catch(failed);
      if (stopped === undefined) wake(({ worksAlone }) => worksAlone !== true);
    },
    /** Ends within two seconds; everything that was acknowledged is stored. */
    stop,
    [Symbol.asyncDispose]: stop,
    /**
     * Resolves with the reason when Discord refuses the token or the connection for good, or when other processes took
     * over this one's work. Pending work stays stored.
     */
    over,
    /** Runs the loops in turn until none has anything due. Returns, by loop, how many things were done. */
    async drain() {
      const done = Object.fromEntries(loops.map(({ name }) => [name, 0]));
      // The drain ends once all loops in a row found nothing due, even in the middle of a round.
      let idle = 0;
      for (let turn = 0; turn < drainRoundsMax * loops.length && idle < loops.length; turn += 1) {
        const loop = loops[turn % loops.length] as Loop;
        const count = await loop.run(wall());
        done[loop.name] = (done[loop.name] ?? 0) + count;
        idle = count === 0 ? idle + 1 : 0;
      }
      return done;
    },
    /** When the next stored work is due, such as a feed, a slot or a delivery. */
    nextDueAt: () => storage.nextDueAt(),
    inviteUrl: () => bot.inviteUrl(),
    /** Where health and metrics are served; undefined before the start. */
    httpOrigin: () => http?.origin,
    /** The local origin of the public port, for a reverse proxy; undefined before the start. */
    publicOrigin: () => publicPort?.origin,
  };
}
