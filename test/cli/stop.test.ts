import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { createDiscordServer } from '../../playground/discord/server.ts';
import { proxyTo } from '../storage/proxy.ts';
import { scratchFolder } from '../storage/scratch.ts';
import { usePostgres } from '../storage/sharedPostgres.ts';

const server = usePostgres();

const root = fileURLToPath(new URL('../..', import.meta.url));
const token = `${'a'.repeat(24)}.${'b'.repeat(6)}.${'c'.repeat(38)}`;

test.skipIf(process.platform === 'win32')(
  'SIGTERM ends Lede with 0 while PostgreSQL hangs, and it says why it did not wait (left out on Windows: no signals)',
  async () => {
    const discord = await createDiscordServer({ now: Date.now, monotonic: () => performance.now(), token });
    onTestFinished(() => discord.close());
    const url = new URL(await server().create());
    const proxy = await proxyTo(Number(url.port));
    url.port = String(proxy.port);
    const catalogue = join(scratchFolder(), 'catalogue.json');
    writeFileSync(
      catalogue,
      JSON.stringify({ topics: [{ id: 'world', names: { en: 'World' }, colour: 0 }], outlets: [] }),
    );
    const given = { DISCORD_TOKEN: token, DISCORD_API_URL: discord.url, DATABASE_URL: url.href };
    const env = { ...process.env, ...given, CATALOGUE_FILE: catalogue, HTTP_PORT: '', LEDE_PUBLIC_URL: '' };
    const lede = spawn(process.execPath, ['src/main.ts'], { cwd: root, env, stdio: ['ignore', 'ignore', 'pipe'] });
    onTestFinished(() => void lede.kill('SIGKILL'));
    let said = '';
    lede.stderr.on('data', (chunk) => {
      said += chunk;
    });
    await expect.poll(() => said, { interval: 50 }).toContain('Lede is ready.');
    proxy.silence();
    lede.kill('SIGTERM');
    expect(await once(lede, 'exit')).toEqual([0, null]);
    expect(said).toMatch(/\nThe database does not answer, so Lede ends without waiting for it\. [^\n]+\n$/);
  },
);
