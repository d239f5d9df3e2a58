import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createDiscordServer, type DiscordServer } from '../../playground/discord/server.ts';
import type { AppSettings } from '../../src/app.ts';
import { createRequestCheck, type RequestCheck } from '../requestCheck.ts';
import { Diary } from './diary.ts';
import { type Disk, openDisk } from './disk.ts';
import type { Forum } from './forum.ts';
import { createNursery, type Life, type Nursery, OrderFailed } from './lede.ts';
import { Ledger, type Plan } from './ledger.ts';
import type { Order } from './orders.ts';
import { openPress, type Press } from './press.ts';
import { createRandom, type Random } from './random.ts';
import { Trouble } from './trouble.ts';
import type { Made, Posted, Told } from './verdict.ts';

export const minute = 60_000;
export const hour = 60 * minute;
export const day = 24 * hour;
/**
 * Start of a run. The 65 days from here contain the DST changes of North America, Europe, Egypt, Lebanon, Chile,
 * Australia and New Zealand.
 */
export const firstMoment = Date.UTC(2027, 1, 27, 3, 17, 5);

export const zones = [
  'America/New_York Europe/Berlin America/Santiago Africa/Cairo Asia/Beirut Australia/Sydney Australia/Lord_Howe',
  'Pacific/Auckland America/St_Johns Europe/London Asia/Kolkata Asia/Kathmandu Pacific/Kiritimati',
  'Pacific/Pago_Pago America/Los_Angeles Asia/Tokyo',
].flatMap((names) => names.split(' '));
/** The times of the channels; 00:00 and 02:30 fall into DST gaps or occur twice in some of the zones. */
export const timesOf = [
  ['08:00'],
  ['08:00', '18:30'],
  ['02:30'],
  ['00:00', '08:00'],
  ['07:15', '07:20', '19:00'],
  ['08:00'],
  ['05:00', '09:00', '12:30', '16:00', '19:00', '23:30'],
];
const daily = { typed: 'daily', days: [1, 2, 3, 4, 5, 6, 7] };
/** Weekdays as an admin types them, and as ISO numbers. */
export const daysOf = [
  daily,
  daily,
  daily,
  { typed: 'weekdays', days: [1, 2, 3, 4, 5] },
  { typed: 'monday', days: [1] },
  { typed: 'weekend', days: [6, 7] },
];

const channelsPerServer = 8;
/** Every eighth channel is a thread. */
const threadEvery = 8;

export interface ChaosOptions {
  seed: number;
  kills: number;
  days: number;
  channels: number;
  /** Replaces the SQLite file, whose disk is filled now and then. */
  databaseUrl?: string;
  /** How long Discord remembers a nonce; with 0, only looking up messages prevents duplicates. */
  nonceMs?: number;
  /** Share of posts that Discord answers with 500 although it has posted the message. */
  lossShare?: number;
  progress?: (line: string) => void;
}

/** A channel that gets digests. */
export interface Channel {
  channelId: string;
  guildId: string;
  isThread: boolean;
  changedAt: number;
}

/** Something planned; `isCareful` means only with a correct clock and free disk space. */
interface Planned {
  at: number;
  isCareful: boolean;
  work: () => Promise<void>;
}

/** The shared state of a run. */
export class Stage {
  readonly options: ChaosOptions;
  readonly random: Random;
  // A SIGKILL leaves the same state on a file system in memory, and ten thousand commits need not wait for a disk.
  readonly disk: Disk = openDisk(existsSync('/dev/shm') ? '/dev/shm' : tmpdir());
  readonly databaseUrl: string;
  readonly diary = new Diary();
  readonly nursery: Nursery = createNursery(this.diary);
  readonly ledger = new Ledger(firstMoment);
  readonly trouble = new Trouble(this);
  server!: DiscordServer;
  requests!: RequestCheck;
  press!: Press;
  settings!: AppSettings;
  life!: Life;
  admin = '';
  /** A member who writes in the channels. */
  reader = '';
  /** The channels that Lede can reach. */
  channels: Channel[] = [];
  /** Server ids by channel id, including deleted channels. */
  places = new Map<string, string>();
  posted = new Map<string, readonly Posted[]>();
  /** Lede's record of each digest, by key. */
  made = new Map<string, Made>();
  told = new Map<string, Told>();
  now = firstMoment;
  forum?: Forum;
  /** How far Lede's clock is ahead of Discord's, until when, and until when its timing can't be predicted. */
  clockErrorMs = 0;
  clockWrongUntil = 0;
  clockDoubtUntil = 0;
  nextDueAt?: number;
  /** What is planned for given moments of the virtual clock, between two steps. */
  later: Planned[] = [];
  kills = 0;
  steps = 0;

  constructor(options: ChaosOptions) {
    this.options = options;
    this.random = createRandom(options.seed);
    this.databaseUrl = options.databaseUrl ?? `file:${join(this.disk.folder, 'lede.db')}`;
    if (options.databaseUrl !== undefined) this.disk.canFill = false;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.life.kill();
    await Promise.all([this.nursery.close(), this.server.close(), this.press.close()]);
    this.disk.remove();
  }
}

/** Sets a run up. One process has all roles, unless `lifeOn` starts something else. */
export async function setUp(
  options: ChaosOptions,
  lifeOn: (stage: Stage) => Life | Promise<Life> = ({ nursery }) => nursery.next(),
): Promise<Stage> {
  const stage = new Stage(options);
  const wall = () => stage.now;
  stage.server = await createDiscordServer({
    now: wall,
    // Nonces and rate limits expire by the virtual clock; a bot must not rely on them lasting longer.
    monotonic: () => performance.now() + (stage.now - firstMoment),
    settings: { nonceMs: options.nonceMs ?? 3 * minute },
    requestsMax: 1,
    validate: true,
  });
  stage.requests = createRequestCheck(stage.server);
  stage.press = await openPress(wall);
  const { setup } = stage.server;
  stage.admin = setup.addUser({ name: 'Ada' }).id;
  stage.reader = setup.addUser({ name: 'Max' }).id;
  stage.channels = [...placesOf(stage)];
  stage.places = new Map(stage.channels.map(({ channelId, guildId }) => [channelId, guildId]));
  for (const { channelId } of stage.channels) stage.posted.set(channelId, []);
  stage.settings = settingsOf(stage);
  stage.life = await lifeOn(stage);
  await must(stage, { do: 'open', ...clocksOf(stage), settings: stage.settings });
  return stage;
}

export const settingsOf = ({ server, press, databaseUrl }: Pick<Stage, 'server' | 'press' | 'databaseUrl'>) => ({
  token: server.token,
  apiUrl: server.url,
  databaseUrl,
  catalogue: press.catalogue,
  privateOrigins: press.hosts,
  hostSpacingMs: 0,
  pictures: true,
  retentionDays: 30,
});

/** Makes servers of eight channels each, one of them a thread. */
function* placesOf({ server: { setup }, options, admin, reader }: Stage): Generator<Channel> {
  let guildId = '';
  for (let at = 0; at < options.channels; at += 1) {
    if (at % channelsPerServer === 0) {
      guildId = setup.addGuild({ name: `Server ${at}` }).id;
      setup.addMember(guildId, admin, { admin: true });
      setup.addMember(guildId, reader);
    }
    const isThread = at % threadEvery === threadEvery - 1;
    const name = `news-${at}`;
    const channelId = isThread
      ? setup.addThread(setup.addChannel(guildId, { name: 'talk' }).id, { name }).id
      : setup.addChannel(guildId, { name }).id;
    yield { channelId, guildId, isThread, changedAt: 0 };
  }
}

export const byAdmin = ({ admin }: Stage, { guildId }: Pick<Channel, 'guildId'>) => ({
  serverId: guildId,
  userId: admin,
  serverLocale: 'en-US',
});

/** Subscribes every channel, each with its own zone, times and days. */
export async function settle(stage: Stage): Promise<void> {
  await run(stage);
  const zoneOfServer = new Map<string, string>();
  for (const [at, channel] of stage.channels.entries()) {
    const { channelId, guildId } = channel;
    const by = byAdmin(stage, channel);
    await must(stage, { do: 'change', change: 'subscribe', given: [by, channelId, ['world']] });
    const { typed, days } = daysOf[at % daysOf.length] ?? { typed: 'daily', days: [] };
    const plan: Plan = {
      zone: zones[at % zones.length] ?? 'UTC',
      times: timesOf[at % timesOf.length] ?? ['08:00'],
      days,
    };
    const saved = { zone: plan.zone, times: plan.times.join(' '), days: typed, quiet: 'post' };
    await must(stage, { do: 'change', change: 'saveSettings', given: [by, channelId, saved] });
    // A new channel starts in the zone that its server chose last, and its first day is the current day there.
    stage.ledger.add(channelId, { zone: zoneOfServer.get(guildId) ?? 'America/New_York', times: [] });
    zoneOfServer.set(guildId, plan.zone);
    stage.ledger.change(channelId, plan);
  }
  await run(stage);
}

/** The time by Lede's clock. */
export const wallOf = ({
  now,
  clockErrorMs,
  clockWrongUntil,
}: Pick<Stage, 'now' | 'clockErrorMs' | 'clockWrongUntil'>) => (now < clockWrongUntil ? now + clockErrorMs : now);

export const clocksOf = (stage: Stage) => ({ now: wallOf(stage), monotonicMs: stage.now });

/** Gives an order, which may fail only if the disk is full. */
export async function must(stage: Stage, order: Order): Promise<void> {
  try {
    const ended = await stage.life.order(order);
    if (ended.died) throw new Error(`Lede died during ${order.do}`);
    stage.nextDueAt = ended.nextDueAt === undefined ? undefined : ended.nextDueAt - (wallOf(stage) - stage.now);
  } catch (error) {
    if (!(stage.disk.isFull && error instanceof OrderFailed && error.code === 'disk-full')) throw error;
    stage.trouble.count('not stored, disk full');
    stage.nextDueAt = stage.now + 3 * minute;
  }
}

/** Whether the clock is right and the disk has space, which changes by admins require. */
export const isSound = ({ clockDoubtUntil, now, disk }: Stage) => clockDoubtUntil <= now && !disk.isFull;

/** Does everything that is due. */
export async function run(stage: Stage): Promise<void> {
  await must(stage, { do: 'run', ...clocksOf(stage) });
}

export const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));
