import { fstatSync } from 'node:fs';

/** How a line begins that the journal of systemd shows as an error (sd-daemon(3)). */
const error = '<3>';

/** Whether this file descriptor leads to the journal: JOURNAL_STREAM names the journal's by device and inode. */
export function isJournal(fd: number): boolean {
  const named = process.env.JOURNAL_STREAM;
  if (!named) return false;
  try {
    const { dev, ino } = fstatSync(fd, { bigint: true });
    return named === `${dev}:${ino}`;
  } catch {
    return false;
  }
}

/** Prints what ends the process, or keeps a command from its work; `journalctl -p err` shows it. */
export function printError(text: string): void {
  process.stderr.write(`${isJournal(2) ? text.replace(/^/gm, error) : text}\n`);
}
