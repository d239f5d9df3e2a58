import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { createDiscordServer } from '../../playground/discord/server.ts';
import { scratchFolder } from '../storage/scratch.ts';

const root = join(import.meta.dirname, '../..');
const token = `${'a'.repeat(24)}.${'b'.repeat(6)}.${'c'.repeat(38)}`;

/** Starts a bot whose catalogue has no feeds. Returns its output. */
async function startBot(environment: Record<string, string>) {
  const server = await createDiscordServer({ now: Date.now, monotonic: () => performance.now(), token });
  onTestFinished(() => server.close());
  const folder = scratchFolder();
  const catalogue = { topics: [{ id: 'world', names: { en: 'World' }, colour: 0 }], outlets: [] };
  writeFileSync(join(folder, 'catalogue.json'), JSON.stringify(catalogue));
  const own = { DISCORD_API_URL: server.url, CATALOGUE_FILE: join(folder, 'catalogue.json') };
  const env = { PATH: process.env.PATH, ...own, ...environment };
  const child = spawn(process.execPath, [join(root, 'src/main.ts'), 'start'], { cwd: folder, env });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (said += String(chunk)));
  onTestFinished(async () => {
    child.kill('SIGTERM');
    if (child.exitCode === null) await once(child, 'exit');
  });
  return { said: () => said, folder };
}

test('a bot whose token and database are given in files starts and prints neither', async () => {
  const folder = scratchFolder();
  writeFileSync(join(folder, 'token'), `${token}\n`);
  writeFileSync(join(folder, 'database'), `file:${join(folder, 'of-the-file.db')}\n`);
  const bot = await startBot({
    DISCORD_TOKEN_FILE: join(folder, 'token'),
    DATABASE_URL_FILE: join(folder, 'database'),
  });
  await expect.poll(bot.said).toContain('Lede is ready.');
  expect(bot.said()).not.toContain(token);
  expect(bot.said()).not.toContain('of-the-file');
});

test('proxies in the environment are not used, and the start says so without their passwords', async () => {
  const proxy = 'http://ada:secret-of-hers@127.0.0.1:9';
  const bot = await startBot({ DISCORD_TOKEN: token, HTTPS_PROXY: proxy, http_proxy: proxy, NO_PROXY: 'example.org' });
  await expect.poll(bot.said).toContain('Lede is ready.');
  expect(bot.said()).toMatch(/"level":40.*uses no proxy: .* whatever \w+ and \w+ says/);
  expect(bot.said()).toMatch(/HTTPS_PROXY/);
  expect(bot.said()).not.toContain('secret-of-hers');
});
