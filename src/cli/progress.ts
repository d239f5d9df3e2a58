/** One line on a terminal that is written over with each call; nothing where no terminal is. */
export function createProgress(): (line: string) => void {
  const { stderr } = process;
  if (!stderr.isTTY) return () => {};
  return (line) => stderr.write(`\r\x1b[2K${line.slice(0, stderr.columns - 1)}`);
}
