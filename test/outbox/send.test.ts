import fc from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { daily } from '../../commands/digest/deliveries.ts';
import { createLog } from '../../src/log.ts';
import { type PostOutcome, partKey, type Sender } from '../../src/outbox/ports.ts';
import { createSend } from '../../src/outbox/send.ts';
import { openStorage, type Storage } from '../../src/storage/storage.ts';
import { sampleOf } from '../sampleOf.ts';
import { testDatabaseUrl } from '../storage/testDatabase.ts';

const minute = 60_000;
const start = 1_790_000_000_000;
const schedule = { zone: 'UTC', times: ['08:00'], days: [1, 2, 3, 4, 5, 6, 7] };

/** Outcomes after which nothing was posted in the channel. */
const answers = {
  limited: { kind: 'limited', retryAfterMs: 20_000 },
  unsent: { kind: 'unsent', reason: 'reset before it left' },
  denied: { kind: 'lost', reason: 'missing-permission' },
  lost: { kind: 'unknown', reason: 'timeout' },
} as const satisfies Record<string, PostOutcome>;

/** What happens to a post: an outcome, an answer lost after Discord posted, or a kill before or after that. */
type PostFault = keyof typeof answers | 'lost after' | 'killed' | 'killed after';
type LookFault = 'unknown' | 'cannot-look-up' | 'killed';

let storage: Storage;
let now = start;
let deliveries = 0;
beforeEach(async () => {
  storage = await openStorage({ url: await testDatabaseUrl(), now: () => now, kinds: [daily] });
});
// One test closes it itself.
afterEach(() => storage.close().catch(() => undefined));

/** Stores a digest of this many messages that is due now. Returns its id and the keys of its messages. */
async function pending(messages: number) {
  deliveries += 1;
  const [id, channelId] = [`d${deliveries}`, `c${deliveries}`];
  await storage.records.channels.save({ channelId, serverId: 's', schedule }, undefined, now - 1);
  const times = { windowStart: 0, windowEnd: now, dueAt: now };
  const slot = { kind: 'daily', localDate: '2026-11-24', ordinal: 0, ...times } as const;
  const payloads = Array.from({ length: messages }, (_, part) => ({ key: partKey(id, part) }));
  const told = payloads.map((_, part) => ({ storyId: `${part}`, articleIds: [], sentences: [], part }));
  const delivery = { id, channelId, serverId: 's', ...slot, content: { places: [] } as never, payloads };
  await storage.records.deliveries.add({ delivery, told }, now);
  return { id, channelId, keys: payloads.map(({ key }) => key) };
}

const sendBy = (sender: Partial<Sender>) => {
  const parts = { storage, kinds: [daily], log: createLog('silent'), owner: 'o', pictures: false };
  return createSend({ ...parts, sender: sender as Sender, wall: () => now, ending: () => false });
};

/** Sends a digest of this many messages with these faults. Returns its keys, those in the channel, and its records. */
async function sent(messages: number, postFaults: readonly PostFault[], lookFaults: readonly LookFault[]) {
  const { id, channelId, keys } = await pending(messages);
  const channel: string[] = [];
  const posting = [...postFaults];
  const looking = [...lookFaults];
  let killed = Promise.withResolvers<void>();
  const die = () => {
    killed.resolve();
    return new Promise<never>(() => undefined);
  };
  const post: Sender['post'] = async (_channel, payload) => {
    const fault = posting.shift();
    if (fault === 'killed') return die();
    if (fault !== undefined && fault in answers) return answers[fault as keyof typeof answers];
    channel.push(String(payload.key));
    if (fault === 'killed after') return die();
    return fault === undefined ? { kind: 'posted', messageId: `${channel.length}` } : answers.lost;
  };
  const find: Sender['find'] = async (_channel, _after, key) => {
    const fault = looking.shift();
    if (fault === 'killed') return die();
    if (fault === 'unknown') return { kind: 'unknown', reason: '500' };
    if (fault !== undefined) return { kind: fault };
    const place = channel.indexOf(key);
    return place < 0 ? { kind: 'absent' } : { kind: 'found', messageId: `${place + 1}` };
  };
  let life = sendBy({ post, find });
  for (let next: number | undefined = now; next !== undefined; next = await storage.nextDueAt()) {
    now = Math.max(now + minute, next);
    const running = life.run(now).then(() => 'done');
    if ((await Promise.race([running, killed.promise])) === 'done') continue;
    killed = Promise.withResolvers();
    await storage.records.processes.remove('all');
    life = sendBy({ post, find });
  }
  const record = await storage.records.deliveries.byId(id);
  const stories = keys.map((_, part) => `${part}`);
  return { keys, channel, record, told: (await storage.records.told.postedIn(channelId, stories)).length };
}

const fault = fc.constantFrom<PostFault>('limited', 'unsent', 'denied', 'lost', 'lost after', 'killed', 'killed after');
const lookFault = fc.constantFrom<LookFault>('unknown', 'cannot-look-up', 'killed');
const messages = fc.integer({ min: 1, max: 3 });

test('whatever happens to a few requests or the process, each message is posted once, in order', async () => {
  const few = fc.tuple(messages, fc.array(fault, { maxLength: 5 }), fc.array(lookFault, { maxLength: 3 }));
  const check = fc.asyncProperty(few, async ([count, posts, looks]) => {
    const { keys, channel, record, told } = await sent(count, posts, looks);
    expect(channel).toEqual(keys);
    expect(record).toMatchObject({ state: 'sent', messageIds: keys.map((_, part) => `${part + 1}`) });
    expect(told).toBe(count);
  });
  await fc.assert(check, { numRuns: sampleOf(60) });
});

test('however long the trouble lasts, no message is posted twice or out of order, and sending ends', async () => {
  const faults = fc.array(fault, { minLength: 5, maxLength: 60 });
  const many = fc.tuple(messages, faults, fc.array(lookFault, { maxLength: 60 }));
  const check = fc.asyncProperty(many, async ([count, posts, looks]) => {
    const { keys, channel, record, told } = await sent(count, posts, looks);
    expect(channel).toEqual(keys.slice(0, channel.length));
    expect(record?.state).not.toBe('pending');
    const known = record?.messageIds.length ?? 0;
    expect(record?.state === 'sent').toBe(known > 0);
    // The last message may have been posted although no look-up could show it.
    expect(channel.length - known).toBeLessThanOrEqual(1);
    if (record?.state === 'sent') expect(told).toBeGreaterThanOrEqual(known);
  });
  await fc.assert(check, { numRuns: sampleOf(30) });
});

/** Ends a process whose message is under way. Returns when. */
async function killedWhilePosting(): Promise<number> {
  const posting = Promise.withResolvers<void>();
  const post: Sender['post'] = () => {
    posting.resolve();
    return new Promise<never>(() => undefined);
  };
  void sendBy({ post }).run(now);
  await posting.promise;
  await storage.records.processes.remove('all');
  return now;
}

test('a start soon after a kill looks for the message only when it must have arrived', async () => {
  await pending(1);
  const looks: number[] = [];
  const find: Sender['find'] = async () => {
    looks.push(now);
    return { kind: 'found', messageId: '1' };
  };
  const killedAt = await killedWhilePosting();
  now = killedAt + 5_000;
  await sendBy({ find }).run(now);
  expect(looks).toEqual([]);
  now = killedAt + 30_000;
  await sendBy({ find }).run(now);
  expect(looks).toEqual([killedAt + 30_000]);
});

test('after nine hours down, a digest whose first message was posted before the kill is not continued', async () => {
  const { id } = await pending(2);
  const killedAt = await killedWhilePosting();
  now = killedAt + 9 * 60 * minute;
  await sendBy({ find: async () => ({ kind: 'found', messageId: '1' }) }).run(now);
  const record = await storage.records.deliveries.byId(id);
  expect(record).toMatchObject({ state: 'sent', messageIds: ['1'], sentAt: killedAt, problem: 'too-late' });
});

test('a database that fails while messages are under way ends neither them nor the process', async () => {
  for (let place = 0; place < 60; place++) await pending(1);
  let underWay = 0;
  let closing: Promise<void> | undefined;
  const post: Sender['post'] = async () => {
    underWay++;
    closing ??= storage.close();
    await closing;
    underWay--;
    return { kind: 'posted', messageId: 'm' };
  };
  // If a task that is no longer awaited failed, its unhandled rejection would end the process, and this test.
  await expect(sendBy({ post }).run(now)).rejects.toMatchObject({ code: 'closed' });
  expect(underWay).toBe(0);
  await closing;
});

test('once a whole digest is posted, its messages are no longer stored, only their number', async () => {
  const { record } = await sent(2, ['lost after', 'killed'], []);
  expect(record).toMatchObject({ state: 'sent', payloads: [{}, {}] });
  const { id } = await pending(2);
  const { deliveries } = storage.records;
  await deliveries.posted(id, ['1'], now, false);
  expect((await deliveries.byId(id))?.payloads).toEqual([{ key: partKey(id, 0) }, { key: partKey(id, 1) }]);
});
