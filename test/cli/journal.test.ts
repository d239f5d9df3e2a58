import { spawnSync } from 'node:child_process';
import { closeSync, fstatSync, openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { scratchFolder } from '../storage/scratch.ts';

const root = join(import.meta.dirname, '../..');
const program = `
  import { isJournal } from './src/cli/journal.ts';
  import { createLog } from './src/log.ts';
  const log = createLog('debug', undefined, { toJournal: isJournal(1) });
  for (const level of ['debug', 'info', 'warn', 'error']) log[level]({ level }, 'first\\nsecond');
`;

/** Runs a command with both outputs in one file that JOURNAL_STREAM declares to be the journal; returns its lines. */
function journalOf(words: readonly string[], { stream, ...more }: Record<string, string> = {}): string[] {
  const path = join(scratchFolder(), 'journal');
  const fd = openSync(path, 'w');
  const { dev, ino } = fstatSync(fd, { bigint: true });
  const env = { PATH: process.env.PATH, JOURNAL_STREAM: stream ?? `${dev}:${ino}`, ...more };
  spawnSync(process.execPath, words, { cwd: root, env, stdio: ['ignore', fd, fd], timeout: 30_000 });
  closeSync(fd);
  return readFileSync(path, 'utf8').trimEnd().split('\n');
}

test('in the journal each line of the log begins with its priority, and is JSON otherwise', () => {
  const lines = journalOf(['--input-type=module', '--eval', program]);
  expect(lines.map((line) => line.slice(0, 3))).toEqual(['<7>', '<6>', '<4>', '<3>']);
  const values = lines.map((line) => JSON.parse(line.slice(3)));
  expect(values.map(({ msg }) => msg)).toEqual(Array(4).fill('first\nsecond'));
});

test('outside the journal, the log is plain JSON', () => {
  const lines = journalOf(['--input-type=module', '--eval', program], { stream: '1:2' });
  expect(lines.map((line) => JSON.parse(line).msg)).toHaveLength(4);
});

test('the message with which a start ends is an error in the journal, on each of its lines', () => {
  const wrong = { DISCORD_TOKEN: 'none', RETENTION_DAYS: '0' };
  const lines = journalOf(['src/main.ts', 'start'], wrong).filter((line) => /DISCORD_TOKEN|RETENTION_DAYS/.test(line));
  expect(lines).toEqual([expect.stringMatching(/^<3>DISCORD_TOKEN/), expect.stringMatching(/^<3>RETENTION_DAYS/)]);
});
