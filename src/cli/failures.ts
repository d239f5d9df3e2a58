/** An address that could not be read: what is said of it, and the code of the problem. */
export interface Failure {
  line: string;
  code?: string;
}

/** Fewer names can be misspelt. */
const namesMin = 3;

/** What is said of failures among so many addresses: one sentence if no name at all could be looked up. */
export function linesOfFailures(failures: readonly Failure[], asked: number): string[] {
  const hasNoNames = failures.length === asked && failures.every(({ code }) => code?.startsWith('dns-'));
  if (failures.length < namesMin || !hasNoNames) return failures.map(({ line }) => line);
  return [`None of ${asked} addresses could be looked up: this machine has no network, or no name server (DNS).`];
}
