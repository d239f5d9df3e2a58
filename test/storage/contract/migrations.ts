import type { Kysely } from 'kysely';
import { describe, expect, test } from 'vitest';
import type { Migration } from '../../../src/storage/engine.ts';
import { failure, notes, openNotes, refused } from '../scratch.ts';
import { type Dialect, emptyDatabase } from './dialect.ts';

const column: Migration = {
  name: 'column',
  up: (db) => db.schema.alterTable('notes').addColumn('seen', 'integer').execute(),
};
const other: Migration = { name: 'other', up: async () => {} };
const half: Migration = { name: 'half', up: (db) => db.schema.createTable('half').addColumn('id', 'text').execute() };
const broken: Migration = {
  name: 'broken',
  async up(db) {
    await half.up(db);
    await db.schema.dropTable('nowhere').execute();
  },
};

export function migrationsSuite(dialect: Dialect): void {
  describe(`migrations in ${dialect.name}`, () => {
    test('run once each, in their order, and the version and time of each are kept', async () => {
      const url = await emptyDatabase(dialect);
      await (await openNotes({ url, now: () => 1_000 })).close();
      await (await openNotes({ url, migrations: [notes, column], now: () => 2_000 })).close();
      const database = await openNotes({ url, migrations: [notes, column], now: () => 3_000 });
      const db = database.db as unknown as Kysely<{ schemaVersion: object; notes: { seen: number } }>;
      expect(await db.selectFrom('schemaVersion').selectAll().execute()).toEqual([
        { version: 1, name: 'notes', appliedAt: 1_000 },
        { version: 2, name: 'column', appliedAt: 2_000 },
      ]);
      expect(await db.selectFrom('notes').select('seen').execute()).toEqual([]);
    });

    test('of a newer Lede are refused with a sentence, and the database can be opened again', async () => {
      const url = await emptyDatabase(dialect);
      await (await openNotes({ url, migrations: [notes, column] })).close();
      await refused(openNotes({ url }), 'newer-version', 'schema version 2 and this Lede knows 1: start the newer');
      await openNotes({ url, migrations: [notes, column] });
    });

    test('under another name are refused, since the schema is then another one', async () => {
      const url = await emptyDatabase(dialect);
      await (await openNotes({ url })).close();
      expect(await failure(openNotes({ url, migrations: [other, column] }))).toBe('unknown-schema');
      await (await openNotes({ url, migrations: [notes, column] })).close();
      expect(await failure(openNotes({ url, migrations: [other] }))).toBe('unknown-schema');
    });

    test('that fail are undone, and earlier ones stay', async () => {
      const url = await emptyDatabase(dialect);
      await expect(openNotes({ url, migrations: [notes, broken] })).rejects.toMatchObject({
        code: 'migration-failed',
        message: expect.stringMatching(/^The migration "broken" failed; nothing of it was kept. The reason: .*nowhere/),
        cause: { message: expect.stringContaining('nowhere') },
      });
      const { db } = await openNotes({ url, migrations: [notes, half] });
      expect(await db.selectFrom('notes').selectAll().execute()).toEqual([]);
    });
  });
}
