import { expect, onTestFinished, test } from 'vitest';
import { openStorage, type Storage } from '../../src/storage/storage.ts';

const now = 1_795_500_000_000;
const hour = 3_600_000;
const callback = 'https://lede.example/hubs';
const hub = (feedId: string) => ({
  token: `token-of-${feedId}`,
  feedId,
  hubUrl: 'https://hub.example/',
  topicUrl: `https://${feedId}.example/feed`,
  secret: 's',
});

async function open(): Promise<Storage> {
  const storage = await openStorage({ url: ':memory:', now: () => now });
  onTestFinished(() => storage.close());
  for (const id of ['a', 'b']) {
    const url = `https://${id}.example/feed`;
    await storage.records.feeds.add({ id, url, outletId: id, outletName: id, catalogue: true }, [], now + 24 * hour);
  }
  return storage;
}

test('a hub is due at once, is taken by one request only, and is no longer due then', async () => {
  const { records, nextDueAt } = await open();
  await records.hubs.add(hub('a'), callback, now);
  expect(await nextDueAt()).toBe(now);
  const [due] = await records.hubs.due(now, 10);
  if (!due) throw new Error('no hub');
  expect(await records.hubs.claim(due, now, now + hour)).toBe(true);
  expect(await records.hubs.claim(due, now, now + 2 * hour)).toBe(false);
  expect(await records.hubs.byToken(due.token)).toMatchObject({ attempts: 1, askedAt: now, dueAt: now + hour });
  expect(await records.hubs.due(now + hour - 1, 10)).toEqual([]);
});

test('without a callback no hub is due, and what was agreed before is over, for hub and feed', async () => {
  const { records, nextDueAt } = await open();
  await records.hubs.add(hub('a'), callback, now);
  await records.hubs.verified('token-of-a', now + 100 * hour, now + 80 * hour);
  await records.hubs.polled([{ token: 'token-of-a', unaidedDueAt: now + 2 * hour, missed: 0 }]);
  await records.hubs.takeCallback(callback, now);
  expect(await records.hubs.counts(now)).toEqual({ verified: 1, waiting: 0, leaving: 0 });
  expect(await nextDueAt()).toBe(now + 24 * hour);

  await records.hubs.takeCallback(undefined, now);
  await records.hubs.add(hub('b'), undefined, now);
  expect(await records.hubs.counts(now)).toEqual({ verified: 0, waiting: 0, leaving: 0 });
  expect(await records.hubs.due(now + 1_000 * hour, 10)).toEqual([]);
  expect(await nextDueAt()).toBe(now + 2 * hour);

  await records.hubs.takeCallback('https://other.example', now);
  expect((await records.hubs.due(now, 10)).map(({ feedId, askedAt }) => [feedId, askedAt])).toEqual([
    ['a', undefined],
    ['b', undefined],
  ]);
});

test('a hub that agreed to nothing is forgotten when it is left, another one stays to be told', async () => {
  const { records } = await open();
  for (const id of ['a', 'b']) await records.hubs.add(hub(id), callback, now);
  await records.hubs.verified('token-of-b', now + 100 * hour, now + 80 * hour);
  await records.feeds.leaveCatalogue([]);
  for (const unwanted of await records.hubs.ofUnwantedFeeds(10)) await records.hubs.leave(unwanted, now);
  expect(await records.hubs.byToken('token-of-a')).toBeUndefined();
  expect(await records.hubs.byToken('token-of-b')).toMatchObject({ wanted: false, dueAt: now });
  expect(await records.hubs.counts(now)).toEqual({ verified: 0, waiting: 0, leaving: 1 });
  expect((await records.hubs.ofFeeds(['a', 'b'])).size).toBe(0);
  // Another hub of the same feed stands beside the one that is being left.
  await records.hubs.add({ ...hub('b'), token: 'another' }, callback, now);
  expect((await records.hubs.ofFeeds(['b'])).get('b')?.token).toBe('another');
});
