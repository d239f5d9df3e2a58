import { describe, expect, test } from 'vitest';
import { parseLocation } from '../../../src/storage/sqlite/location.ts';

describe('DATABASE_URL', () => {
  test.each([
    ['file:data/lede.db', '/srv/lede/data/lede.db'],
    ['file:./lede.db', '/srv/lede/lede.db'],
    ['file:../lede.db', '/srv/lede.db'],
    ['file:/var/lib/lede/lede.db', '/var/lib/lede/lede.db'],
    ['file:///var/lib/lede/my%20desk.db', '/var/lib/lede/my desk.db'],
    ['file:data/#1 50%.db', '/srv/lede/data/#1 50%.db'],
  ])('%s names a file', (url, path) => {
    expect(parseLocation(url, '/srv/lede')).toEqual({ kind: 'file', path });
  });

  test.each([':memory:', 'file::memory:'])('%s lives in memory', (url) => {
    expect(parseLocation(url, '/srv/lede')).toEqual({ kind: 'memory' });
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
  ])('%j is refused with an example of a good one', (url) => {
    const bad = { code: 'bad-location', message: expect.stringContaining('file:data/lede.db') };
    expect(() => parseLocation(url, '/srv/lede')).toThrow(expect.objectContaining(bad));
  });
});
