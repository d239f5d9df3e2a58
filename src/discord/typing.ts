import { setTimeout } from 'node:timers/promises';
import type { UserId } from '../ids.ts';

/** Time limit of a suggestion; Discord's client ignores later ones. */
const suggestWithinMs = 2_000;
/** Maximum number of suggestions at once: each queries the database several times, as other commands do. */
const concurrentSuggestionsMax = 2;

/**
 * Queues suggestions by member: each has at most one running and one waiting. A new keystroke replaces the waiting one
 * in its place, and a served member goes to the end of the queue, so that neither a fast typist nor a crowd blocks
 * others.
 */
export function createTyping() {
  /** The waiting keystroke of each member. Call it with true when it may run, with false to drop it. */
  const waiting = new Map<UserId, (isTurn: boolean) => void>();
  const busy = new Set<UserId>();
  let taken = 0;

  const next = (): void => {
    for (const [userId, decide] of waiting) {
      if (taken >= concurrentSuggestionsMax) return;
      if (busy.has(userId)) continue;
      waiting.delete(userId);
      busy.add(userId);
      taken += 1;
      decide(true);
    }
  };

  /** Returns the result of `work`; undefined if the member typed on or the work took too long. */
  return async <T>(userId: UserId, work: () => Promise<T>): Promise<T | undefined> => {
    const { promise: isTurn, resolve: decide } = Promise.withResolvers<boolean>();
    const late = setTimeout(suggestWithinMs, undefined, { ref: false }).then(() => {
      if (waiting.get(userId) === decide) waiting.delete(userId);
      decide(false);
    });
    waiting.get(userId)?.(false);
    waiting.set(userId, decide);
    next();
    if (!(await isTurn)) return undefined;
    const done = work().finally(() => busy.delete(userId));
    // Longer work goes on, but blocks nobody.
    return Promise.race([done, late.then(() => undefined)]).finally(() => {
      taken -= 1;
      next();
    });
  };
}
