import { copyFileSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setImmediate } from 'node:timers/promises';
import { type Kysely, sql } from 'kysely';
import { describe, expect, onTestFinished, test } from 'vitest';
import { eachRow } from '../../../src/storage/eachRow.ts';
import { connectionOver } from '../../../src/storage/sqlite/connection.ts';
import { openSqlite } from '../../../src/storage/sqlite/engine.ts';
import { closedAtEnd, gate, idsOf, type Notes, notes, openNotes, put, refused, scratchFolder } from '../scratch.ts';

const freshPath = () => join(scratchFolder(), 'lede.db');

describe('a transaction', () => {
  test('runs alone: queries of others and other transactions wait for its end, in their order', async () => {
    const { db, transaction } = await openNotes();
    const { open, opened } = gate();
    const seen: string[] = [];
    const first = transaction(async (trx) => {
      await put(trx, 'a');
      await opened;
      await put(trx, 'b');
      seen.push('first');
    });
    const all = db.selectFrom('notes').select('id').execute();
    const count = all.then((rows) => seen.push(`count ${rows.length}`));
    const second = transaction(async () => void seen.push('second'));
    open();
    await Promise.all([first, count, second]);
    expect(seen).toEqual(['first', 'count 2', 'second']);
  });

  test('that stores thousands of rows lets the event loop go on between them, and nobody sees a part of them', async () => {
    const { db, transaction } = await openNotes();
    const rows = Array.from({ length: 5_000 }, (_, nth) => ({ id: `${nth}` }));
    let ended = false;
    const stored = transaction(async (trx) => {
      await eachRow<Notes, { id: string }>(trx, rows, (of) => trx.insertInto('notes').values(of.columns('id')));
      ended = true;
    });
    const seen = idsOf(db);
    let beats = 0;
    for (; !ended; beats += 1) await setImmediate();
    await stored;
    expect(beats).toBeGreaterThan(3);
    expect(await seen).toHaveLength(5_000);
  });

  test('that stays open makes tasks that wait too long fail with the rule, and goes on itself', async () => {
    const { db, transaction } = closedAtEnd(await openSqlite<Notes>(':memory:', 20));
    await notes.up(db as never);
    const { open, opened } = gate();
    const slow = transaction(async (trx) => {
      await opened;
      await put(trx, 'a');
    });
    for (const one of await Promise.allSettled([idsOf(db), transaction(async () => {})])) {
      expect(one).toMatchObject({ status: 'rejected', reason: { code: 'transaction-rule' } });
    }
    open();
    await slow;
    expect(await idsOf(db)).toEqual(['a']);
  });

  test('waits for the disk only when asked to be durable', async () => {
    const { db, transaction } = await openNotes({ url: `file:${freshPath()}` });
    const level = async (on: Kysely<Notes>) =>
      (await sql<{ synchronous: number }>`pragma synchronous`.execute(on)).rows[0]?.synchronous;
    expect(await transaction(level, { durable: true })).toBe(2);
    const failing = transaction(async () => Promise.reject(new Error('no')), { durable: true });
    await expect(failing).rejects.toThrow('no');
    expect(await level(db)).toBe(1);
    expect(await transaction(level)).toBe(1);
  });

  test('that a full disk ended fails with that reason, and the database keeps working', async () => {
    const { db, transaction } = await openNotes();
    await sql`pragma max_page_count = 20`.execute(db);
    const full = transaction(async (trx) => {
      const text = 'x'.repeat(4_000);
      const rows = Array.from({ length: 100 }, (_, id) => ({ id: `${id}`, text, amount: null }));
      for (const row of rows) await trx.insertInto('notes').values(row).execute();
    });
    await refused(full, 'disk-full', 'disk is full');
    await sql`pragma max_page_count = 4000`.execute(db);
    await put(db, 'after');
    expect(await idsOf(db)).toEqual(['after']);
  });
});

describe('a database', () => {
  test('makes its folder, keeps its rows over a restart, and leaves one file and its lock behind', async () => {
    const folder = join(scratchFolder(), 'a', 'b');
    const url = `file:${join(folder, 'lede.db')}`;
    const first = await openNotes({ url });
    await put(first.db, 'a');
    await first.close();
    expect(readdirSync(folder).sort()).toEqual(['lede.db', 'lede.db.lock']);
    expect(await idsOf((await openNotes({ url })).db)).toEqual(['a']);
  });

  test('writes ahead to a log, and never waits for a lock without end', async () => {
    const { db } = await openNotes({ url: `file:${freshPath()}` });
    const { rows } = await sql`select journal_mode, timeout from pragma_journal_mode, pragma_busy_timeout`.execute(db);
    expect(rows).toEqual([{ journalMode: 'wal', timeout: 25 }]);
  });

  test('at a path that isn’t in a folder, or of a file that isn’t a database, says what to do', async () => {
    const file = join(scratchFolder(), 'text.db');
    writeFileSync(file, 'no database '.repeat(1_000));
    await refused(openNotes({ url: `file:${join(file, 'lede.db')}` }), 'unopenable', 'check its path');
    await refused(openNotes({ url: `file:${file}` }), 'corrupt', 'DATABASE_URL');
  });

  test('over a database of another program leaves it and its folder as they are', async () => {
    for (const mode of ['delete', 'wal']) {
      const folder = scratchFolder();
      const path = join(folder, 'theirs.db');
      const theirs = new DatabaseSync(path);
      theirs.exec(`pragma journal_mode = ${mode}; create table users (name text); insert into users values ('Ada')`);
      theirs.close();
      const before = readFileSync(path);
      await refused(openSqlite(`file:${path}`), 'unknown-schema', 'belongs to another program');
      expect(readFileSync(path)).toEqual(before);
      expect(readdirSync(folder)).toEqual(['theirs.db']);
    }
  });

  test('over a file that a kill left without a byte, or before its log was written back, goes on with it', async () => {
    const path = freshPath();
    writeFileSync(path, '');
    const { db, close } = await openNotes({ url: `file:${path}` });
    await put(db, 'a');
    const killed = join(scratchFolder(), 'lede.db');
    for (const end of ['', '-wal']) copyFileSync(path + end, killed + end);
    await close();
    const again = await openNotes({ url: `file:${killed}` });
    expect(await idsOf(again.db)).toEqual(['a']);
  });

  test('that may only be read says so at the start, or on the first write if it has become so', async () => {
    const readOnly = { code: 'read-only', message: expect.stringContaining('right to write') };
    const path = freshPath();
    await (await openNotes({ url: `file:${path}` })).close();
    // Uses a read-only connection, because file permissions don't apply to root.
    const reader = new DatabaseSync(path, { readOnly: true });
    onTestFinished(() => reader.close());
    await expect(async () => connectionOver(reader)).rejects.toMatchObject(readOnly);
    const { db } = await openNotes();
    await sql`pragma query_only = on`.execute(db);
    await expect(put(db, 'a')).rejects.toMatchObject(readOnly);
  });
});

describe('the lock of another program', () => {
  async function lockedNotes() {
    const path = freshPath();
    const { db, transaction } = await openNotes({ url: `file:${path}` });
    const other = new DatabaseSync(path);
    onTestFinished(() => other.close());
    other.exec('begin immediate');
    return { db, other, write: (id: string) => transaction((trx) => put(trx, id), { durable: true }) };
  }

  test('holds up writes until it is released, and nothing else in the process', async () => {
    const { db, other, write } = await lockedNotes();
    // The lock is released only if the event loop keeps running.
    let beats = 0;
    const beat = setInterval(() => {
      beats += 1;
      if (beats === 5) other.exec('rollback');
    }, 20);
    onTestFinished(() => clearInterval(beat));
    await Promise.all([
      put(db, 'a'),
      eachRow(db, [{ id: 'b' }, { id: 'c' }], (of) => db.insertInto('notes').values(of.columns('id'))),
      write('d'),
    ]);
    expect(await idsOf(db)).toEqual(['a', 'b', 'c', 'd']);
  });

  test('held for a second is an error; nothing refused is stored, and the database keeps working', async () => {
    const { db, other, write } = await lockedNotes();
    await refused(write('x'), 'in-use', '');
    expect(await idsOf(db)).toEqual([]);
    other.exec('rollback');
    await write('x');
    expect(await idsOf(db)).toEqual(['x']);
  });
});

test('deleted data is in no file after compacting, even if another program read meanwhile', async () => {
  const path = freshPath();
  const { db, compact, close } = await openNotes({ url: `file:${path}` });
  await put(db, ...Array.from({ length: 50 }, (_, n) => `${n} forgotten ${'y'.repeat(500)}`));
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
