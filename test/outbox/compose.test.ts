import { beforeEach, expect, test } from 'vitest';
import { daily } from '../../commands/digest/deliveries.ts';
import { createCompose } from '../../commands/digest/loop.ts';
import type { Digest } from '../../src/newsroom/digest.ts';
import type { DigestWanted } from '../../src/newsroom/digestFor.ts';
import type { Schedule } from '../../src/schedule/schedule.ts';
import type { Storage } from '../../src/storage/storage.ts';
import { memoryLog } from '../memoryLog.ts';
import { emptyTestStorage } from '../storage/testDatabase.ts';

const dueAt = Date.UTC(2026, 10, 24, 8);
const second = 1_000;
const schedule: Schedule = { zone: 'UTC', times: ['08:00'], days: [1, 2, 3, 4, 5, 6, 7], stories: 5, quiet: 'post' };
let storage: Storage;
let now: number;

beforeEach(async () => {
  now = dueAt;
  storage = await emptyTestStorage(now);
});

async function due(channels: number, settings: Partial<Schedule> = {}): Promise<string[]> {
  const ids = Array.from({ length: channels }, (_, nth) => String(nth));
  await storage.transaction(async (records) => {
    const next = { dueAt, localDate: '2026-11-24', ordinal: 0 };
    for (const channelId of ids)
      await records.channels.save({ channelId, serverId: 's', schedule: { ...schedule, ...settings } }, next, dueAt);
  });
  return ids;
}

function composer(fails: { composing?: string; storing?: string } = {}, windowStart = 0, content: object = {}) {
  const { log, entries } = memoryLog();
  const windows = new Map<string, number>();
  const draw: typeof daily.draw = ({ channelId }) => ({
    payloads: [{}],
    told: channelId === fails.storing ? [{ storyId: 's', articleIds: ['a'], sentences: [1n] as never, part: 0 }] : [],
  });
  const compose = createCompose({
    storage,
    outletsById: new Map(),
    log: log as never,
    owner: 'me',
    pictures: true,
    ending: () => false,
    isAnnouncement: async () => false,
    digestFor: async ({ channel: { channelId }, now: until }: DigestWanted) => {
      if (channelId === fails.composing) throw new Error('no text');
      windows.set(channelId, until);
      const empty = { serverId: 's', localDate: '2026-11-24', places: [], also: [], articles: 0 };
      return { channelId, ...empty, ...content, windowStart, windowEnd: until } as unknown as Digest;
    },
    kinds: [{ ...daily, draw }],
  });
  return { compose, windows, entries };
}

const made = async () => (await storage.records.deliveries.counts()).pending;

test('digests of thousands of channels due at one moment are made a little faster than they can be posted, each once and with the window of its slot', async () => {
  const ids = await due(600);
  const { compose, windows } = composer();
  for (let run = 1; run <= 10; run += 1) {
    await compose.run(now);
    expect(await made()).toBe(60 * run);
    now += second;
  }
  expect(await compose.run(now)).toBe(0);
  expect([...windows.keys()].sort()).toEqual([...ids].sort());
  expect(new Set(windows.values())).toEqual(new Set([dueAt]));
});

test.each([
  ['a digest made long after its time covers everything published until then', 3_600, 0],
  [
    'a slot that a change of times moved before the previous digest’s end covers the news since then',
    60,
    dueAt + 30 * second,
  ],
])('%s', async (_, lateBy, windowStart) => {
  const [id = ''] = await due(1);
  now += lateBy * second;
  const { compose, windows } = composer({}, windowStart);
  await compose.run(now);
  expect(windows.get(id)).toBe(now);
});

test('a digest that cannot be composed or stored does not hold up others', async () => {
  const [first = '', second = ''] = await due(30);
  const { compose, entries } = composer({ composing: first, storing: second });
  await compose.run(now);
  expect(await made()).toBe(28);
  const errors = entries.filter(({ level }) => level === 'error');
  expect(errors.map(({ values }) => values.channel)).toEqual([first, second]);
});

test.each([
  ['a digest without anything is not posted', {}, 0],
  ['one with a story in brief is', { also: [{}] }, 1],
  ['one that only corrects an earlier one is', { earlierCorrections: [{}] }, 1],
])('unless its channel wants days without stories: %s', async (_, content, digests) => {
  await due(1, { quiet: undefined });
  const { compose } = composer({}, 0, content);
  await compose.run(now);
  expect(await made()).toBe(digests);
  expect(await compose.run(now)).toBe(0);
});
