import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { createWorkerPool } from '../../src/reading/pool/pool.ts';
import { day, failed, hour, ok, page, site, siteReadIn, status } from './rulesSite.ts';

describe('robots.txt', () => {
  test.for([
    ['User-agent: *\nDisallow: /', 'robots'],
    ['User-agent: *\nDisallow: /private/', 'allowed'],
    ['User-agent: *\nDisallow: /2026/', 'robots'],
    ['User-agent: *\nDisallow: /\n\nUser-agent: lede\nAllow: /', 'allowed'],
    ['User-agent: Lede\nDisallow: /\n\nUser-agent: *\nAllow: /', 'robots'],
    ['User-agent: *\nDisallow: /2026/\nAllow: /2026/ferry', 'allowed'],
    ['User-agent: *\nDisallow: /*?page=', 'robots'],
    ['\ufeffUser-agent: *\r\nDisallow: /2026', 'robots'],
    ['User-agent: *\nDisallow:', 'allowed'],
    ['User-agent: *\nDisallow: /\n\nUser-agent: Other\nUser-agent: Lede/1.0 # us\nDisallow:', 'allowed'],
    ['User-agent: Other\nDisallow: /\nUser-agent: *\nDisallow: /tmp', 'allowed'],
    ['User-agent: *\nDisallow: /tmp\n\nUser-agent: Other\nDisallow:\n\nUser-agent: *\nDisallow: /2026', 'robots'],
    ['<!doctype html><title>Not found</title>', 'allowed'],
    ['', 'allowed'],
  ] as const)('%j: %s', async ([rules, expected]) => expect(await site(ok(rules)).verdict()).toBe(expected));

  test.for([400, 401, 403, 404, 410])('a %i allows everything', async (code) => {
    expect(await site(status(code)).verdict()).toBe('allowed');
  });

  test.for([status(500), status(503), status(429), failed])(
    'while a server fails, they are unknown (%o)',
    async (answer) => expect(await site(answer).verdict()).toBe('unknown'),
  );

  test('is requested once a day, even for many pages at once', async () => {
    const harbour = site(ok(''));
    await Promise.all(Array.from({ length: 20 }, (_, n) => harbour.verdict(`https://harbour.example/${n}`)));
    harbour.later(day - 1);
    await harbour.verdict();
    expect(harbour.asked).toEqual(['https://harbour.example/robots.txt']);
    harbour.later(1);
    await harbour.verdict();
    expect(harbour.asked).toHaveLength(2);
    // The clock had run ahead and was then corrected.
    harbour.later(-60 * day);
    await harbour.verdict();
    expect(harbour.asked).toHaveLength(3);
  });

  test('each origin has its own', async () => {
    const harbour = site(ok(''));
    for (const url of [page, 'http://harbour.example/', 'https://harbour.example:8443/']) await harbour.verdict(url);
    expect(harbour.asked).toHaveLength(3);
  });

  test('while the server is in trouble, the last rules apply and are requested every hour', async () => {
    const harbour = site(ok('User-agent: *\nDisallow: /private/'), status(500));
    await harbour.verdict();
    harbour.later(day);
    expect(await harbour.verdict()).toBe('allowed');
    expect(await harbour.verdict('https://harbour.example/private/x')).toBe('robots');
    harbour.later(hour - 1);
    await harbour.verdict();
    expect(harbour.asked).toHaveLength(2);
    harbour.later(1);
    await harbour.verdict();
    expect(harbour.asked).toHaveLength(3);
  });

  test('after 30 days of trouble it counts as missing', async () => {
    const harbour = site(failed);
    expect(await harbour.verdict()).toBe('unknown');
    harbour.later(30 * day);
    expect(await harbour.verdict()).toBe('unknown');
    harbour.later(day);
    expect(await harbour.verdict()).toBe('allowed');
  });

  test('if the file is too long, only the whole lines of its first 512 KiB count', async () => {
    const line = 'Disallow: /private/\n';
    const long = `User-agent: *\n${line.repeat(40_000)}`;
    for (const skipped of [0, 7, 13, 19]) {
      const harbour = site(ok(`#${'x'.repeat(skipped)}\n${long}`));
      expect(await harbour.verdict()).toBe('allowed');
      expect(await harbour.verdict('https://harbour.example/private/x')).toBe('robots');
    }
  });

  test('rules designed to be slow are limited in number', async () => {
    const rules = `User-agent: *\n${`Disallow: /${'*a'.repeat(900)}\nAllow: /${'*a'.repeat(900)}$\n`.repeat(130)}`;
    const harbour = site(ok(rules));
    expect(await harbour.verdict(`https://harbour.example/${'a'.repeat(5000)}`)).toBe('allowed');
    expect(await harbour.verdict(`https://harbour.example/${'a'.repeat(900)}b`)).toBe('robots');
    expect(await harbour.verdict('https://harbour.example/b')).toBe('allowed');
  });

  test('that grows while it is parsed costs no more memory than Lede allows', async () => {
    const agents = Array.from({ length: 500 }, (_, n) => `User-agent: a${n}`);
    const rules = Array.from({ length: 40_000 }, (_, n) => `Disallow: /${n}/`);
    const text = [...agents, 'User-agent: *', 'Disallow: /2026/', ...rules].join('\n');
    for (const answer of [ok(text), ok('', { body: gzipSync(text), packing: 'gzip' })]) {
      const harbour = site(answer);
      expect(await harbour.verdict()).toBe('robots');
      expect(await harbour.verdict('https://harbour.example/1997/x')).toBe('robots');
      expect(await harbour.verdict('https://harbour.example/story')).toBe('allowed');
      const kept = harbour.records.get('https://harbour.example')?.rules ?? '';
      expect(kept).not.toContain('User-agent: a');
      expect(kept.trimEnd().split('\n').length).toBe(2_001);
      expect(kept.length).toBeLessThan(65_600);
    }
  });

  test.for(['hang', 'die', 'a bomb'])('that makes its parser %s leaves the rules unknown', async (fault) => {
    const worker = new URL('../reading/pool/breakingWorker.ts', import.meta.url);
    const pool = createWorkerPool({ threads: 1, limitMs: 1_000, worker });
    const bomb = ok('', { body: gzipSync(Buffer.alloc(6_000_000, '#')), packing: 'gzip' });
    const harbour = siteReadIn(pool, fault === 'a bomb' ? bomb : ok(`# ${fault}`), ok('User-agent: *\nDisallow: /'));
    expect(await harbour.verdict()).toBe('unknown');
    harbour.later(hour);
    expect(await harbour.verdict()).toBe('robots');
    await pool.close();
  });
});
