/** Counts one deadline down over several steps; what lies between them does not count. */
export function createBudget(
  wholeMs: number,
  monotonic: () => number,
): { spend<T>(task: (msLeft: number) => Promise<T>): Promise<T> } {
  let leftMs = wholeMs;
  return {
    async spend(task) {
      const startedAt = monotonic();
      try {
        return await task(Math.max(1, Math.ceil(leftMs)));
      } finally {
        leftMs -= monotonic() - startedAt;
      }
    },
  };
}
