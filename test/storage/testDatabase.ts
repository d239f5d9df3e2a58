import { randomUUID } from 'node:crypto';
import { existsSync, statfsSync } from 'node:fs';
import { mkdtemp, mkdtempDisposable, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { inject, onTestFinished, type TestContext } from 'vitest';
import { openStorage, type Storage } from '../../src/storage/storage.ts';
import type {} from './postgresRun.ts';

/** The run's PostgreSQL, with a migrated empty database to copy; unset in a run with SQLite. */
const server = inject('postgres');
const admin =
  server === undefined ? undefined : new pg.Pool({ connectionString: server, max: 2, allowExitOnIdle: true });

export interface TestDatabase {
  url: string;
  remove(): Promise<void>;
}

/** An empty database of the run's PostgreSQL; undefined in a run with SQLite. */
export async function createPostgresDatabase(): Promise<TestDatabase | undefined> {
  if (server === undefined || admin === undefined) return undefined;
  const name = `lede_${randomUUID().replaceAll('-', '')}`;
  await admin.query(`create database ${name} template lede_template`);
  const url = new URL(server);
  url.pathname = name;
  return { url: url.href, remove: async () => void (await admin.query(`drop database ${name} with (force)`)) };
}

const inMemory = '/dev/shm';
const inMemoryBytesMin = 1024 ** 3;

/** Where SQLite files are created. In memory if possible: on a busy disk, desks wait for commits half of the time. */
export function databasesFolder(): string {
  if (!existsSync(inMemory)) return tmpdir();
  const { bavail, bsize } = statfsSync(inMemory);
  return bavail * bsize < inMemoryBytesMin ? tmpdir() : inMemory;
}

let migrated: Promise<Buffer> | undefined;

/** An empty migrated SQLite file to copy, because migrating takes longer than everything else at an opening. */
function migratedFile(): Promise<Buffer> {
  migrated ??= (async () => {
    await using folder = await mkdtempDisposable(join(databasesFolder(), 'lede-test-'));
    const file = join(folder.path, 'lede.db');
    await (await openStorage({ url: `file:${file}`, now: () => 0 })).close();
    return readFile(file);
  })();
  return migrated;
}

/**
 * Creates an empty database of the run's engine, already migrated. With SQLite it is in `folder` if one is given; a
 * database that already exists there is kept.
 */
export async function createTestDatabase(folder?: string): Promise<TestDatabase> {
  const postgres = await createPostgresDatabase();
  if (postgres !== undefined) return postgres;
  const own = folder ?? (await mkdtemp(join(databasesFolder(), 'lede-test-')));
  const file = join(own, 'lede.db');
  if (!existsSync(file)) await writeFile(file, await migratedFile());
  const remove = async () => {
    if (folder === undefined) await rm(own, { recursive: true, force: true });
  };
  return { url: `file:${file}`, remove };
}

/** URL of an empty database for a test that accesses it only through its storage; with SQLite it is in memory. */
export async function testDatabaseUrl(): Promise<string> {
  if (server === undefined) return ':memory:';
  const { url, remove } = await createTestDatabase();
  onTestFinished(remove);
  return url;
}

/** A storage on such a database at a fixed time, closed when the test ends. */
export async function emptyTestStorage(now = 0): Promise<Storage> {
  const storage = await openStorage({ url: await testDatabaseUrl(), now: () => now });
  onTestFinished(() => storage.close());
  return storage;
}

/** Skips a test of the SQLite file in a run with PostgreSQL. */
export function onlyWithSqlite(context: TestContext): void {
  context.skip(server !== undefined, 'it is about the file of SQLite');
}
