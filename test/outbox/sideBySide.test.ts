import { expect, test } from 'vitest';
import type { PostOutcome } from '../../src/outbox/ports.ts';
import { now, openLoops, posted } from './loops.ts';

/** Posted digests `channel/nth` with a pending edit each, and the loops that work on them. */
async function open(channels: readonly string[], each: number, answer: (channelId: string) => Promise<PostOutcome>) {
  const asked: string[] = [];
  const loops = await openLoops(
    ({ channelId }, messageId) => {
      asked.push(messageId);
      return answer(channelId);
    },
    ({ places: [place] }) => {
      if (place?.title === 'broken/0') throw new Error('it can’t be drawn');
      return { payloads: [{}], told: [] };
    },
  );
  for (const channelId of channels)
    for (let nth = 0; nth < each; nth += 1) {
      const id = `${channelId}/${nth}`;
      await loops.post(id, channelId, { title: id }, nth);
      await loops.storage.records.edits.queueStored(id, now);
    }
  return { ...loops, asked };
}

test('edits leave side by side, but those of one channel one after the other, and publishing waits for none of them', async () => {
  const answer = Promise.withResolvers<PostOutcome>();
  const { storage, asked, acts, amend, firstActs } = await open(['a', 'b', 'c'], 3, () => answer.promise);
  const running = amend.run(now);
  await expect.poll(() => asked.toSorted()).toEqual(['a/0', 'b/0', 'c/0']);
  for (const act of [{ kind: 'crosspost' }, { kind: 'thread', name: 'Tuesday' }] as const)
    await storage.records.edits.queueAct('a/2', act, now);
  expect(await firstActs.run(now)).toBe(2);
  expect(acts.toSorted()).toEqual(['crosspost a/2', 'thread a/2']);
  expect(asked).toHaveLength(3);
  answer.resolve(posted);
  expect(await running).toBe(9);
  for (const channel of ['a', 'b', 'c'])
    expect(asked.filter((id) => id.startsWith(channel))).toEqual([0, 1, 2].map((nth) => `${channel}/${nth}`));
  expect(await amend.run(now)).toBe(0);
});

test('a channel’s limit keeps back all its edits, costs none of them an attempt and holds up no other channel', async () => {
  let isLimited = true;
  const limit = { kind: 'limited', retryAfterMs: 1_000 } as const;
  const { asked, amend } = await open(['a', 'b'], 3, async (id) => (id === 'a' && isLimited ? limit : posted));
  // More often than an edit is tried.
  for (let second = 0; second < 50; second += 1) await amend.run(now + second * 1_000);
  expect(asked.filter((id) => id.startsWith('b'))).toHaveLength(3);
  expect(asked.filter((id) => id.startsWith('a'))).toHaveLength(50);
  isLimited = false;
  await amend.run(now + 60_000);
  expect(asked.slice(-3)).toEqual(['a/0', 'a/1', 'a/2']);
  expect(await amend.run(now + 120_000)).toBe(0);
});

test('an edit without an answer keeps its channel back for half a minute, then the others go first', async () => {
  let answers = 0;
  const { asked, amend } = await open(['a'], 3, async () => {
    answers += 1;
    return answers === 1 ? { kind: 'unknown', reason: 'timeout' } : posted;
  });
  for (const ms of [0, 5_000, 29_000, 30_000]) await amend.run(now + ms);
  expect(asked).toEqual(['a/0', 'a/1', 'a/2']);
  await amend.run(now + 60_000);
  expect(asked).toEqual(['a/0', 'a/1', 'a/2', 'a/0']);
  expect(await amend.run(now + 120_000)).toBe(0);
});

test('an edit that can’t be drawn is counted as a failure and stops no other channel', async () => {
  const { asked, amend } = await open(['broken', 'sound'], 1, async () => posted);
  let failures = 0;
  await amend.run(now, () => {
    failures += 1;
  });
  expect([asked, failures]).toEqual([['sound/0'], 1]);
});
