import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Kysely } from 'kysely';
import { expect, onTestFinished } from 'vitest';
import { openDatabase } from '../../src/storage/database.ts';
import type { Database, Migration } from '../../src/storage/engine.ts';

export type Notes = { notes: { id: string; text: string | null; amount: number | null } };

export const notes: Migration = {
  name: 'notes',
  async up(db) {
    await db.schema
      .createTable('notes')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('text', 'text')
      .addColumn('amount', 'integer')
      .execute();
  },
};

export const put = (db: Kysely<Notes>, ...ids: string[]) =>
  db
    .insertInto('notes')
    .values(ids.map((id) => ({ id })) as Notes['notes'][])
    .execute();

export const idsOf = async (db: Kysely<Notes>): Promise<string[]> =>
  (await db.selectFrom('notes').select('id').orderBy('id').execute()).map(({ id }) => id);

/** A temporary folder, removed when the test ends. */
export function scratchFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'lede-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Closes the database when the test ends, even if the test has already closed it. */
export function closedAtEnd<Tables>(database: Database<Tables>): Database<Tables> {
  onTestFinished(() => database.close().catch(() => undefined));
  return database;
}

export async function openNotes(options: { url?: string; migrations?: Migration[]; now?: () => number } = {}) {
  return closedAtEnd(await openDatabase<Notes>({ url: ':memory:', migrations: [notes], now: () => 0, ...options }));
}

const codeOf = (error: unknown): unknown => (error instanceof Error && 'code' in error ? error.code : error);

/** The code of the error with which the work fails, or its result if it succeeds. */
export const failure = (work: Promise<unknown>): Promise<unknown> => work.catch(codeOf);

/** Expects that the work fails with this code and these words. */
export const refused = (work: Promise<unknown>, code: string, words: string): Promise<void> =>
  expect(work).rejects.toMatchObject({ code, message: expect.stringContaining(words) });

/** A promise and the means to settle it, for work that a test holds open. */
export function gate(): { open: () => void; opened: Promise<void> } {
  const { promise, resolve } = Promise.withResolvers<void>();
  return { open: resolve, opened: promise };
}
