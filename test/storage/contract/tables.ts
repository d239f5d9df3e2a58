import type { Kysely } from 'kysely';
import { describe, expect, onTestFinished, test } from 'vitest';
import { engineOf, openDatabase } from '../../../src/storage/database.ts';
import { peopleRecords } from '../../../src/storage/records/servers/people.ts';
import { serverRecords } from '../../../src/storage/records/servers/servers.ts';
import { sweepingRecords, sweptByRule } from '../../../src/storage/records/upkeep/sweeping.ts';
import type { Tables } from '../../../src/storage/schema.ts';
import { tables } from '../../../src/storage/tables.ts';
import { type Dialect, day, emptyDatabase, now } from './dialect.ts';

type Row = Record<string, unknown>;

const inCamelCase = (name: string) => name.replaceAll(/_(.)/g, (_, letter: string) => letter.toUpperCase());

/** A database, with functions that fill and search its tables knowing only their columns. */
async function open(dialect: Dialect) {
  const url = await emptyDatabase(dialect);
  const { migrations } = engineOf(url);
  const { db, close } = await openDatabase<Tables>({ url, migrations, now: () => now });
  onTestFinished(close);
  const any = db as unknown as Kysely<Record<string, Row>>;
  const found = (await any.introspection.getTables())
    .map(({ name, columns }) => ({ name: inCamelCase(name), columns }))
    .filter(({ name }) => name in tables);
  const tablesWith = async (isMeant: (row: Row) => boolean): Promise<string[]> => {
    const names: string[] = [];
    for (const { name } of found) {
      const rows = await any.selectFrom(name).selectAll().execute();
      if (rows.some(isMeant)) names.push(name);
    }
    return names.sort();
  };
  return {
    db,
    found,
    /**
     * Inserts a row into each table. In columns that are not given, texts are `start` with the column's name, and
     * numbers are the current time.
     */
    async fill(given: Row, start = '') {
      for (const { name, columns } of found) {
        const values = columns.map(({ name: column, dataType }): [string, unknown] => {
          const value = /text/i.test(dataType) ? `${start}${name}.${inCamelCase(column)}` : now;
          return [inCamelCase(column), given[inCamelCase(column)] ?? value];
        });
        await any.insertInto(name).values(Object.fromEntries(values)).execute();
      }
    },
    /** The tables that have the value in any column. */
    holding: (value: string) => tablesWith((row) => Object.values(row).includes(value)),
    filled: () => tablesWith(() => true),
  };
}

export function tablesSuite(dialect: Dialect): void {
  describe(`the facts of each table in ${dialect.name}`, () => {
    test('match the tables and key columns of the schema', async () => {
      const { found } = await open(dialect);
      expect(found.map(({ name }) => name).sort()).toEqual(Object.keys(tables).sort());
      for (const { name, columns } of found) {
        const { key } = tables[name as keyof typeof tables];
        expect(columns.map((column) => inCamelCase(column.name))).toEqual(expect.arrayContaining([...key]));
      }
    });

    test('purge everything of a server and nothing of others', async () => {
      const { db, fill, holding } = await open(dialect);
      await fill({ serverId: 'servers.id', deliveryId: 'deliveries.id' });
      await fill({ serverId: 'other/servers.id', deliveryId: 'other/deliveries.id' }, 'other/');
      const others = [await holding('other/servers.id'), await holding('other/deliveries.id')];
      expect(await holding('servers.id')).toEqual(expect.arrayContaining(['alerts', 'deliveries', 'servers']));
      expect(await holding('deliveries.id')).toEqual(expect.arrayContaining(['edits', 'told', 'toldArticles']));
      await serverRecords(db).purge('servers.id');
      expect([await holding('servers.id'), await holding('deliveries.id')]).toEqual([[], []]);
      expect([await holding('other/servers.id'), await holding('other/deliveries.id')]).toEqual(others);
    });

    test('leave nothing of a member who deletes their data, in whatever table', async () => {
      const { db, fill, holding } = await open(dialect);
      await fill({ userId: 'gone', changedBy: 'gone' });
      await fill({ userId: 'other', changedBy: 'other' }, 'other/');
      const all = await holding('other');
      expect(all).toEqual(expect.arrayContaining(['alerts', 'follows', 'people', 'servers']));
      expect(await holding('gone')).toEqual(all);
      await peopleRecords(db).forget('gone');
      expect([await holding('gone'), await holding('other')]).toEqual([[], all]);
    });

    test('let rows be swept once they are over, and no earlier', async () => {
      const { db, fill, filled } = await open(dialect);
      await fill({});
      const all = await filled();
      const { sweep } = sweepingRecords(db);
      for (const table of sweptByRule) expect(await sweep(table, now - 1, 0, 9), table).toBe(0);
      expect(await filled()).toEqual(all);
      for (const table of sweptByRule) expect(await sweep(table, now + 3 * day, 3 * day, 9), table).toBe(1);
      expect(await filled()).toEqual(all.filter((name) => !sweptByRule.includes(name as never)));
    });
  });
}
