import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from 'vitest';
import type { Render, Sender } from '../../src/delivery/ports.ts';
import { createSend } from '../../src/delivery/send.ts';
import { createLog } from '../../src/log.ts';
import type { Schedule } from '../../src/schedule/schedule.ts';
import { openStorage, type Storage } from '../../src/storage/storage.ts';

const now = 1_790_000_000_000;

async function pending(storage: Storage, place: number): Promise<void> {
  const digest = { places: [] } as never;
  const windows = { windowStart: now - 1000, windowEnd: now, dueAt: now };
  const slot = { kind: 'daily', localDate: '2026-11-24', ordinal: 0 } as const;
  const schedule = {
    zone: 'Europe/Berlin',
    times: [480],
    days: [1, 2, 3, 4, 5, 6, 7],
    stories: 5,
  } as unknown as Schedule;
  await storage.records.channels.save({ channelId: `c${place}`, serverId: 's', schedule }, undefined, now);
  await storage.records.deliveries.add(
    {
      id: `d${place}`,
      channelId: `c${place}`,
      serverId: 's',
      ...slot,
      ...windows,
      digest,
      payloads: [{}],
    },
    [],
    now,
  );
}

test('a database that fails while messages are under way ends neither them nor the process', async () => {
  const storage = await openStorage({ url: ':memory:', now: () => now });
  for (let place = 0; place < 60; place++) await pending(storage, place);
  let underWay = 0;
  let closing: Promise<void> | undefined;
  const post: Sender['post'] = async () => {
    underWay++;
    closing ??= storage.close();
    await pause(50);
    underWay--;
    return { kind: 'posted', messageId: 'm' };
  };
  const send = createSend({
    storage,
    sender: { post } as Partial<Sender> as Sender,
    render: {} as Render,
    log: createLog('silent'),
    owner: 'o',
    pictures: false,
    wall: () => now,
    ending: () => false,
    onUnauthorized: () => undefined,
  });
  // What fails in a task that nobody waits for any more is an unhandled rejection, which ends a process, and this test.
  await expect(send.run(now)).rejects.toMatchObject({ code: 'closed' });
  expect(underWay).toBe(0);
  await closing;
});
