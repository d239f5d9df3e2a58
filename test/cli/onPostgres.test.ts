import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { poll } from '../../scripts/poll.ts';
import { backup } from '../../src/cli/backup.ts';
import { forgetOutlet } from '../../src/cli/forget.ts';
import { lede } from '../../src/cli/lede.ts';
import { addressWith, withoutPasswords } from '../../src/storage/postgres/address.ts';
import { locationRule } from '../../src/storage/sqlite/location.ts';
import { openStorage } from '../../src/storage/storage.ts';
import { feed } from '../storage/contract/dialect.ts';
import { oldPostgres } from '../storage/oldPostgres.ts';
import { password } from '../storage/postgresServer.ts';
import { scratchFolder } from '../storage/scratch.ts';
import { usePostgres } from '../storage/sharedPostgres.ts';
import { called } from './called.ts';
import { endOf } from './running.ts';

const server = usePostgres();

const nobody = 'postgres://lede:correct-horse@127.0.0.1:9/lede';

const forgetting = (url: string, ...words: string[]) =>
  called(forgetOutlet, ['--outlet', 'a.example', ...words], { DATABASE_URL: url });

test('a start ends with a sentence and an exit code that systemd retries if PostgreSQL does not answer', async () => {
  const { status, said } = await endOf({ DATABASE_URL: nobody });
  expect(status).toBe(1);
  expect(said).toMatch(/^PostgreSQL does not answer at the address in DATABASE_URL; .*\n$/);
});

test.each([
  ['is missing', async () => server().urlOf('nowhere'), 'PostgreSQL has no database of the name in DATABASE_URL'],
  [
    'has no UTF-8',
    () => server().create({ encoding: 'SQL_ASCII' }),
    'The database in DATABASE_URL has the encoding SQL_ASCII, which lacks letters; make one with UTF8.',
  ],
])('a start ends for good, with a sentence, if the database %s', async (_why, urlOf, sentence) => {
  const { status, said } = await endOf({ DATABASE_URL: await urlOf() });
  expect([status, said]).toEqual([2, expect.stringContaining(sentence)]);
});

test('a start without a token does not connect to PostgreSQL, and its sentence does not contain the address', async () => {
  const { status, said } = await endOf({ DATABASE_URL: nobody, DISCORD_TOKEN: '', PLAYGROUND_PORT: '0' });
  expect(status).toBe(2);
  expect(said).toMatch(/^DISCORD_TOKEN is not set, but DATABASE_URL names [^:]+ there: one of PostgreSQL\./);
  expect(said).not.toContain(password);
});

test('each reason why Lede can’t use PostgreSQL has its own sentence, without the password', async () => {
  const url = await server().create();
  const wrong = url.replace(password, 'a-secret-of-mine');
  const cases = [
    [wrong, 'PostgreSQL refuses the user or password in DATABASE_URL.'],
    [url.replace(`:${password}`, ''), 'PostgreSQL refuses the user or password in DATABASE_URL.'],
    [server().urlOf('nowhere'), 'PostgreSQL has no database of the name in DATABASE_URL; create it first.'],
    [nobody, 'PostgreSQL does not answer at the address in DATABASE_URL;'],
    ['postgres://lede:correct-horse@nowhere.invalid/lede', 'PostgreSQL does not answer'],
    [`${url}?sslmode=verify-full`, "PostgreSQL's certificate is missing"],
    [await oldPostgres('14'), 'PostgreSQL 14 is too old; Lede needs 15 or newer.'],
    [await server().create({ encoding: 'LATIN1' }), 'The database in DATABASE_URL has the encoding LATIN1'],
    [url, 'The database is empty; DATABASE_URL must name that of a Lede.'],
    ['postgres://lede:correct-horse@db.example.org', 'DATABASE_URL must name a file'],
  ] as const;
  for (const [address, sentence] of cases) {
    const { code, out, errors } = await forgetting(address);
    expect([address, code, out, errors]).toEqual([address, 2, '', expect.stringContaining(sentence)]);
    expect(errors).not.toMatch(/correct-horse|a-secret-of-mine|\n./);
  }
});

describe('a password in an address', () => {
  const secret = 'qx7/zv3#kj9:wq8@ht%staple';
  const addresses = [
    `postgres://lede:${secret}@127.0.0.1:9/lede`,
    `POSTGRESQL://lede:${secret}@127.0.0.1:9/lede?sslmode=require`,
    `postgres:/lede:${secret}@127.0.0.1:9/lede`,
    `mysql://lede:${secret}@127.0.0.1:9/lede`,
    `file:postgres://lede:${secret}@127.0.0.1:9/lede`,
    `lede:${secret}@127.0.0.1:9/lede`,
    'postgres://lede:qx7 zv3 staple@127.0.0.1:9/lede',
    `postgres://lede:${secret.replace('@', '')}`,
    'postgres://127.0.0.1:9/lede?user=lede&password=staple',
    'host=127.0.0.1:9 password=staple dbname=lede',
    `postgres://lede:${secret}@127.0.0.1:port/lede`,
    'postgres://lede:staple@127.0.0.1:9/lede?sslrootcert=/nowhere',
  ];
  const parts = /qx7|zv3|kj9|wq8|staple/;

  test('is never repeated by a command that gets the address as an argument', async () => {
    for (const address of addresses) {
      const words = [[address], ['start', address], [`--${address}`], ['start', `--databse=${address}`]];
      const others = ['backup', 'forget', 'move'].flatMap((name) => [
        [...name.split(' '), address, address],
        [...name.split(' '), `--${address}`],
      ]);
      const options = [
        ['backup', '--to', address],
        ['forget', '--outlet', address],
        ['move', '--from', address, '--to', 'file:/nowhere/new.db'],
        ['move', '--from', 'file:/dev/null', '--to', address],
      ];
      for (const given of [...words, ...others, ...options]) {
        const { code, out, errors } = await called(lede, given, { DATABASE_URL: 'file:/dev/null' });
        expect([given, code]).toEqual([given, 2]);
        expect(out + errors).not.toMatch(parts);
      }
    }
  });

  test('is never repeated by a command or start that can’t use the address in DATABASE_URL', async () => {
    for (const address of addresses) {
      for (const name of ['backup', 'forget --outlet a.example']) {
        const { code, out, errors } = await called(lede, name.split(' '), { DATABASE_URL: address });
        expect([address, code]).toEqual([address, 2]);
        expect(out + errors).not.toMatch(parts);
      }
      // A start with this address succeeds, because it is a valid file name.
      if (address.startsWith('file:')) continue;
      const { status, said } = await endOf({ DATABASE_URL: address });
      expect([1, 2]).toContain(status);
      expect(said).not.toMatch(parts);
    }
  });

  test('is removed from a text whose other words stay, and Lede’s own example stays', () => {
    const text =
      'It said “postgres://lede:x:y@z@db.example.org/lede” at 10:30, see http://127.0.0.1:8321/a and http://[::1]:80/.';
    expect(withoutPasswords(text)).toBe(text.replace('x:y@z', '…'));
    expect(withoutPasswords(locationRule)).toBe(locationRule);
  });
});

test('forgetting and polling work on PostgreSQL, but not beside a Lede that is connected', async () => {
  const url = await server().create();
  const storage = await openStorage({ url, now: () => 0 });
  await storage.records.feeds.add(feed('a'), ['world'], 0);
  const list = join(scratchFolder(), 'feeds.txt');
  writeFileSync(list, 'https://a.example/feed\n');
  const polling = () => called(poll, ['--feeds', list, '--database', url]);
  for (const { code, errors } of [await forgetting(url, '--yes'), await polling()]) {
    expect({ code, errors }).toEqual({ code: 2, errors: expect.stringMatching(/^Another Lede is connected/) });
  }
  await storage.close();
  expect((await forgetting(url)).out).toContain('a.example: 1 feed of a');
  expect(await forgetting(url, '--yes')).toMatchObject({ code: 0, errors: '' });
  const { out, errors } = await polling();
  expect({ out, errors }).toEqual({
    out: expect.stringMatching(/^\d+ feeds:/),
    errors: expect.stringContaining('a.ex'),
  });
});

test('lede backup refers to PostgreSQL’s own tool', async () => {
  const { code, errors } = await called(backup, [], { DATABASE_URL: nobody });
  expect({ code, errors }).toEqual({ code: 2, errors: expect.stringContaining('pg_dump --format=custom') });
  expect(errors).not.toContain(password);
});

test('settings in the operator’s URL are kept beside Lede’s own, and application_name is Lede’s', () => {
  const given =
    'postgres://lede@db.example.org/lede?options=-c%20work_mem%3D9MB&application_name=mine&sslmode=verify-full';
  const { searchParams } = new URL(addressWith(given, ['default_transaction_isolation=serializable'], 'lede 1'));
  expect(Object.fromEntries(searchParams)).toEqual({
    options: '-c work_mem=9MB -c default_transaction_isolation=serializable',
    application_name: 'lede 1',
    sslmode: 'verify-full',
  });
});
