import { execFileSync, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { backup } from '../../../src/cli/backup.ts';
import { openStorage } from '../../../src/storage/storage.ts';
import { called } from '../../cli/called.ts';
import { scratchFolder } from '../scratch.ts';

const modeOf = (path: string) => (statSync(path).mode & 0o777).toString(8);
/** The files of an open database. */
const files = ['lede.db', 'lede.db-shm', 'lede.db-wal', 'lede.db.lock', 'lede.db.lock-journal'];
const moduleOf = (path: string) => new URL(`../../../src/${path}`, import.meta.url).href;
const modesIn = (folder: string) =>
  Object.fromEntries(readdirSync(folder).map((name) => [name, modeOf(join(folder, name))]));

/** Clears the umask, so that files are private only if Lede makes them so. */
function withoutUmask(): void {
  const before = process.umask(0);
  onTestFinished(() => void process.umask(before));
}

describe.skipIf(process.platform === 'win32')('the files of a database', () => {
  test('and folders that Lede creates are for their owner alone with any umask, and so is a backup', () => {
    withoutUmask();
    const outer = join(scratchFolder(), 'a');
    const folder = join(outer, 'b');
    const url = `file:${join(folder, 'lede.db')}`;
    const [copy, moved] = [join(folder, 'copy.db'), join(folder, 'moved', 'lede.db')];
    const program = `
      import { readdirSync, statSync } from 'node:fs';
      import { runCommand } from ${JSON.stringify(moduleOf('cli/command.ts'))};
      import { backup } from ${JSON.stringify(moduleOf('cli/backup.ts'))};
      import { move } from ${JSON.stringify(moduleOf('cli/move.ts'))};
      import { openStorage } from ${JSON.stringify(moduleOf('storage/storage.ts'))};
      await runCommand(async (call) => {
        const storage = await openStorage({ url: '${url}', now: () => 0 });
        await backup({ ...call, words: ['--to', '${copy}'], environment: { DATABASE_URL: '${url}' }, say: () => {} });
        const modes = readdirSync('${folder}').map((name) => [name, statSync('${folder}/' + name).mode % 0o1000]);
        call.say(JSON.stringify(Object.fromEntries(modes)));
        await storage.close();
        return move({ ...call, words: ['--from', '${url}', '--to', 'file:${moved}'], say: () => {} });
      });
    `;
    const { stdout, status } = spawnSync(process.execPath, ['--input-type=module', '--eval', program], {
      encoding: 'utf8',
    });
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toEqual(Object.fromEntries([...files, 'copy.db'].map((file) => [file, 0o600])));
    expect([outer, folder, join(folder, 'moved'), moved].map(modeOf)).toEqual(['700', '700', '700', '600']);
  });

  test('that others could read are closed to them at the start, and the folder stays unchanged', async () => {
    withoutUmask();
    const folder = join(scratchFolder(), 'shared');
    mkdirSync(folder, { mode: 0o755 });
    const url = `file:${join(folder, 'lede.db')}`;
    await (await openStorage({ url, now: () => 0 })).close();
    for (const name of readdirSync(folder)) chmodSync(join(folder, name), 0o664);
    writeFileSync(join(folder, 'notes.txt'), '', { mode: 0o644 });
    const storage = await openStorage({ url, now: () => 0 });
    onTestFinished(() => storage.close());
    expect(modesIn(folder)).toEqual({ ...Object.fromEntries(files.map((file) => [file, '600'])), 'notes.txt': '644' });
    expect(modeOf(folder)).toBe('755');
  });
});

test.skipIf(process.platform === 'win32')(
  'a named pipe, a socket, a device or a folder is refused as a database at once, without waiting for it',
  async () => {
    const folder = scratchFolder();
    const [pipe, socket] = [join(folder, 'pipe'), join(folder, 'socket')];
    execFileSync('sh', ['-c', 'mkfifo "$0"', pipe]);
    const server = createServer().listen(socket);
    onTestFinished(() => void server.close());
    await once(server, 'listening');
    const kinds = { [pipe]: 'a named pipe', [socket]: 'a socket', '/dev/null': 'a device', [folder]: 'a folder' };
    for (const [path, kind] of Object.entries(kinds)) {
      const url = `file:${path}`;
      await expect(openStorage({ url, now: () => 0 })).rejects.toMatchObject({
        code: 'bad-location',
        message: `The database ${path} is ${kind} and not a file; name a file in DATABASE_URL, for example file:data/lede.db.`,
      });
      const copied = await called(backup, ['--to', join(folder, 'copy.db')], { DATABASE_URL: url });
      expect(copied).toMatchObject({ code: 2, errors: expect.stringContaining(`is ${kind} and not a file`) });
    }
    expect(readdirSync(folder).sort()).toEqual(['pipe', 'socket']);
  },
);
