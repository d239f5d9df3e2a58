import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, linkSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { describe, expect, onTestFinished, test } from 'vitest';
import { openNotes, refused, scratchFolder } from '../scratch.ts';

const lockModule = new URL('../../../src/storage/sqlite/lock.ts', import.meta.url).href;
const holderScript = `
  import { lockDatabase } from ${JSON.stringify(lockModule)};
  // Switches the user only now, because another user may not be able to read the sources or Node.
  if (process.argv[2]) process.setuid(Number(process.argv[2]));
  // Keeps a reference, because the lock is released when it is garbage-collected.
  globalThis.lock = lockDatabase(process.argv[1]);
  console.log('held');
  setInterval(() => {}, 1000);
`;

/** Starts another process that holds this database's lock and never releases it. */
async function holder(path: string): Promise<ChildProcess> {
  const child = spawn(process.execPath, ['--input-type=module', '--eval', holderScript, path], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  const [line] = await once(createInterface(child.stdout), 'line');
  expect(line).toBe('held');
  return child;
}

describe('the lock of a database', () => {
  test('refuses a second process at once with a sentence, and is free right after kill -9', async () => {
    const path = join(scratchFolder(), 'lede.db');
    const child = await holder(path);
    await refused(openNotes({ url: `file:${path}` }), 'in-use', 'Another Lede is running');
    child.kill('SIGKILL');
    await once(child, 'exit');
    const database = await openNotes({ url: `file:${path}` });
    expect(await database.db.selectFrom('notes').select('id').execute()).toEqual([]);
  });

  test.each([
    ['a link to it', 'lede.db', 'link.db'],
    ['a link to its folder', 'lede.db', join('folder', 'lede.db')],
    ['its name, while the other named a link to a file that was not there yet', 'link.db', 'lede.db'],
  ])('refuses a second process that opens the database through %s', async (_name, first, second) => {
    const folder = scratchFolder();
    symlinkSync(join(folder, 'lede.db'), join(folder, 'link.db'));
    symlinkSync(folder, join(folder, 'folder'));
    await openNotes({ url: `file:${join(folder, first)}` });
    await expect(openNotes({ url: `file:${join(folder, second)}` })).rejects.toMatchObject({ code: 'in-use' });
  });

  test('cannot hold for two names of one file, so both are refused until one is removed', async () => {
    const folder = scratchFolder();
    const [path, link] = [join(folder, 'lede.db'), join(folder, 'hard.db')];
    const first = await openNotes({ url: `file:${path}` });
    linkSync(path, link);
    await refused(openNotes({ url: `file:${link}` }), 'in-use', 'is a hard link');
    expect(readdirSync(folder).filter((name) => name.startsWith('hard'))).toEqual(['hard.db']);
    await first.close();
    await refused(openNotes({ url: `file:${path}` }), 'in-use', 'is a hard link');
    rmSync(path);
    await openNotes({ url: `file:${link}` });
  });

  test('that may only be read is refused with a sentence, since it would keep nobody out', async () => {
    const folder = scratchFolder();
    const path = join(folder, 'lede.db');
    writeFileSync(`${path}.lock`, '');
    chmodSync(`${path}.lock`, 0o444);
    chmodSync(folder, 0o777);
    // Root ignores write protection, so the process runs as another user.
    const user = process.getuid?.() === 0 ? ['12345'] : [];
    const child = spawn(process.execPath, ['--input-type=module', '--eval', holderScript, path, ...user]);
    onTestFinished(() => void child.kill('SIGKILL'));
    let said = '';
    child.stdout.on('data', (bytes) => (said += String(bytes)));
    child.stderr.on('data', (bytes) => (said += String(bytes)));
    await Promise.race([once(child, 'close'), once(child.stdout, 'data')]);
    expect(said).toContain(`Lede may only read ${path}.lock`);
    expect(said).toContain("code: 'read-only'");
  });
});
