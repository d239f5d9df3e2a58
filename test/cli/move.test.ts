import { existsSync } from 'node:fs';
import pg from 'pg';
import { expect, test } from 'vitest';
import { engineOf } from '../../src/storage/database.ts';
import { openStorage } from '../../src/storage/storage.ts';
import { password } from '../storage/postgresServer.ts';
import { usePostgres } from '../storage/sharedPostgres.ts';
import { filled, moving, newFile } from './moving.ts';

const server = usePostgres();
const steps = engineOf('file:x').migrations.length;

test('a move that would lose, mix or duplicate data is refused with a sentence', async () => {
  const [here, there] = [await filled(newFile(), 1), await filled(await server().create(), 1)];
  const [none, empty, newer] = [newFile(), await server().create(), await filled(newFile(), 1)];
  const client = new pg.Client(there);
  await client.connect();
  await client.query("insert into schema_version select max(version) + 1, 'later', 0 from schema_version");
  const cases = [
    [none, empty, 'There is no database at '],
    [here, here, '--from and --to name the same database.'],
    [here, `${here}-wal`, '--from and --to name the same database.'],
    [here, there, 'The database in --to is not empty; name a new one.'],
    [here, newer, 'The database in --to is not empty; name a new one.'],
    [there, none, `The database has schema version ${steps + 1} and this Lede knows ${steps}`],
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
  await client.query("delete from schema_version where name = 'later'");
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
