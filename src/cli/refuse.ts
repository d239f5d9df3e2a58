/** Ends the command: it was called wrongly. Each line is a sentence or the usage. */
export function refuse(...lines: string[]): never {
  process.stderr.write(`${lines.join('\n')}\n`);
  process.exit(2);
}
