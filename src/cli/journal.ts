import { fstatSync } from 'node:fs';

/** The prefix of lines that systemd's journal shows as errors (sd-daemon(3)). */
const error = '<3>';

/** Whether a file descriptor writes to the journal, whose device and inode are in JOURNAL_STREAM. */
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

/** Prints an error of the process or a command; `journalctl -p err` shows it. */
export function printError(text: string): void {
  process.stderr.write(`${isJournal(2) ? text.replace(/^/gm, error) : text}\n`);
}
