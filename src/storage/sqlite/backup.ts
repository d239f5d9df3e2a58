import { rename, rm } from 'node:fs/promises';
import { resolve } from 'node:path';
import { backup, DatabaseSync } from 'node:sqlite';
import { setTimeout } from 'node:timers/promises';
import { CamelCasePlugin, Kysely } from 'kysely';
import { type EpochMs, monotonic } from '../../clock.ts';
import { StorageError } from '../errors.ts';
import { lastBackup } from '../lastBackup.ts';
import type { Tables } from '../schema.ts';
import { type Connection, connect } from './connection.ts';
import { sqliteDialect } from './dialect.ts';
import { asStorageError } from './errors.ts';
import { checkIntegrity } from './integrity.ts';
import { refuseIrregular } from './ownDatabase.ts';
import { isOwnFile } from './ownFiles.ts';
import { createTurns } from './turns.ts';

/**
 * Copies all pages in one step, in a thread. With smaller steps, the copy would start over whenever the database is
 * written in between.
 */
const pagesAtOnce = 0x7fff_ffff;

/**
 * Copies the database while this or another process uses it. A separate connection reads it, so that a running Lede is
 * not held up. The copy gets its name only after it was checked, so that a crash leaves the previous backup intact.
 * Throws StorageError if the copy cannot be written, is not sound, or would replace a file that is in use.
 */
export async function backupFile(path: string, target: string): Promise<void> {
  const partial = `${resolve(target)}.partial`;
  refuseIrregular(path);
  if ([resolve(target), partial].some((file) => isOwnFile(path, file))) {
    throw new StorageError(
      'bad-location',
      `The backup was not made: ${target} would take the place of the database or of a file that belongs to it. Name another file, best on another disk.`,
    );
  }
  try {
    await removePartial(partial);
    {
      using reader = new DatabaseSync(path, { readOnly: true, timeout: 1_000 });
      await backup(reader, partial, { rate: pagesAtOnce });
    }
    const problems = await checkIntegrity(partial, { single: true });
    if (problems.length > 0)
      throw new StorageError('corrupt', `The backup was not kept, because the check of the copy found: ${problems[0]}`);
    await rename(partial, resolve(target));
  } catch (error) {
    await removePartial(partial).catch(() => {});
    throw backupError(error, target);
  }
}

/** How long to wait for a running Lede to finish its transaction. */
const noteWaitMs = 5_000;
const noteRetryMs = 50;

/** Stores in the database when the backup was made. Throws StorageError if the database can't be written. */
export async function noteBackup(path: string, at: EpochMs): Promise<void> {
  const connection = await connectPatiently(path);
  try {
    const dialect = sqliteDialect(connection, createTurns(noteWaitMs));
    await lastBackup(new Kysely<Tables>({ dialect, plugins: [new CamelCasePlugin()] }), () => at).note(at);
  } catch (error) {
    throw asStorageError(error);
  } finally {
    connection.close();
  }
}

async function connectPatiently(path: string): Promise<Connection> {
  for (const until = monotonic() + noteWaitMs; ; await setTimeout(noteRetryMs)) {
    try {
      return connect(path);
    } catch (error) {
      const isInUse = error instanceof StorageError && error.code === 'in-use';
      if (!isInUse || monotonic() > until) throw error;
    }
  }
}

/** Deletes an unfinished copy and its journal; SQLite would roll the journal back into the next copy. */
async function removePartial(partial: string): Promise<void> {
  for (const file of [partial, `${partial}-journal`]) await rm(file, { force: true });
}

function backupError(error: unknown, target: string): unknown {
  const known = asStorageError(error);
  // If a disk is full, it is that of the copy, because the database is only read.
  const ofCopy = known instanceof StorageError && ['unopenable', 'disk-full'].includes(known.code);
  if (known instanceof StorageError && !ofCopy) return known;
  return new StorageError(
    'unopenable',
    `The backup ${target} cannot be written; check its folder and free space.`,
    error,
  );
}
