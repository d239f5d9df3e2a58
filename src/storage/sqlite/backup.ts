import { mkdir, rename, rm } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { backup, DatabaseSync } from 'node:sqlite';
import { explained, StorageError } from '../errors.ts';
import { checkIntegrity } from './integrity.ts';
import { isOwnFile } from './ownFiles.ts';

/** All in one step, which a thread takes: smaller steps start over whenever the database is written meanwhile. */
const pagesAtOnce = 0x7fff_ffff;

/**
 * Copies the database file while it is in use, by a connection that only reads, so a running Lede is not held up and
 * the copy is the state of one moment; also from another process. Throws StorageError when the copy cannot be written
 * or is not sound, or would take the place of a file in use; then
 * `target` is what it was before
 */
export async function backupFile(path: string, target: string): Promise<void> {
  if ([target, partialOf(target)].some((file) => isOwnFile(path, resolve(file)))) {
    throw new StorageError(
      'bad-location',
      `The backup was not made: ${target} would take the place of the database or of a file that belongs to it. Name another file, best on another disk.`,
    );
  }
  await sealed(target, async (partial) => {
    const reader = new DatabaseSync(path, { readOnly: true, timeout: 1_000 });
    try {
      await backup(reader, partial, { rate: pagesAtOnce });
    } finally {
      reader.close();
    }
  });
}

/** As `backupFile`, for a database without a file; nothing may write until it settles. */
export async function backupMemory(raw: DatabaseSync, target: string): Promise<void> {
  await sealed(target, async (partial) => void (await backup(raw, partial, { rate: pagesAtOnce })));
}

const partialOf = (target: string) => `${resolve(target)}.partial`;

/**
 * A copy gets its name only once it is whole and checked, so that no crash leaves a broken backup in a good one's
 * place.
 */
async function sealed(target: string, copy: (partial: string) => Promise<void>): Promise<void> {
  const partial = partialOf(target);
  try {
    await mkdir(dirname(partial), { recursive: true });
  } catch (error) {
    throw backupError(error, target);
  }
  try {
    await rm(partial, { force: true });
    await copy(partial);
    const problems = await checkIntegrity(partial, { single: true });
    if (problems.length > 0) {
      throw new StorageError('corrupt', `The backup was not kept, because the check of the copy found: ${problems[0]}`);
    }
    await rename(partial, resolve(target));
  } catch (error) {
    await rm(partial, { force: true }).catch(() => {});
    throw backupError(error, target);
  }
}

function backupError(error: unknown, target: string): unknown {
  const known = explained(error);
  // A full disk is that of the copy: the database is only read.
  const ofCopy = known instanceof StorageError && ['unopenable', 'disk-full'].includes(known.code);
  if (known instanceof StorageError && !ofCopy) return known;
  return new StorageError(
    'unopenable',
    `The backup ${target} cannot be written; check its folder and free space.`,
    error,
  );
}
