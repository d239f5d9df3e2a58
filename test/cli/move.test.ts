import { existsSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { expect, test } from 'vitest';
import { openStorage } from '../../src/storage/storage.ts';
import { failPosts, partsIn, withNews } from '../delivery/scene.ts';
import { day, hour, itemOf, minute, type TestDesk, wait } from '../desk/desk.ts';
import { events } from '../desk/events.ts';
import { password } from '../storage/postgresServer.ts';
import { scratchFolder } from '../storage/scratch.ts';
import { usePostgres } from '../storage/sharedPostgres.ts';
import { filled, moving, newFile } from './moving.ts';

const server = usePostgres();

/** Stops the desk, moves it, and starts it on the new database. */
async function moveDesk(at: TestDesk, to: string): Promise<void> {
  await at.app.stop();
  const { code, out, errors } = await moving(at.settings.databaseUrl, to);
  expect({ code, errors }).toEqual({ code: 0, errors: '' });
  expect(out).toMatch(/^Moved, and counted in both databases: feeds \d, /);
  await at.restart({ databaseUrl: to });
}

const queries = ['ferry', 'water bil', 'deckhnads', 'parliment', 'xylophone', '北部', 'Straße'];
/** Each database has its own order for what is related. */
const unranked = (value: unknown) =>
  JSON.parse(
    JSON.stringify(value, (key, part) =>
      key === 'related'
        ? part.toSorted((a: object, b: object) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1))
        : part,
    ),
  );

/** All that members can see of what is stored. */
async function shown(at: TestDesk) {
  const { ask } = at.app.desk;
  const asker = { serverId: at.serverId, locale: 'en-GB' };
  const found = [];
  for (const query of queries) {
    found.push([query, await ask.story(query, asker), await ask.suggestStories(at.serverId, query)]);
  }
  return unranked({
    found,
    status: { ...(await ask.status(at.serverId)), startedAt: undefined },
    subscription: await ask.subscription(at.channelId),
    feeds: await ask.feeds(at.serverId),
    headlines: await ask.headlines(asker, undefined, '3days'),
  });
}

test('a desk that lived for days goes on where it was, moved to PostgreSQL and back', async () => {
  const at = await withNews();
  const [post, courier] = at.sites;
  const { change } = at.app.desk;
  const own = { url: `${courier?.origin}/own.xml`, title: 'Own', items: [] };
  courier?.feed('/own.xml', [itemOf(events.ferry[2], '/own', at.now)]);
  await change.addFeed(at.by, own, 'world');
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

test('a message whose outcome is not known is looked for from the new database, and stands once', async () => {
  const at = await withNews();
  failPosts(at, 'reset-after-commit');
  await at.to(0, '08:00');
  await moveDesk(at, await server().create());
  await wait(at, 20 * minute);
  expect(partsIn(at)).toEqual(['#0']);
  expect((await at.app.desk.ask.status(at.serverId)).lastDigestAt).toBeDefined();
});

test('a move is refused with a sentence where it would lose, mix or double something', async () => {
  const [here, there] = [await filled(newFile(), 1), await filled(await server().create(), 1)];
  const [none, empty, newer] = [newFile(), await server().create(), await filled(newFile(), 1)];
  const client = new pg.Client(there);
  await client.connect();
  await client.query("insert into schema_version values (2, 'later', 0)");
  const cases = [
    [none, empty, 'There is no database at '],
    [here, here, '--from and --to name the same database.'],
    [here, `${here}-wal`, '--from and --to name the same database.'],
    [here, there, 'The database in --to is not empty; name a new one.'],
    [here, newer, 'The database in --to is not empty; name a new one.'],
    [there, none, 'The database has schema version 2 and this Lede knows 1'],
    [empty, none, 'The database in --from holds no Lede.'],
    [here, 'lede.db', '--to must name a file, for example file:data/lede.db, or a database of PostgreSQL'],
    [`${empty}x`, none, 'PostgreSQL has no database of the name in --from'],
    [here, empty.replace(password, 'a-secret-of-mine'), 'PostgreSQL refuses the user or password in --to.'],
  ] as const;
  for (const [from, to, sentence] of cases) {
    const { code, out, errors } = await moving(from, to);
    expect([from, to, code, out, errors]).toEqual([from, to, 2, '', expect.stringContaining(sentence)]);
    expect(errors).not.toMatch(/correct-horse|a-secret-of-mine/);
  }
  await client.query('delete from schema_version where version = 2');
  await client.end();
  expect(existsSync(none.replace('file:', ''))).toBe(false);
  expect((await moving(here, empty)).code).toBe(0);
});

test('a move is refused while a Lede runs on the old database', async () => {
  for (const from of [newFile(), await server().create()]) {
    const storage = await openStorage({ url: from, now: () => 0 });
    const { code, errors } = await moving(from, await server().create());
    expect(code).toBeGreaterThan(0);
    expect(errors).toContain('Another Lede is');
    await storage.close();
  }
});
