import { execFileSync } from 'node:child_process';
import { appendFileSync } from 'node:fs';
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

/** Fills a disk to its last block. */
export function fill(file: string): void {
  for (let size = 1024 * 1024; size >= 1; ) {
    try {
      appendFileSync(file, Buffer.alloc(size));
    } catch {
      size = size >> 1;
    }
  }
}
