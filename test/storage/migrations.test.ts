import { join } from 'node:path';
import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import type { Migration } from '../../src/storage/migrate.ts';
import { failure, notes, openNotes, scratchFolder } from './scratch.ts';

const step = (name: string, statement: string): Migration => ({
  name,
  up: async (db) => void (await sql.raw(statement).execute(db)),
});
const column = step('column', 'alter table notes add column seen integer');
const fresh = () => `file:${join(scratchFolder(), 'lede.db')}`;

describe('migrations', () => {
  test('run once each, in their order, and the version and time of each are kept', async () => {
    const url = fresh();
    await (await openNotes({ url, now: () => 1_000 })).close();
    await (await openNotes({ url, migrations: [notes, column], now: () => 2_000 })).close();
    const { db } = await openNotes({ url, migrations: [notes, column], now: () => 3_000 });
    expect((await sql`select * from schema_version`.execute(db)).rows).toEqual([
      { version: 1, name: 'notes', appliedAt: 1_000 },
      { version: 2, name: 'column', appliedAt: 2_000 },
    ]);
    expect((await sql`select seen from notes`.execute(db)).rows).toEqual([]);
  });

  test('of a newer Lede are refused with a sentence, before anything is written, and the lock is free again', async () => {
    const url = fresh();
    await (await openNotes({ url, migrations: [notes, column] })).close();
    const older = openNotes({ url });
    await expect(older).rejects.toMatchObject({
      code: 'newer-version',
      message: expect.stringContaining('schema version 2 and this Lede knows 1: start the newer Lede'),
    });
    const { db } = await openNotes({ url, migrations: [notes, column] });
    expect((await sql`select count(*) as count from schema_version`.execute(db)).rows).toEqual([{ count: 2 }]);
  });

  test('under another name are refused, since the schema is then another one', async () => {
    const url = fresh();
    await (await openNotes({ url })).close();
    expect(await failure(openNotes({ url, migrations: [step('other', 'select 1'), column] }))).toBe('unknown-schema');
    await (await openNotes({ url, migrations: [notes, column] })).close();
    expect(await failure(openNotes({ url, migrations: [step('other', 'select 1')] }))).toBe('unknown-schema');
  });

  test('that fail leave nothing of themselves and everything of those before', async () => {
    const url = fresh();
    const broken: Migration = {
      name: 'broken',
      async up(db) {
        await sql`create table half (id text)`.execute(db);
        await sql`insert into nowhere values (1)`.execute(db);
      },
    };
    await expect(openNotes({ url, migrations: [notes, broken] })).rejects.toMatchObject({
      code: 'migration-failed',
      message: expect.stringContaining('"broken"'),
      cause: { message: 'no such table: nowhere' },
    });
    const { db } = await openNotes({ url });
    const tables = await sql<{ name: string }>`select name from sqlite_schema where type = 'table'`.execute(db);
    expect(tables.rows.map((row) => row.name)).toEqual(['schema_version', 'notes']);
  });
});
