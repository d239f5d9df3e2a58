/** Work that takes longer than this, in ms, is done twice at most. */
export const longMs = 100;

/**
 * The CPU time of a piece of work in ms, the least of several times. Of the whole process, because Linux counts a single
 * thread's time only now and then.
 */
export function cpuTimeOf(work: () => unknown, times = 3): number {
  let least = Number.POSITIVE_INFINITY;
  for (let nth = 0; nth < times && (nth < 2 || least < longMs); nth++) {
    const from = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(from);
    least = Math.min(least, (user + system) / 1000);
  }
  return least;
}
