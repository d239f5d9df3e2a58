import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, statfsSync } from 'node:fs';
import { join } from 'node:path';

/** Where the database of a run stands. */
export interface Disk {
  folder: string;
  /** False where no file system of its own can be had, which takes rights. */
  canFill: boolean;
  isFull: boolean;
  /** Leaves this much, and nothing more. */
  fill(bytesLeft: number): void;
  free(): void;
  remove(): void;
}

const wholeSize = '2g';
const asRoot = (program: string, ...given: string[]) => execFileSync(program, given, { stdio: 'ignore' });

/** A file system in memory that can be made full, where this machine lets us have one; else a plain folder. */
export function openDisk(parent: string): Disk {
  const folder = mkdtempSync(join(parent, 'lede-chaos-'));
  const mount = (...given: string[]) => asRoot('mount', ...given);
  const resize = (size: string) => mount('-o', `remount,size=${size}`, folder);
  let canFill = true;
  try {
    mount('-t', 'tmpfs', '-o', `size=${wholeSize}`, 'lede-chaos', folder);
  } catch {
    canFill = false;
  }
  const disk: Disk = {
    folder,
    canFill,
    isFull: false,
    fill(bytesLeft) {
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
