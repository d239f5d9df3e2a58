import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { expect, onTestFinished, test } from 'vitest';
import { openStorage } from '../../src/storage/storage.ts';
import { day, hour, itemOf, minute, type TestDesk, wait } from '../desk/desk.ts';
import { events } from '../desk/events.ts';
import { failPosts, partsIn, withNews } from '../outbox/scene.ts';
import { scratchFolder } from '../storage/scratch.ts';
import { usePostgres } from '../storage/sharedPostgres.ts';
import { filled, moving, newFile } from './moving.ts';

const server = usePostgres();
const script = fileURLToPath(new URL('../../src/main.ts', import.meta.url));
test.each([
  ['SQLite to PostgreSQL', newFile, () => server().create()],
  ['PostgreSQL to SQLite', () => server().create(), async () => newFile()],
])('a killed move from %s has moved nothing, and the next one moves everything', async (_, makeSource, makeTarget) => {
  const [from, to] = [await filled(await makeSource(), 20_000), await makeTarget()];
  const admin = new pg.Pool({ connectionString: server().urlOf('postgres') });
  onTestFinished(() => admin.end());
  const begun = async () => {
    const wal = `${to.replace('file:', '')}-wal`;
    if (to.startsWith('file:')) return existsSync(wal) && statSync(wal).size > 10 * 2 ** 20;
    const writing = `select 1 from pg_stat_activity where datname = $1 and query ilike 'insert into "keyv"%'`;
    return (await admin.query(writing, [new URL(to).pathname.slice(1)])).rowCount !== 0;
  };
  const child = spawn(process.execPath, [script, 'move', '--from', from, '--to', to], { stdio: 'ignore' });
  while (!(await begun())) expect(child.exitCode).toBe(null);
  child.kill('SIGKILL');
  expect(await once(child, 'exit')).toEqual([null, 'SIGKILL']);
  expect(await moving(from, to)).toMatchObject({ code: 0, errors: '', out: expect.stringContaining('keyv 20,000') });
  const storage = await openStorage({ url: to, now: () => 0 });
  expect(await storage.keyv('ballast').get('19999')).toBeDefined();
  await storage.close();
});

/** Stops the desk, moves it, and starts it on the new database. */
async function moveDesk(at: TestDesk, to: string): Promise<void> {
  await at.app.stop();
  const { code, out, errors } = await moving(at.settings.databaseUrl, to);
  expect({ code, errors }).toEqual({ code: 0, errors: '' });
  expect(out).toMatch(/^Moved, and counted in both databases: feeds \d, /);
  await at.restart({ databaseUrl: to });
}

const queries = ['ferry', 'water bil', 'deckhnads', 'parliment', 'xylophone', '北部', 'Straße'];
/** Sorts related entries, because each database engine ranks them differently. */
const unranked = (value: unknown) =>
  JSON.parse(
    JSON.stringify(value, (key, part) =>
      key === 'related'
        ? part.toSorted((a: object, b: object) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1))
        : part,
    ),
  );

/** Everything stored that members can see. */
async function shown(at: TestDesk) {
  const { ask } = at;
  const asker = { serverId: at.serverId, locale: 'en-GB' };
  const found = [];
  for (const query of queries) {
    found.push([query, await ask.story(query, asker), await ask.suggestStories(at.serverId, query)]);
  }
  return unranked({
    found,
    status: { ...(await ask.status(at.serverId)), startedAt: undefined },
    subscription: await ask.subscription(at.serverId, at.channelId),
    feeds: await ask.feeds(at.serverId),
    headlines: await ask.headlines(asker, undefined, '3days'),
  });
}

test('a desk with some days of data continues where it was after a move to PostgreSQL and back', async () => {
  const at = await withNews();
  const [post, courier] = at.sites;
  const own = { url: `${courier?.origin}/own.xml`, title: 'Own', items: [] };
  courier?.feed('/own.xml', [itemOf(events.ferry[2], '/own', at.now)]);
  await at.change.addFeed(at.by, own, 'world');
  const quake = { title: '北部の島で強い地震', paragraphs: ['政府は避難を呼びかけた。フェリーは運休している。'] };
  post?.feed('/world.xml', [itemOf(events.ferry[0], '/ferry', at.now), itemOf(quake, '/quake', at.now)]);
  await wait(at, 2 * day, hour);
  post?.feed('/world.xml', [itemOf(events.ferryLater, '/later', at.now)]);
  await at.to(2, '07:30');
  expect(partsIn(at)).toHaveLength(2);
  const before = await shown(at);

  await moveDesk(at, await server().create());
  expect(await shown(at)).toEqual(before);
  await at.to(2, '08:00');
  expect(partsIn(at)).toHaveLength(3);
  expect(at.posted().at(-1)).toContain(events.ferryLater.title);
  await wait(at, 23 * hour, hour);
  const later = await shown(at);

  await moveDesk(at, `file:${join(scratchFolder(), 'back.db')}`);
  expect(await shown(at)).toEqual(later);
  await at.to(3, '08:00');
  await at.skip(hour);
  expect(partsIn(at)).toEqual(['#0', '#0', '#0', '#0']);
});

test('a message of unknown outcome is looked up after the move, and is not posted twice', async () => {
  const at = await withNews();
  failPosts(at, 'reset-after-commit');
  await at.to(0, '08:00');
  await moveDesk(at, await server().create());
  await wait(at, 20 * minute);
  expect(partsIn(at)).toEqual(['#0']);
  expect((await at.ask.status(at.serverId)).lastDigestAt).toBeDefined();
});
