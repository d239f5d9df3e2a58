import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { backup } from '../../src/cli/backup.ts';
import { openStorage } from '../../src/storage/storage.ts';
import { feed } from '../storage/contract/dialect.ts';
import { scratchFolder } from '../storage/scratch.ts';
import { called } from './called.ts';

const script = fileURLToPath(new URL('../../src/main.ts', import.meta.url));

/** Runs `lede backup` in a separate process, because this one runs the Lede that writes meanwhile. */
async function backUp(environment: Record<string, string>, ...words: string[]) {
  const child = spawn(process.execPath, [script, 'backup', ...words], { env: { ...process.env, ...environment } });
  const [out, errors, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')]);
  return { code, out, errors };
}

test('lede backup copies a database that another process is writing, and Lede starts on the copy', async () => {
  const folder = scratchFolder();
  const path = join(folder, 'lede.db');
  const target = join(folder, 'backup', 'copy.db');
  mkdirSync(join(folder, 'backup'));
  const environment = { DATABASE_URL: `file:${path}` };
  const storage = await openStorage({ url: environment.DATABASE_URL, now: () => 0 });
  let written = 0;
  const write = async () => {
    await storage.transaction(async (records) => {
      await records.feeds.add(feed(`${written}`), ['world'], written);
      await records.feeds.add(feed(`${written + 1}`), ['world'], written);
    });
    written += 2;
  };
  await write();
  let copying = true;
  const copied = backUp(environment, '--to', target).finally(() => {
    copying = false;
  });
  while (copying) {
    await write();
    await new Promise(setImmediate);
  }
  expect(await copied).toEqual({ code: 0, out: `Backup written and checked: ${target}\n`, errors: '' });
  await storage.close();

  // Restores the backup as the README describes: stop, replace the file, start.
  for (const end of ['', '-wal', '-shm']) rmSync(`${path}${end}`, { force: true });
  copyFileSync(target, path);
  const restored = await openStorage({ url: environment.DATABASE_URL, now: () => 0 });
  const feeds = await restored.records.feeds.listCatalogue();
  expect(feeds.length % 2).toBe(0);
  expect(feeds.length).toBeGreaterThan(0);
  expect(feeds.length).toBeLessThanOrEqual(written);
  expect(await restored.integrityProblems()).toEqual([]);
  await restored.close();
});

test('a running Lede knows when another process backed up its database; before the first backup that is when it was made', async () => {
  const folder = scratchFolder();
  const environment = { DATABASE_URL: `file:${join(folder, 'lede.db')}` };
  const storage = await openStorage({ url: environment.DATABASE_URL, now: () => 5_000 });
  expect(await storage.savedAt()).toBe(5_000);
  const before = Date.now();
  expect((await backUp(environment, '--to', join(folder, 'copy.db'))).code).toBe(0);
  expect(await storage.savedAt()).toBeGreaterThanOrEqual(before);
  await storage.close();
});

test('a backup is kept even if the database can’t record it, which the command says', async () => {
  const folder = scratchFolder();
  const path = join(folder, 'lede.db');
  await (await openStorage({ url: `file:${path}`, now: () => 0 })).close();
  const raw = new DatabaseSync(path);
  raw.exec('drop table keyv');
  raw.close();
  const target = join(folder, 'copy.db');
  const { code, out, errors } = await called(backup, ['--to', target], { DATABASE_URL: `file:${path}` });
  expect({ code, out }).toEqual({ code: 0, out: `Backup written and checked: ${target}\n` });
  expect(errors).toContain('will not show this backup');
});

test('a backup of a missing database, or with unknown arguments, copies nothing and says why', async () => {
  const folder = scratchFolder();
  const environment = { DATABASE_URL: `file:${join(folder, 'none.db')}` };
  const missing = await called(backup, ['--to', join(folder, 'copy.db')], environment);
  expect(missing.code).toBe(2);
  expect(missing.errors).toContain(`There is no database at ${join(folder, 'none.db')}.`);
  const words = await called(backup, [join(folder, 'copy.db')], environment);
  expect(words).toMatchObject({ code: 2, errors: expect.stringContaining('\nlede backup [--to FILE]\n') });
  expect(readdirSync(folder)).toEqual([]);
});

test('a backup into a missing folder is refused, since its disk may not be mounted', async () => {
  const folder = scratchFolder();
  const environment = { DATABASE_URL: `file:${join(folder, 'lede.db')}` };
  await (await openStorage({ url: environment.DATABASE_URL, now: () => 0 })).close();
  const before = readdirSync(folder);
  const { code, errors } = await called(backup, ['--to', join(folder, 'disk', 'copy.db')], environment);
  expect({ code, errors }).toEqual({
    code: 2,
    errors: `The backup was not made: there is no folder ${join(folder, 'disk')}. Mount its disk or make the folder first.\n`,
  });
  expect(readdirSync(folder)).toEqual(before);
});

test('a backup to the path of the running Lede’s own database is refused, and nothing that Lede stores is lost', async () => {
  const path = join(scratchFolder(), 'lede.db');
  const environment = { DATABASE_URL: `file:${path}` };
  const storage = await openStorage({ url: environment.DATABASE_URL, now: () => 0 });
  await storage.records.feeds.add(feed('0'), ['world'], 0);
  const { code, errors } = await backUp(environment, '--to', path);
  for (let place = 1; place < 200; place += 1) await storage.records.feeds.add(feed(`${place}`), ['world'], 0);
  await storage.close();
  expect(code).toBe(2);
  expect(errors).toContain('Name another file');
  const again = await openStorage({ url: environment.DATABASE_URL, now: () => 0 });
  expect(await again.records.feeds.listCatalogue()).toHaveLength(200);
  expect(await again.integrityProblems()).toEqual([]);
  await again.close();
});
