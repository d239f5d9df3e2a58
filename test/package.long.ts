import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { broughtNode } from '../bin/broughtNode.mjs';
import { version } from '../src/web/version.ts';
import { botWithoutFeeds, token } from './cli/running.ts';

/** The package as npm installs it in an empty folder, run by the machine's own Node, which may be older. */
const root = dirname(import.meta.dirname);
const folder = mkdtempSync(join(tmpdir(), 'lede-package-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }), 600_000);
const path = (process.env.PATH ?? '').split(delimiter).filter((part) => !part.includes('node_modules'));
const env = { ...process.env, PATH: path.join(delimiter), DISCORD_TOKEN: '', HTTP_PORT: '', PLAYGROUND_PORT: '0' };
const lede = (...words: string[]) =>
  execFileSync('node_modules/.bin/lede', words, {
    cwd: folder,
    env,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  });

beforeAll(() => {
  execFileSync('npm', ['pack', '--pack-destination', folder], { cwd: root, stdio: 'pipe' });
  const file = readdirSync(folder)[0];
  execFileSync('npm', ['install', '--no-audit', '--no-fund', `./${file}`], { cwd: folder, env, stdio: 'pipe' });
}, 300_000);

function started(words: readonly string[], given: Record<string, string>) {
  const child = spawn('node_modules/.bin/lede', words, { cwd: folder, env: { ...env, ...given } });
  onTestFinished(() => void child.kill('SIGKILL'));
  const said = { text: '' };
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk) => {
      said.text += chunk;
    });
  }
  return { child, said };
}

async function ended(child: ChildProcess): Promise<void> {
  const exit = once(child, 'exit');
  child.kill('SIGTERM');
  expect(await exit).toEqual([0, null]);
}

test('it contains the built program and the documents for operators, and no sources', () => {
  const at = join(folder, 'node_modules', 'lede');
  const names = readdirSync(at, { recursive: true, encoding: 'utf8' });
  expect(names.filter((name) => name.endsWith('.ts') && !name.endsWith('.d.mts'))).toEqual([]);
  const documents = [
    'README.md',
    'LICENSE',
    'CHANGELOG.md',
    'SECURITY.md',
    'TERMS.md',
    'docs',
    'deploy',
    '.env.example',
  ];
  expect(documents.filter((name) => !existsSync(join(at, name)))).toEqual([]);
  // Workers need the font to draw pictures.
  expect(existsSync(join(at, 'dist/src/newsroom/pictures/fonts/latin.woff2'))).toBe(true);
});

test('it says its version and its commands', () => {
  expect(lede('--version')).toBe(`${version}\n`);
  expect(lede('--help')).toContain('preview');
  expect(lede('preview', '--help')).toMatch(/^lede preview /);
});

test('it starts the playground without a word, which answers in the browser and ends by a signal', async () => {
  const { child, said } = started([], {});
  await expect.poll(() => said.text).toContain('Ctrl-C');
  const origin = /http:\/\/127\.0\.0\.1:\d+/.exec(said.text)?.[0] ?? '';
  expect(await (await fetch(origin)).text()).toContain('<!doctype html>');
  for (const part of ['assets/main.js', 'assets/page.css']) expect((await fetch(`${origin}/${part}`)).status).toBe(200);
  await expect.poll(() => existsSync(join(folder, 'data/playground.db'))).toBe(true);
  await ended(child);
});

test('it starts the bot, reads settings of .env in its folder, copies its database, and ends by a signal', async () => {
  const { DISCORD_API_URL, CATALOGUE_FILE } = (await botWithoutFeeds()).settings;
  writeFileSync(join(folder, '.env'), `DISCORD_API_URL=${DISCORD_API_URL}\nCATALOGUE_FILE=${CATALOGUE_FILE}\n`);
  const { child, said } = started(['start'], { DISCORD_TOKEN: token });
  await expect.poll(() => said.text).toMatch(/^https:\/\/\S+\/oauth2\/authorize/m);
  expect(lede('backup')).toContain('Backup written and checked');
  await ended(child);
});

test('it previews a feed, reading with its worker', async () => {
  const items = ['Ferry runs again', 'Mayor opens bridge'].map(
    (title, nth) =>
      `<item><title>${title}</title><link>http://127.0.0.1/${nth}</link><description>${title} after long works, the town said on Friday. It was closed for two years.</description><pubDate>${new Date().toUTCString()}</pubDate></item>`,
  );
  const feed = `<rss version="2.0"><channel><title>Harbour Post</title>${items.join('')}</channel></rss>`;
  const press = createServer((request, response) => {
    if (request.url !== '/feed.xml') response.writeHead(404).end();
    else response.writeHead(200, { 'content-type': 'application/rss+xml' }).end(feed);
  }).listen(0, '127.0.0.1');
  onTestFinished(() => void press.close());
  await once(press, 'listening');
  const address = press.address();
  const url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}/feed.xml`;
  // Asynchronous, because this process serves the feed meanwhile.
  const preview = started(['preview', '--allow-private', url], {});
  await once(preview.child, 'exit');
  expect(preview.said.text).toContain('from 2 articles');
});

test('it does not run an installed Node whose checksum is not recorded', (context) => {
  const own = execFileSync('node', ['--version'], { env, encoding: 'utf8' });
  if (Number.parseInt(own.slice(1), 10) >= 26) context.skip('the machine’s own Node is new enough and is run instead');
  const file = realpathSync(
    (broughtNode()?.path ?? '').replace(realpathSync(join(root, 'node_modules')), join(folder, 'node_modules')),
  );
  rmSync(file);
  writeFileSync(file, 'not Node', { mode: 0o755 });
  expect(() => lede('--version')).toThrow('SHA-256 differs');
});
