import { expect, onTestFinished, test } from 'vitest';
import type { Digest } from '../../src/digests/digest.ts';
import { openStorage } from '../../src/storage/storage.ts';

const now = 1_795_500_000_000;
const correction = { kind: 'corrected' as const, text: 'Correction: it was Tuesday.', at: now };

test('a corrected article edits the messages that tell it, until they are told anew or swept', async () => {
  const storage = await openStorage({ url: ':memory:', now: () => now });
  onTestFinished(() => storage.close());
  const { edits, deliveries } = storage.records;
  const slot = { id: 'd', channelId: 'c', serverId: 's', kind: 'daily' as const, localDate: '2026-11-24', ordinal: 0 };
  const times = { windowStart: now - 1, windowEnd: now, dueAt: now };
  const told = [
    { storyId: 'one', articleIds: ['a', 'b'], sentences: [] },
    { storyId: 'two', articleIds: ['b', 'c'], sentences: [] },
  ];
  await deliveries.add({ ...slot, ...times, digest: {} as Digest, payloads: [{}] }, told, now);
  await deliveries.posted('d', ['m'], now, true);
  for (const id of ['a', 'b', 'c']) expect(await edits.queue({ id, correction }, 0, now)).toBe(1);
  expect(await edits.queue({ id: 'd', correction }, 0, now)).toBe(0);
  await deliveries.tell('d', 'c', [{ storyId: 'one', articleIds: ['b'], sentences: [] }]);
  expect(await edits.queue({ id: 'a', correction }, 0, now)).toBe(0);
  await deliveries.sweep(now + 1, 10);
  expect(await edits.queue({ id: 'b', correction }, 0, now)).toBe(0);
});
