import { describe, expect, test } from 'vitest';
import type { Database } from '../../../src/storage/engine.ts';
import { failure, gate, idsOf, type Notes, openNotes, put, refused } from '../scratch.ts';
import { type Dialect, emptyDatabase } from './dialect.ts';

export function transactionsSuite(dialect: Dialect): void {
  const open = async () => openNotes({ url: await emptyDatabase(dialect) });

  describe(`a transaction in ${dialect.name}`, () => {
    test('is committed as a whole when its work ends, and rolled back when it throws', async () => {
      const { db, transaction } = await open();
      await transaction((trx) => put(trx, 'a'));
      const failed = transaction(async (trx) => {
        await put(trx, 'b', 'c');
        throw new Error('no');
      });
      await expect(failed).rejects.toThrow('no');
      expect(await idsOf(db)).toEqual(['a']);
    });

    test('may rely on what it read, even if others read and change the same', async () => {
      const { db, transaction } = await open();
      await put(db, 'count');
      const counts = Array.from({ length: 12 }, () =>
        transaction(async (trx) => {
          const { amount } = await trx.selectFrom('notes').select('amount').executeTakeFirstOrThrow();
          const more = { amount: (amount ?? 0) + 1 };
          await trx.updateTable('notes').set(more).execute();
        }),
      );
      await Promise.all(counts);
      expect(await db.selectFrom('notes').select('amount').execute()).toEqual([{ amount: 12 }]);
    });

    test('may rely on what it did not find', async () => {
      const { db, transaction } = await open();
      const made = Array.from({ length: 12 }, () =>
        transaction(async (trx) => {
          if ((await idsOf(trx)).length > 0) return 'found';
          await put(trx, 'only');
          return 'made';
        }),
      );
      expect((await Promise.all(made)).filter((one) => one === 'made')).toHaveLength(1);
      expect(await idsOf(db)).toEqual(['only']);
    });

    test.each<[string, (database: Database<Notes>) => Promise<unknown>]>([
      ['a query of db', ({ db }) => idsOf(db)],
      ['another transaction', ({ transaction }) => transaction(async () => {})],
      ['closing', ({ close }) => close()],
    ])('fails with the rule for %s in it instead of hanging, and is rolled back', async (_name, use) => {
      const database = await open();
      const work = database.transaction(async (trx) => {
        await put(trx, 'a');
        await use(database);
      });
      await refused(work, 'transaction-rule', 'Inside a transaction await only its records');
      expect(await idsOf(database.db)).toEqual([]);
    });

    test('is opened in one way only, because Kysely would not notice a broken rule', async () => {
      const { db } = await open();
      expect(await failure(db.transaction().execute(async () => {}))).toBe('transaction-rule');
    });

    test('that has ended refuses queries that were not awaited, and frees work that it only started', async () => {
      const { db, transaction } = await open();
      const { open: start, opened } = gate();
      const { leaked, later } = await transaction(async (trx) => ({
        leaked: () => put(trx, 'a'),
        later: opened.then(() => idsOf(db)),
      }));
      await expect(leaked()).rejects.toThrow();
      start();
      expect(await later).toEqual([]);
    });
  });

  test(`a database of ${dialect.name} closes after the work that has begun, and refuses what comes later`, async () => {
    const url = await emptyDatabase(dialect);
    const { db, transaction, close } = await openNotes({ url });
    const { open: start, opened } = gate();
    const work = transaction(async (trx) => {
      await opened;
      await put(trx, 'a');
      return 'done';
    });
    // More queries than connections.
    const waiting = Array.from({ length: 20 }, () => idsOf(db));
    const closing = close();
    expect(await failure(idsOf(db))).toBe('closed');
    start();
    expect(await work).toBe('done');
    await Promise.all(waiting);
    await closing;
    expect(await failure(idsOf(db))).toBe('closed');
    expect(await failure(close())).toBe('closed');
    expect(await idsOf((await openNotes({ url })).db)).toEqual(['a']);
  });
}
