/** Counts one deadline down over several steps; what lies between them does not count. */
export function createBudget(
  wholeMs: number,
  monotonic: () => number,
): { spend<T>(task: (signal: AbortSignal) => Promise<T>): Promise<T> } {
  let leftMs = wholeMs;
  return {
    async spend(task) {
      const startedAt = monotonic();
      // Not AbortSignal.timeout: what is over would stay in memory, with all it holds, until its time is up.
      const deadline = new AbortController();
      const timer = setTimeout(
        () => deadline.abort(new DOMException('The time is up', 'TimeoutError')),
        Math.max(1, Math.ceil(leftMs)),
      );
      timer.unref();
      try {
        return await task(deadline.signal);
      } finally {
        clearTimeout(timer);
        leftMs -= monotonic() - startedAt;
      }
    },
  };
}
