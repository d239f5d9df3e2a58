import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { failure, openNotes } from '../scratch.ts';

describe('a parameter', () => {
  test('comes back unchanged; a whole number is stored as an integer, also in a text column', async () => {
    const { db } = await openNotes();
    for (const value of ['ÅÄÖ \u0000 “x”', 42, 0.5, Number.MAX_SAFE_INTEGER, null, new Uint8Array([0, 255])]) {
      expect((await sql<{ back: unknown }>`select ${value} as back`.execute(db)).rows[0]?.back).toEqual(value);
    }
    const { rows } =
      await sql`insert into notes values ('a', ${5}, ${5n}) returning text, typeof(amount) as kind`.execute(db);
    expect(rows).toEqual([{ text: '5', kind: 'integer' }]);
  });

  test.each([
    ['undefined', undefined],
    ['a boolean', true],
    ['a date', new Date(0)],
    ['a plain object', { id: 'a' }],
    ['a list', ['a']],
    ['NaN', Number.NaN],
    ['a view that is not bytes', new Float64Array(1)],
    ['an object without prototype', Object.create(null)],
  ])('that is %s is refused at every place, and nothing is stored', async (_name, value) => {
    const { db } = await openNotes();
    expect(await failure(sql`insert into notes values (${value}, 'x', 1)`.execute(db))).toBe('bad-parameter');
    expect(await failure(sql`insert into notes values ('a', 'x', ${value})`.execute(db))).toBe('bad-parameter');
    expect(await db.selectFrom('notes').select('id').execute()).toEqual([]);
  });

  test('is never quoted in the error about it', async () => {
    const { db } = await openNotes();
    const refused = sql`select ${{ secret: 'hunter2' }}`.execute(db);
    await expect(refused).rejects.toThrow(/^Parameter 1 is a Object; only text/);
  });
});

describe('a statement', () => {
  test('answers rows when it has columns and counts when it has none', async () => {
    const { db } = await openNotes();
    const rows = [1, 2, 3].map((n) => ({ id: `${n}`, text: 'x', amount: n }));
    expect((await db.insertInto('notes').values(rows).executeTakeFirst()).numInsertedOrUpdatedRows).toBe(3n);
    const update = db.updateTable('notes').set({ text: 'y' }).where('amount', '>', 1);
    expect((await update.executeTakeFirst()).numUpdatedRows).toBe(2n);
    expect(await update.returning('id').execute()).toEqual([{ id: '2' }, { id: '3' }]);
    expect((await db.deleteFrom('notes').executeTakeFirst()).numDeletedRows).toBe(3n);
  });

  test('that ran before sees a table that has changed since', async () => {
    const { db } = await openNotes();
    const all = () => sql`select * from notes`.execute(db);
    await sql`insert into notes (id) values ('a')`.execute(db);
    expect((await all()).rows).toEqual([{ id: 'a', text: null, amount: null }]);
    await sql`alter table notes add column more text default 'm'`.execute(db);
    expect((await all()).rows).toEqual([{ id: 'a', text: null, amount: null, more: 'm' }]);
  });

  test('that breaks a constraint keeps SQLite’s own error, and a number beyond the safe ones throws on reading', async () => {
    const { db } = await openNotes();
    const insert = () => db.insertInto('notes').values({ id: 'a', text: null, amount: null }).execute();
    await insert();
    await expect(insert()).rejects.toMatchObject({ code: 'ERR_SQLITE_ERROR', errcode: 1555 });
    await expect(sql`select ${2n ** 60n} as big`.execute(db)).rejects.toThrow('too large');
  });
});
