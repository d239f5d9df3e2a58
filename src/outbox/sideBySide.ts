import type { Wall } from '../clock.ts';
import type { Log } from '../log.ts';
import type { Loop } from '../schedule/loop.ts';
import type { DueEdit } from '../storage/records/outbox/edits.ts';
import { type Kinds, standsAt } from './kinds.ts';
import { runMs } from './send.ts';

/** Enough for Discord's rate limit if each request takes half a second. */
const placesAtOnce = 25;
const batch = 500;

interface Parts {
  kinds: Kinds;
  log: Log;
  wall: Wall;
  ending(): boolean;
}

/**
 * The run of a loop over posted messages: many channels, threads and posts at once, each in its own order. A failure in
 * one of them stops no other.
 */
export const sideBySide =
  <Edit extends DueEdit>(
    { kinds, log, wall, ending }: Parts,
    due: (now: number, max: number) => Promise<Edit[]>,
    inPlace: (some: readonly Edit[], now: number) => Promise<void>,
  ): Loop['run'] =>
  async (startedAt, failed = () => {}) => {
    let done = 0;
    for (let now = startedAt; now <= startedAt + runMs && !ending(); now = wall()) {
      const all = await due(now, batch);
      const places = [...Map.groupBy(all, (one) => standsAt(kinds, one, one.messageId ?? '').channelId).values()];
      const next = async () => {
        for (let some = places.shift(); some !== undefined && !ending(); some = places.shift()) {
          await inPlace(some, now).catch((error: unknown) => {
            log.error({ delivery: some?.[0]?.deliveryId, err: error }, 'editing failed');
            failed();
          });
        }
      };
      await Promise.all(Array.from({ length: placesAtOnce }, next));
      done += all.length;
      if (all.length < batch) break;
    }
    return done;
  };
