/** What is answered instead of running a second task of the same key. */
export interface Busy {
  kind: 'busy';
}

/** Runs at most one task per key at once, so that one server can't fill the queue to the web; a second one is not run. */
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

/** What a task came to, or undefined once the time is up, whatever it still waits for. */
export function before<T>(deadline: AbortSignal, task: Promise<T>): Promise<T | undefined> {
  const late = Promise.withResolvers<undefined>();
  const giveUp = () => late.resolve(undefined);
  if (deadline.aborted) giveUp();
  deadline.addEventListener('abort', giveUp, { once: true });
  return Promise.race([task, late.promise]).finally(() => deadline.removeEventListener('abort', giveUp));
}
