/** An address that could not be read: a line for the operator, and the problem's code. */
export interface Failure {
  line: string;
  code?: string;
}

/** With fewer addresses, all names may just be misspelt. */
const namesMin = 3;

/** The lines that report failures; a single one if none of the `asked` addresses could be looked up. */
export function linesOfFailures(failures: readonly Failure[], asked: number): string[] {
  const hasNoNames = failures.length === asked && failures.every(({ code }) => code?.startsWith('dns-'));
  if (failures.length < namesMin || !hasNoNames) return failures.map(({ line }) => line);
  return [`None of ${asked} addresses could be looked up: this machine has no network, or no name server (DNS).`];
}
