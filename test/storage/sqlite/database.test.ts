import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setImmediate } from 'node:timers/promises';
import { sql } from 'kysely';
import { describe, expect, onTestFinished, test } from 'vitest';
import { eachRow } from '../../../src/storage/eachRow.ts';
import { connectionOver } from '../../../src/storage/sqlite/connection.ts';
import { openSqlite } from '../../../src/storage/sqlite/engine.ts';
import { closedAtEnd, failure, gate, type Notes, notes, openNotes, scratchFolder } from '../scratch.ts';

const note = (id: string) => ({ id, text: null, amount: null });

describe('a transaction', () => {
  test('is kept whole when its work ends, and gone whole when its work throws', async () => {
    const { db, transaction } = await openNotes();
    expect(
      await transaction(async (trx) => trx.insertInto('notes').values(note('a')).returningAll().execute()),
    ).toEqual([note('a')]);
    const failed = transaction(async (trx) => {
      await trx
        .insertInto('notes')
        .values([note('b'), note('c')])
        .execute();
      throw new Error('no');
    });
    await expect(failed).rejects.toThrow('no');
    expect(await db.selectFrom('notes').select('id').execute()).toEqual([{ id: 'a' }]);
  });

  test('runs alone: queries of others and other transactions wait for its end, in their order', async () => {
    const { db, transaction } = await openNotes();
    const { open, opened } = gate();
    const seen: string[] = [];
    const first = transaction(async (trx) => {
      await trx.insertInto('notes').values(note('a')).execute();
      await opened;
      await trx.insertInto('notes').values(note('b')).execute();
      seen.push('first');
    });
    const count = db
      .selectFrom('notes')
      .select('id')
      .execute()
      .then((rows) => seen.push(`count ${rows.length}`));
    const second = transaction(async () => void seen.push('second'));
    open();
    await Promise.all([first, count, second]);
    expect(seen).toEqual(['first', 'count 2', 'second']);
  });

  test('that stores thousands of rows lets the event loop go on between them, and nobody sees a part of them', async () => {
    const { db, transaction } = await openNotes();
    const rows = Array.from({ length: 5_000 }, (_, nth) => note(`${nth}`));
    let ended = false;
    const stored = transaction(async (trx) => {
      await eachRow<Notes, (typeof rows)[0]>(trx, rows, (of) =>
        trx.insertInto('notes').values({ id: of((row) => row.id) }),
      );
      ended = true;
    });
    const seen = db.selectFrom('notes').select('id').execute();
    let beats = 0;
    for (; !ended; beats += 1) await setImmediate();
    await stored;
    expect(beats).toBeGreaterThan(3);
    expect(await seen).toHaveLength(5_000);
  });

  test('of another task cannot take back what was acknowledged meanwhile', async () => {
    const { db, transaction } = await openNotes();
    const { open, opened } = gate();
    const failing = transaction(async (trx) => {
      await trx.insertInto('notes').values(note('a')).execute();
      await opened;
      throw new Error('no');
    });
    const written = db.insertInto('notes').values(note('b')).execute();
    open();
    await expect(failing).rejects.toThrow('no');
    await written;
    expect(await db.selectFrom('notes').select('id').execute()).toEqual([{ id: 'b' }]);
  });

  test.each([
    [
      'a query of db',
      (database: Awaited<ReturnType<typeof openNotes>>) => database.db.selectFrom('notes').select('id').execute(),
    ],
    ['another transaction', (database: Awaited<ReturnType<typeof openNotes>>) => database.transaction(async () => {})],
    ['closing', (database: Awaited<ReturnType<typeof openNotes>>) => database.close()],
  ])('throws the rule for %s inside it instead of hanging, and is rolled back', async (_name, use) => {
    const database = await openNotes();
    const work = database.transaction(async (trx) => {
      await trx.insertInto('notes').values(note('a')).execute();
      await use(database);
    });
    await expect(work).rejects.toMatchObject({
      code: 'transaction-rule',
      message: expect.stringContaining('Inside a transaction await only its records'),
    });
    expect(await database.db.selectFrom('notes').select('id').execute()).toEqual([]);
  });

  test('that stays open makes whoever waits too long throw the rule, and works on itself', async () => {
    const { db, transaction } = closedAtEnd(await openSqlite<Notes>(':memory:', 20));
    await notes.up(db as never);
    const { open, opened } = gate();
    const slow = transaction(async (trx) => {
      await opened;
      await trx.insertInto('notes').values(note('a')).execute();
    });
    const waiting = [db.selectFrom('notes').select('id').execute(), transaction(async () => {})];
    for (const one of await Promise.allSettled(waiting)) {
      expect(one).toMatchObject({ status: 'rejected', reason: { code: 'transaction-rule' } });
    }
    await expect(db.selectFrom('notes').select('id').execute()).rejects.toThrow('await only its records');
    open();
    await slow;
    expect(await db.selectFrom('notes').select('id').execute()).toEqual([{ id: 'a' }]);
  });

  test('is opened in one way only, since Kysely would not know when the rule is broken', async () => {
    const { db } = await openNotes();
    expect(await failure(db.transaction().execute(async () => {}))).toBe('transaction-rule');
    expect(await db.selectFrom('notes').select('id').execute()).toEqual([]);
  });

  test('that has ended refuses the queries that were forgotten in it', async () => {
    const { transaction, db } = await openNotes();
    const leaked = await transaction(async (trx) => () => trx.insertInto('notes').values(note('a')).execute());
    await expect(leaked()).rejects.toThrow();
    expect(await db.selectFrom('notes').select('id').execute()).toEqual([]);
  });

  test('leaves work that it only started free to use the database later', async () => {
    const { db, transaction } = await openNotes();
    const { open, opened } = gate();
    const later = await transaction(async () => ({
      done: opened.then(() => db.selectFrom('notes').select('id').execute()),
    }));
    open();
    expect(await later.done).toEqual([]);
  });

  test('waits for the disk only when asked to be durable', async () => {
    const { db, transaction } = await openNotes({ url: `file:${join(scratchFolder(), 'lede.db')}` });
    const level = async (on: Parameters<typeof sql.raw>[0], trx = db) =>
      (await sql.raw<{ synchronous: number }>(on).execute(trx)).rows[0]?.synchronous;
    expect(await transaction((trx) => level('pragma synchronous', trx), { durable: true })).toBe(2);
    const failing = transaction(async () => Promise.reject(new Error('no')), { durable: true });
    await expect(failing).rejects.toThrow('no');
    expect(await level('pragma synchronous')).toBe(1);
    expect(await transaction((trx) => level('pragma synchronous', trx))).toBe(1);
  });

  test('that the full disk ended comes back with the disk as reason, and the database works on', async () => {
    const { db, transaction } = await openNotes();
    await sql`pragma max_page_count = 20`.execute(db);
    const full = transaction(async (trx) => {
      for (let id = 0; id < 100; id += 1) {
        await trx
          .insertInto('notes')
          .values({ id: `${id}`, text: 'x'.repeat(4_000), amount: null })
          .execute();
      }
    });
    await expect(full).rejects.toMatchObject({ code: 'disk-full', message: expect.stringContaining('disk is full') });
    await sql`pragma max_page_count = 4000`.execute(db);
    await db.insertInto('notes').values(note('after')).execute();
    expect(await db.selectFrom('notes').select('id').execute()).toEqual([{ id: 'after' }]);
  });
});

describe('a database', () => {
  test('makes its folder, keeps its rows over a restart, and leaves one file and its lock behind', async () => {
    const folder = scratchFolder();
    const url = `file:${join(folder, 'a', 'b', 'lede.db')}`;
    const first = await openNotes({ url });
    await first.db.insertInto('notes').values(note('a')).execute();
    await first.close();
    expect(readdirSync(join(folder, 'a', 'b')).sort()).toEqual(['lede.db', 'lede.db.lock']);
    const second = await openNotes({ url });
    expect(await second.db.selectFrom('notes').selectAll().execute()).toEqual([note('a')]);
  });

  test('writes ahead to a log, holds foreign keys and never waits for a lock without end', async () => {
    const { db } = await openNotes({ url: `file:${join(scratchFolder(), 'lede.db')}` });
    const pragma = async (name: string) =>
      Object.values((await sql.raw<object>(`pragma ${name}`).execute(db)).rows[0] ?? {});
    expect(await pragma('journal_mode')).toEqual(['wal']);
    expect(await pragma('foreign_keys')).toEqual([1]);
    expect(await pragma('busy_timeout')).toEqual([25]);
  });

  test('closes after the work that has begun, and says so to whoever comes later', async () => {
    const { db, transaction, close } = await openNotes();
    const { open, opened } = gate();
    const work = transaction(async (trx) => {
      await opened;
      await trx.insertInto('notes').values(note('a')).execute();
      return 'done';
    });
    const waiting = db.selectFrom('notes').select('id').execute();
    const closing = close();
    expect(await failure(db.selectFrom('notes').select('id').execute())).toBe('closed');
    open();
    expect(await work).toBe('done');
    expect(await waiting).toEqual([{ id: 'a' }]);
    await closing;
    expect(await failure(close())).toBe('closed');
  });

  test('in a place that is not a folder, and over a file that is no database, says what to do', async () => {
    const folder = scratchFolder();
    await (await openNotes({ url: `file:${join(folder, 'lede.db')}` })).close();
    const inFile = openNotes({ url: `file:${join(folder, 'lede.db', 'lede.db')}` });
    await expect(inFile).rejects.toMatchObject({
      code: 'unopenable',
      message: expect.stringContaining('check its path'),
    });
    writeFileSync(join(folder, 'text.db'), 'no database '.repeat(1_000));
    const foreign = openNotes({ url: `file:${join(folder, 'text.db')}` });
    await expect(foreign).rejects.toMatchObject({ code: 'corrupt', message: expect.stringContaining('DATABASE_URL') });
  });

  test('that may only be read says so at the start, though SQLite opens it without a word', async () => {
    const path = join(scratchFolder(), 'lede.db');
    await (await openNotes({ url: `file:${path}` })).close();
    // By a connection that only reads, since the rights of a file say nothing to root.
    const reader = new DatabaseSync(path, { readOnly: true });
    onTestFinished(() => reader.close());
    let refused: unknown;
    try {
      connectionOver(reader);
    } catch (error) {
      refused = error;
    }
    expect(refused).toMatchObject({ code: 'read-only', message: expect.stringContaining('right to write') });
  });

  test('that has become read-only says so on the first write', async () => {
    const { db } = await openNotes();
    await sql`pragma query_only = on`.execute(db);
    const write = db.insertInto('notes').values(note('a')).execute();
    await expect(write).rejects.toMatchObject({
      code: 'read-only',
      message: expect.stringContaining('right to write'),
    });
  });
});

describe('the lock of another program', () => {
  async function lockedNotes() {
    const path = join(scratchFolder(), 'lede.db');
    const database = await openNotes({ url: `file:${path}` });
    const other = new DatabaseSync(path);
    onTestFinished(() => other.close());
    other.exec('begin immediate');
    const { db, transaction } = database;
    const write = (id: string) =>
      transaction((trx) => trx.insertInto('notes').values(note(id)).execute(), { durable: true });
    const ids = async () => (await db.selectFrom('notes').select('id').orderBy('id').execute()).map(({ id }) => id);
    return { db, other, write, ids };
  }

  test('holds up who writes until it is gone, and nothing else of the process', async () => {
    const { db, other, write, ids } = await lockedNotes();
    // The lock goes only by a loop that goes on.
    let beats = 0;
    const beat = setInterval(() => {
      beats += 1;
      if (beats === 5) other.exec('rollback');
    }, 20);
    onTestFinished(() => clearInterval(beat));
    const rows = [note('b'), note('c')];
    await Promise.all([
      db.insertInto('notes').values(note('a')).execute(),
      eachRow(db, rows, (of) =>
        db.insertInto('notes').values({ id: of((row) => row.id), text: of((row) => row.text) }),
      ),
      write('d'),
    ]);
    expect(await ids()).toEqual(['a', 'b', 'c', 'd']);
  });

  test('that stays for a second is an error; nothing of what was refused is stored, and the database works on', async () => {
    const { other, write, ids } = await lockedNotes();
    expect(await failure(write('x'))).toBe('in-use');
    expect(await ids()).toEqual([]);
    other.exec('rollback');
    await write('x');
    expect(await ids()).toEqual(['x']);
  });
});

test('what was deleted stands in no file after it is compacted, also where another program read meanwhile', async () => {
  const path = join(scratchFolder(), 'lede.db');
  const { db, compact, close } = await openNotes({ url: `file:${path}` });
  for (let n = 0; n < 50; n += 1) {
    await db
      .insertInto('notes')
      .values({ id: `${n}`, text: `forgotten ${'y'.repeat(500)}`, amount: null })
      .execute();
  }
  await sql`pragma wal_checkpoint(truncate)`.execute(db);
  const reader = new DatabaseSync(path, { readOnly: true });
  reader.exec('begin');
  reader.prepare('select count(*) from notes').all();
  setTimeout(() => reader.close(), 300);
  await db.deleteFrom('notes').execute();
  await compact();
  await close();
  const files = [path, `${path}-wal`].filter((file) => existsSync(file));
  expect(files.filter((file) => readFileSync(file).includes('forgotten'))).toEqual([]);
});
