import { closeSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { expect, test } from 'vitest';
import { damageIn } from '../../src/storage/postgres/integrity.ts';
import { openStorage } from '../../src/storage/storage.ts';
import { feed } from './contract/dialect.ts';
import { usePostgres } from './sharedPostgres.ts';

const server = usePostgres('file');
const pageBytes = 8_192;

/** A database with some feeds, on which these statements have been run. */
async function filled(...statements: string[]): Promise<string> {
  const url = await server().create();
  const storage = await openStorage({ url, now: () => 0 });
  for (let id = 0; id < 50; id += 1) await storage.records.feeds.add(feed(`${id}`), ['world'], 0);
  await storage.close();
  await asked(url, ...statements, 'checkpoint');
  return url;
}

async function asked(url: string, ...statements: string[]): Promise<{ path?: string }[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    let rows: { path?: string }[] = [];
    for (const statement of statements) ({ rows } = await client.query(statement));
    return rows;
  } finally {
    await client.end();
  }
}

/** Overwrites a page of a table or index while PostgreSQL is stopped. */
async function damage(url: string, name: string, page: number, bytes: number): Promise<void> {
  const [found] = await asked(
    url,
    `select current_setting('data_directory') || '/' || pg_relation_filepath('${name}') as path`,
  );
  await server().halt();
  const file = openSync(join(found?.path ?? ''), 'r+');
  writeSync(file, Buffer.alloc(pageBytes, bytes), 0, pageBytes, page * pageBytes);
  closeSync(file);
  await server().resume();
}

async function problemsOf(url: string): Promise<readonly string[]> {
  const storage = await openStorage({ url, now: () => 0 });
  try {
    return await storage.integrityProblems();
  } finally {
    await storage.close();
  }
}

test('rows of PostgreSQL that can’t be read are found, and nothing in a sound database', async () => {
  const url = await filled();
  expect(await problemsOf(url)).toEqual([]);
  await damage(url, 'feeds', 0, 0xff);
  expect(await problemsOf(url)).toContainEqual(expect.stringMatching(/^feeds: invalid page in block 0/));
});

test('an index that lost its entries is found where amcheck may be called', async () => {
  const url = await filled('create extension amcheck');
  expect(await problemsOf(url)).toEqual([]);
  await damage(url, 'feeds_pkey', 1, 0);
  expect(await problemsOf(url)).toEqual([expect.stringContaining('feeds_pkey: ')]);
});

test('the check reads only, and ends without a finding when its time is up', async () => {
  const url = await filled();
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  expect(await damageIn(client, 0)).toEqual([]);
  await expect(client.query('delete from feeds')).rejects.toThrow('read-only');
  await client.end();
});
