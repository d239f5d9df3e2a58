import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { connect } from '../../../src/storage/sqlite/connection.ts';
import { failure, openNotes } from '../scratch.ts';

describe('a parameter', () => {
  const stored = [
    ['text', 'ÅÄÖ \u0000 “x”'],
    ['a whole number', 42],
    ['a fraction', 0.5],
    ['the largest safe number', Number.MAX_SAFE_INTEGER],
    ['bigint', 42n],
    ['null', null],
    ['bytes', new Uint8Array([0, 255])],
    ['a buffer', Buffer.from('x')],
  ] as const;
  test.each(stored)('that is %s comes back as it went in', async (_name, value) => {
    const { db } = await openNotes();
    const { rows } = await sql<{ back: unknown }>`select ${value} as back`.execute(db);
    const back =
      typeof value === 'bigint' ? Number(value) : value instanceof Uint8Array ? new Uint8Array(value) : value;
    expect(rows[0]?.back).toEqual(back);
  });

  test.each([
    ['undefined', undefined],
    ['a boolean', true],
    ['a date', new Date(0)],
    ['a plain object', { id: 'a' }],
    ['a list', ['a']],
    ['NaN', Number.NaN],
    ['infinity', Number.POSITIVE_INFINITY],
    ['a symbol', Symbol('a')],
    ['a view that is not bytes', new Float64Array(1)],
    ['an object without prototype', Object.create(null)],
  ])('that is %s is refused at every place, and nothing is stored', async (_name, value) => {
    const { db } = await openNotes();
    expect(await failure(sql`insert into notes values (${value}, 'x', 1)`.execute(db))).toBe('bad-parameter');
    expect(await failure(sql`insert into notes values ('a', 'x', ${value})`.execute(db))).toBe('bad-parameter');
    expect(await db.selectFrom('notes').select('id').execute()).toEqual([]);
  });

  test('that is a whole number stands as an integer, in a text column too', async () => {
    const { db } = await openNotes();
    const { rows } =
      await sql`insert into notes values ('a', ${5}, ${5}) returning text, typeof(amount) as kind`.execute(db);
    expect(rows).toEqual([{ text: '5', kind: 'integer' }]);
  });

  test('is never quoted in the error that refuses it', async () => {
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

  test('that was run before sees a table that was changed since', async () => {
    const { db } = await openNotes();
    const all = () => sql`select * from notes`.execute(db);
    await sql`insert into notes (id) values ('a')`.execute(db);
    expect((await all()).rows).toEqual([{ id: 'a', text: null, amount: null }]);
    await sql`alter table notes add column more text default 'm'`.execute(db);
    expect((await all()).rows).toEqual([{ id: 'a', text: null, amount: null, more: 'm' }]);
  });

  test('that differs a thousand times is not kept a thousand times', () => {
    const connection = connect(':memory:');
    const prepared: string[] = [];
    const { raw } = connection;
    const prepare = raw.prepare.bind(raw);
    raw.prepare = (text: string) => {
      prepared.push(text);
      return prepare(text);
    };
    for (let n = 0; n < 1_000; n += 1) connection.run(`select ${n}`, []);
    expect(prepared).toHaveLength(1_000);
    connection.run('select 999', []);
    expect(prepared).toHaveLength(1_000);
    connection.run('select 0', []);
    expect(prepared).toHaveLength(1_001);
    connection.close();
  });

  test('that breaks a constraint keeps SQLite’s own error, and a number beyond the safe ones throws on reading', async () => {
    const { db } = await openNotes();
    const insert = () => db.insertInto('notes').values({ id: 'a', text: null, amount: null }).execute();
    await insert();
    await expect(insert()).rejects.toMatchObject({ code: 'ERR_SQLITE_ERROR', errcode: 1555 });
    await expect(sql`select ${2n ** 60n} as big`.execute(db)).rejects.toThrow('too large');
  });

  test('is not streamed, because a slow reader would hold the only connection', async () => {
    const { db } = await openNotes();
    const read = async () => {
      for await (const row of db.selectFrom('notes').selectAll().stream()) expect(row).toBeUndefined();
    };
    await expect(read()).rejects.toThrow('pages by key');
    expect(await db.selectFrom('notes').select('id').execute()).toEqual([]);
  });

  test('can make and search a full-text table, in a transaction as well', async () => {
    const { transaction } = await openNotes();
    const found = await transaction(async (trx) => {
      await sql`create virtual table texts using fts5(body, tokenize = 'unicode61 remove_diacritics 2')`.execute(trx);
      await sql`insert into texts values (${'Fähre im Sund'})`.execute(trx);
      return sql<{ body: string }>`select body from texts where texts match ${'fahre'}`.execute(trx);
    });
    expect(found.rows).toEqual([{ body: 'Fähre im Sund' }]);
  });
});
