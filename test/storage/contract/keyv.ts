import { describe, expect, onTestFinished, test } from 'vitest';
import type { KeyValues } from '../../../src/storage/keyv.ts';
import { openStorage } from '../../../src/storage/storage.ts';
import { failure, gate } from '../scratch.ts';
import { type Dialect, emptyDatabase } from './dialect.ts';

/**
 * A database with the Keyv table and a clock that only the test moves. It starts in 1990, so that a use of the
 * machine's clock would be noticed.
 */
async function deskAt(url: string) {
  const clock = { now: Date.UTC(1990, 0, 1) };
  const storage = await openStorage({ url, now: () => clock.now });
  onTestFinished(() => storage.close().catch(() => undefined));
  return { storage, clock, open: storage.keyv };
}

const all = <Value>(store: KeyValues<Value>, keys: readonly string[]) => Promise.all(keys.map((key) => store.get(key)));

export function keyvSuite(dialect: Dialect): void {
  const desk = async () => deskAt(await emptyDatabase(dialect));

  describe(`a Keyv namespace in ${dialect.name}`, () => {
    test('gives back what was set, also after a restart, and forgets what was deleted', async () => {
      const url = await emptyDatabase(dialect);
      const { open, storage } = await deskAt(url);
      const servers = open<{ zone: string } | null | number>('servers');
      expect(await servers.get('a')).toBeUndefined();
      expect(await servers.set('a', { zone: 'Europe/Berlin' })).toBe(true);
      await servers.set('none', null);
      await servers.set('zero', 0);
      expect(await all(servers, ['a', 'none', 'zero'])).toEqual([{ zone: 'Europe/Berlin' }, null, 0]);
      await servers.set('a', { zone: 'Asia/Tokyo' });
      await storage.close();
      const again = (await deskAt(url)).open('servers');
      expect(await again.get('a')).toEqual({ zone: 'Asia/Tokyo' });
      expect([await again.delete('a'), await again.delete('a')]).toEqual([true, false]);
      expect(await again.get('a')).toBeUndefined();
    });

    test("is isolated: equal keys and deletions don't affect other namespaces", async () => {
      const { open } = await desk();
      const [one, two] = [open<string>('one'), open<string>('two')];
      await Promise.all([one.set('key', '1'), two.set('key', '2'), two.set('more', '2')]);
      await one.delete('key');
      expect([await one.get('key'), await two.get('key')]).toEqual([undefined, '2']);
      expect(await open<string>('two').get('more')).toBe('2');
    });

    test('accepts any text as key and value', async () => {
      const { open } = await desk();
      const store = open<string>('texts');
      const texts = ["'; drop table keyv; --", 'ключ', '🦔', 'a:b::c', ' a ', '%_', '__proto__', 'x'.repeat(9_000)];
      for (const text of texts) await store.set(text, text);
      expect(await all(store, texts)).toEqual(texts);
    });
  });

  describe(`a time to live in ${dialect.name}`, () => {
    test('follows the given wall clock to the millisecond', async () => {
      const { open, clock } = await desk();
      const store = open<number>('robots');
      await store.set('brief', 1, 1_000);
      await store.set('long', 2, 2_000);
      await store.set('ever', 3);
      const live = () => all(store, ['brief', 'long', 'ever']);
      clock.now += 999;
      expect(await live()).toEqual([1, 2, 3]);
      clock.now += 1;
      expect(await live()).toEqual([undefined, 2, 3]);
      expect(await store.delete('brief')).toBe(false);
      clock.now += 10 ** 12;
      expect(await live()).toEqual([undefined, undefined, 3]);
    });

    test('starts again with each `set`, and must be positive', async () => {
      const { open, clock } = await desk();
      const store = open<number>('state');
      await store.set('key', 1, 1_000);
      clock.now += 900;
      await store.set('key', 2, 1_000);
      clock.now += 900;
      expect(await store.get('key')).toBe(2);
      for (const ttl of [0, -1, Number.NaN, Number.POSITIVE_INFINITY]) {
        await expect(store.set('bad', 1, ttl)).rejects.toThrow(RangeError);
      }
      expect(await store.get('bad')).toBeUndefined();
    });

    test('that is over allows sweeping the row, a bounded number at a time', async () => {
      const { open, clock, storage } = await desk();
      const [one, two] = [open<number>('one'), open<number>('two')];
      for (let n = 0; n < 5; n += 1) await one.set(`${n}`, n, 10);
      await two.set('ever', 1);
      const sweep = () => storage.records.sweeping.sweep('keyv', clock.now, 0, 3);
      expect(await sweep()).toBe(0);
      clock.now += 10;
      const swept = [];
      for (let n = 0; n < 3; n += 1) swept.push(await sweep());
      expect(swept).toEqual([3, 2, 0]);
      expect(await two.get('ever')).toBe(1);
    });
  });

  describe(`the room of a namespace in ${dialect.name}`, () => {
    test('is never exceeded, also after a restart: what would end soonest is deleted, and other namespaces lose nothing', async () => {
      const url = await emptyDatabase(dialect);
      const { open, storage } = await deskAt(url);
      const bytesMax = 1_000;
      const store = open<string>('robots', { bytesMax });
      const bytesIn = async (keyv: typeof store, keys: readonly string[]) =>
        Buffer.byteLength((await all(keyv, keys)).filter(Boolean).join(''));
      await open<string>('servers').set('big', 'ä'.repeat(5_000));
      const keys = Array.from({ length: 40 }, (_, n) => `${n}`);
      for (const key of keys) {
        await store.set(key, 'ä'.repeat(50), 1_000 + Number(key));
        expect(await store.get(key)).toBeDefined();
        expect(await bytesIn(store, keys)).toBeLessThanOrEqual(bytesMax);
      }
      expect(await bytesIn(store, keys)).toBeGreaterThan(bytesMax / 2);
      expect(await store.get('0')).toBeUndefined();
      await storage.close();
      const again = await deskAt(url);
      const reopened = again.open<string>('robots', { bytesMax });
      for (const key of keys) await reopened.set(`${key} again`, 'x'.repeat(50), 9_000);
      expect(await bytesIn(reopened, [...keys, ...keys.map((key) => `${key} again`)])).toBeLessThanOrEqual(bytesMax);
      expect(await again.open<string>('servers').get('big')).toBeDefined();
    });
  });

  describe(`what Keyv acknowledged in ${dialect.name}`, () => {
    test('is kept even if another task’s open transaction is rolled back', async () => {
      const { open, storage } = await desk();
      const { open: go, opened } = gate();
      const failing = storage.transaction(async (records) => {
        await records.forgotten.add('a.example', 0);
        await opened;
        throw new Error('no');
      });
      const acknowledged = open('servers').set('a', 'kept');
      go();
      await expect(failing).rejects.toThrow('no');
      expect(await acknowledged).toBe(true);
      expect(await open('servers').get('a')).toBe('kept');
      expect(await storage.records.forgotten.domains()).toEqual([]);
    });

    test('was never inside a transaction, where Keyv throws an error with the rule', async () => {
      const { open, storage } = await desk();
      const store = open<string>('servers');
      expect(await failure(storage.transaction(() => store.set('a', 'x')))).toBe('transaction-rule');
      expect(await failure(storage.transaction(() => store.get('a')))).toBe('transaction-rule');
      expect(await store.get('a')).toBeUndefined();
    });

    test("every call rejects with the database's error", async () => {
      const { open, storage } = await desk();
      const store = open<string>('servers');
      await store.set('a', 'x');
      await storage.close();
      const calls = [() => store.get('a'), () => store.set('a', 'y'), () => store.delete('a')];
      for (const call of calls) await expect(call()).rejects.toThrow();
    });
  });
}
