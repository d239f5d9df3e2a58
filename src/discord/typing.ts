import type { UserId } from '../ids.ts';

/** Time limit of a suggestion; Discord's client ignores later ones. */
const suggestWithinMs = 2_000;
/** Maximum number of suggestions at once: each queries the database several times, as other commands do. */
const concurrentSuggestionsMax = 2;

interface Keystroke {
  begin(): void;
  drop(): void;
}

/**
 * Queues suggestions by member: each has at most one running and one waiting. A new keystroke replaces the waiting one
 * in its place, and a served member goes to the end of the queue, so that neither a fast typist nor a crowd blocks
 * others.
 */
export function createTyping() {
  const waiting = new Map<string, Keystroke>();
  const busy = new Set<string>();
  let taken = 0;

  const next = (): void => {
    for (const [userId, keystroke] of waiting) {
      if (taken >= concurrentSuggestionsMax) return;
      if (busy.has(userId)) continue;
      waiting.delete(userId);
      keystroke.begin();
    }
  };

  /** Returns the result of `work`; undefined if the member typed on or the work took too long. */
  return <T>(userId: UserId, work: () => Promise<T>): Promise<T | undefined> => {
    const { promise, resolve, reject } = Promise.withResolvers<T | undefined>();
    let free = (): void => void waiting.delete(userId);
    const keystroke: Keystroke = {
      begin() {
        taken += 1;
        busy.add(userId);
        free = () => {
          free = () => {};
          taken -= 1;
          next();
        };
        void work()
          .then(resolve, reject)
          .finally(() => {
            busy.delete(userId);
            free();
          });
      },
      drop() {
        free = () => {};
        resolve(undefined);
      },
    };
    // Longer work goes on, but blocks nobody.
    const late = setTimeout(() => {
      free();
      resolve(undefined);
    }, suggestWithinMs);
    late.unref();
    waiting.get(userId)?.drop();
    waiting.set(userId, keystroke);
    next();
    return promise.finally(() => clearTimeout(late));
  };
}
