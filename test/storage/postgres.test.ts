import { expect, test } from 'vitest';
import { openDatabase } from '../../src/storage/database.ts';
import { identifyTurns } from '../../src/storage/fleet/identifyTurns.ts';
import { postgres as engine } from '../../src/storage/postgres/engine.ts';
import type { Tables } from '../../src/storage/schema.ts';
import { contract } from './contract/contract.ts';
import { postgresOn } from './postgresServer.ts';
import { processesSuite } from './processes.ts';
import { failure, openNotes } from './scratch.ts';
import { usePostgres } from './sharedPostgres.ts';

const server = usePostgres();
const postgres = postgresOn(server);

contract(postgres);
processesSuite(server);

test('one process at a time gets a bucket’s turn, and the others learn how long it lasts', async () => {
  const url = await server().create();
  const open = () => openDatabase<Tables>({ url, migrations: engine.migrations, now: () => 0 });
  const databases = [await open(), await open()];
  const turns = databases.map(({ db }) => identifyTurns(db, 60_000));
  const asked = await Promise.all(Array.from({ length: 10 }, (_, nth) => turns[nth % 2]?.take(0)));
  const waits = asked.filter((waitMs) => waitMs !== 0);
  expect(waits).toHaveLength(9);
  for (const waitMs of waits) expect(waitMs).toSatisfy((ms: number) => ms > 0 && ms <= 60_000);
  expect(await turns[0]?.take(1)).toBe(0);
  // A new turn would end before the recorded one, which proves that the clock was set back since.
  const brief = databases.map(({ db }) => identifyTurns(db, 0));
  expect([await brief[0]?.take(0), await brief[1]?.take(0), await turns[1]?.take(0)]).toEqual([0, 0, 0]);
  expect(await turns[0]?.take(0)).toBeGreaterThan(0);
  for (const database of databases) await database.close();
});

test('a transaction in which a statement failed stores nothing and says so, though its failure was caught', async () => {
  const database = await openNotes({ url: await server().create() });
  const note = { id: '1', text: 'a', amount: 1 };
  const caught = database.transaction(async (trx) => {
    const store = () => trx.insertInto('notes').values(note).execute();
    await store();
    await store().catch(() => undefined);
  });
  expect(await failure(caught)).toBe('transaction-rule');
  expect(await database.db.selectFrom('notes').selectAll().execute()).toEqual([]);
});
