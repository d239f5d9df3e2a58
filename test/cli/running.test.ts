import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { proxyTo } from '../storage/proxy.ts';
import { scratchFolder } from '../storage/scratch.ts';
import { usePostgres } from '../storage/sharedPostgres.ts';
import { botWithoutFeeds, startLede, token } from './running.ts';

const postgres = usePostgres();

test('a bot whose token and database are given in files starts and prints neither', async () => {
  const folder = scratchFolder();
  writeFileSync(join(folder, 'token'), `${token}\n`);
  writeFileSync(join(folder, 'database'), `file:${join(folder, 'of-the-file.db')}\n`);
  const files = { DISCORD_TOKEN_FILE: join(folder, 'token'), DATABASE_URL_FILE: join(folder, 'database') };
  const { settings } = await botWithoutFeeds();
  const { said } = startLede({ ...settings, ...files }, [], folder);
  await expect.poll(said).toContain('Lede is ready.');
  expect(said()).not.toContain(token);
  expect(said()).not.toContain('of-the-file');
});

test('proxies in the environment are not used, and the start says so without their passwords', async () => {
  const proxy = 'http://ada:secret-of-hers@127.0.0.1:9';
  const proxies = { HTTPS_PROXY: proxy, http_proxy: proxy, NO_PROXY: 'example.org' };
  const { settings } = await botWithoutFeeds();
  const { said } = startLede({ DISCORD_TOKEN: token, ...settings, ...proxies }, [], scratchFolder());
  await expect.poll(said).toContain('Lede is ready.');
  expect(said()).toMatch(/"level":40.*uses no proxy: .* whatever \w+ and \w+ says/);
  expect(said()).toMatch(/HTTPS_PROXY/);
  expect(said()).not.toContain('secret-of-hers');
});

test.skipIf(process.platform === 'win32')(
  'SIGTERM ends Lede with 0 while PostgreSQL hangs, and it says why it did not wait (left out on Windows: no signals)',
  async () => {
    const url = new URL(await postgres().create());
    const proxy = await proxyTo(Number(url.port));
    url.port = String(proxy.port);
    const { settings } = await botWithoutFeeds();
    const { lede, said, ended } = startLede({ DISCORD_TOKEN: token, DATABASE_URL: url.href, ...settings });
    await expect.poll(said, { interval: 50 }).toContain('Lede is ready.');
    proxy.silence();
    lede.kill('SIGTERM');
    expect(await ended).toEqual([0, null]);
    expect(said()).toMatch(/\nThe database does not answer, so Lede ends without waiting for it\. [^\n]+\n$/);
  },
);
