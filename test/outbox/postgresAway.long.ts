import { randomUUID } from 'node:crypto';
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { errorForLog } from '../../src/log.ts';
import { openStorage } from '../../src/storage/storage.ts';
import { hour, minute, type TestDesk, wait } from '../desk/desk.ts';
import { password } from '../storage/postgresServer.ts';
import { gate, refused } from '../storage/scratch.ts';
import { usePostgres } from '../storage/sharedPostgres.ts';
import { fill, smallDisk } from '../storage/smallDisk.ts';
import { partsIn, pathOf, withNews } from './scene.ts';

const postgres = usePostgres('file');

async function deskOnPostgres(folder?: string): Promise<TestDesk> {
  const settings = { databaseUrl: await postgres().create({ folder }), http: { host: '127.0.0.1', port: 0 } };
  return withNews({ settings });
}

const health = async (at: TestDesk) => (await fetch(`${at.app.httpOrigin()}/healthz`)).status;
const secretsIn = (at: TestDesk) =>
  JSON.stringify(at.log.map(({ values }) => Object.values(values).map(errorForLog))).includes(password);

test('while PostgreSQL is away Lede keeps running and reports it, and posts the digest once when it is back', async () => {
  const at = await deskOnPostgres();
  await postgres().halt();
  try {
    for (const clock of ['08:00', '08:01', '08:02']) await refused(at.to(0, clock), 'unopenable', 'goes on by itself');
    expect(await health(at)).toBe(503);
    const metrics = await fetch(`${at.app.httpOrigin()}/metrics`);
    expect([metrics.status, await metrics.text()]).toEqual([200, expect.stringMatching(/^lede_database_up 0$/m)]);
  } finally {
    await postgres().resume();
  }
  expect(at.posted()).toEqual([]);
  await wait(at, 10 * minute);
  expect(await health(at)).toBe(200);
  expect(partsIn(at)).toEqual(['#0']);
  await wait(at, 24 * hour, hour);
  expect(partsIn(at)).toEqual(['#0', '#0']);
  expect(secretsIn(at)).toBe(false);
});

test('if PostgreSQL goes away while Discord posts a message, the message is found when it is back, and is not posted twice', async () => {
  const at = await deskOnPostgres();
  let halted: Promise<void> | undefined;
  at.server.fail({
    method: 'POST',
    path: pathOf(at),
    how: { delayMs: 1_000 },
    when: () => {
      halted ??= postgres().halt();
      return true;
    },
  });
  await at.to(0, '08:00').catch(() => undefined);
  await halted;
  await postgres().resume();
  expect(at.log).toContainEqual(expect.objectContaining({ message: 'delivery failed' }));
  await wait(at, 20 * minute);
  expect(partsIn(at)).toEqual(['#0']);
  expect(secretsIn(at)).toBe(false);
});

test('if PostgreSQL goes away in the middle of a transaction, only that one fails, and the next one works', async () => {
  const storage = await openStorage({ url: await postgres().create(), now: () => 0 });
  const [begun, goOn] = [gate(), gate()];
  const broken = storage.transaction(async ({ forgotten }) => {
    await forgotten.add('a.example', 0);
    begun.open();
    await goOn.opened;
    await forgotten.add('b.example', 0);
  });
  const failed = expect(broken).rejects.toMatchObject({ code: 'unopenable' });
  await begun.opened;
  await postgres().halt();
  await postgres().resume();
  goOn.open();
  await failed;
  await storage.transaction(({ forgotten }) => forgotten.add('c.example', 0));
  expect(await storage.records.forgotten.domains()).toEqual(['c.example']);
  await storage.close();
});

test('a full disk of PostgreSQL loses nothing: work that can’t be stored waits until there is space', async (context) => {
  const disk = smallDisk(40);
  if (disk === undefined) return context.skip('no small file system can be mounted here');
  const folder = join(disk, 'data');
  mkdirSync(folder);
  const at = await deskOnPostgres(folder);
  const articles = async () => (await at.ask.status(at.serverId)).articles;
  const before = await articles();
  const ballast = join(disk, 'ballast');
  fill(ballast);
  // Longer than the free space in PostgreSQL's existing pages.
  const paragraphs = () => [Array.from({ length: 400 }, () => `${randomUUID()} is blue.`).join(' ')];
  const cranes = Array.from({ length: 50 }, (_, n) => ({ title: `Crane ${n} is blue`, paragraphs: paragraphs() }));
  at.list(0, Object.fromEntries(cranes.map((crane, n) => [`/cranes/${n}`, crane])));
  await wait(at, hour);
  const full = { err: expect.objectContaining({ code: 'disk-full', message: expect.stringContaining('full') }) };
  expect(at.log).toContainEqual(
    expect.objectContaining({ message: 'poll not stored', values: expect.objectContaining(full) }),
  );
  expect(await articles()).toBe(before);
  rmSync(ballast);
  await at.to(0, '08:00');
  await wait(at, hour);
  expect(partsIn(at)).toEqual(['#0']);
  expect(await articles()).toBe(before + cranes.length);
});
