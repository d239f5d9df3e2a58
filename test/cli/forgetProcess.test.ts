import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { openStorage } from '../../src/storage/storage.ts';
import { feed } from '../storage/contract/dialect.ts';
import { scratchFolder } from '../storage/scratch.ts';
import { smallDisk } from '../storage/smallDisk.ts';

const script = fileURLToPath(new URL('../../src/main.ts', import.meta.url));

test('what a full disk kept of an outlet in the file is removed by the same command once there is space', async (context) => {
  const folder = smallDisk(40);
  if (folder === undefined) return context.skip('no small file system can be mounted here');
  const url = `file:${join(folder, 'lede.db')}`;
  const storage = await openStorage({ url, now: () => 0 });
  await storage.records.feeds.add(feed('a'), ['world'], 0);
  // More data than fits into SQLite's cache, so that SQLite needs its temporary file.
  const ballast = storage.keyv<string>('ballast');
  for (let key = 0; key < 4_000; key += 1) await ballast.set(`${key}`, 'x'.repeat(4_000));
  await storage.close();
  mkdirSync(join(folder, 'temporary'));
  const forget = (temporary: string) =>
    spawnSync(process.execPath, [script, 'forget', '--outlet', 'a.example', '--yes'], {
      encoding: 'utf8',
      env: { ...process.env, DATABASE_URL: url, SQLITE_TMPDIR: temporary },
    });

  const full = forget(join(folder, 'temporary'));
  expect(full.status).toBe(1);
  const [, twice, once] =
    /Free (\d+) MB, or (\d+) MB with a folder on another disk in SQLITE_TMPDIR/.exec(full.stderr) ?? [];
  expect(Number(twice)).toBe(2 * Number(once));
  expect(full.stderr).toContain('run the same command again.');

  expect(forget(scratchFolder())).toMatchObject({ status: 0, stdout: expect.stringContaining('Done.') });
});

test('a closed output, as with | head, does not interrupt the command’s work', async () => {
  const url = `file:${join(scratchFolder(), 'lede.db')}`;
  const storage = await openStorage({ url, now: () => 0 });
  await storage.records.feeds.add(feed('a'), ['world'], 0);
  await storage.close();
  const child = spawn(process.execPath, [script, 'forget', '--outlet', 'a.example', '--yes'], {
    env: { ...process.env, DATABASE_URL: url },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  child.stdout.destroy();
  let said = '';
  child.stderr.on('data', (bytes) => (said += String(bytes)));
  expect(await once(child, 'close')).toEqual([0, null]);
  expect(said).toBe('');
  const again = await openStorage({ url, now: () => 0 });
  expect([...again.forgotten]).toEqual(['a.example']);
  await again.close();
});
