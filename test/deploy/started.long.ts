import { copyFileSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { botWithoutFeeds, token } from '../cli/running.ts';
import { password } from '../storage/postgresServer.ts';
import { scratchFolder } from '../storage/scratch.ts';
import { usePostgres } from '../storage/sharedPostgres.ts';
import { filled, type Service, servicesIn } from './compose.ts';
import { buildImage, canContain, type Image, startContainer } from './container.ts';

const example = readFileSync(new URL('../../.env.example', import.meta.url), 'utf8');

let image: Image;

/** Starts a Discord, puts a catalogue without feeds into the image, and returns `.env` as an operator fills it in. */
async function surroundings(): Promise<Record<string, string | undefined>> {
  const { DISCORD_API_URL, CATALOGUE_FILE } = (await botWithoutFeeds()).settings;
  copyFileSync(CATALOGUE_FILE, join(image.folder, 'etc/catalogue.json'));
  const more = { DISCORD_API_URL, CATALOGUE_FILE: '/etc/catalogue.json', POSTGRES_PASSWORD: password };
  return { ...parseEnv(example), DISCORD_TOKEN: token, ...more };
}

/** A free port. It is needed because, unlike real ones, the containers share this machine's network. */
async function freePort(): Promise<string> {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return String(typeof address === 'object' ? address?.port : 0);
}

async function start(
  service: Service,
  dotenv: Record<string, string | undefined>,
  change: Record<string, string> = {},
) {
  const own = Object.entries(service.environment ?? {}).map(([name, value]) => [name, filled(value, dotenv)]);
  const { DISCORD_API_URL = '', CATALOGUE_FILE = '' } = dotenv;
  const test = { DISCORD_API_URL, CATALOGUE_FILE, HTTP_PORT: await freePort(), ...change };
  const environment = { ...(service.env_file === undefined ? {} : dotenv), ...Object.fromEntries(own), ...test };
  const [, to] = service.volumes?.[0]?.split(':') ?? [];
  const volume = to === undefined ? undefined : { from: scratchFolder(), to };
  const { tmpfs, read_only: readOnly, command } = service;
  const container = startContainer(image, { readOnly, tmpfs, volume, command, environment });
  onTestFinished(() => container.kill());
  return { container, port: environment.HTTP_PORT };
}

describe.skipIf(!canContain)('what the image and the compose files start (left out but as root on Linux)', () => {
  const postgres = usePostgres();
  beforeAll(() => {
    image = buildImage();
  }, 600_000);
  afterAll(() => image?.remove(), 600_000);

  test('one process on a read-only file system is healthy, backs up, and ends by the signal', async () => {
    const { lede } = servicesIn('compose.yaml') as { lede: Service };
    const { container } = await start(lede, await surroundings());
    await expect.poll(container.said).toMatch(/^https:\/\/\S+\/oauth2\/authorize/m);
    expect(await container.check()).toEqual({ code: 0, out: 'ok\n' });
    const backup = await container.exec(['lede', 'backup', '--to', '/data/backup.db']);
    expect(backup).toMatchObject({ code: 0, out: expect.stringContaining('Backup written and checked') });
    container.stop();
    expect(await container.ended).toEqual([0, null]);
    expect(await container.check()).toMatchObject({ code: 1, out: expect.stringContaining('ECONNREFUSED') });
    expect(container.said()).not.toMatch(/EROFS|EACCES|read-only/i);
  });

  test('without a token it ends with a sentence and code 2, and is never the playground', async () => {
    const { lede } = servicesIn('compose.yaml') as { lede: Service };
    const { container } = await start(lede, { ...(await surroundings()), DISCORD_TOKEN: '' });
    await expect.poll(container.said).toContain('DISCORD_TOKEN is not set');
    expect(await container.ended).toEqual([2, null]);
  });

  test('without a port the check passes without a request', async () => {
    const { lede } = servicesIn('compose.yaml') as { lede: Service };
    const { container } = await start(lede, await surroundings(), { HTTP_PORT: '' });
    expect(await container.check()).toMatchObject({ code: 0, out: expect.stringContaining('HTTP_PORT is empty') });
  });

  test('several processes share a PostgreSQL, are ready together, are each healthy, and end by the signal', async () => {
    const { postgres: _, ...services } = servicesIn('compose.scaled.yaml');
    const dotenv = await surroundings();
    const { port } = postgres();
    await postgres().create({ name: 'lede' });
    const DATABASE_URL = `postgres://lede:${password}@127.0.0.1:${port}/lede`;
    const started = [];
    for (const service of Object.values(services)) {
      for (let nth = 0; nth < (service.deploy?.replicas ?? 1); nth += 1) {
        const given = filled(service.environment?.DATABASE_URL ?? '', dotenv);
        expect(given.replace('@postgres/', `@127.0.0.1:${port}/`)).toBe(DATABASE_URL);
        started.push(await start(service, dotenv, { DATABASE_URL }));
      }
    }
    const ready = (at: string) => fetch(`http://127.0.0.1:${at}/readyz`).then((reply) => reply.text(), String);
    for (const { port } of started) await expect.poll(() => ready(port)).toBe('ready\n');
    for (const { container } of started) expect(await container.check()).toEqual({ code: 0, out: 'ok\n' });
    for (const { container } of started) container.stop();
    const ends = await Promise.all(started.map(({ container }) => container.ended));
    expect(ends).toEqual(started.map(() => [0, null]));
  });
});
