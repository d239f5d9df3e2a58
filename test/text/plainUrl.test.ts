import fc from 'fast-check';
import { expect, test } from 'vitest';
import { plainUrl } from '../../src/text/plainUrl.ts';

const usual = ['a', 'b-c', '1', '/', '/', '~', '_x', '.jpg', '?', '&', '='];
const odd = 'https:// xn--a . .. EX // /. /.. /.a a. %2e %41 \' # :80 : @ ! ( ) * $ , ; + | ^ < " ` \\ é … \t'.split(
  ' ',
);
const written = fc
  .tuple(
    fc.constantFrom('https://', 'http://', 'https://', ''),
    fc.array(fc.constantFrom('a', 'b-c', '1', 'www', 'xn--a', 'xn--0', 'xn--a-b', '0x7f', '127', '-', 'EX', '_'), {
      maxLength: 3,
    }),
    fc.constantFrom('post.example', 'post.example', '1', 'c', '0x1', 'post.example.', 'a.com:80', 'xn--a.com'),
    fc.array(fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...usual) }, fc.constantFrom(...odd)), { maxLength: 8 }),
  )
  .map(([scheme, labels, top, rest]) => `${scheme}${[...labels, top].join('.')}/${rest.join('')}`);

test('an address is plain only if a parser gives it back as it stands, in the same parts', () => {
  let plain = 0;
  fc.assert(
    fc.property(written, (url) => {
      const parts = plainUrl(url);
      if (parts === undefined) return;
      plain++;
      const parsed = URL.parse(url);
      expect(parsed?.href).toBe(url);
      expect(parts).toEqual({
        host: parsed?.host,
        path: parsed?.pathname,
        query: url.includes('?') ? parsed?.search.slice(1) : undefined,
      });
    }),
    { numRuns: 20_000, seed: 26 },
  );
  expect(plain).toBeGreaterThan(500);
});

test.each([
  'https://outlet.example/2026/11/ferry-19',
  'https://media.outlet.example/2026/11/19.jpg?w=640&fit=crop,entropy',
  'http://a.b-c.example/',
  'https://xn--mnchen-3ya.example/a',
])('%s is plain', (url) => {
  expect(plainUrl(url)).toBeDefined();
});

test('an address that is to be looked through for long is given up at once', () => {
  const startedAt = performance.now();
  for (const piece of ['a.', '/', '/a', '/.', '-', 'a/']) plainUrl(`https://a.example/${piece.repeat(100_000)}\u0000`);
  expect(plainUrl(`https://${'a.'.repeat(100_000)}`)).toBeUndefined();
  expect(performance.now() - startedAt).toBeLessThan(1_000);
});
