/** What is answered instead of running a second task of the same key. */
export interface Busy {
  kind: 'busy';
}

/**
 * Runs at most one task per key at once, so that one server can't fill the queue to the web; a second one is not run.
 */
export function oneAtATime(): <T>(key: string, task: () => Promise<T>) => Promise<T | Busy> {
  const running = new Set<string>();
  return async (key, task) => {
    if (running.has(key)) return { kind: 'busy' };
    running.add(key);
    try {
      return await task();
    } finally {
      running.delete(key);
    }
  };
}
