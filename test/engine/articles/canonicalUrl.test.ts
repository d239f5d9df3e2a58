import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addressesOf, canonicalUrl } from '../../../src/engine/articles/canonicalUrl.ts';
import { anyUrl } from '../../anyText.ts';

const cleanUrl = (url: string) => addressesOf(url)?.clean;

const page = 'https://www.post.example/world/ferry?id=7';

test.each([
  'https://www.post.example/world/ferry?id=7&utm_source=rss&utm_medium=feed',
  'http://post.example/world/ferry/?id=7',
  'https://m.post.example/world/ferry?id=7#comments',
  'https://www.post.example/world/ferry/amp?id=7',
  'https://www.post.example/world/ferry/index.html?id=7',
  'https://www.post.example/world/ferry?fbclid=abc&id=7#xtor=RSS-1',
  'https://user:secret@www.post.example/world/ferry?id=7#',
  'https://www.post.example/world/ferry?at_medium=RSS&at_campaign=rss&id=7',
])('%s is the same article', (url) => {
  expect(canonicalUrl(url)).toBe(canonicalUrl(page));
});

test.each([
  'https://www.post.example/world/ferry?id=8',
  'https://www.post.example/world/ferry',
  'https://www.post.example/world/Ferry?id=7',
  'https://news.post.example/world/ferry?id=7',
  'https://www.post.example:8443/world/ferry?id=7',
  'https://www.post.example/world/ferry?id=7#v2.0.1',
])('%s is another one', (url) => {
  expect(canonicalUrl(url)).not.toBe(canonicalUrl(page));
});

test('the order of parameters does not matter', () => {
  expect(canonicalUrl('https://a.example/?b=2&a=1')).toBe(canonicalUrl('https://a.example/?a=1&b=2'));
});

test('readers get the URL without tracking, password and empty query, but with its anchor', () => {
  expect(cleanUrl('https://u:p@a.example/x?utm_source=rss#xtor=RSS')).toBe('https://a.example/x');
  expect(cleanUrl('https://a.example/changes?utm_source=rss#v1.9')).toBe('https://a.example/changes#v1.9');
});

test.each([
  ['https://forum.example/index.php?/topic/12-news/&utm_source=rss', '?/topic/12-news/'],
  ['https://paper.example/show?utm_source=rss&id-4711&q=a%20b&', '?id-4711&q=a%20b&'],
  ['https://paper.example/show???x&utm%5Fsource=rss', '???x'],
])('a query loses its tracking parameters and is otherwise unchanged: %s', (url, query) => {
  expect(cleanUrl(url)).toBe(new URL(query, url).href);
  // The result equals that of reserializing the whole query, so that the article keeps its id.
  const asForm = new URL(url);
  asForm.searchParams.delete('utm_source');
  expect(canonicalUrl(url)).toBe(canonicalUrl(asForm.href));
});

test.each([
  'javascript:alert(1)',
  'ftp://a.example/x',
  'data:text/html,x',
  '/relative',
  '',
  `https://a.example/${'x'.repeat(2_000)}`,
])('only http and https URLs are accepted: %#', (url) => {
  expect(cleanUrl(url)).toBeUndefined();
  expect(canonicalUrl(url)).toBeUndefined();
});

test('cleaning is idempotent, and equal URLs stay equal', () => {
  fc.assert(
    fc.property(anyUrl, (url) => {
      const clean = cleanUrl(url);
      if (clean === undefined) return;
      expect(cleanUrl(clean)).toBe(clean);
      expect(canonicalUrl(clean)).toBe(canonicalUrl(url));
      expect(addressesOf(url)?.canonical).toBe(canonicalUrl(clean));
    }),
    { numRuns: 1_000, seed: 7 },
  );
});
