import { expect, test } from 'vitest';
import { extractArticle } from '../../src/pages/extract.ts';
import { headline, jsonLd, type Parts, page, url } from './page.ts';

const stamp = '2025-11-24T06:10:00Z';
const hour = '2025-11-24T06:10';
const day = '2025-11-24T00:00';
const dated = 'https://www.harbourpost.example/2025/11/24/ferry';
const meta = (name: string, content: string): string => `<meta name="${name}" content="${content}">`;
const published = (parts: Parts, at = url): string | undefined => {
  const date = extractArticle(page(parts), at)?.publishedAt;
  return date === undefined ? undefined : new Date(date).toISOString().slice(0, 16);
};
const article = (datePublished: unknown, rest = {}): string =>
  jsonLd({ '@type': 'NewsArticle', datePublished, ...rest });

test.each<[kind: string, expected: string | undefined, parts: Parts]>([
  ['JSON-LD', hour, { head: article(stamp) }],
  ['JSON-LD in seconds', hour, { head: article(1_763_964_600) }],
  ['JSON-LD in a list', hour, { head: article([{ '@value': stamp }]) }],
  ['JSON-LD in local form', hour, { head: article('24.11.2025 06:10') }],
  ['JSON-LD with a trailing comma', hour, { head: article(stamp).replace('}<', ',}<') }],
  ['JSON-LD with its quotes escaped', hour, { head: article(stamp).replace(/"(?=[^>]*<)/g, '&quot;') }],
  ['JSON-LD before metas', hour, { head: meta('date', '2025-11-23T08:00:00Z') + article(stamp) }],
  [
    'JSON-LD of this article beside that of another',
    hour,
    { head: article('2025-02-01', { headline: 'A new bridge for Ilves' }) + article(stamp, { headline }) },
  ],
  ['a meta, if JSON-LD has the zero date', hour, { head: article('0001-01-01') + meta('pubdate', stamp) }],
  ['the standard meta before others', hour, { head: meta('date', day) + meta('article:published_time', stamp) }],
  [
    'no meta on changes, events or rights',
    undefined,
    { head: ['revised', 'event-date', 'expires'].map((name) => meta(name, stamp)).join('') },
  ],
  ['a time element', hour, { above: `<time datetime="${stamp}">Monday</time>` }],
  ['microdata', hour, { above: `<span itemprop="datePublished" content="${stamp}">yesterday</span>` }],
  ['a line of a class for dates', hour, { above: '<p class="dateline">24 November 2025, 06:10</p>' }],
  [
    'the time of the same day, if JSON-LD has only the day',
    hour,
    { head: article('2025-11-24'), above: `<time>${stamp}</time>` },
  ],
  ['the day, if JSON-LD has midnight in some zone', day, { head: article('2025-11-24T00:00:00+05:00') }],
  ['no date of a change', undefined, { above: `<time class="updated" datetime="${stamp}">now</time>` }],
  ['no date in a list of other articles', undefined, { below: `<div class="related"><time>${stamp}</time></div>` }],
  [
    'no date in the text',
    undefined,
    { body: '<p>The line was opened on 14 March 1998, and no ferry has stood still.</p>' },
  ],
])('the date of publication comes from %s', (_, expected, parts) => {
  expect(published(parts)).toBe(expected);
});

test('a date far from the day in the URL belongs to something else', () => {
  expect(published({}, dated)).toBe(day);
  expect(published({ head: meta('date', '2019-02-01T08:00:00Z') }, dated)).toBe(day);
  expect(published({ head: meta('date', '2025-11-23T22:00:00Z') }, dated)).toBe('2025-11-23T22:00');
});

test('dates with slashes are read in the country’s order', () => {
  expect(published({ head: meta('date', '03/04/2025') }, 'https://post.example.com/ferry')).toBe('2025-03-04T00:00');
  expect(published({ head: meta('date', '03/04/2025') }, 'https://post.example.co.uk/ferry')).toBe('2025-04-03T00:00');
});
