import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, statfsSync } from 'node:fs';
import { join } from 'node:path';

/** The file system with a run's database. */
export type Disk = ReturnType<typeof openDisk>;

const wholeSize = '2g';
const asRoot = (program: string, ...given: string[]) => execFileSync(program, given, { stdio: 'ignore' });

/** Mounts a file system in memory that can be filled; without the privileges for it, uses a plain folder. */
export function openDisk(parent: string) {
  const folder = mkdtempSync(join(parent, 'lede-chaos-'));
  const mount = (...given: string[]) => asRoot('mount', ...given);
  const resize = (size: string) => mount('-o', `remount,size=${size}`, folder);
  let canFill = true;
  try {
    mount('-t', 'tmpfs', '-o', `size=${wholeSize}`, 'lede-chaos', folder);
  } catch {
    canFill = false;
  }
  const disk = {
    folder,
    /** False if no separate file system could be mounted, which requires privileges. */
    canFill,
    isFull: false,
    /** Fills the disk except for this many bytes. */
    fill(bytesLeft: number) {
      const { bsize, blocks, bfree } = statfsSync(folder);
      resize(String((blocks - bfree) * bsize + bytesLeft));
      disk.isFull = true;
    },
    free() {
      if (disk.isFull) resize(wholeSize);
      disk.isFull = false;
    },
    remove() {
      if (canFill) asRoot('umount', '-l', folder);
      rmSync(folder, { recursive: true, force: true });
    },
  };
  return disk;
}
