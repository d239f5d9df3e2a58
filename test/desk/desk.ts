import { expect, onTestFinished } from 'vitest';
import { features } from '../../commands/features.ts';
import { textOf } from '../../playground/discord/reading.ts';
import { createDiscordServer, type DiscordServer, type DiscordServerOptions } from '../../playground/discord/server.ts';
import type { WireMessage } from '../../playground/discord/wire.ts';
import type { Life } from '../../playground/discord/world/life.ts';
import { type App, type AppSettings, createApp, type Drive } from '../../src/app.ts';
import type { Feature } from '../../src/discord/feature.ts';
import type { Log } from '../../src/log.ts';
import type { Kinds } from '../../src/outbox/kinds.ts';
import { memoryLog } from '../memoryLog.ts';
import { testPool as pool } from '../reading/pool/testPool.ts';
import { createRequestCheck } from '../requestCheck.ts';
import { rowsIn } from '../storage/beside.ts';
import { createTestDatabase } from '../storage/testDatabase.ts';
import { events } from './events.ts';
import { type Ask, type Changes, everything } from './everything.ts';
import { catalogueOf, htmlOf, type Item, openNewsstand, type Site } from './newsstand.ts';

export const minute = 60_000;
export const hour = 60 * minute;
export const day = 24 * hour;
/** Tuesday 24 November 2026, 00:00 UTC: the day on which every test begins. */
export const firstDay = 1_795_478_400_000;

export interface DeskOptions {
  sites?: readonly string[];
  /** Time on the first day, such as `07:00`. */
  startsAt?: string;
  settings?: Partial<AppSettings>;
  server?: Partial<DiscordServerOptions>;
  /** What the first sites list at the start, by links, dated five o'clock. */
  news?: readonly News[];
  /** Called before the app starts, to publish the sites' first news. */
  before?: (sites: Site[]) => void;
  /** Topics and settings of a digest that the channel gets from the start. The news is then read at once. */
  digest?: { topics: readonly string[] } & Parameters<Changes['saveSettings']>[2];
  start?: boolean;
  /** Folder for the SQLite file, instead of a temporary one. */
  folder?: string;
  /** Delivery kinds to send instead of those that the features declare. */
  kinds?: Kinds;
  /** Features in addition to those in `commands/`. */
  features?: readonly Feature[];
  /** The real monotonic clock if left out. */
  monotonic?: () => number;
  /** Runs the loops by themselves; they run in `drain` only if left out. */
  wake?: Drive['wake'];
  /** Keeps the desk open when the test ends; for `beforeAll`. */
  keep?: boolean;
}

type Event = { title: string; paragraphs: readonly string[] };
/** An event in the words of two outlets or more. */
export type Tellings = readonly [Event, Event, ...Event[]];
/** What a site lists at a moment: the events, by their links. */
type News = Readonly<Record<string, Event>>;
type Options = Record<string, string | number>;
type Membership = { locale?: string } & Parameters<DiscordServer['setup']['addMember']>[2];
type Shown = Pick<WireMessage, 'id' | 'channel_id'>;

/** The moment of a time such as `08:00`, on a day counted from 0. */
export const clockOf = (dayNumber: number, clock: string) => {
  const [hours = 0, minutes = 0, seconds = 0] = clock.split(':').map(Number);
  return firstDay + dayNumber * day + hours * hour + minutes * minute + seconds * 1_000;
};

/**
 * Opens the whole of Lede on real parts: outlets and Discord on loopback, a database, and a clock that only the test
 * moves. It closes with the test that opened it; in `beforeAll`, set `keep` and close it yourself.
 */
export async function openDesk(options: DeskOptions = {}) {
  const stand = await openNewsstand(options.sites ?? ['Harbour Post', 'Courier', 'Lantern']);
  const list = (outlet: number, news: News, at: number): void =>
    stand.sites[outlet]?.feed(
      '/world.xml',
      Object.entries(news).map(([link, event]) => itemOf(event, link, at)),
    );
  for (const [outlet, news] of (options.news ?? []).entries()) list(outlet, news, firstDay + 5 * hour);
  options.before?.(stand.sites);
  const { log, entries } = memoryLog();
  const database = await createTestDatabase(options.folder);
  const time = { now: clockOf(0, options.startsAt ?? '06:00') };
  const wall = () => time.now;
  const server = await createDiscordServer({
    now: wall,
    monotonic: () => performance.now(),
    validate: true,
    ...options.server,
    // Three seconds may be too short on a busy machine.
    settings: { answerMs: 60_000, ...options.server?.settings },
  });
  const requests = createRequestCheck(server);
  const guild = server.setup.addGuild({ name: 'Reading Room', locale: 'en-GB' });
  const admin = server.setup.addUser({ name: 'Ada' }).id;
  server.setup.addMember(guild.id, admin, { admin: true });
  const channelId = server.setup.addChannel(guild.id, { name: 'front-page' }).id;
  const settings: AppSettings = {
    token: server.token,
    apiUrl: server.url,
    databaseUrl: database.url,
    catalogue: catalogueOf(stand.sites),
    privateOrigins: [...stand.sites.map((site) => site.host), new URL(server.origin).host],
    hostSpacingMs: 0,
    pollGapMsMax: 20 * minute,
    pictures: true,
    retentionDays: 30,
    ...options.settings,
  };
  const sending = options.kinds && [...features.map(({ deliveries, ...rest }) => rest), { deliveries: options.kinds }];
  const drive = { features: [...(sending ?? features), ...(options.features ?? [])], monotonic: options.monotonic };
  const open = (given: AppSettings): Promise<App> =>
    createApp(given, log as Log, { ...drive, wall, wake: options.wake ?? (() => async () => {}), pool });
  let stopped = false;
  /** Runs a command and returns its final answer. */
  const run = (command: string, options: Options = {}, user = admin, channel: string = channelId) =>
    messageOf(server.acts.run({ user, channel, command, options }));
  const desk = {
    app: await open(settings),
    /** Settings of the current app. */
    settings,
    server,
    sites: stand.sites,
    databaseUrl: database.url,
    log: entries,
    serverId: guild.id,
    channelId,
    admin,
    by: { serverId: guild.id, userId: admin, serverLocale: 'en-GB' },
    /** The questions of all features. */
    get ask(): Ask {
      return everything(desk.app).ask;
    },
    /** The changes of all features. */
    get change(): Changes {
      return everything(desk.app).change;
    },
    get now(): number {
      return time.now;
    },
    set now(ms: number) {
      time.now = ms;
    },
    /** Does everything that is due. Returns how often each loop did something. */
    drain: (): Promise<Record<string, number>> => desk.app.drain(),
    /** Moves the clock, then does everything that is due. */
    skip(ms: number): Promise<Record<string, number>> {
      time.now += ms;
      return desk.app.drain();
    },
    /** Moves the clock to a time such as `08:00`, on a day counted from 0, then does everything that is due. */
    to(dayNumber: number, clock: string): Promise<Record<string, number>> {
      time.now = clockOf(dayNumber, clock);
      return desk.app.drain();
    },
    /** Stops the app and starts another one on the same database, optionally with changed settings. */
    async restart(change: Partial<AppSettings> = {}): Promise<void> {
      await desk.app.stop();
      desk.settings = { ...desk.settings, ...change };
      desk.app = await open(desk.settings);
      await desk.app.start();
    },
    /** Lets the n-th outlet report an event now, as its only news. */
    report: (outlet: number, event: Event, link: string): void => list(outlet, { [link]: event }, time.now),
    /** Lets the n-th outlet list these events as its only news. */
    list: (outlet: number, news: News, at = time.now): void => list(outlet, news, at),
    /** Lets the first two outlets report an event now, each in its own words. */
    bothReport(tellings: Tellings, link: string): void {
      for (const outlet of [0, 1] as const) desk.report(outlet, tellings[outlet], link);
    },
    /** Does so, and lets half an hour pass. */
    confirm(tellings: Tellings, link: string): Promise<Record<string, number>> {
      desk.bothReport(tellings, link);
      return desk.skip(hour / 2);
    },
    run,
    /** Runs a command and returns the text of its final answer. */
    say: async (...command: Parameters<typeof run>): Promise<string> => textOf(await run(...command)),
    press: ({ id, channel_id: channel }: Shown, customId: string, user = admin): Promise<WireMessage> =>
      messageOf(server.acts.click({ user, channel, messageId: id, customId })),
    pick: ({ id, channel_id: channel }: Shown, customId: string, values: string[], user = admin) =>
      messageOf(server.acts.choose({ user, channel, messageId: id, customId, values })),
    /** Adds another server, with a channel that gets these topics at eight. */
    async addServer(...topics: string[]) {
      const serverId = server.setup.addGuild({ name: 'Next Door' }).id;
      const channelId = server.setup.addChannel(serverId, { name: 'news' }).id;
      const by = { ...desk.by, serverId };
      if (topics.length > 0) {
        await desk.change.subscribe(by, channelId, topics);
        await desk.change.saveSettings(by, channelId, { zone: 'UTC' });
      }
      return { by, serverId, channelId };
    },
    /** Adds a member to the server, who may do no more than everybody if `may` says nothing else. */
    addMember(name: string, { locale, ...may }: Membership = {}): string {
      const { id } = server.setup.addUser({ name, locale });
      server.setup.addMember(guild.id, id, may);
      return id;
    },
    messages: (id: string = channelId) => server.acts.messages(id),
    /** Texts of the bot's messages in the channel, oldest first. */
    posted: (id: string = channelId) => server.acts.messages(id).map(textOf),
    /** Texts of the direct messages to the admin, oldest first. */
    told: () => server.acts.directMessages(admin).map(textOf),
    /** Reads the database directly, without the app. */
    rows: <Row>(sql: string, ...values: (string | number)[]): Row[] => rowsIn<Row>(database.url, sql, ...values),
    async close(invalid = 0): Promise<void> {
      if (stopped) return;
      stopped = true;
      await desk.app.stop();
      await server.close();
      await stand.close();
      await database.remove();
      expect(requests.invalid, requests.invalid.join('\n')).toHaveLength(invalid);
    },
  };
  if (options.keep !== true) onTestFinished(() => desk.close());
  if (options.start !== false) await desk.app.start();
  if (options.digest !== undefined) {
    const { topics, ...settings } = options.digest;
    await desk.change.subscribe(desk.by, channelId, [...topics]);
    if (Object.keys(settings).length > 0) await desk.change.saveSettings(desk.by, channelId, settings);
    await desk.drain();
  }
  return desk;
}

/** The final answer to what a user did. */
export async function messageOf(life: Life): Promise<WireMessage> {
  const shown = await life.shown;
  return shown.kind === 'message' ? shown.message : expect.fail(`shown: ${JSON.stringify(shown)}`);
}

export type TestDesk = Awaited<ReturnType<typeof openDesk>>;

/**
 * Lets time pass in steps of at least `stepMs`, and after each step does everything that is due. By default a long wait
 * is only ten steps, because feeds fall due so often that steps of a minute would be two hundred in half a day.
 */
export async function wait(at: TestDesk, ms: number, stepMs = Math.max(minute, ms / 10)): Promise<void> {
  const end = at.now + ms;
  while (at.now < end) {
    const due = (await at.app.nextDueAt()) ?? end;
    await at.skip(Math.min(end, Math.max(at.now + stepMs, due)) - at.now);
  }
}

/** An article as a feed item with its full text. */
export function itemOf(event: Event, link: string, at: number, more: Partial<Item> = {}): Item {
  return { title: event.title, link, at, html: htmlOf(event.paragraphs), ...more };
}

/** Publishes news in both topics, dated five o'clock on the first morning. */
export function newsInBoth([post, courier, lantern]: readonly Site[]): void {
  const at = firstDay + 5 * hour;
  post?.feed('/world.xml', [itemOf(events.ferry[0], '/ferry', at), itemOf(events.moose[0], '/moose', at)]);
  courier?.feed('/world.xml', [itemOf(events.water[1], '/water', at)]);
  lantern?.feed('/tech.xml', [itemOf(events.phones[0], '/phones', at)]);
}
