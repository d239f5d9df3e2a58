import { expect, test } from 'vitest';
import type { Clock } from '../../src/clock.ts';
import { counted, createVitals } from '../../src/operation/vitals.ts';
import { createWatch, type IntegrityCheck } from '../../src/operation/watch.ts';
import { type Loop, roles } from '../../src/schedule/loop.ts';
import { day, hour, minute, openDesk } from '../desk/desk.ts';
import { memoryLog } from '../memoryLog.ts';
import { always, failPosts } from '../outbox/scene.ts';
import { failOn } from '../storage/beside.ts';
import { feed } from '../storage/contract/dialect.ts';
import { emptyTestStorage } from '../storage/testDatabase.ts';

test('a silence of sending is reported once in the log channel, shown in /status, and over with the next digest', async () => {
  const at = await openDesk({ startsAt: '07:00', digest: { topics: ['world'], quiet: 'post' } });
  const logChannel = at.server.setup.addChannel(at.serverId, { name: 'bot-log' }).id;
  await at.change.setLogChannel(at.by, logChannel);
  const fault = failPosts(at, 503, always);
  await at.to(0, '08:00');
  for (let waited = 0; waited < 50; waited += 5) await at.skip(5 * minute);
  expect((await at.ask.status(at.serverId)).notices).toMatchObject([{ kind: 'silent', what: 'sending' }]);
  expect(at.posted(logChannel)).toEqual([expect.stringMatching(/No digest could be posted for \d\d minutes/)]);
  const silent = 'sending has been silent for longer than it should';
  expect(at.log.filter(({ message }) => message === silent)).toHaveLength(1);
  fault.remove();
  for (let waited = 0; waited < 15; waited += 3) await at.skip(3 * minute);
  expect(at.posted()).toHaveLength(1);
  expect((await at.ask.status(at.serverId)).notices).toEqual([]);
});

test('a slot that waits behind a digest without permission is not a silence', async () => {
  const digest = { topics: ['world'], quiet: 'post', times: '08:00 08:30', zone: 'UTC' };
  const at = await openDesk({ startsAt: '07:00', digest });
  at.server.setup.setOverwrite(at.channelId, 'bot', { deny: ['SendMessages'] });
  await at.to(0, '08:00');
  for (let waited = 0; waited < 75; waited += 5) {
    await at.skip(5 * minute);
    expect(JSON.stringify((await at.ask.status(at.serverId)).notices)).not.toContain('silent');
  }
});

const clock: Clock = { wall: () => 0, startedAt: () => 0, stoodMs: () => 0, giveIn: () => undefined };

async function watched(problems: string[], { isLookout = true } = {}) {
  const storage = await emptyTestStorage();
  const { log, entries } = memoryLog();
  const kept = new Map<string, IntegrityCheck>();
  let checks = 0;
  /** By how much the clock was set back at each look. */
  const back: number[] = [];
  const integrityProblems = async () => {
    checks += 1;
    return problems;
  };
  const watch = createWatch({
    storage: { ...storage, integrityProblems },
    log: log as never,
    isLookout: () => isLookout,
    logChannelOf: async () => undefined,
    clock: { ...clock, giveIn: () => back.shift() },
    checks: { get: async (key) => kept.get(key), set: async (key, check) => kept.set(key, check) },
  });
  return { storage, watch, entries, kept, back, checks: () => checks };
}

test('feeds that are due and not read for an hour are a silence, from the second look on', async () => {
  const { storage, watch, entries } = await watched([]);
  await storage.records.feeds.add(feed('f'), ['world'], 0);
  const silent = () => entries.filter(({ message }) => message.startsWith('polling has been silent')).length;
  const counts: number[] = [];
  for (const minutes of [59, 60, 61, 62, 63]) {
    await watch.run(minutes * minute);
    counts.push(silent());
  }
  expect(counts).toEqual([0, 0, 0, 1, 1]);
});

test('the database is checked once a day, and damage is logged as an error and counted', async () => {
  const { watch, entries, kept, checks } = await watched(['row 1 missing from index']);
  for (let at = 0; at <= 50; at += 1) await watch.run(at * hour);
  expect(checks()).toBe(2);
  expect(kept.get('integrity')).toEqual({ at: 48 * hour, problems: 1 });
  expect(entries.filter(({ level }) => level === 'error')[0]?.message).toContain('put a backup in its place');
});

test('a process that is not the lookout checks only its own clock', async () => {
  const { storage, watch, kept, back } = await watched([], { isLookout: false });
  await storage.records.feeds.add(feed('f'), ['world'], 90 * day);
  back.push(3 * hour);
  await watch.run(hour);
  expect((await storage.records.feeds.byId('f'))?.nextDueAt).toBeLessThan(day);
  expect(kept.size).toBe(0);
});

test('damage is also found if the check for a silence stumbles over it', async () => {
  const { storage, watch, entries, kept } = await watched(['row 1 missing from index']);
  storage.records.feedFigures.lastReadAt = () => Promise.reject(new Error('malformed'));
  for (const at of [0, 25 * hour]) await expect(watch.run(at)).rejects.toThrow('malformed');
  expect(kept.get('integrity')).toMatchObject({ problems: 1 });
  expect(entries.at(-1)?.message).toContain('The database is damaged');
});

/** A loop whose runs end as the test says, and the notices about it. */
async function counting(run: Loop['run'], every = '* * * * * *') {
  const storage = await emptyTestStorage();
  const at = { now: 0 };
  const loop = counted({ name: 'send', every, run }, () => at.now);
  const vitals = createVitals({
    storage,
    loops: [loop],
    clock: { ...clock, wall: () => at.now },
    monotonic: () => at.now,
    member: await storage.join(roles),
    connected: () => true,
    integrity: async () => undefined,
  });
  return { at, loop, vitals };
}

test('a loop that fails or hangs for five minutes makes Lede not ready and names itself', async () => {
  let broken = false;
  const { at, loop: send, vitals } = await counting(async () => (broken ? Promise.reject(new Error('broken')) : 3));
  await send.run(0);
  expect(await vitals.hindrances()).toEqual([]);
  broken = true;
  at.now = 6 * minute;
  await expect(send.run(at.now)).rejects.toThrow('broken');
  expect(await vitals.hindrances()).toEqual(['the loop send has not ended well for five minutes']);
  expect(send.beat).toMatchObject({ runs: 2, failures: 1, work: 3 });
});

test('a loop that looks once an hour is not late after five minutes', async () => {
  const { at, vitals } = await counting(async () => 0, '17 23-59 * * * *');
  at.now = 6 * minute;
  expect(await vitals.hindrances()).toEqual([]);
});

test('a single failing task is counted, and makes Lede not ready if nothing else succeeds for five minutes', async () => {
  const batch = { done: 0, failed: 0 };
  const { at, loop, vitals } = await counting(async (_, failed) => {
    for (let count = 0; count < batch.failed; count += 1) failed?.();
    return batch.done;
  });
  const run = async (minutes: number, done: number, failed: number) => {
    at.now = minutes * minute;
    Object.assign(batch, { done, failed });
    await loop.run(at.now);
    return vitals.hindrances();
  };
  const hindered = ['what the loop send does has failed for five minutes'];
  expect(await run(0, 2, 2)).toEqual([]);
  expect(await run(1, 0, 0)).toEqual([]);
  expect(await run(3, 2, 2)).toEqual([]);
  expect(await run(6, 2, 2)).toEqual(hindered);
  expect(await run(7, 0, 0)).toEqual(hindered);
  expect(await run(8, 3, 2)).toEqual([]);
  expect(loop.beat.failures).toBe(8);
  // A single failure that is not repeated does not count.
  await run(9, 1, 1);
  expect(await run(15, 0, 0)).toEqual([]);
  expect(loop.beat.failing).toBeUndefined();
});

test('digests that can’t be stored are failures of compose in the metrics', async () => {
  const at = await openDesk({
    startsAt: '07:59',
    settings: { http: { host: '127.0.0.1', port: 0 } },
    digest: { topics: ['world'], quiet: 'post' },
  });
  const get = async (path: string) => (await fetch(`${at.app.httpOrigin()}${path}`)).text();
  const failures = async () => Number(/^lede_loop_failures\{loop="compose"\} (\d+)/m.exec(await get('/metrics'))?.[1]);
  const mend = failOn(at.databaseUrl, 'insert on deliveries', 'fault');
  await at.to(0, '08:00');
  expect(await failures()).toBe(1);
  mend();
});
