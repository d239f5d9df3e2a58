import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { alertChanges } from '../commands/alerts/change.ts';
import { digestChanges } from '../commands/digest/change.ts';
import type { App, AppSettings } from '../src/app.ts';
import { monotonic, systemWall } from '../src/clock.ts';
import type { Config } from '../src/config.ts';
import { statusQuestions } from '../src/desk/status.ts';
import { subscriptionQuestions } from '../src/desk/subscriptions.ts';
import { createLog } from '../src/log.ts';
import { builtInCatalogue, readCatalogue } from '../src/newsroom/catalogue.ts';
import { StorageError } from '../src/storage/errors.ts';
import { fileOf } from '../src/storage/sqlite/location.ts';
import { lockDatabase } from '../src/storage/sqlite/lock.ts';
import { createMovedClock, type MovedClock } from './clock.ts';
import { createCourse } from './course.ts';
import { createDiscordServer, type DiscordServer } from './discord/server.ts';
import { createPage } from './page/page.ts';
import { createPress } from './press/press.ts';
import { furnishReadingRoom } from './readingRoom.ts';

const ownDatabase = 'data/playground.db';
const frontPageTopics = ['world', 'politics', 'climate', 'science', 'sports'];
const liveSpacingMs = 1_000;
const pressGapMs = 30 * 60_000;

/** The playground can't start; the message says what to do. */
export class PlaygroundError extends Error {
  readonly code = 'playground';
}

export type Playground = Awaited<ReturnType<typeof startPlayground>>;

/** Starts the playground and prints its address. Returns a function that stops it. */
export async function runPlayground(config: Config, options: { live: boolean }): Promise<() => Promise<void>> {
  const failed = (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(1);
  };
  const playground = await startPlayground(config, { ...options, failed });
  process.stdout.write(
    [
      `Lede’s playground: ${playground.origin}`,
      'To connect a real server, start Lede with DISCORD_TOKEN set (the README shows how to get a token).',
      ...(config.databaseUrl === undefined
        ? []
        : [`DATABASE_URL is for a bot, whose DISCORD_TOKEN is not set; the playground keeps to ${ownDatabase}.`]),
      'Ctrl-C stops Lede.\n',
    ].join('\n'),
  );
  return playground.stop;
}

/**
 * Starts the whole bot on this machine: a Discord-compatible server with its page, and the sample press or, if `live`,
 * the real catalogue. Resolves as soon as the page answers. The bot connects later; `failed` is called if it can't.
 * `answerMs` is how long an interaction waits for the bot, by default Discord's 3 s. Throws PlaygroundError for a taken
 * port, a token that seems to be missing, or if another playground runs.
 */
export async function startPlayground(
  config: Config,
  options: { live: boolean; failed: (error: unknown) => void; databaseFile?: string; answerMs?: number },
) {
  refuseForBot(config.databaseUrl);
  let isStopping = false;
  let beginning: Promise<void> | undefined;
  /** Replaces everything but the port, so that open pages can reload themselves. */
  const startAgain = () => {
    beginning ??= current
      .stop()
      .then(async () => {
        const port = Number(new URL(current.origin).port);
        if (!isStopping) current = await startOnce({ ...config, playgroundPort: port }, { ...options, startAgain });
      })
      .catch(options.failed)
      .finally(() => {
        beginning = undefined;
      });
  };
  let current = await startOnce(config, { ...options, startAgain });
  return {
    origin: current.origin,
    async stop() {
      isStopping = true;
      await beginning;
      await current.stop();
    },
  };
}

type Options = Parameters<typeof startPlayground>[1] & { startAgain: () => void };

async function startOnce(config: Config, options: Options) {
  const databaseUrl = freshDatabase(options.databaseFile ?? ownDatabase);
  const stage = await setUp(config, options);
  let isStopping = false;
  const running = begin(config, databaseUrl, options.live, stage).catch((error: unknown) => {
    if (!isStopping) options.failed(error);
  });
  let stopped: Promise<void> | undefined;
  const stop = async () => {
    isStopping = true;
    stage.course.stop();
    await stage.bot.app?.stop();
    await running;
    stage.page.close();
    await Promise.all([stage.server.close(), stage.press?.close()]);
  };
  return {
    origin: stage.server.origin,
    stop: () => {
      stopped ??= stop();
      return stopped;
    },
  };
}

/** Everything but the bot, which takes longer to load. */
async function setUp(config: Config, { live, startAgain, answerMs }: Options) {
  const bot: { app?: App } = {};
  const zone = new Intl.DateTimeFormat().resolvedOptions().timeZone;
  const today = Temporal.Instant.fromEpochMilliseconds(systemWall()).toZonedDateTimeISO(zone).toPlainDate();
  const eight = today.toZonedDateTime({ timeZone: zone, plainTime: '08:00' }).epochMilliseconds;
  const clock = createMovedClock(monotonic, live ? systemWall() - 3_600_000 : eight - 3_600_000);
  const server = await listen(config.playgroundPort, clock, answerMs);
  const firstDay = today.toZonedDateTime(zone).epochMilliseconds;
  const press = live ? undefined : await createPress({ now: clock.now, firstDay });
  const catalogue = press?.catalogue ?? readCatalogue(config.catalogueFile ?? builtInCatalogue);
  const opensAt = live ? systemWall() : eight;
  const room = furnishReadingRoom(server, clock, opensAt, catalogue, press?.articlesBefore(opensAt) ?? []);
  if (live) clock.stand(systemWall());
  if (live) clock.run();
  const course = createCourse(server, clock, live ? undefined : eight, zone, press?.lastAt);
  const page = createPage({
    run: randomUUID(),
    server,
    clock,
    press,
    guildId: room.guildId,
    elsewhereId: room.chessClubId,
    homeId: room.frontPageId,
    proposedId: room.technologyId,
    seats: { admin: room.adminId, member: room.memberId },
    progress: course.progress,
    opened: course.opened,
    skip: course.skip,
    startAgain,
    reads: {
      contact: config.contact,
      pages: config.pages,
      quoting: config.quoting,
      privateOrigins: press?.origins ?? [],
    },
    topicsOf: async (channelId) => {
      const subscription = await bot.app?.desk.use(subscriptionQuestions).subscription(room.guildId, channelId);
      return (subscription?.topics ?? []).map(({ id, names }) => ({ id, name: names.en }));
    },
  });
  course.onProgress((progress) => page.live.send({ type: 'progress', progress }));
  return { server, clock, zone, catalogue, press, room, course, page, bot };
}

async function begin(
  config: Config,
  databaseUrl: string,
  live: boolean,
  { server, clock, zone, press, catalogue, room, course, bot }: Awaited<ReturnType<typeof setUp>>,
): Promise<void> {
  // Loading discord.js takes half a second; the page answers meanwhile.
  const [{ createApp }, { wakeByCron }] = await Promise.all([
    import('../src/app.ts'),
    import('../src/operation/wake.ts'),
  ]);
  const settings: AppSettings = {
    token: server.token,
    apiUrl: server.url,
    databaseUrl,
    contact: config.contact,
    pictures: config.pictures,
    pages: config.pages,
    quoting: config.quoting,
    retentionDays: config.retentionDays,
    catalogue,
    // The app fetches attached files from the Discord server on this machine.
    privateOrigins: [...(press?.origins ?? []), new URL(server.origin).host],
    hostSpacingMs: live ? liveSpacingMs : 0,
    // Digests can be read outside the page, on this machine.
    publicPort: { host: '127.0.0.1', port: 0 },
    ...(live ? {} : { pollGapMsMax: pressGapMs }),
  };
  const app = await createApp(settings, createLog(config.logLevel ?? 'warn'), {
    wall: clock.now,
    monotonic: clock.now,
    // While the clock stands still, the course runs the loops.
    wake: (loops, now, log) => {
      const awake = loops.map((loop) => ({
        ...loop,
        run: async (at: number) => (clock.running() ? loop.run(at) : 0),
      }));
      return wakeByCron(awake, now, log);
    },
  });
  bot.app = app;
  await app.start();
  const by = { serverId: room.guildId, userId: room.adminId, serverLocale: 'en-US' };
  await app.desk.use(digestChanges).subscribe(by, room.frontPageId, frontPageTopics);
  await app.desk.use(digestChanges).saveSettings(by, room.frontPageId, { zone });
  if (!live) {
    await app.desk.use(digestChanges).subscribe(by, room.frenchId, ['riviere']);
    await app.desk.use(digestChanges).saveSettings(by, room.frenchId, { zone, language: 'fr' });
    await app.desk.use(digestChanges).subscribe(by, room.spanishId, ['puerto']);
    await app.desk.use(digestChanges).saveSettings(by, room.spanishId, { zone, language: 'es' });
  }
  const { tagIds } = room;
  const { setAlert } = app.desk.use(alertChanges);
  await setAlert(by, room.alertsId, { roleId: room.alertsRoleId, thread: false, crosspost: false });
  await setAlert(by, room.bigStoriesId, { forum: { tagIds }, thread: false, crosspost: false });
  await course.begin(app, catalogue.outlets.length);
  const { stories } = await app.desk.use(statusQuestions).status(undefined);
  if (live && stories > 0) await app.desk.use(digestChanges).postNow(by, room.frontPageId, server.applicationId);
}

async function listen(port: number, clock: MovedClock, answerMs: number | undefined): Promise<DiscordServer> {
  try {
    return await createDiscordServer({
      now: clock.now,
      monotonic,
      port,
      name: 'Lede',
      settings: answerMs === undefined ? {} : { answerMs },
    });
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EADDRINUSE')) throw error;
    throw new PlaygroundError(
      `Port ${port} is taken, perhaps by another playground. Stop that one, or give this one another port, such as PLAYGROUND_PORT=${port + 1}.`,
      { cause: error },
    );
  }
}

/** Refuses to start beside a bot's database: a bot whose token is missing would silently become a playground. */
function refuseForBot(databaseUrl: string | undefined): void {
  if (databaseUrl === undefined) return;
  const path = fileOf(databaseUrl);
  if (path !== undefined && !existsSync(path)) return;
  throw new PlaygroundError(
    `DISCORD_TOKEN is not set, but DATABASE_URL names a database that is there: ${path ?? 'one of PostgreSQL'}. Set the token of its bot, or start the playground without DATABASE_URL.`,
  );
}

/** Deletes the previous playground's database, whose Discord server is gone. Throws StorageError if it is in use. */
function freshDatabase(file: string): string {
  const path = resolve(file);
  try {
    mkdirSync(dirname(path), { recursive: true });
    const lock = lockDatabase(path);
    for (const end of ['', '-wal', '-shm']) rmSync(`${path}${end}`, { force: true });
    lock.release();
  } catch (error) {
    if (error instanceof StorageError && error.code === 'in-use') {
      const message = `Another playground is running on ${path}; stop it first, or start this one in another folder.`;
      throw new PlaygroundError(message, { cause: error });
    }
    throw new PlaygroundError(
      `DISCORD_TOKEN is not set, so this would be the playground, which can't write its database ${path}. Set the token of your bot, or start in a folder that may be written.`,
      { cause: error },
    );
  }
  return `file:${path}`;
}
