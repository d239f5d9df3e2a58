import { expect, onTestFinished, test } from 'vitest';
import { createHubs } from '../../src/reading/hubs/hubs.ts';
import { openStorage } from '../../src/storage/storage.ts';
import { createHostQueue } from '../../src/web/hosts.ts';
import { createPoster } from '../../src/web/post.ts';
import { firstDay, minute } from '../desk/desk.ts';
import { memoryLog } from '../memoryLog.ts';
import { openPress } from '../web/press.ts';

test('hubs with many names that all lead to one silent host keep no other hub waiting, and are tried again later', async () => {
  const silent = await openPress(() => undefined);
  const names = await openPress((request, response) => {
    response.writeHead(307, { location: `http://127.0.0.1:${silent.port}${request.url}` }).end();
  });
  const good = await openPress((_, response) => response.writeHead(202).end());
  const storage = await openStorage({ url: ':memory:', now: () => firstDay });
  const poster = createPoster({
    userAgent: 'Lede/1',
    privateOrigins: [silent, names, good].map(({ port }) => `127.0.0.1:${port}`),
    hosts: createHostQueue({ hostSpacingMs: 0 }),
    wholeMs: 60_000,
  });
  onTestFinished(async () => {
    await poster.close();
    await Promise.all([storage.close(), silent.close(), names.close(), good.close()]);
  });
  const urls = [
    ...Array.from({ length: 20 }, (_, at) => `http://127.0.0.1:${names.port}/${at}`),
    `http://127.0.0.1:${good.port}/`,
  ];
  const { feeds, hubs } = storage.records;
  for (const [at, hubUrl] of urls.entries()) {
    const feed = { id: `f${at}`, url: `https://a.example/${at}`, outletId: 'a', outletName: 'A', catalogue: true };
    await feeds.add(feed, [], firstDay);
    await hubs.add({ token: `t${at}`, feedId: feed.id, hubUrl, topicUrl: feed.url, secret: 's' }, 'x', firstDay);
  }
  const callbackUrl = 'https://lede.example/hubs';
  const { log } = memoryLog();
  const loop = createHubs({ storage, poster, log: log as never, callbackUrl, budgetMs: 1_500 });
  await loop.run(firstDay);
  expect([silent.requests.length, good.requests.length]).toEqual([1, 1]);
  expect(await hubs.due(firstDay, 100)).toEqual([]);
  expect(await hubs.due(firstDay + 10 * minute, 100)).toHaveLength(21);
});
