import { setTimeout } from 'node:timers/promises';
import type { Log } from '../../log.ts';

/** Who identifies next, over all processes that have the token. */
export interface IdentifyTurns {
  /** Takes the turn of a bucket: 0, or after how many ms to ask again. */
  take(bucket: number): Promise<number>;
}

/** If the database can't be asked. */
const againMs = 1_000;

/**
 * Lets discord.js identify only in turn. It takes an error for leave to identify at once, so this throws none but that
 * of `signal`, which ends the wait; once Lede stops, it waits for that and no longer asks.
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
