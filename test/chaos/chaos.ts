import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { Settings } from '../../src/app.ts';
import type { Notice } from '../../src/desk/ports.ts';
import { createDiscordServer, type DiscordServer } from '../../src/playground/server/server.ts';
import { createNursery, type Ended, type Life, type Nursery } from './lede.ts';
import { type Due, Ledger, type Plan } from './ledger.ts';
import type { Order } from './orders.ts';
import { openPress, type Press } from './press.ts';
import { createRandom, type Random } from './random.ts';
import { Trouble } from './trouble.ts';
import { collect, judge, type Told, type Verdict } from './verdict.ts';

/** What kill -9 leaves is the same there, and ten thousand commits need not wait for a disk. */
const memoryDisk = '/dev/shm';
const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
/** 65 days from here hold the changes of North America, Europe, Egypt, Lebanon, Chile, Australia, New Zealand. */
const firstMoment = Date.UTC(2027, 1, 27, 3, 17, 5);

const zones = [
  'America/New_York',
  'Europe/Berlin',
  'America/Santiago',
  'Africa/Cairo',
  'Asia/Beirut',
  'Australia/Sydney',
  'Australia/Lord_Howe',
  'Pacific/Auckland',
  'America/St_Johns',
  'Europe/London',
  'Asia/Kolkata',
  'Asia/Kathmandu',
  'Pacific/Kiritimati',
  'Pacific/Pago_Pago',
  'America/Los_Angeles',
  'Asia/Tokyo',
];
/** 00:00 and 02:30 fall into gaps and folds of these zones. */
const timesOf = [['08:00'], ['08:00', '18:30'], ['02:30'], ['00:00', '08:00'], ['07:15', '07:20', '19:00'], ['08:00']];

export interface ChaosOptions {
  seed: number;
  kills: number;
  days: number;
  channels: number;
  /** How long the server remembers a nonce; 0 leaves the look-up alone. */
  nonceMs?: number;
  /** On this share of all posts the server answers 500 although it has posted. */
  lossShare?: number;
  progress?: (line: string) => void;
}

export interface ChaosResult extends Verdict {
  kills: number;
  days: number;
  scheduleChanges: number;
  steps: number;
  trouble: Record<string, number>;
  /** Notices that nobody was sent, and errors that Lede logged. */
  untold: number;
  errors: string[];
}

interface Stage {
  options: ChaosOptions;
  random: Random;
  server: DiscordServer;
  press: Press;
  nursery: Nursery;
  ledger: Ledger;
  trouble: Trouble;
  settings: Settings;
  channels: { channelId: string; guildId: string; changedAt: number }[];
  admin: string;
  posted: Map<string, readonly { key: string; at: number }[]>;
  now: number;
  life: Life;
  nextDueAt?: number;
  kills: number;
  scheduleChanges: number;
  steps: number;
  databasePath: string;
  told: Map<string, Told>;
}

/** Runs Lede through days of trouble and compares what the channels hold with what should be there. */
export async function runChaos(options: ChaosOptions): Promise<ChaosResult> {
  const folder = mkdtempSync(join(existsSync(memoryDisk) ? memoryDisk : tmpdir(), 'lede-chaos-'));
  const stage = await setUp(options, folder);
  try {
    await settle(stage);
    const end = firstMoment + options.days * day;
    while (stage.now < end || stage.kills < options.kills) await step(stage, end);
    stage.trouble.endAll();
    // What is still pending has its time to be found out or to expire.
    const calm = stage.now + 3 * hour;
    while (stage.now < calm) await quietStep(stage, calm);
    collect(stage.server, [...stage.posted.keys()], stage.posted);
    await stage.life.order({ do: 'stop' });
    const untold = readNotices(stage);
    const verdict = judge(stage.ledger, stage.posted, [...stage.told.values()]);
    verdict.lost = verdict.lost.map((line) => `${line}; ${recordOf(stage.databasePath, line)}`);
    const { kills, scheduleChanges, nursery, trouble, steps } = stage;
    const days = (stage.now - firstMoment) / day;
    return { ...verdict, kills, days, scheduleChanges, steps, trouble: trouble.counts, untold, errors: nursery.errors };
  } finally {
    await stage.life.kill();
    await Promise.all([stage.nursery.close(), stage.server.close(), stage.press.close()]);
    rmSync(folder, { recursive: true, force: true });
  }
}

async function setUp(options: ChaosOptions, folder: string): Promise<Stage> {
  const random = createRandom(options.seed);
  const stage = {
    options,
    random,
    now: firstMoment,
    kills: 0,
    scheduleChanges: 0,
    steps: 0,
    told: new Map(),
    databasePath: join(folder, 'lede.db'),
    posted: new Map(),
  } as unknown as Stage;
  const wall = () => stage.now;
  stage.server = await createDiscordServer({
    now: wall,
    // Nonces and rate limits are forgotten as the wall goes on, which no bot can rely on to be slower.
    monotonic: () => performance.now() + (stage.now - firstMoment),
    settings: { nonceMs: options.nonceMs ?? 3 * minute },
    requestsMax: 1,
  });
  stage.press = await openPress(wall);
  stage.nursery = createNursery();
  stage.ledger = new Ledger(stage.now);
  const { setup } = stage.server;
  stage.admin = setup.addUser({ name: 'Ada' }).id;
  const reader = setup.addUser({ name: 'Max' }).id;
  stage.channels = [];
  for (let at = 0; at < options.channels; at += 1) {
    const guildId = at % 8 === 0 ? setup.addGuild({ name: `Server ${at}` }).id : (stage.channels.at(-1)?.guildId ?? '');
    if (at % 8 === 0) {
      setup.addMember(guildId, stage.admin, { admin: true });
      setup.addMember(guildId, reader);
    }
    stage.channels.push({ channelId: setup.addChannel(guildId, { name: `news-${at}` }).id, guildId, changedAt: 0 });
  }
  for (const { channelId } of stage.channels) stage.posted.set(channelId, []);
  stage.trouble = new Trouble({
    server: stage.server,
    ledger: stage.ledger,
    random,
    channelsOf: () => stage.channels,
    reader,
    lossShare: options.lossShare ?? 0,
  });
  stage.settings = {
    token: stage.server.token,
    apiUrl: stage.server.url,
    databaseUrl: `file:${stage.databasePath}`,
    catalogue: stage.press.catalogue,
    privateOrigins: stage.press.hosts,
    hostSpacingMs: 0,
    pictures: true,
    retentionDays: 30,
  };
  stage.life = await stage.nursery.next();
  await must(stage, { do: 'open', now: stage.now, settings: stage.settings });
  return stage;
}

/** Every channel subscribes, in a zone and at times of its own. */
async function settle(stage: Stage): Promise<void> {
  await must(stage, { do: 'run', now: stage.now });
  const zoneOfServer = new Map<string, string>();
  for (const [at, { channelId, guildId }] of stage.channels.entries()) {
    const by = { serverId: guildId, userId: stage.admin, serverLocale: 'en-US' };
    await must(stage, { do: 'subscribe', by, channelId, topics: ['world'] });
    const plan = { zone: zones[at % zones.length] ?? 'UTC', times: timesOf[at % timesOf.length] ?? ['08:00'] };
    await must(stage, { do: 'reschedule', by, channelId, change: { zone: plan.zone, times: plan.times.join(' ') } });
    // A new channel begins in the zone that its server chose last, and lives that day.
    stage.ledger.add(channelId, { zone: zoneOfServer.get(guildId) ?? 'America/New_York', times: [] });
    zoneOfServer.set(guildId, plan.zone);
    stage.ledger.change(channelId, plan);
  }
  await must(stage, { do: 'run', now: stage.now });
}

async function step(stage: Stage, end: number): Promise<void> {
  const { random, trouble, ledger, options } = stage;
  stage.steps += 1;
  stage.now = Math.max(
    stage.now + 1_000,
    Math.min(stage.nextDueAt ?? stage.now, trouble.nextAt(), stage.now + 6 * hour),
  );
  const due = ledger.advance(stage.now);
  trouble.step(
    stage.now,
    due.map(({ channelId }) => channelId),
  );
  if (due.length > 0 && random.chance(killShare(stage, end))) await killOnTheWay(stage, due);
  else await run(stage);
  if (random.chance(0.03)) await changeSchedule(stage);
  if (random.chance(0.0008) && stage.channels.length > options.channels / 2) removeChannel(stage);
}

async function quietStep(stage: Stage, until: number): Promise<void> {
  stage.now = Math.max(stage.now + 1_000, Math.min(stage.nextDueAt ?? until, until));
  stage.ledger.advance(stage.now);
  await run(stage);
}

/** So that the kills are spread over all the days. */
function killShare({ options, kills, now }: Stage, end: number): number {
  if (now >= end) return 1;
  const momentsLeft = Math.max(1, ((end - now) / day) * Math.min(64, options.channels * 1.3));
  return ((options.kills - kills) / momentsLeft) * 1.3;
}

async function must(stage: Stage, order: Order): Promise<void> {
  const ended = await stage.life.order(order);
  if (ended.died) throw new Error(`Lede died during ${order.do}`);
  stage.nextDueAt = ended.nextDueAt;
}

async function run(stage: Stage): Promise<void> {
  await must(stage, { do: 'run', now: stage.now });
}

/** Ends the process at a moment that hurts, lets some time pass, and starts the next one. */
async function killOnTheWay(stage: Stage, due: readonly Due[]): Promise<void> {
  const { random, server, trouble } = stage;
  const running = stage.life.order({ do: 'run', now: stage.now });
  const roll = random.next();
  if (roll < 0.45) await killAfterPosts(stage, running, random.between(1, Math.max(1, due.length)));
  else if (roll < 0.6) {
    server.clearFaults();
    const posts = { method: 'POST', path: /^\/channels\/\d+\/messages$/ };
    server.fail({
      ...posts,
      how: random.chance(0.6) ? 'timeout-after-commit' : 'timeout',
      times: random.between(1, 5),
    });
    await Promise.race([running, pause(random.between(50, 250))]);
  } else await Promise.race([running, pause(random.between(0, 120))]);
  await killed(stage);
  if (random.chance(0.2)) trouble.busy(random.pick(due).channelId);
  await comeBack(stage);
}

/** The most dangerous moment: Discord has the message, and Lede has not heard of it. */
async function killAfterPosts(stage: Stage, running: Promise<Ended>, posts: number): Promise<void> {
  let left = posts;
  const reached = new Promise<void>((resolve) => {
    const off = stage.server.on((event) => {
      if (
        event.type !== 'message' ||
        event.change !== 'created' ||
        event.message.author.id !== stage.server.world.botId
      )
        return;
      left -= 1;
      if (left > 0) return;
      off();
      void stage.life.kill();
      resolve();
    });
    void running.then(() => {
      off();
      resolve();
    });
  });
  await reached;
}

async function killed(stage: Stage): Promise<void> {
  await stage.life.kill();
  stage.kills += 1;
  readNotices(stage);
  stage.options.progress?.(`kill ${stage.kills}, day ${((stage.now - firstMoment) / day).toFixed(1)}`);
}

async function comeBack(stage: Stage): Promise<void> {
  const { random, ledger } = stage;
  const roll = random.next();
  const downMs =
    roll < 0.6
      ? random.between(1_000, 25_000)
      : roll < 0.9
        ? random.between(1, 10) * minute
        : roll < 0.985
          ? random.between(20, 80) * minute
          : random.between(3, 20) * hour;
  const from = stage.now;
  for (;;) {
    stage.now += downMs > hour && random.chance(0.5) ? downMs + 1 : downMs;
    ledger.advance(stage.now);
    stage.life = await stage.nursery.next();
    const opening = stage.life.order({ do: 'open', now: stage.now, settings: stage.settings });
    if (random.chance(0.1) && stage.kills < stage.options.kills) {
      // Also in the middle of a start.
      await Promise.race([opening, pause(random.between(0, 150))]);
      await killed(stage);
      continue;
    }
    if (stage.now - from > hour) ledger.outage({ from, to: stage.now });
    const opened = await opening;
    if (opened.died) throw new Error('Lede died at its start');
    await run(stage);
    return;
  }
}

/** Only when Lede has done all that is due, so that the ledger knows which slots it has claimed. */
async function changeSchedule(stage: Stage): Promise<void> {
  const { random, ledger } = stage;
  const channel = random.pick(stage.channels);
  if (channel.changedAt > stage.now - 3 * day) return;
  channel.changedAt = stage.now;
  const before = ledger.planOf(channel.channelId);
  const plan: Plan = {
    zone: random.chance(0.5) ? random.pick(zones) : before.zone,
    times: random.chance(0.7) ? random.pick(timesOf) : [momentsAgo(stage.now, before.zone)],
  };
  const by = { serverId: channel.guildId, userId: stage.admin, serverLocale: 'en-US' };
  const change = { zone: plan.zone, times: plan.times.join(' ') };
  await must(stage, { do: 'reschedule', by, channelId: channel.channelId, change });
  ledger.change(channel.channelId, plan);
  stage.scheduleChanges += 1;
}

/** A time of day that is just over: due at once, if the day's slot was not claimed. */
function momentsAgo(now: number, zone: string): string {
  return Temporal.Instant.fromEpochMilliseconds(now - 20 * minute)
    .toZonedDateTimeISO(zone)
    .toPlainTime()
    .toString()
    .slice(0, 5);
}

function removeChannel(stage: Stage): void {
  const channel = stage.random.pick(stage.channels);
  collect(stage.server, [channel.channelId], stage.posted);
  stage.ledger.gone(channel.channelId);
  stage.channels = stage.channels.filter((other) => other !== channel);
  stage.server.setup.removeChannel(channel.channelId);
}

/** Before old ones are swept; answers how many wait to be told. */
function readNotices({ databasePath, told }: Stage): number {
  const database = new DatabaseSync(databasePath, { readOnly: true });
  try {
    const rows = database.prepare('select id, at, notice, told_at, over_at from notices').all() as {
      id: string;
      at: number;
      notice: string;
      told_at: number | null;
      over_at: number | null;
    }[];
    for (const { id, at, notice: text } of rows) {
      const notice = JSON.parse(text) as Notice;
      if (!('channelId' in notice)) continue;
      const slot =
        'localDate' in notice ? `${notice.channelId}/daily/${notice.localDate}#${notice.ordinal}` : undefined;
      told.set(id, { channelId: notice.channelId, at, slot, isExpired: notice.kind === 'expired' });
    }
    return rows.filter((row) => row.told_at === null && row.over_at === null).length;
  } finally {
    database.close();
  }
}

/** What Lede itself knows about a digest that is missing, and about its channel. */
function recordOf(path: string, line: string): string {
  const database = new DatabaseSync(path, { readOnly: true });
  try {
    const key = line.split(' ')[0] ?? '';
    const delivery = database.prepare('select state, problem, attempts from deliveries where id = ?').get(key);
    const columns = 'paused, next_date, next_ordinal, last_date, last_ordinal, zone, times';
    const channel = database
      .prepare(`select ${columns} from channels where channel_id = ?`)
      .get(key.split('/')[0] ?? '');
    return JSON.stringify({ delivery, channel });
  } finally {
    database.close();
  }
}

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));
