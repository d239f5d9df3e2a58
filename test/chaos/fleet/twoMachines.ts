import pg from 'pg';
import { createDiscordServer, type DiscordServer } from '../../../playground/discord/server.ts';
import { type Role, roles } from '../../../src/schedule/loop.ts';
import { startPostgres } from '../../storage/postgresServer.ts';
import { afterPosts } from '../kills.ts';
import { bear, type Life, within } from '../lede.ts';
import { Ledger, timeAt } from '../ledger.ts';
import { openPress } from '../press.ts';
import { pause, settingsOf } from '../stage.ts';
import { collect, judge, type Posted, type Verdict } from '../verdict.ts';
import { holdersOf } from './fleet.ts';
import { createMachine, databaseHost, type Machine, machineAddresses } from './machine.ts';

const minute = 60_000;
const channelsCount = 36;
const everyMinutes = 3;
/** So long because a process that lost its lease may learn of it only after waiting for a pending answer. */
const endMsMax = 3 * minute;

export interface Cut {
  from: 'all' | 'database';
  /** Time from the start of the cut until the other machine held the exclusive roles. */
  takeoverMs: number;
  /** Bytes from the isolated machine to Discord between takeover and end of the cut: only to close connections. */
  sentBytes: number;
  /** Time from the end of the cut until the isolated process exited by itself. */
  endedMs: number;
}

/** Log entries that an unreachable database and a lost lease produce. */
const expectedErrors = /superseded|took over the work|PostgreSQL does not answer/;

/** A time zone in which the day does not change within the next hours. */
function calmZone(now: number): string {
  const hourIn = (zone: string) => Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(zone).hour;
  const zones = ['Europe/Berlin', 'Asia/Tokyo', 'America/Los_Angeles'];
  return zones.find((zone) => hourIn(zone) >= 4 && hourIn(zone) < 21) ?? 'UTC';
}

/** Six times of day for one channel, chosen by offset so that some channel has a digest in every minute. */
function timesFrom(start: number, zone: string, offset: number): string[] {
  return Array.from({ length: 6 }, (_, nth) => timeAt(start + (offset + nth * everyMinutes) * minute, zone));
}

/**
 * Runs two machines on one PostgreSQL in real time, both with all roles but the gateway. Each in turn is cut off, once
 * from everything and once only from the database, while it holds the exclusive roles.
 */
export async function runTwoMachines(cutMs: number) {
  const postgres = await startPostgres({ host: databaseHost, guests: machineAddresses });
  const url = await postgres.create();
  const server = await createDiscordServer({ now: Date.now, monotonic: () => performance.now(), requestsMax: 1 });
  const press = await openPress(Date.now);
  const errors: string[] = [];
  const machines = [createMachine(0), createMachine(1)];
  const admin = new pg.Pool({ connectionString: url, max: 1, allowExitOnIdle: true });
  const lives: Life[] = [];
  const start = async (does: readonly Role[], machine?: Machine): Promise<Life> => {
    const life = await bear(({ isError, text }) => void (isError && errors.push(text)), machine?.through);
    lives.push(life);
    const settings = { ...settingsOf({ server, press, databaseUrl: url }), roles: does };
    await life.order({ do: 'live', settings });
    return life;
  };
  try {
    const gateway = await start(['gateway']);
    const work = roles.filter((role) => role !== 'gateway');
    const standing: Life[] = [];
    for (const machine of machines) standing.push(await start(work, machine));
    const { ledger, channelIds } = await settle(server, gateway, Date.now());
    const cuts: Cut[] = [];
    for (const from of ['all', 'database'] as const) {
      const at = await holderOf(admin, standing);
      const [machine, life, other] = [machines[at], standing[at], standing[1 - at]];
      if (machine === undefined || life === undefined || other === undefined) throw new Error('nobody sends');
      const cut = await cutOff({ server, admin, machine, life, other }, from, cutMs);
      cuts.push(cut);
      standing[at] = await start(work, machine);
    }
    // Starts well inside a minute, when nothing is about to be due.
    await pause(minute + 40_000 - (Date.now() % minute));
    ledger.advance(Date.now());
    const verdict = await settled(server, ledger, channelIds);
    return { ...verdict, cuts, errors: errors.filter((error) => !expectedErrors.test(error)) };
  } finally {
    for (const machine of machines) machine.plug();
    await Promise.all(lives.map((life) => life.kill()));
    for (const machine of machines) machine.remove();
    await admin.end();
    await Promise.all([server.close(), press.close(), postgres.stop()]);
  }
}

/** Sets up channels so that a digest is due in each minute of the run. */
async function settle({ setup }: DiscordServer, gateway: Life, now: number) {
  const zone = calmZone(now);
  const ledger = new Ledger(now);
  const start = Math.ceil(now / minute) * minute + minute;
  const userId = setup.addUser({ name: 'Ada' }).id;
  const { id: serverId } = setup.addGuild({ name: 'Newsroom' });
  setup.addMember(serverId, userId, { admin: true });
  const by = { serverId, userId, serverLocale: 'en-US' };
  const channelIds: string[] = [];
  for (let nth = 0; nth < channelsCount; nth += 1) {
    const channelId = setup.addChannel(serverId, { name: `news-${nth}` }).id;
    channelIds.push(channelId);
    const times = timesFrom(start, zone, nth % everyMinutes);
    await gateway.order({ do: 'change', change: 'subscribe', given: [by, channelId, ['world']] });
    const saved = { zone, times: times.join(' '), days: 'daily', quiet: 'post' };
    await gateway.order({ do: 'change', change: 'saveSettings', given: [by, channelId, saved] });
    ledger.add(channelId, { zone, times });
  }
  return { ledger, channelIds };
}

/** The verdict on the channels, once nothing is missing or nothing more can come. */
async function settled(server: DiscordServer, ledger: Ledger, channelIds: readonly string[]): Promise<Verdict> {
  for (const until = Date.now() + endMsMax; ; await pause(1_000)) {
    const posted = new Map<string, readonly Posted[]>(channelIds.map((id) => [id, []]));
    collect(server, channelIds, posted);
    const verdict = judge(ledger, posted, [], new Map());
    if (verdict.lost.length === 0 || Date.now() > until) return verdict;
  }
}

/** Waits until one of these processes holds the exclusive roles. Returns its index. */
async function holderOf(admin: pg.Pool, standing: readonly Life[]): Promise<number> {
  for (;;) {
    const pids = new Set((await holdersOf(admin)).values());
    const at = standing.findIndex(({ pid }) => pids.has(pid));
    if (at >= 0 && pids.size === 1) return at;
    await pause(100);
  }
}

interface Scene {
  server: DiscordServer;
  admin: pg.Pool;
  machine: Machine;
  life: Life;
  other: Life;
}

/** Pulls the cable while messages are being sent. The process must exit once it learns that others took over. */
async function cutOff({ server, admin, machine, life, other }: Scene, from: Cut['from'], cutMs: number): Promise<Cut> {
  const slow = server.fail({ method: 'POST', path: /\/messages$/, how: { delayMs: 300 }, times: 1_000 });
  await afterPosts(server, 1);
  machine.pull(from);
  const pulled = performance.now();
  slow.remove();
  await holderOf(admin, [other]);
  const takeoverMs = Math.round(performance.now() - pulled);
  const before = machine.sentBytes();
  if (before === 0) throw new Error('nothing was ever sent through the cable to Discord');
  while (performance.now() - pulled < cutMs) await pause(100);
  const sentBytes = machine.sentBytes() - before;
  machine.plug();
  const healed = performance.now();
  await within(
    life.over().then(() => undefined),
    'it does not end after the cut',
    endMsMax,
  );
  return { from, takeoverMs, sentBytes, endedMs: Math.round(performance.now() - healed) };
}
