import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { lede } from '../src/cli/lede.ts';
import { lockDatabase } from '../src/storage/sqlite/lock.ts';
import { openStorage } from '../src/storage/storage.ts';
import { version } from '../src/web/version.ts';
import { called } from './cli/called.ts';
import { botWithoutFeeds, endOf, root, startLede, token } from './cli/running.ts';
import { scratchFolder } from './storage/scratch.ts';

/** Starts Lede, which must refuse to run. Returns its message. */
async function refusalOf(environment: Record<string, string>, cwd = root): Promise<string> {
  const { status, errors } = await endOf(environment, [], cwd);
  expect(status).toBe(2);
  expect(errors).not.toMatch(/^\s+at /m);
  return errors;
}

const commands = ['start', 'preview', 'backup', 'forget', 'move'];

test.each(['--foo', 'start word', '--live=yes'])('%s is refused with a sentence and how to start', async (given) => {
  expect(await called(lede, given.split(' '))).toMatchObject({
    code: 2,
    errors: expect.stringContaining('\nlede start [--live]\n'),
  });
});

test('settings in a file that can’t be read are refused with a sentence, on whatever Node', () => {
  const cwd = scratchFolder();
  mkdirSync(join(cwd, '.env'));
  const started = spawnSync(process.execPath, [join(root, 'bin/lede.mjs'), '--help'], { cwd, encoding: 'utf8' });
  expect(started).toMatchObject({ status: 2, stdout: '' });
  expect(started.stderr).toMatch(/^Lede can’t read the settings in .+\.env: it is a folder\. Make it a file [^\n]+\n$/);
});

test.each(['word', 'catalogue'])('%s is refused with a sentence and the commands that there are', async (given) => {
  const { code, errors } = await called(lede, [given]);
  expect(code).toBe(2);
  expect(errors).toMatch(`Lede knows no command “${given}”.\n`);
  for (const name of commands) expect(errors).toMatch(new RegExp(`^  ${name} {2}`, 'm'));
});

test('--help prints every command’s arguments, whatever the settings are, and exits with 0', async () => {
  const environment = { DISCORD_TOKEN: 'wrong', DATABASE_URL: 'mongodb://x' };
  for (const name of commands) {
    const { code, out } = await called(lede, [name, 'x', '--help'], environment);
    expect({ code, out }).toEqual({ code: 0, out: expect.stringMatching(`^lede ${name} `) });
  }
  const { code, out } = await called(lede, ['--help'], environment);
  expect({ code, out }).toEqual({ code: 0, out: expect.stringContaining('backup') });
  const env = { ...process.env, ...environment };
  const bench = spawnSync(process.execPath, ['bench/poll.ts', '--help'], { cwd: root, encoding: 'utf8', env });
  expect(bench).toMatchObject({ status: 0, stdout: expect.stringMatching(/^npm run bench:poll -- /) });
});

test('--version says which Lede it is, with every command', async () => {
  for (const words of [[], ['backup']]) {
    const { code, out } = await called(lede, [...words, '--version']);
    expect({ code, out }).toEqual({ code: 0, out: `${version}\n` });
  }
});

test('a setting that can’t be used is refused with a sentence', async () => {
  expect(await refusalOf({ DATABASE_URL: 'mongodb://x' })).toContain('DATABASE_URL');
});

test('a file that isn’t a database ends the start with the exit code that is not retried', async () => {
  const path = join(scratchFolder(), 'lede.db');
  writeFileSync(path, 'These are notes, not a database. '.repeat(500));
  expect(await refusalOf({ DATABASE_URL: `file:${path}` })).toContain('not a SQLite database');
});

test('a start without a token leaves the database of a bot alone and ends with a sentence', async () => {
  const path = join(scratchFolder(), 'lede.db');
  await (await openStorage({ url: `file:${path}`, now: () => 0 })).close();
  const before = readFileSync(path);
  const said = await refusalOf({ DISCORD_TOKEN: '', DATABASE_URL: `file:${path}`, PLAYGROUND_PORT: '0' });
  expect(said).toMatch(/^DISCORD_TOKEN is not set, but DATABASE_URL names a database that is there: .*\n$/);
  expect(readFileSync(path)).toEqual(before);
});

test('a playground that can’t write its own database ends with a sentence that names the token', async () => {
  const folder = scratchFolder();
  writeFileSync(join(folder, 'data'), '');
  const env = { DISCORD_TOKEN: '', DATABASE_URL: `file:${join(folder, 'lede.db')}`, PLAYGROUND_PORT: '0' };
  expect(await refusalOf(env, folder)).toMatch(/^DISCORD_TOKEN is not set, so this would be the playground, .*\n$/);
});

test('a playground that is given a bot’s database uses its own instead and says so', async () => {
  const folder = scratchFolder();
  const given = { DISCORD_TOKEN: '', DATABASE_URL: `file:${join(folder, 'lede.db')}`, PLAYGROUND_PORT: '0' };
  const { said } = startLede(given, [], folder);
  await expect.poll(said, { interval: 50 }).toContain('Ctrl-C');
  await expect.poll(() => existsSync(join(folder, 'data/playground.db')), { interval: 50 }).toBe(true);
  expect(said()).toContain('DATABASE_URL is for a bot, whose DISCORD_TOKEN is not set');
  expect(readdirSync(folder)).toEqual(['data']);
});

test('a bot prints its invite link on a separate line, and ends with 1 if Discord demands a new start', async () => {
  const { server, settings } = await botWithoutFeeds();
  const database = `file:${join(scratchFolder(), 'lede.db')}`;
  const { said, ended } = startLede({ DISCORD_TOKEN: token, DATABASE_URL: database, ...settings });
  await expect.poll(said, { interval: 50 }).toMatch(/^https:\/\/\S+\/oauth2\/authorize\?client_id=\d+&\S+$/m);
  server.gateway.closeAll(4011);
  expect(await ended).toEqual([1, null]);
  expect(said()).toContain('Discord wants more shards');
});

test.skipIf(process.platform === 'win32')('SIGTERM to npm start also ends Lede and frees its database', async () => {
  const database = join(scratchFolder(), 'lede.db');
  const isFree = () => {
    try {
      lockDatabase(database).release();
      return true;
    } catch {
      return false;
    }
  };
  // Nothing listens at this address, so that Lede keeps waiting for Discord.
  const given = { DISCORD_TOKEN: token, DISCORD_API_URL: 'http://127.0.0.1:9', DATABASE_URL: `file:${database}` };
  const env = { ...process.env, ...given, HTTP_PORT: '', LEDE_PUBLIC_URL: '' };
  const npm = spawn('npm', ['start'], { cwd: root, env, stdio: 'ignore', detached: true });
  // Kills whatever is left of the process group.
  onTestFinished(() => {
    try {
      process.kill(-Number(npm.pid), 'SIGKILL');
    } catch {}
  });
  // The file is created after the lock. Testing the lock itself could take it from Lede.
  await expect.poll(() => existsSync(database), { interval: 50 }).toBe(true);
  npm.kill('SIGTERM');
  await once(npm, 'exit');
  await expect.poll(isFree, { interval: 50 }).toBe(true);
});
