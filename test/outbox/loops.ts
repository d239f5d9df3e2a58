import { daily } from '../../commands/digest/deliveries.ts';
import { createLog } from '../../src/log.ts';
import { createActs } from '../../src/outbox/acts.ts';
import { createAmend } from '../../src/outbox/amend.ts';
import type { DeliveryKind } from '../../src/outbox/kinds.ts';
import type { Sender } from '../../src/outbox/ports.ts';
import type { DigestStory } from '../../src/storage/postContent.ts';
import type { ToldRecord } from '../../src/storage/records/outbox/told.ts';
import { digestOf, placeOf } from '../discord/digestFixture.ts';
import { emptyTestStorage } from '../storage/testDatabase.ts';

export const now = 1_795_500_000_000;
export const posted = { kind: 'posted', messageId: 'm' } as const;

/** The loops that act on posted digests and edit them, over a storage, until the test ends. */
export async function openLoops(edit: Sender['edit'], draw: DeliveryKind['draw']) {
  const storage = await emptyTestStorage(now);
  const { deliveries } = storage.records;
  /** Acts by message. */
  const acts: string[] = [];
  const act: Sender['act'] = async (_channel, messageId, { kind }) => {
    acts.push(`${kind} ${messageId}`);
    return posted;
  };
  const sender = { edit, act } as Partial<Sender> as Sender;
  const more = { log: createLog('silent'), pictures: false, outletsById: new Map(), wall: () => now };
  const parts = { storage, sender, kinds: [{ ...daily, draw }], ending: () => false, ...more };
  /** Stores a posted digest of one place, whose id is also its message's. */
  const post = async (
    id: string,
    channelId: string,
    place: Partial<DigestStory>,
    ordinal = 0,
    told: ToldRecord[] = [],
  ) => {
    const slot = { channelId, serverId: 's', kind: 'daily', localDate: '2026-11-24', ordinal } as const;
    const content = digestOf({ places: [placeOf(1, place)], also: [] });
    const times = { windowStart: now - 1, windowEnd: now, dueAt: now };
    await deliveries.add({ delivery: { id, ...slot, ...times, content, payloads: [{}] }, told }, now);
    await deliveries.posted(id, [id], now, true);
  };
  return { storage, acts, post, amend: createAmend(parts), firstActs: createActs(parts) };
}
