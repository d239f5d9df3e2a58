import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { describe, expect, onTestFinished, test } from 'vitest';
import { lockDatabase } from '../../src/storage/lock.ts';
import { codeOf, openNotes, scratchFolder } from './scratch.ts';

const lockModule = new URL('../../src/storage/lock.ts', import.meta.url).href;
const holderScript = `
  import { lockDatabase } from ${JSON.stringify(lockModule)};
  lockDatabase(process.argv[1]);
  console.log('held');
  setInterval(() => {}, 1000);
`;

/** Another process that has the lock of this database; it never lets go by itself. */
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
    const second = openNotes({ url: `file:${path}` });
    await expect(second).rejects.toMatchObject({
      code: 'in-use',
      message: expect.stringContaining('Another Lede is running'),
    });
    child.kill('SIGKILL');
    await once(child, 'exit');
    const database = await openNotes({ url: `file:${path}` });
    expect(await database.db.selectFrom('notes').select('id').execute()).toEqual([]);
  });

  test('holds within one process as well, and a release frees it', () => {
    const path = join(scratchFolder(), 'lede.db');
    const first = lockDatabase(path);
    let refused: unknown;
    try {
      lockDatabase(path);
    } catch (error) {
      refused = codeOf(error);
    }
    expect(refused).toBe('in-use');
    first.release();
    first.release();
    lockDatabase(path).release();
  });
});
