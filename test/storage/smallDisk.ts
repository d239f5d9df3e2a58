import { execFileSync } from 'node:child_process';
import { onTestFinished } from 'vitest';
import { scratchFolder } from './scratch.ts';

const asRoot = (program: string, ...given: string[]) => execFileSync(program, given, { stdio: 'ignore' });

/** Mounts a file system of a few megabytes; undefined without the privileges for it. */
export function smallDisk(megabytes: number): string | undefined {
  const folder = scratchFolder();
  try {
    asRoot('mount', '-t', 'tmpfs', '-o', `size=${megabytes}m`, 'lede', folder);
  } catch {
    return undefined;
  }
  onTestFinished(() => {
    asRoot('umount', '-l', folder);
  });
  return folder;
}
