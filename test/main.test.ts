import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { lockDatabase } from '../src/storage/sqlite/lock.ts';
import { openStorage } from '../src/storage/storage.ts';
import { scratchFolder } from './storage/scratch.ts';

const token = `${'a'.repeat(24)}.${'b'.repeat(6)}.${'c'.repeat(38)}`;
const script = fileURLToPath(new URL('../src/main.ts', import.meta.url));

function start(environment: Record<string, string>, ...words: string[]) {
  const env = { ...process.env, ...environment };
  return spawnSync(process.execPath, [script, ...words], { encoding: 'utf8', env, timeout: 30_000 });
}

test.each([['--foo'], ['word'], ['--live=yes']])('%s is refused with a sentence and how to start', (word) => {
  const { status, stderr } = start({}, word);
  expect(status).toBe(2);
  expect(stderr).toMatch(/npm start -- --live\n$/);
  expect(stderr).not.toMatch(/^\s+at /m);
});

test('a setting that can’t be used is refused with a sentence', () => {
  const { status, stderr } = start({ DATABASE_URL: 'mongodb://x' });
  expect(status).toBe(2);
  expect(stderr).toContain('DATABASE_URL');
  expect(stderr).not.toMatch(/^\s+at /m);
});

test('a file that is no database ends the start with the code that is not tried again', () => {
  const path = join(scratchFolder(), 'lede.db');
  writeFileSync(path, 'These are notes, not a database. '.repeat(500));
  const { status, stderr } = start({ DISCORD_TOKEN: token, DATABASE_URL: `file:${path}`, HTTP_PORT: '' });
  expect(status).toBe(2);
  expect(stderr).toContain('not a SQLite database');
  expect(stderr).not.toMatch(/^\s+at /m);
});

test('a start without a token leaves the database of a bot alone and ends with a sentence', async () => {
  const path = join(scratchFolder(), 'lede.db');
  const storage = await openStorage({ url: `file:${path}`, now: () => 0 });
  await storage.close();
  const before = readFileSync(path);
  const { status, stderr } = start({ DISCORD_TOKEN: '', DATABASE_URL: `file:${path}`, PLAYGROUND_PORT: '0' });
  expect(status).toBe(2);
  expect(stderr).toMatch(/^DISCORD_TOKEN is not set, but DATABASE_URL names a database that is there: .*\n$/);
  expect(readFileSync(path)).toEqual(before);
});

test('a playground that may write no database of its own ends with a sentence that names the token', () => {
  const folder = scratchFolder();
  writeFileSync(join(folder, 'data'), '');
  const env = {
    ...process.env,
    DISCORD_TOKEN: '',
    DATABASE_URL: `file:${join(folder, 'lede.db')}`,
    PLAYGROUND_PORT: '0',
  };
  const { status, stderr } = spawnSync(process.execPath, [script], {
    cwd: folder,
    encoding: 'utf8',
    env,
    timeout: 30_000,
  });
  expect(status).toBe(2);
  expect(stderr).toMatch(/^DISCORD_TOKEN is not set, so this would be the playground, .*\n$/);
});

test('a playground that is given the place of a bot’s database keeps to its own and says so', async () => {
  const folder = scratchFolder();
  const env = {
    ...process.env,
    DISCORD_TOKEN: '',
    DATABASE_URL: `file:${join(folder, 'lede.db')}`,
    PLAYGROUND_PORT: '0',
  };
  const lede = spawn(process.execPath, [script], { cwd: folder, env, stdio: ['ignore', 'pipe', 'ignore'] });
  onTestFinished(() => void lede.kill('SIGKILL'));
  let said = '';
  lede.stdout.on('data', (chunk) => {
    said += chunk;
  });
  await expect.poll(() => said, { interval: 50, timeout: 20_000 }).toContain('Ctrl-C');
  await expect.poll(() => existsSync(join(folder, 'data/playground.db')), { interval: 50, timeout: 20_000 }).toBe(true);
  expect(said).toContain('DATABASE_URL is for a bot, whose DISCORD_TOKEN is not set');
  expect(readdirSync(folder)).toEqual(['data']);
});

test.skipIf(process.platform === 'win32')(
  'SIGTERM to npm start ends Lede too, which leaves its database',
  async () => {
    const database = join(scratchFolder(), 'lede.db');
    const isFree = () => {
      try {
        lockDatabase(database).release();
        return true;
      } catch {
        return false;
      }
    };
    const npm = spawn('npm', ['start'], {
      cwd: fileURLToPath(new URL('..', import.meta.url)),
      // A Discord that is not there: Lede waits for it.
      env: {
        ...process.env,
        DISCORD_TOKEN: token,
        DISCORD_API_URL: 'http://127.0.0.1:9',
        DATABASE_URL: `file:${database}`,
        HTTP_PORT: '',
        LEDE_PUBLIC_URL: '',
      },
      stdio: 'ignore',
      detached: true,
    });
    // Whatever is left of it.
    onTestFinished(() => {
      try {
        process.kill(-Number(npm.pid), 'SIGKILL');
      } catch {}
    });
    // The file comes after the lock; asking for the lock itself could take it from Lede.
    await expect.poll(() => existsSync(database), { interval: 50, timeout: 20_000 }).toBe(true);
    npm.kill('SIGTERM');
    await once(npm, 'exit');
    await expect.poll(isFree, { interval: 50, timeout: 5_000 }).toBe(true);
  },
  30_000,
);
