import { describe, expect, test } from 'vitest';
import { article, type Dialect, delivery, emptyStorage, feed, idsOf, minute, now, schedule, slot } from './dialect.ts';

export function claimsSuite(dialect: Dialect): void {
  describe(`claims in ${dialect.name}`, () => {
    test('belong to one owner until the lease ends, and a start takes over those of a process that is gone', async () => {
      const storage = await emptyStorage(dialect);
      const { feeds, articles, channels, deliveries } = storage.records;
      await feeds.add(feed('f'), [], now);
      await articles.insert([article('a', { pageState: 'wanted' })], now);
      await channels.save({ channelId: '1', serverId: 's', schedule }, { dueAt: now, ...slot }, now);
      await deliveries.add({ delivery: delivery('d', { channelId: '2' }), told: [] }, now);
      const claims = async (owner: string, at: number) => [
        (await feeds.claimDue(at, owner, at + minute, 10)).length,
        (await articles.claimPages(at, owner, at + minute, 10, false)).length,
        (await channels.claimDue(at, owner, at + minute, 10)).length,
        (await deliveries.claimPending(at, owner, at + minute, 10)).length,
      ];
      expect(await claims('a', now)).toEqual([1, 1, 1, 1]);
      expect(await claims('b', now + minute - 1)).toEqual([0, 0, 0, 0]);
      expect(await claims('b', now + minute)).toEqual([1, 1, 1, 1]);
      await storage.records.processes.remove(['b']);
      expect(await claims('c', now + minute)).toEqual([1, 1, 1, 1]);
    });

    test('of pages take each outlet’s newest before any second one, and claim those of servers’ own feeds separately', async () => {
      const { feeds, articles } = (await emptyStorage(dialect)).records;
      await feeds.add(feed('o'), [], now);
      const wanted = (id: string, scope: string, age: number) =>
        article(id, { scope, pageState: 'wanted', publishedAt: now - age });
      const ofO = [wanted('third', 'o', 2), wanted('second', 'o', 1), wanted('first', 'o', 0)];
      const open = [...ofO, wanted('other', 'p', 9)];
      await articles.insert([...open, wanted('closed', 'q', 0)], now);
      await articles.listedBy(open.map(({ id }) => ({ feedId: 'o', articleId: id })));
      const claimed = async (max: number, isOpen: boolean) =>
        idsOf(await articles.claimPages(now, 'a', now + minute, max, isOpen)).sort();
      expect(await claimed(3, true)).toEqual(['first', 'other', 'second']);
      expect(await claimed(3, true)).toEqual(['third']);
      expect(await claimed(3, false)).toEqual(['closed']);
    });

    test('take the longest due first, at most as many as requested, and only feeds that are wanted or named', async () => {
      const { feeds } = (await emptyStorage(dialect)).records;
      for (const [id, late] of Object.entries({ late: 2, later: 3, due: 0 })) await feeds.add(feed(id), [], now - late);
      await feeds.add(feed('unwanted', false), [], now - 9);
      expect(idsOf(await feeds.claimDue(now, 'a', now + minute, 2)).sort()).toEqual(['late', 'later']);
      expect(idsOf(await feeds.claimDue(now, 'a', now + minute, 2))).toEqual(['due']);
      expect(idsOf(await feeds.claimDue(now, 'a', now + minute, 2, ['unwanted', 'due']))).toEqual(['unwanted']);
    });

    test('of deliveries keep a channel’s order, and take requested ones first', async () => {
      const { channels, deliveries } = (await emptyStorage(dialect)).records;
      await channels.save({ channelId: 'c', serverId: 's', schedule }, { dueAt: now, ...slot }, now);
      await deliveries.add({ delivery: delivery('second', { ordinal: 1, dueAt: now - minute }), told: [] }, now);
      await deliveries.add({ delivery: delivery('first'), told: [] }, now);
      await deliveries.add({ delivery: delivery('asked', { kind: 'asked', dueAt: now }), told: [] }, now);
      expect(idsOf(await deliveries.claimPending(now, 'a', now + minute, 1))).toEqual(['asked']);
      expect(idsOf(await deliveries.claimPending(now, 'a', now + minute, 9))).toEqual(['first']);
      expect(await channels.claimDue(now, 'a', now + minute, 9)).toEqual([]);
      await deliveries.posted('first', ['m'], now, true);
      expect(idsOf(await deliveries.claimPending(now, 'a', now + minute, 9))).toEqual(['second']);
      await channels.pause('c', 'admin');
      expect(await deliveries.stillWanted(['second', 'asked'])).toEqual(new Set(['asked']));
      expect(await deliveries.byId('second')).toMatchObject({ state: 'lost' });
    });
  });

  describe(`what is due next in ${dialect.name}`, () => {
    test('is the earliest work that a loop would take', async () => {
      const storage = await emptyStorage(dialect);
      const { feeds, articles, channels, deliveries, edits } = storage.records;
      const due = async () => {
        const at = await storage.nextDueAt();
        return at === undefined ? undefined : (at - now) / minute;
      };
      expect(await due()).toBeUndefined();
      await feeds.add(feed('orphan', false), [], now - 90 * minute);
      expect(await due()).toBeUndefined();
      await feeds.add(feed('listed'), ['world'], now + 50 * minute);
      expect(await due()).toBe(50);
      await articles.insert([article('a', { pageState: 'wanted' })], now + 40 * minute);
      expect(await due()).toBe(40);
      await channels.save({ channelId: 'c', serverId: 's', schedule }, { dueAt: now + 30 * minute, ...slot }, now);
      expect(await due()).toBe(30);
      const told = [{ storyId: 'S', articleIds: ['a'], sentences: [] }];
      await deliveries.add({ delivery: delivery('d'), told }, now + 20 * minute);
      expect(await due()).toBe(20);
      await edits.queueFacts({ articleIds: ['a'] }, 0, now);
      await deliveries.end('d', 'expired', 'late');
      expect(await due()).toBe(30);
      await channels.pause('c', 'admin');
      await articles.pageRead('a', { state: 'given-up' });
      expect(await due()).toBe(50);
    });
  });
}
