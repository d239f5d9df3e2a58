import { expect, test } from 'vitest';
import { extractArticle } from '../../src/pages/extract.ts';
import { asParagraphs, headline, paragraphs } from './page.ts';

const text = asParagraphs(paragraphs);
const row = (texts: readonly string[], open: string, close: string): string =>
  texts.map((one) => open + one + close).join('');

test.each([
  [
    'who works there and since when',
    row(
      [
        'Ida Brandt, with us since 14 March 1998',
        'Per Holm, with us since 2 May 2011',
        'Mara Lund, with us since 9 June 2019',
      ],
      '<div class="person"><p>',
      '</p></div>',
    ),
  ],
  [
    'fixtures',
    row(
      [
        'Sat 29 Nov 2025 15:00 Ilves v Norra',
        'Sat 6 Dec 2025 15:00 Skarholm v Ilves',
        'Sat 13 Dec 2025 15:00 Ilves v Capital',
      ],
      '<div class="fixture">',
      '</div>',
    ),
  ],
  [
    'a fair to come',
    '<div class="ev"><h3>Harbour fair</h3><div>Saturday 13 December 2025, 10:00–18:00</div><a href="/t">Tickets</a></div>',
  ],
  [
    'comments with days, one of them',
    '<section class="comments"><div class="comment"><b>Al</b> <span>24 November 2025 at 6:10 am</span><p>I walked past there and saw nothing at all.</p></div></section>',
  ],
  [
    'pictures with the days they were taken',
    row(
      ['Quay, 3 March 2019', 'Ferry, 4 March 2019', 'Crew, 5 March 2019'],
      '<figure><img src="/a.jpg" alt=""><figcaption>',
      '</figcaption></figure>',
    ),
  ],
  [
    'a life',
    '<table class="bio"><tr><th>Born</th><td>14 March 1948</td></tr><tr><th>Died</th><td>2 May 2011</td></tr></table>',
  ],
  ['an offer and its end', '<p>Offer valid until 31 December 2025.</p>'],
  ['a place that is free', '<p>Closing date: 12 December 2025</p>'],
  ['rights', '<div class="copy">Copyright © 1998–2025 Harbour Post. Page 24.11.2025.</div>'],
  [
    'cards of other stories',
    row(
      ['24 November 2025', '20 November 2025'],
      '<div class="tile"><a href="/n"><h3>Moose delays the night train to the north</h3></a><span>',
      '</span></div>',
    ),
  ],
  [
    'one card of another story',
    '<div class="tile"><a href="/n"><h3>Moose delays the night train to the north</h3></a><span>20 November 2025</span></div>',
  ],
  ['the weather', '<div class="weather-box"><span>Thursday 26 November 2026</span><span>4°</span></div>'],
  ['releases of a program', row(['v2.1 24 Nov 2025', 'v2.0 2 Oct 2025', 'v1.9 11 Aug 2025'], '<li>', '</li>')],
  [
    'a table of tides',
    `<table>${row(['24.11.2025', '25.11.2025', '26.11.2025'], '<tr><td>', '</td><td>04:10</td></tr>')}</table>`,
  ],
  ['members of a forum', '<div class="user">Ida<br>Member since: 14 March 2012<br>Posts: 11</div>'],
  ['rules and their day', '<p>These terms were last agreed by the board of the line in the spring of 2019.</p>'],
  [
    'days in its sentences',
    '<p>The first ferry left the quay on 14 March 1998 and the last one is to leave on 31 December 2030.</p>',
  ],
  ['a parcel', '<p>Delivery by 24 December 2025 if you order today.</p>'],
])('a page with %s has no day of publication', (_, rest) => {
  for (const html of [
    `<title>${headline}</title><main><h1>${headline}</h1>${text}${rest}</main>`,
    `<title>${headline}</title><div class="a"><div class="b"><h1>${headline}</h1>${text}</div><div class="c">${rest}</div></div>`,
  ])
    expect(extractArticle(html, 'https://www.harbourpost.example/about/crews')?.publishedAt).toBeUndefined();
});
