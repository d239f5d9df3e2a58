import { sql } from 'kysely';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { openDatabase } from '../../src/storage/database.ts';
import { fencing } from '../../src/storage/fleet/fencing.ts';
import { postgres as engine } from '../../src/storage/postgres/engine.ts';
import { openStorage, type Storage } from '../../src/storage/storage.ts';
import { rowsIn } from './beside.ts';
import { feed, now } from './contract/dialect.ts';
import type { PostgresServer } from './postgresServer.ts';
import { withSchema } from './releases/releases.ts';
import { closedAtEnd, failure, gate } from './scratch.ts';

async function open(url: string): Promise<Storage> {
  const storage = await openStorage({ url, now: () => now });
  onTestFinished(() => storage.close().catch(() => undefined));
  return storage;
}

/** The contract of several processes on one PostgreSQL. */
export function processesSuite(server: () => PostgresServer): void {
  const two = async () => {
    const url = await server().create();
    return { url, a: await open(url), b: await open(url) };
  };

  describe('processes of one PostgreSQL', () => {
    test('a role that one process has goes to another when the first leaves, and the turn is counted', async () => {
      const { a, b } = await two();
      const first = await a.join(['send', 'read']);
      const second = await b.join(['send', 'read']);
      expect([first.holds('send'), second.holds('send')]).toEqual([true, false]);
      expect([first.holds('read'), second.holds('read'), first.holds('group')]).toEqual([true, true, false]);
      const held = async () => (await b.records.processes.list()).map(({ holds }) => holds);
      expect(await held()).toMatchObject([[{ role: 'send', turn: 1 }], []]);
      await a.close();
      await expect.poll(() => second.holds('send')).toBe(true);
      expect(await held()).toMatchObject([[{ turn: 2 }]]);
    });

    test('a process that stood still loses its role, its claims and the right to store, and learns why', async () => {
      const { a, b } = await two();
      const first = await a.join(['send', 'read']);
      const second = await b.join(['send', 'read']);
      await a.records.feeds.add(feed('f'), [], now);
      expect(await a.records.feeds.claimDue(now, first.owner, now + 60_000, 9)).toHaveLength(1);
      // Removes the first process, as the other's heartbeat would once the first one's lease has expired.
      await b.transaction(({ processes }) => processes.remove([first.owner]));
      await expect.poll(() => second.holds('send')).toBe(true);
      expect(await b.records.feeds.claimDue(now, second.owner, now + 60_000, 9)).toHaveLength(1);
      for (const write of [
        () => a.records.feeds.add(feed('x'), [], now),
        () => a.transaction(({ feeds }) => feeds.add(feed('y'), [], now)),
        () => a.keyv<number>('k').set('k', 1),
      ])
        expect(await failure(write())).toBe('superseded');
      expect((await b.records.feeds.listCatalogue()).map(({ id }) => id)).toEqual(['f']);
      expect(await first.lost).toContain('took over');
      expect(first.holds('send')).toBe(false);
    });

    test('heartbeats make no transaction repeat, because PostgreSQL does not check them for conflicts', async () => {
      const { url, a, b } = await two();
      await a.join(['send']);
      await b.join(['send']);
      const beatsAt = () => rowsIn<{ at: number }>(url, 'select min(lease_until) as at from processes')[0]?.at ?? 0;
      const { open: end, opened } = gate();
      // If heartbeats ran in serializable transactions, PostgreSQL would keep their locks until this transaction ends.
      const transaction = a.transaction(async ({ feeds }) => {
        await feeds.listCatalogue();
        await opened;
      });
      const before = beatsAt();
      await expect.poll(beatsAt, { timeout: 10_000 }).toBeGreaterThan(before);
      const remembered = rowsIn(
        url,
        `select distinct relation::regclass::text as of from pg_locks join pg_stat_activity using (pid)
         where mode = 'SIReadLock' and application_name = 'lede beats' and datname = current_database()`,
      );
      end();
      await transaction;
      expect(remembered).toEqual([]);
    });

    test('a process whose clock is set five minutes ahead gives up its roles at its next beat and says why', async () => {
      const { a, b } = await two();
      const first = await a.join(['send', 'read']);
      const machine = vi
        .spyOn(Date, 'now')
        .mockImplementation(() => performance.timeOrigin + performance.now() + 300_000);
      onTestFinished(() => machine.mockRestore());
      expect(await first.lost).toMatch(/^The clock of .+ differs by more than 30 s from that of PostgreSQL/);
      expect([first.holds('send'), first.holds('read')]).toEqual([false, false]);
      expect(await failure(a.records.feeds.add(feed('x'), [], now))).toBe('superseded');
      machine.mockRestore();
      expect((await b.join(['send'])).holds('send')).toBe(true);
    });
  });

  describe('a newer Lede that updates the schema of a fleet', () => {
    const newer = [...engine.migrations, fencing({ name: 'newer', up: async () => {} })];
    const update = async (url: string) => closedAtEnd(await openDatabase({ url, migrations: newer, now: () => now }));

    test('ends the processes of the version before with a sentence, and they can store nothing from then on', async () => {
      const { url, a, b } = await two();
      const member = await a.join(['send', 'read']);
      await a.records.feeds.add(feed('f'), [], now);
      expect(await a.records.feeds.claimDue(now, member.owner, now + 60_000, 9)).toHaveLength(1);
      await update(url);
      expect(await failure(a.records.feeds.add(feed('x'), [], now))).toBe('superseded');
      expect(await member.lost).toMatch(/^A newer Lede has brought the database .*\d+.*start the newer/);
      expect(rowsIn(url, 'select owner from roles where owner is not null')).toEqual([]);
      expect(rowsIn(url, 'select id from feeds where owner is not null')).toEqual([]);
      // The second process opened the database before the update.
      expect(await failure(b.join(['send', 'read']))).toBe('newer-version');
    });

    test('waits until a process of the version before has stored its work', async () => {
      const url = await server().create();
      const a = await open(url);
      await a.join(['read']);
      const { open: end, opened } = gate();
      const { open: begin, opened: begun } = gate();
      const storing = a.transaction(async ({ feeds }) => {
        await feeds.add(feed('f'), [], now);
        begin();
        await opened;
      });
      await begun;
      const updated = update(url);
      await expect.poll(() => rowsIn(url, 'select 1 from pg_locks where not granted')).not.toEqual([]);
      end();
      await storing;
      await updated;
      expect(rowsIn(url, 'select id from feeds')).toEqual([{ id: 'f' }]);
    });

    test('ends those of 1.0.0 and 1.1.0 too, and none of them can join any more', async () => {
      const url = await server().create();
      const stepsOf110 = 10;
      const old = { owner: 'old', name: 'desk 1', roles: 'read send', startedAt: now, leaseUntil: now * 2 };
      const joinAsBefore = `insert into processes (owner, name, roles, started_at, lease_until)
        values ('${old.owner}', '${old.name}', '${old.roles}', ${old.startedAt}, ${old.leaseUntil})`;
      await withSchema(url, stepsOf110, async (db) => {
        await sql.raw(joinAsBefore).execute(db);
        await db.insertInto('roles').values({ role: 'send', owner: old.owner, since: now, turn: 1 }).execute();
      });
      const today = await open(url);
      // The queries of the older version's write guard and heartbeat.
      expect(rowsIn(url, 'select owner from processes')).toEqual([]);
      expect((await today.join(['send'])).holds('send')).toBe(true);
      expect(() => rowsIn(url, `${joinAsBefore} returning owner`)).toThrow('schema_version');
    });
  });
}
