import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { createDiscordServer } from '../../playground/discord/server.ts';
import { scratchFolder } from '../storage/scratch.ts';

export const root = join(import.meta.dirname, '../..');
/** Has the shape of a token, and belongs to nobody. */
export const token = `${'a'.repeat(24)}.${'b'.repeat(6)}.${'c'.repeat(38)}`;
const quiet = { HTTP_PORT: '', LEDE_PUBLIC_URL: '' };

/** Settings of a bot whose Discord is on this machine and whose catalogue has no feeds. */
export async function botWithoutFeeds() {
  const server = await createDiscordServer({ now: Date.now, monotonic: () => performance.now(), token });
  onTestFinished(() => server.close());
  const file = join(scratchFolder(), 'catalogue.json');
  const catalogue = { topics: [{ id: 'world', names: { en: 'World' }, colour: 0 }], outlets: [] };
  writeFileSync(file, JSON.stringify(catalogue));
  return { server, settings: { DISCORD_API_URL: server.url, CATALOGUE_FILE: file, ...quiet } };
}

/** Starts Lede in a process of its own, which ends with the test. `words` come before the script. */
export function startLede(settings: Record<string, string>, words: readonly string[] = [], cwd = root) {
  const env = { ...process.env, ...quiet, ...settings };
  const lede = spawn(process.execPath, [...words, join(root, 'src/main.ts')], { cwd, env });
  const heard = { said: '', errors: '' };
  for (const stream of [lede.stdout, lede.stderr]) stream.on('data', (chunk) => (heard.said += String(chunk)));
  lede.stderr.on('data', (chunk) => (heard.errors += String(chunk)));
  onTestFinished(() => void lede.kill('SIGKILL'));
  return { lede, said: () => heard.said, errors: () => heard.errors, ended: once(lede, 'close') };
}

/** Starts a bot, which must exit by itself. Returns its exit code, all that it prints, and what is not its log. */
export async function endOf(given: Record<string, string>, words: readonly string[] = [], cwd = root) {
  const bot = { DISCORD_TOKEN: token, DISCORD_API_URL: 'http://127.0.0.1:9', LEDE_CONTACT: 'a@b.example' };
  const { said, errors, ended } = startLede({ ...bot, ...given }, words, cwd);
  const [status] = await ended;
  return { status, said: said(), errors: errors() };
}
