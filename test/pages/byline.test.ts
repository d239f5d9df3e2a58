import { expect, test } from 'vitest';
import { extractArticle } from '../../src/pages/extract.ts';
import { headline, jsonLd, page, url } from './page.ts';

const stated = (name: string, at = url) =>
  extractArticle(page({ head: jsonLd({ '@type': 'NewsArticle', headline, author: { '@type': 'Person', name } }) }), at)
    ?.byline;
const signed = (line: string) => extractArticle(page({ above: `<div class="byline">${line}</div>` }), url)?.byline;

test.each(['Da Costa', 'Da Costa Silva', 'Lee In Young', 'Wong On Lee', 'Ada Lind Harbour', 'Ada Maria Harbourpost'])(
  'a name that a page states as its author is taken whole: %s',
  (name) => {
    expect(stated(name)).toBe(name);
  },
);

test('a surname that the name of the site begins or ends with is no outlet', () => {
  expect(stated('Ada May Washington', 'https://www.washingtonpost.example/1')).toBe('Ada May Washington');
  expect(stated('Ada May Washington', 'https://www.washington.example/1')).toBe('Ada May Washington');
});

test.each([
  ['Ada Lind Harbour Post', 'Ada Lind'],
  ['By Ada Lind in Ilves', 'Ada Lind'],
  ['Ada Lind at the quay', 'Ada Lind'],
  ['di Ada Lind', 'Ada Lind'],
  ['Da Costa', 'Da Costa'],
])('a line that signs an article gives the name alone: %s', (line, name) => {
  expect(signed(line)).toBe(name);
});
