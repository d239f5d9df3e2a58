import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { join } from 'node:path';
import pg from 'pg';
import { describe, expect, onTestFinished, test } from 'vitest';
import { runsBroughtNode } from '../../bin/broughtNode.mjs';
import { proxyTo } from '../storage/proxy.ts';
import { failure, scratchFolder } from '../storage/scratch.ts';
import { usePostgres } from '../storage/sharedPostgres.ts';
import { newFile } from './moving.ts';
import { endOf, root } from './running.ts';

const server = usePostgres('file');

/** Expects that a start ends with this exit code and, beside its log, this sentence. */
async function expectEnd(code: number, sentence: RegExp, given: Record<string, string>, ...words: string[]) {
  const { status, errors } = await endOf(given, words);
  expect({ status, errors }).toEqual({ status: code, errors: expect.stringMatching(sentence) });
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
    const given = { DATABASE_URL: await server().create() };
    await expectEnd(1, /^The clock of .+ differs by more than/, given, '--import', ahead);
  });

  test('that the database takes no connections, or no more of them', async () => {
    const url = await server().create({ name: 'closed' });
    await asAdmin(server().urlOf('postgres'), 'alter database closed allow_connections false');
    await expectEnd(1, /^The database in DATABASE_URL takes no conn[^\n]+\n$/, { DATABASE_URL: url });
    const full = await asUser(await server().create(), 'crowd', 'alter role crowd connection limit 0');
    await expectEnd(1, /^PostgreSQL takes no more connections; [^\n]+\n$/, { DATABASE_URL: full });
  });

  test('that PostgreSQL is still starting', async () => {
    const url = await refusing('57P03', 'the database system is starting up');
    await expectEnd(1, /^PostgreSQL is starting or ending and takes no [^\n]+\n$/, { DATABASE_URL: url });
  });

  test('that the port for health is in use', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    onTestFinished(() => void other.close());
    await once(other, 'listening');
    const { port } = other.address() as AddressInfo;
    const given = { DATABASE_URL: newFile(), HTTP_PORT: String(port) };
    await expectEnd(1, new RegExp(`The port ${port} on 127\\.0\\.0\\.1 cannot`), given);
  });

  test('which privilege the user lacks, if the extension exists but the user may not create it', async () => {
    const url = await server().create();
    const weak = await asUser(url, 'weak', 'grant all on schema public to weak');
    const sentence = /^The user in DATABASE_URL may not create the extension .* CREATE EXTENSION pg_trgm;\n$/;
    await expectEnd(1, sentence, { DATABASE_URL: weak });
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
    await expectEnd(2, /^A pooler, such as pgbouncer, stands before PostgreSQL [^\n]+\n$/, { DATABASE_URL: url.href });
  });

  test('that refuses session settings is named, and not mistaken for a PostgreSQL that does not answer', async () => {
    // The message of pgbouncer 1.24.
    const url = await refusing('08P01', 'unsupported startup parameter in options: default_transaction_isolation');
    await expectEnd(2, /^A pooler, such as pgbouncer, stands before PostgreSQL/, { DATABASE_URL: url });
  });
});

test.skipIf(!runsBroughtNode())(
  'a start without a .env file does not mention it (left out without Node in packages)',
  () => {
    // Pretends that the machine has an older Node, for which Lede starts the Node of its packages.
    const older =
      'data:text/javascript,Object.defineProperty(process,"versions",{value:{...process.versions,node:"20.0.0"}})';
    const words = ['--import', older, join(root, 'bin/lede.mjs'), '--version'];
    const { status, stdout, stderr } = spawnSync(process.execPath, words, {
      cwd: scratchFolder(),
      encoding: 'utf8',
    });
    expect({ status, stdout, stderr }).toEqual({ status: 0, stdout: expect.stringMatching(/^\d/), stderr: '' });
  },
);

test('a start on a standby ends with 1, since it may become the primary, and names what is wrong', async () => {
  const url = await server().create();
  void server().standBy();
  await expect.poll(() => failure(asAdmin(url)), { interval: 100 }).toBeUndefined();
  await expectEnd(1, /^PostgreSQL can only be read, as on a standby; [^\n]+\n$/, { DATABASE_URL: url });
});
