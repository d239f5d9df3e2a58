import { afterEach, beforeEach, expect, test } from 'vitest';
import type { DigestWanted } from '../../src/delivery/digestFor.ts';
import { createPublish } from '../../src/delivery/publish.ts';
import type { Digest } from '../../src/digests/digest.ts';
import { openStorage, type Storage } from '../../src/storage/storage.ts';
import { memoryLog } from '../commands/scene.ts';

const dueAt = Date.UTC(2026, 10, 24, 8);
const second = 1_000;
const schedule = { zone: 'UTC', times: ['08:00'], days: [1, 2, 3, 4, 5, 6, 7], stories: 5 };
let storage: Storage;
let now: number;

beforeEach(async () => {
  now = dueAt;
  storage = await openStorage({ url: ':memory:', now: () => now });
});
afterEach(() => storage.close());

/** Ids as Discord gives them to channels that were made one after the other. */
async function due(channels: number): Promise<string[]> {
  const ids = Array.from({ length: channels }, (_, nth) => String((1_440_000_000_000n + BigInt(nth * 40_007)) << 22n));
  await storage.transaction(async (records) => {
    const next = { dueAt, localDate: '2026-11-24', ordinal: 0 };
    for (const channelId of ids) await records.channels.save({ channelId, serverId: 's', schedule }, next, dueAt);
  });
  return ids;
}

function publisher(fails: { composing?: string; storing?: string } = {}, windowStart = 0) {
  const { log, entries } = memoryLog();
  const windows = new Map<string, number>();
  const publish = createPublish({
    storage,
    log: log as never,
    owner: 'me',
    pictures: true,
    wall: () => now,
    ending: () => false,
    digestFor: async ({ channel: { channelId }, now: until }: DigestWanted) => {
      if (channelId === fails.composing) throw new Error('no text');
      windows.set(channelId, until);
      return { channelId, places: [], articles: 0, windowStart, windowEnd: until } as unknown as Digest;
    },
    render: {
      digest: ({ channelId }) => ({
        payloads: [{}],
        told:
          channelId === fails.storing ? [{ storyId: 's', articleIds: ['a'], sentences: [1n] as never, part: 0 }] : [],
      }),
      notice: () => ({}),
    },
  });
  const made = async () => (await storage.records.deliveries.counts()).pending;
  const run = async () => {
    while ((await publish.run(now)) > 0);
    return made();
  };
  return { run, made, windows, entries };
}

test('up to 500 channels due at one moment are not spread', async () => {
  await due(500);
  expect(await publisher().run()).toBe(500);
});

test('more have their turns at the pace at which they can be posted, each one once and with the window of its slot', async () => {
  const ids = await due(960);
  const { run, windows } = publisher();
  const atOnce = await run();
  now += 5 * second;
  const afterFive = await run();
  now += 10 * second;
  const afterFifteen = await run();
  now += 5 * second;
  expect(await run()).toBe(960);
  expect(atOnce).toBeLessThan(20);
  expect(Math.abs(afterFive - 240)).toBeLessThan(50);
  expect(Math.abs(afterFifteen - 720)).toBeLessThan(50);
  expect([...windows.keys()].sort()).toEqual([...ids].sort());
  expect(new Set(windows.values())).toEqual(new Set([dueAt]));
});

test('a digest that is made long after its time covers what was out until then', async () => {
  const [id = ''] = await due(1);
  now += 3_600 * second;
  const { run, windows } = publisher();
  await run();
  expect(windows.get(id)).toBe(now);
});

test('a slot that a change of times put before the end of the digest before it covers what came since', async () => {
  const [id = ''] = await due(1);
  now += 60 * second;
  const { run, windows } = publisher({}, dueAt + 30 * second);
  await run();
  expect(windows.get(id)).toBe(now);
});

test('one that cannot be composed or stored keeps nobody else from theirs', async () => {
  const [first = '', second = ''] = await due(30);
  const { run, entries } = publisher({ composing: first, storing: second });
  expect(await run()).toBe(28);
  expect(entries.filter(({ level }) => level === 'error').map(({ values }) => values)).toMatchObject([
    { channel: first },
    { channel: second },
  ]);
});
