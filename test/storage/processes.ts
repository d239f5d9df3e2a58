import { describe, expect, onTestFinished, test } from 'vitest';
import { openStorage, type Storage } from '../../src/storage/storage.ts';
import { feed, now } from './contract/dialect.ts';
import type { PostgresServer } from './postgresServer.ts';
import { failure } from './scratch.ts';

async function open(url: string): Promise<Storage> {
  const storage = await openStorage({ url, now: () => now });
  onTestFinished(() => storage.close().catch(() => undefined));
  return storage;
}

/** What several processes on one PostgreSQL may do. */
export function processesSuite(server: () => PostgresServer): void {
  describe('processes of one PostgreSQL', () => {
    test('a role that one process has goes to another when the first leaves, and the turn is counted', async () => {
      const url = await server().create();
      const [a, b] = [await open(url), await open(url)];
      const first = await a.join(['send', 'read']);
      const second = await b.join(['send', 'read']);
      expect([first.holds('send'), second.holds('send')]).toEqual([true, false]);
      expect([first.holds('read'), second.holds('read'), first.holds('group')]).toEqual([true, true, false]);
      expect(
        (await b.records.processes.list()).map(({ holds }) => holds.map(({ role, turn }) => [role, turn])),
      ).toEqual([[['send', 1]], []]);
      await a.close();
      await expect.poll(() => second.holds('send')).toBe(true);
      expect((await b.records.processes.list()).map(({ holds }) => holds[0]?.turn)).toEqual([2]);
    });

    test('a process that stood still loses role, claims and the right to store, and is told so', async () => {
      const url = await server().create();
      const [a, b] = [await open(url), await open(url)];
      const first = await a.join(['send', 'read']);
      const second = await b.join(['send', 'read']);
      await a.records.feeds.add(feed('f'), [], now);
      expect(await a.records.feeds.claimDue(now, first.owner, now + 60_000, 9)).toHaveLength(1);
      // What a beat does when the first one's lease is over.
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
  });
}
