import { join } from 'node:path';
import { sql } from 'kysely';
import { describe, expect, onTestFinished, test } from 'vitest';
import { openDatabase } from '../../src/storage/database.ts';
import { type KeyvTables, openKeyv, sweepKeyv } from '../../src/storage/keyv.ts';
import { schema } from '../../src/storage/sqlite/migrations/001-schema.ts';
import { failure, gate, scratchFolder } from './scratch.ts';

/**
 * A database with the Keyv table and a clock that only the test moves; 1990, so that the machine's clock is never
 * meant.
 */
async function desk(url = ':memory:') {
  const clock = { now: Date.UTC(1990, 0, 1) };
  const now = () => clock.now;
  const database = await openDatabase<KeyvTables>({ url, migrations: [schema], now });
  onTestFinished(() => database.close().catch(() => undefined));
  const open = <Value>(namespace: string, ttlMs?: number) => openKeyv<Value>(database.db, { namespace, now, ttlMs });
  return { database, clock, open };
}

describe('a Keyv namespace', () => {
  test('gives back what was set, says what it has, and forgets what was deleted', async () => {
    const { open } = await desk();
    const servers = open<{ zone: string } | null | number>('servers');
    expect(await servers.get('a')).toBeUndefined();
    expect(await servers.set('a', { zone: 'Europe/Berlin' })).toBe(true);
    await servers.set('none', null);
    await servers.set('zero', 0);
    expect(await servers.get('a')).toEqual({ zone: 'Europe/Berlin' });
    expect([await servers.get('none'), await servers.get('zero')]).toEqual([null, 0]);
    expect([await servers.has('a'), await servers.has('b')]).toEqual([true, false]);
    await servers.set('a', { zone: 'Asia/Tokyo' });
    expect(await servers.get('a')).toEqual({ zone: 'Asia/Tokyo' });
    expect([await servers.delete('a'), await servers.delete('a')]).toEqual([true, false]);
    expect(await servers.get('a')).toBeUndefined();
  });

  test('takes many keys at once, in the order asked, more than one statement holds', async () => {
    const { open } = await desk();
    const store = open<number>('many');
    const keys = Array.from({ length: 1_201 }, (_, n) => `key ${n}`);
    expect(await store.setMany(keys.map((key, value) => ({ key, value })))).toEqual(keys.map(() => true));
    expect(await store.getMany(['key 1200', 'none', 'key 0', 'key 0'])).toEqual([1_200, undefined, 0, 0]);
    expect(await store.getMany(keys)).toEqual(keys.map((_, n) => n));
    expect(await store.hasMany(['key 1', 'none'])).toEqual([true, false]);
    expect(await store.deleteMany(['key 1', 'none'])).toEqual([true, false]);
    expect(await store.hasMany(['key 1', 'key 2'])).toEqual([false, true]);
    await store.setMany([
      { key: 'twice', value: 1 },
      { key: 'twice', value: 2 },
    ]);
    expect(await store.get('twice')).toBe(2);
    expect([await store.getMany([]), await store.setMany([]), await store.deleteMany([])]).toEqual([[], [], []]);
  });

  test('is its own: equal keys, clearing and reading through do not touch another', async () => {
    const { open } = await desk();
    const [one, two] = [open<string>('one'), open<string>('two')];
    await Promise.all([one.set('key', '1'), two.set('key', '2'), two.set('more', '2')]);
    const read = async (store: typeof one) => {
      const entries: unknown[] = [];
      for await (const entry of store.iterator()) entries.push(entry);
      return entries;
    };
    expect(await read(one)).toEqual([['key', '1']]);
    expect(await read(two)).toEqual([
      ['key', '2'],
      ['more', '2'],
    ]);
    await one.clear();
    expect([await read(one), await two.get('key'), one.namespace]).toEqual([[], '2', 'one']);
    expect(await open<string>('two').get('more')).toBe('2');
  });

  test('is read through while rows come and go, and without holding the connection', async () => {
    const { open } = await desk();
    const store = open<number>('through');
    await store.setMany(Array.from({ length: 450 }, (_, n) => ({ key: String(n).padStart(3, '0'), value: n })));
    const seen: number[] = [];
    for await (const [, value] of store.iterator()) {
      seen.push(value);
      await store.delete(String(value).padStart(3, '0'));
    }
    expect(seen).toEqual(Array.from({ length: 450 }, (_, n) => n));
    expect(await store.has('000')).toBe(false);
  });

  test('takes any text as key and value', async () => {
    const { open } = await desk();
    const store = open<string>('texts');
    const texts = [
      "'; drop table keyv; --",
      'ключ',
      '🦔',
      'a:b::c',
      ' a ',
      '%_',
      'a\u0000b',
      '__proto__',
      'x'.repeat(9_000),
    ];
    for (const text of texts) await store.set(text, text);
    expect(await store.getMany(texts)).toEqual(texts);
  });

  test('keeps its rows over a restart', async () => {
    const url = `file:${join(scratchFolder(), 'lede.db')}`;
    const first = await desk(url);
    await first.open('session').set('gateway', { seq: 7 });
    await first.database.close();
    const second = await desk(url);
    expect(await second.open('session').get('gateway')).toEqual({ seq: 7 });
  });
});

describe('a time to live', () => {
  test('goes by the wall clock it was given, to the millisecond, in every way of reading', async () => {
    const { open, clock } = await desk();
    const store = open<number>('robots');
    await store.set('brief', 1, 1_000);
    await store.setMany([{ key: 'long', value: 2, ttl: 2_000 }]);
    await store.set('ever', 3);
    const live = async () => {
      const iterated: string[] = [];
      for await (const [key] of store.iterator()) iterated.push(key);
      const keys = ['brief', 'ever', 'long'];
      const many = await store.getMany(keys);
      const has = await store.hasMany(keys);
      for (const [index, key] of keys.entries()) {
        expect([await store.has(key), (await store.get(key)) !== undefined]).toEqual([has[index], has[index]]);
        expect([many[index] !== undefined, iterated.includes(key)]).toEqual([has[index], has[index]]);
      }
      return iterated;
    };
    expect(await live()).toEqual(['brief', 'ever', 'long']);
    clock.now += 999;
    expect(await live()).toEqual(['brief', 'ever', 'long']);
    clock.now += 1;
    expect(await live()).toEqual(['ever', 'long']);
    expect(await store.delete('brief')).toBe(false);
    clock.now += 10 ** 12;
    expect(await live()).toEqual(['ever']);
  });

  test('is the namespace’s unless the set has its own, starts again with each set, and may not be nothing', async () => {
    const { open, clock } = await desk();
    const store = open<number>('state', 1_000);
    await store.set('own', 1, 5_000);
    await store.set('default', 1);
    clock.now += 900;
    await store.set('default', 2);
    clock.now += 900;
    expect(await store.getMany(['own', 'default'])).toEqual([1, 2]);
    clock.now += 100;
    expect(await store.getMany(['own', 'default'])).toEqual([1, undefined]);
    for (const ttl of [0, -1, Number.NaN, Number.POSITIVE_INFINITY]) {
      await expect(store.set('bad', 1, ttl)).rejects.toThrow(RangeError);
    }
    expect(await store.has('bad')).toBe(false);
  });

  test('that is over lets the row be swept, a bounded number at a time', async () => {
    const { open, clock, database } = await desk();
    const [one, two] = [open<number>('one', 10), open<number>('two')];
    await one.setMany(Array.from({ length: 5 }, (_, n) => ({ key: `${n}`, value: n })));
    await two.set('ever', 1);
    expect(await sweepKeyv(database.db, clock.now, 3)).toBe(0);
    clock.now += 10;
    const swept = [];
    for (let n = 0; n < 3; n += 1) swept.push(await sweepKeyv(database.db, clock.now, 3));
    expect(swept).toEqual([3, 2, 0]);
    expect(await database.db.selectFrom('keyv').select('key').execute()).toEqual([{ key: 'ever' }]);
  });
});

describe('what Keyv acknowledged', () => {
  test('stands although a transaction of another task, open at that time, is rolled back', async () => {
    const { open, database } = await desk();
    const store = open<string>('servers');
    const { open: go, opened } = gate();
    const failing = database.transaction(async (trx) => {
      await trx.insertInto('keyv').values({ namespace: 'other', key: 'a', value: '{}', expiresAt: null }).execute();
      await opened;
      throw new Error('no');
    });
    const acknowledged = store.set('a', 'kept');
    go();
    await expect(failing).rejects.toThrow('no');
    expect(await acknowledged).toBe(true);
    expect(await store.get('a')).toBe('kept');
  });

  test('was never inside a transaction: there, Keyv throws the rule', async () => {
    const { open, database } = await desk();
    const store = open<string>('servers');
    expect(await failure(database.transaction(() => store.set('a', 'x')))).toBe('transaction-rule');
    expect(await failure(database.transaction(() => store.get('a')))).toBe('transaction-rule');
    expect(await store.get('a')).toBeUndefined();
  });
});

describe('an error of the database', () => {
  test('comes out of every call of Keyv instead of an answer', async () => {
    const { open, database } = await desk();
    const store = open<string>('servers');
    await store.set('a', 'x');
    await sql`alter table keyv rename to gone`.execute(database.db);
    const read = async () => {
      for await (const entry of store.iterator()) expect(entry).toBeUndefined();
    };
    const calls = [
      () => store.get('a'),
      () => store.getMany(['a']),
      () => store.set('a', 'y'),
      () => store.setMany([{ key: 'a', value: 'y' }]),
      () => store.has('a'),
      () => store.hasMany(['a']),
      () => store.delete('a'),
      () => store.deleteMany(['a']),
      () => store.clear(),
      read,
    ];
    for (const call of calls) await expect(call()).rejects.toThrow('no such table');
  });

  test('or a row that is no JSON is thrown, not taken for a missing key', async () => {
    const { open, database } = await desk();
    await database.db.insertInto('keyv').values({ namespace: 'a', key: 'a', value: '{', expiresAt: null }).execute();
    await expect(open('a').get('a')).rejects.toThrow(SyntaxError);
  });
});
