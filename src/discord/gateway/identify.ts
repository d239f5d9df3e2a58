import { setTimeout } from 'node:timers/promises';
import type { Log } from '../../log.ts';

/** Turns to identify, shared by all processes that have the token. */
export interface IdentifyTurns {
  /** Takes the turn of a bucket. Returns 0, or the ms after which to ask again. */
  take(bucket: number): Promise<number>;
}

/** Retry delay if the database fails. */
const againMs = 1_000;

/**
 * Lets discord.js identify only in turn. discord.js takes an error as permission to identify at once, so only the abort
 * of `signal` is thrown, which ends the wait. Once Lede is stopping, no turn is asked for and only that abort is
 * awaited.
 */
export const identifyInTurn = (turns: IdentifyTurns, maxConcurrency: number, log: Log, stopping: AbortSignal) => ({
  async waitForIdentify(shardId: number, signal: AbortSignal): Promise<void> {
    const take = (): Promise<number> =>
      turns.take(shardId % maxConcurrency).catch((error: unknown) => {
        log.error({ error, shardId }, 'no turn to identify could be taken; trying again');
        return againMs;
      });
    for (;;) {
      const waitMs = stopping.aborted ? againMs : await take();
      signal.throwIfAborted();
      if (waitMs <= 0) return;
      await setTimeout(waitMs, undefined, { signal, ref: false });
    }
  },
});
