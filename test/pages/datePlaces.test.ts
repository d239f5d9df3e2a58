import { expect, test } from 'vitest';
import { extractArticle } from '../../src/pages/extract.ts';
import { asParagraphs, headline, type Parts, page, paragraphs, url } from './page.ts';

const minute = (html: string): string | undefined => {
  const at = extractArticle(html, url)?.publishedAt;
  return at === undefined ? undefined : new Date(at).toISOString().slice(0, 16);
};
const above = (html: string, rest: Parts = {}): string => page({ ...rest, above: html });

test.each([
  ['the month first, between dots', above('<div>11.24.2025 06:10 AM</div>'), '2025-11-24T06:10'],
  [
    'beside an author whose link has many words',
    above('<div>By <a href="/p">Mara Lund - Harbour Post Contributor</a> <span>24 November 2025</span></div>'),
    '2025-11-24T00:00',
  ],
  [
    'in a box called the header of the content, above the headline',
    page().replace(
      '<h1>',
      '<div class="content-header"><div class="content-header-row">24 November 2025</div></div><h1>',
    ),
    '2025-11-24T00:00',
  ],
  [
    'on a page called after its sidebar, whose title is another one for search engines',
    above('<div>24 November 2025</div>', { title: 'Sound ferries: all about the walkout' }).replace(
      '<main>',
      '<main class="with-sticky-sidebar">',
    ),
    '2025-11-24T00:00',
  ],
  [
    'in a line among others in a small box',
    above(
      '<div><p>By Mara Lund, Monday, 24 November 2025 06:10 GMT</p><p>Share on: one network, another network, a third one, and one for friends</p></div>',
    ),
    '2025-11-24T06:10',
  ],
  [
    'beside a headline in a box with hardly anything else',
    `<title>${headline}</title><div class="a"><div class="b"><h1>${headline}</h1><div class="c">HARBOUR / Nov 24, 2025, 11:40 IST</div><div>AA Follow us wherever you are</div></div><div>${asParagraphs(paragraphs)}</div></div>`,
    '2025-11-24T06:10',
  ],
])('the day of publication is read: %s', (_, html, expected) => {
  expect(minute(html)).toBe(expected);
});
