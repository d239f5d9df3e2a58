import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { join } from 'node:path';
import pg from 'pg';
import { describe, expect, onTestFinished, test } from 'vitest';
import { runsBroughtNode } from '../../bin/broughtNode.mjs';
import { forgetOutlet } from '../../src/cli/forget.ts';
import { proxyTo } from '../storage/proxy.ts';
import { scratchFolder } from '../storage/scratch.ts';
import { usePostgres } from '../storage/sharedPostgres.ts';
import { called } from './called.ts';
import { root, startLede, token } from './running.ts';

const server = usePostgres('file');

/** Starts Lede, which must exit by itself. Returns its exit code and the sentence that it prints besides its log. */
async function start(given: Record<string, string>, words: readonly string[] = []) {
  const bot = { DISCORD_TOKEN: token, DISCORD_API_URL: 'http://127.0.0.1:9', LEDE_CONTACT: 'a@b.example' };
  const { errors, ended } = startLede({ ...bot, ...given }, words);
  const [status] = await ended;
  return { status, said: errors() };
}

async function asAdmin(url: string, ...statements: string[]): Promise<void> {
  const client = new pg.Client(url);
  await client.connect();
  for (const statement of statements) await client.query(statement);
  await client.end();
}

/** Creates a database user without superuser rights. Returns the URL with which it connects. */
async function asUser(url: string, name: string, ...rights: string[]): Promise<string> {
  await asAdmin(url, `create role ${name} login password 'secret'`, ...rights);
  return Object.assign(new URL(url), { username: name, password: 'secret' }).href;
}

/** Starts a server that answers each connection with this error. Returns its URL. */
async function refusing(code: string, message: string): Promise<string> {
  const answer = Buffer.concat([Buffer.from('E'), Buffer.alloc(4), Buffer.from(`SFATAL\0C${code}\0M${message}\0\0`)]);
  answer.writeInt32BE(answer.length - 1, 1);
  const refuser = createServer((socket) => {
    socket.on('error', () => undefined);
    socket.once('data', () => socket.end(answer));
  }).listen(0, '127.0.0.1');
  onTestFinished(() => void refuser.close());
  await once(refuser, 'listening');
  return `postgres://lede:secret@127.0.0.1:${(refuser.address() as AddressInfo).port}/lede`;
}

describe('a start prevented by a fault that may pass exits with 1, so that systemd retries, and says', () => {
  test('that its clock is off', async () => {
    const ahead = 'data:text/javascript,const now=Date.now;Date.now=()=>now()+60_000';
    const { status, said } = await start({ DATABASE_URL: await server().create() }, ['--import', ahead]);
    expect({ status, said }).toEqual({
      status: 1,
      said: expect.stringMatching(/^The clock of .+ differs by more than/),
    });
  });

  test('that the database takes no connections, or no more of them', async () => {
    const url = await server().create({ name: 'closed' });
    await asAdmin(server().urlOf('postgres'), 'alter database closed allow_connections false');
    const closed = await start({ DATABASE_URL: url });
    expect(closed).toEqual({
      status: 1,
      said: expect.stringMatching(/^The database in DATABASE_URL takes no conn[^\n]+\n$/),
    });
    const full = await asUser(await server().create(), 'crowd', 'alter role crowd connection limit 0');
    const crowded = await start({ DATABASE_URL: full });
    expect(crowded).toEqual({
      status: 1,
      said: expect.stringMatching(/^PostgreSQL takes no more connections; [^\n]+\n$/),
    });
  });

  test('that PostgreSQL is still starting', async () => {
    expect(await start({ DATABASE_URL: await refusing('57P03', 'the database system is starting up') })).toEqual({
      status: 1,
      said: 'PostgreSQL is starting or ending and takes no connections at this moment.\n',
    });
  });

  test('that the port for health is in use', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    onTestFinished(() => void other.close());
    await once(other, 'listening');
    const { port } = other.address() as AddressInfo;
    const url = `file:${join(scratchFolder(), 'lede.db')}`;
    const { status, said } = await start({ DATABASE_URL: url, HTTP_PORT: String(port) });
    expect({ status, said }).toEqual({
      status: 1,
      said: expect.stringContaining(`The port ${port} on 127.0.0.1 cannot`),
    });
  });

  test('which privilege the user lacks, if the extension exists but the user may not create it', async () => {
    const url = await server().create();
    const weak = await asUser(url, 'weak', 'grant all on schema public to weak');
    expect(await start({ DATABASE_URL: weak })).toEqual({
      status: 1,
      said: expect.stringMatching(
        /^The user in DATABASE_URL may not create the extension .* CREATE EXTENSION pg_trgm;\n$/,
      ),
    });
  });
});

describe('a pooler before PostgreSQL', () => {
  /** Removes the `options` from a startup packet, as pgbouncer does with `ignore_startup_parameters = options`. */
  const withoutOptions = (packet: Buffer): Buffer => {
    const pairs = packet.subarray(8, -1).toString('latin1').split('\0').slice(0, -1);
    const kept = pairs.flatMap((name, at) => (at % 2 === 0 && name !== 'options' ? [name, pairs[at + 1] ?? ''] : []));
    const body = Buffer.from(`${kept.join('\0')}\0\0`, 'latin1');
    const head = Buffer.from(packet.subarray(0, 8));
    head.writeInt32BE(body.length + 8);
    return Buffer.concat([head, body]);
  };

  test('that drops session settings is refused for good, because transactions would not be serializable', async () => {
    const url = new URL(await server().create());
    const { port } = await proxyTo(Number(url.port), withoutOptions);
    url.port = String(port);
    expect(await start({ DATABASE_URL: url.href })).toEqual({
      status: 2,
      said: expect.stringMatching(/^A pooler, such as pgbouncer, stands before PostgreSQL [^\n]+\n$/),
    });
  });

  test('that refuses session settings is named, and not mistaken for a PostgreSQL that does not answer', async () => {
    // The message of pgbouncer 1.24.
    const url = await refusing('08P01', 'unsupported startup parameter in options: default_transaction_isolation');
    expect(await called(forgetOutlet, ['--outlet', 'a.example'], { DATABASE_URL: url })).toMatchObject({
      code: 2,
      errors: expect.stringMatching(/^A pooler, such as pgbouncer, stands before PostgreSQL/),
    });
  });
});

test.skipIf(!runsBroughtNode())(
  'a start without a .env file does not mention it (left out without Node in packages)',
  () => {
    const folder = join(scratchFolder(), 'empty');
    mkdirSync(folder);
    const run = { cwd: folder, encoding: 'utf8' as const };
    // Pretends that the machine has an older Node, for which Lede starts the Node of its packages.
    const older =
      'data:text/javascript,Object.defineProperty(process,"versions",{value:{...process.versions,node:"20.0.0"}})';
    const words = ['--import', older, join(root, 'bin/lede.mjs'), '--version'];
    const { status, stdout, stderr } = spawnSync(process.execPath, words, run);
    expect({ status, stdout, stderr }).toEqual({ status: 0, stdout: expect.stringMatching(/^\d/), stderr: '' });
  },
);

test('a start on a standby ends with 1, since it may become the primary, and names what is wrong', async () => {
  const url = await server().create();
  void server().standBy();
  await expect
    .poll(
      () =>
        asAdmin(url).then(
          () => true,
          () => false,
        ),
      { interval: 100 },
    )
    .toBe(true);
  expect(await start({ DATABASE_URL: url })).toEqual({
    status: 1,
    said: expect.stringMatching(/^PostgreSQL can only be read, as on a standby; [^\n]+\n$/),
  });
});
