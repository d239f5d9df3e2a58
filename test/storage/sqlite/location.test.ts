import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openSqlite } from '../../../src/storage/sqlite/engine.ts';
import { fileOf } from '../../../src/storage/sqlite/location.ts';
import { refused } from '../scratch.ts';

describe('DATABASE_URL', () => {
  test.each([
    ['file:data/lede.db', 'data/lede.db'],
    ['file:./lede.db', 'lede.db'],
    ['file:../lede.db', '../lede.db'],
    ['file:/var/lib/lede/lede.db', '/var/lib/lede/lede.db'],
    ['file:///var/lib/lede/my%20desk.db', '/var/lib/lede/my desk.db'],
    ['file:data/#1 50%.db', 'data/#1 50%.db'],
  ])('%s names a file', (url, path) => {
    expect(fileOf(url)).toBe(resolve(path));
  });

  test.each([':memory:', 'file::memory:'])('%s lives in memory', async (url) => {
    expect(fileOf(url)).toBeUndefined();
    await (await openSqlite(url)).close();
  });

  test.each([
    '',
    'file:',
    'file:data/',
    'data/lede.db',
    'postgres://lede@localhost/lede',
    'file://host/lede.db',
    'file:lede.db?mode=ro',
    'file://data/lede.db',
    'file:///tmp/a%2Fb.db',
    'file:///tmp/100%.db',
    'file:a\0b',
  ])('%j is refused with an example of a good one', async (url) => {
    await refused(openSqlite(url), 'bad-location', 'file:data/lede.db');
  });
});
