/** Counts one deadline down over several steps; what lies between them does not count. */
export function createBudget(
  wholeMs: number,
  monotonic: () => number,
): { spend<T>(task: (signal: AbortSignal) => Promise<T>): Promise<T> } {
  let leftMs = wholeMs;
  return {
    async spend(task) {
      const startedAt = monotonic();
      try {
        return await task(AbortSignal.timeout(Math.max(1, Math.ceil(leftMs))));
      } finally {
        leftMs -= monotonic() - startedAt;
      }
    },
  };
}
