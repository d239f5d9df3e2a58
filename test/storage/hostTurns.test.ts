import pg from 'pg';
import { expect, onTestFinished, test } from 'vitest';
import { openStorage, type Storage } from '../../src/storage/storage.ts';
import { now } from './contract/dialect.ts';
import { usePostgres } from './sharedPostgres.ts';

const server = usePostgres();

const minute = 60_000;

function turnsOf({ hostTurns }: Storage) {
  if (!hostTurns) throw new Error('no turns');
  return hostTurns;
}

/** Opens several processes on one empty database. */
async function processes(number: number) {
  const url = await server().create();
  const storages: Storage[] = [];
  while (storages.length < number) storages.push(await openStorage({ url, now: () => now }));
  onTestFinished(async () => {
    for (const storage of storages) await storage.close().catch(() => undefined);
  });
  return { url, storages, turns: storages.map(turnsOf) };
}

async function clientOf(url: string): Promise<pg.Client> {
  const client = new pg.Client(url);
  await client.connect();
  onTestFinished(() => client.end());
  return client;
}

const free = undefined;

test('one process has a host’s turn until it gives it back, and other hosts stay free', async () => {
  const { turns } = await processes(2);
  const [one, two] = turns;
  expect(await one?.take('a:80', minute)).toBe(free);
  expect(await two?.take('a:80', minute)).toBeGreaterThan(0);
  expect(await two?.take('b:80', minute)).toBe(free);
  // The process may ask again, as if the answer had been lost.
  expect(await one?.take('a:80', minute)).toBe(free);
  one?.giveBack('a:80', 0);
  await expect.poll(() => two?.take('a:80', minute)).toBe(free);
  // The turn is no longer its own, so giving it back has no effect.
  one?.giveBack('a:80', 0);
  expect(await one?.take('a:80', minute)).toBeGreaterThan(0);
});

test('if several processes want the same hosts at once, one of them gets each host', async () => {
  const { turns } = await processes(4);
  const hosts = Array.from({ length: 60 }, (_, n) => `h${n}:80`);
  const asked = turns.map((each, n) => {
    const inOwnOrder = n % 2 === 0 ? hosts : hosts.toReversed();
    return Promise.all(inOwnOrder.map(async (host) => ((await each.take(host, minute)) === free ? [host] : [])));
  });
  const taken = (await Promise.all(asked)).flat(2);
  expect(taken.toSorted()).toEqual(hosts.toSorted());
});

test('the next turn is free after the spacing, also for the same process, and others are told when', async () => {
  const { turns } = await processes(2);
  const [one, two] = turns;
  await one?.take('a:80', minute);
  one?.giveBack('a:80', minute);
  for (const each of [one, two]) {
    const inMs = await each?.take('a:80', minute);
    expect(inMs).toBeGreaterThan(0);
    expect(inMs).toBeLessThanOrEqual(minute);
  }
  await one?.take('b:80', minute);
  one?.giveBack('b:80', 30);
  await expect.poll(() => two?.take('b:80', minute)).toBe(free);
});

test('the turn of a process that died ends by itself', async () => {
  const { storages, turns } = await processes(2);
  const [one, two] = turns;
  await one?.take('a:80', 300);
  await storages[0]?.close();
  await expect.poll(() => two?.take('a:80', minute)).toBe(free);
});

test("we don't get a turn that another process takes while our statement waits", async () => {
  const { url, turns } = await processes(1);
  const [ours] = turns;
  await ours?.take('a:80', minute);
  ours?.giveBack('a:80', 0);
  const other = await clientOf(url);
  const found = async (sql: string) => (await other.query(sql)).rowCount;
  await other.query('begin');
  const isFree = "select from host_turns where host = 'a:80' and owner is null for update";
  await expect.poll(() => found(isFree)).toBe(1);
  const taken = ours?.take('a:80', minute);
  const waiting = "select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'";
  await expect.poll(() => found(waiting)).toBe(1);
  const inAMinute = 'extract(epoch from clock_timestamp()) * 1000 + 60000';
  await other.query(`update host_turns set owner = 'other', free_at = ${inAMinute}`);
  await other.query('commit');
  expect(await taken).not.toBe(free);
});

test('the next holder of the turn learns that the host’s state changed, as after a process died', async () => {
  const { turns } = await processes(3);
  const [one, two, three] = turns;
  await Promise.all([one?.take('told:80', minute), one?.take('quiet:80', minute), one?.take('dead:80', 1)]);
  expect(one?.hasNews('told:80')).toBe(false);
  await one?.noteNews('told:80');
  one?.giveBack('told:80', 0);
  one?.giveBack('quiet:80', 0);
  const hosts = ['told:80', 'quiet:80', 'dead:80'];
  for (const host of hosts) await expect.poll(() => two?.take(host, minute)).toBe(free);
  expect(hosts.map((host) => two?.hasNews(host))).toEqual([true, false, true]);
  for (const host of hosts) two?.giveBack(host, 0);
  for (const host of hosts) await expect.poll(() => three?.take(host, minute)).toBe(free);
  expect(hosts.map((host) => three?.hasNews(host))).toEqual([true, false, true]);
});

test('a turn recorded before the clock was set back is free, and an unused host is forgotten', async () => {
  const { url, turns } = await processes(2);
  const admin = await clientOf(url);
  const hosts = async () => (await admin.query<{ host: string }>('select host from host_turns order by host')).rows;
  await turns[0]?.take('a:80', minute);
  await turns[0]?.take('old:80', minute);
  await admin.query("update host_turns set free_at = free_at + 3600000 where host = 'a:80'");
  await admin.query("update host_turns set free_at = 0 where host = 'old:80'");
  expect(await turns[1]?.take('a:80', minute)).toBe(free);
  expect(await hosts()).toEqual([{ host: 'a:80' }]);
});

test('a turn given back just before closing is free at once', async () => {
  const { storages, turns } = await processes(2);
  await turns[0]?.take('a:80', minute);
  turns[0]?.giveBack('a:80', 0);
  await storages[0]?.close();
  expect(await turns[1]?.take('a:80', minute)).toBe(free);
});
