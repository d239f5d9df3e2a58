import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { expect, onTestFinished, test } from 'vitest';
import { openStorage } from '../../src/storage/storage.ts';
import { usePostgres } from '../storage/sharedPostgres.ts';
import { filled, moving, newFile } from './moving.ts';

const server = usePostgres();
const script = fileURLToPath(new URL('../../src/cli/move.ts', import.meta.url));
test.each([
  ['SQLite to PostgreSQL', newFile, () => server().create()],
  ['PostgreSQL to SQLite', () => server().create(), async () => newFile()],
])('a move from %s that is killed has moved nothing, and the next one moves all', async (_, makeSource, makeTarget) => {
  const [from, to] = [await filled(await makeSource(), 20_000), await makeTarget()];
  const admin = new pg.Pool({ connectionString: server().urlOf('postgres') });
  onTestFinished(() => admin.end());
  const begun = async () => {
    const wal = `${to.replace('file:', '')}-wal`;
    if (to.startsWith('file:')) return existsSync(wal) && statSync(wal).size > 10 * 2 ** 20;
    const writing = `select 1 from pg_stat_activity where datname = $1 and query ilike 'insert into "keyv"%'`;
    return (await admin.query(writing, [new URL(to).pathname.slice(1)])).rowCount !== 0;
  };
  const child = spawn(process.execPath, [script, '--from', from, '--to', to], { stdio: 'ignore' });
  while (!(await begun())) expect(child.exitCode).toBe(null);
  child.kill('SIGKILL');
  expect(await once(child, 'exit')).toEqual([null, 'SIGKILL']);
  expect(await moving(from, to)).toMatchObject({ code: 0, errors: '', out: expect.stringContaining('keyv 20,000') });
  const storage = await openStorage({ url: to, now: () => 0 });
  expect(await storage.keyv('ballast').has('19999')).toBe(true);
  await storage.close();
});
