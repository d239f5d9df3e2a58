/** Node's exit waits for these without limit: DNS lookups, and writes to a log that nobody reads. */
const waitedFor = new Set(['GetAddrInfoReqWrap', 'FSReqCallback']);
const patienceMs = 300;
const lookMs = 20;

const hangs = () => process.getActiveResourcesInfo().some((name) => waitedFor.has(name));

/**
 * Ends the process with 0, or by the given signal if Node's exit would hang; service managers accept both. The kernel
 * drops signals that process 1 of a container sends to itself; Lede then executes another program, which exits at once.
 */
export async function end(signal: NodeJS.Signals): Promise<never> {
  for (let waitedMs = 0; waitedMs < patienceMs && hangs(); waitedMs += lookMs)
    await new Promise((resolve) => setTimeout(resolve, lookMs));
  if (hangs() && process.pid === 1) process.execve?.('/bin/true', ['true']);
  if (hangs()) process.kill(process.pid, signal);
  return process.exit(0);
}
