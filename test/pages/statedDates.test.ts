import { expect, test } from 'vitest';
import { meta, misses, property, type Row } from './datedPage.ts';
import { headline, jsonLd, type Parts } from './page.ts';

const day = '2025-11-24';
const hour = '2025-11-24T06:10';
const stamp = '2025-11-24T06:10:00Z';
const line = (text: string, lang?: string): Parts => ({ lang, above: `<p>${text}</p>` });
const graph = (...nodes: unknown[]): Parts => ({ head: jsonLd({ '@context': 'https://schema.org', '@graph': nodes }) });

const data: Row[] = [
  [
    'a graph whose article points at its page, which has the day',
    hour,
    graph(
      { '@type': 'Organization', '@id': '#o', foundingDate: '1998-01-01' },
      { '@type': 'WebPage', '@id': '#p', datePublished: stamp, dateModified: '2025-11-26T08:00:00Z' },
      { '@type': 'Article', '@id': '#a', isPartOf: { '@id': '#p' }, headline },
    ),
  ],
  [
    'a page with its article as the main entity',
    hour,
    {
      head: jsonLd({
        '@type': 'WebPage',
        datePublished: '2019-01-01',
        mainEntity: { '@type': 'NewsArticle', headline, datePublished: stamp },
      }),
    },
  ],
  ['two types in one', hour, { head: jsonLd({ '@type': ['WebPage', 'NewsArticle'], datePublished: stamp }) }],
  ['the day in local form', hour, { head: jsonLd({ '@type': 'NewsArticle', datePublished: '24.11.2025 06:10' }) }],
  [
    'a zone by name after the offset',
    '2025-11-24T05:10',
    { head: jsonLd({ '@type': 'NewsArticle', datePublished: '2025-11-24T06:10:00+01:00[Europe/Berlin]' }) },
  ],
  ['a film that is the page', hour, graph({ '@type': 'VideoObject', name: headline, uploadDate: stamp })],
  [
    'made before it was published',
    hour,
    { head: jsonLd({ '@type': 'Article', dateCreated: '2025-11-20T10:00:00Z', datePublished: stamp }) },
  ],
  [
    'an event, and a line',
    hour,
    { ...line('24 November 2025, 06:10'), head: jsonLd({ '@type': 'Event', startDate: '2025-12-13T19:00' }) },
  ],
  [
    'related articles inside the article',
    hour,
    {
      head: jsonLd({
        '@type': 'NewsArticle',
        citation: [{ '@type': 'NewsArticle', datePublished: '2024-02-02' }],
        hasPart: [{ '@type': 'NewsArticle', headline: 'Other', datePublished: '2023-02-02' }],
        datePublished: stamp,
      }),
    },
  ],
  [
    'an episode of a podcast',
    hour,
    { head: jsonLd({ '@type': 'PodcastEpisode', name: headline, datePublished: stamp }) },
  ],
  [
    'a script wrapped against old browsers',
    hour,
    {
      head: `<script type="application/ld+json">//<![CDATA[\n{"@type":"NewsArticle","datePublished":"${stamp}"}\n//]]></script>`,
    },
  ],
  [
    'when doctors last looked at it',
    hour,
    { head: jsonLd({ '@type': 'MedicalWebPage', lastReviewed: '2026-01-10', datePublished: stamp }) },
  ],
  [
    'a value in an object',
    hour,
    { head: jsonLd({ '@type': 'NewsArticle', datePublished: { '@type': 'DateTime', '@value': stamp } }) },
  ],
  ['a value in a list', hour, { head: jsonLd({ '@type': 'NewsArticle', datePublished: [stamp] }) }],
  [
    'the type with its full address',
    hour,
    { head: jsonLd({ '@type': 'http://schema.org/NewsArticle', datePublished: stamp }) },
  ],
];

const metas: Row[] = [
  ...[
    'sailthru.date',
    'cXenseParse:recs:publishtime',
    'dcterms.created',
    'article.published',
    'DisplayDate',
    'shareaholic:article_published_time',
    'vr:published_time',
    'article_date_original',
    'publication_date',
    'bt:pubDate',
    'analytics_published_time',
    'dc.date',
    'rnews:datePublished',
    'date_published',
    'twt-published-at',
    'dcsext.articlefirstpublished',
    'iso-8601-publish-date',
    'PublishDate',
  ].map((name): Row => [`a meta ${name}`, hour, { head: meta(name, stamp) }]),
  ['a meta of scholars', day, { head: meta('citation_publication_date', '2025/11/24') }],
  ['a meta of scholars, online', day, { head: meta('citation_online_date', '2025/11/24') }],
  [
    'only a header on its change',
    '2025-11-26T08:00',
    { head: '<meta http-equiv="last-modified" content="Wed, 26 Nov 2025 08:00:00 GMT">' },
  ],
  ['a revision, and a line', day, { ...line('Published 24 November 2025'), head: meta('revised', '26 November 2025') }],
  [
    'an update for sharing, and a line',
    day,
    { ...line('24 November 2025'), head: property('og:updated_time', '2025-11-26T08:00:00Z') },
  ],
  ['only when it expires', undefined, { head: meta('expires', '2025-11-30') }],
  ['a placeholder that nobody filled', day, { ...line('24 November 2025'), head: meta('date', '%%date%%') }],
  [
    'the beginning of time',
    day,
    { ...line('24 November 2025'), head: property('article:published_time', '1970-01-01T00:00:00Z') },
  ],
  [
    'the hour of the last build',
    '2025-11-24T00:00',
    {
      head:
        property('article:published_time', '2026-10-01T03:00:00Z') +
        property('article:modified_time', '2026-10-01T03:00:00Z'),
    },
    'https://www.harbourpost.example/2025/11/24/ferry',
  ],
  [
    'the same twice',
    hour,
    { head: property('article:published_time', stamp) + property('article:published_time', '2025-11-25T06:10:00Z') },
  ],
  [
    'a day for when it may be seen again',
    hour,
    { head: meta('date', stamp) + meta('embargo_date', '2025-11-23') + meta('archive_date', '2026-01-01') },
  ],
];

const zones: Row[] = [
  ['Nov. 24, 2025, 6:10 a.m. PT', '2025-11-24T14:10', line('Nov. 24, 2025, 6:10 a.m. PT')],
  ['MEZ', '2025-11-24T05:10', line('24.11.2025 06:10 MEZ', 'de')],
  ['AEDT', '2025-11-23T19:10', line('Mon 24 Nov 2025 06.10 AEDT')],
  ['IST', '2025-11-24T00:40', line('24 Nov 2025 06:10 IST', 'en-IN')],
  ['GMT+8', '2025-11-23T22:10', line('24 Nov 2025 06:10 (GMT+8)')],
  ['HKT', '2025-11-23T22:10', line('24/11/2025 06:10 HKT')],
  ['NZDT', '2025-11-23T17:10', line('Published 24 November 2025 06:10 NZDT')],
  ['UTC+05:30', '2025-11-24T00:40', line('Updated: 26 Nov 2025. Published: 24 Nov 2025 06:10 UTC+05:30')],
  ['Moscow', '2025-11-24T03:10', line('24 ноября 2025, 06:10 (МСК)', 'ru')],
  ['WIB', '2025-11-23T23:10', line('Senin, 24 Nov 2025 06:10 WIB', 'id')],
  ['SGT', '2025-11-23T22:10', line('Nov 24, 2025, 06:10 AM SGT')],
  ['CAT', '2025-11-24T04:10', line('24 Nov 2025 06:10 SAST')],
];

const words: Row[] = [
  ['Vietnamese', '2025-11-23T23:10', line('Thứ hai, 24/11/2025, 06:10 (GMT+7)', 'vi')],
  ['Vietnamese words', day, line('Ngày 24 tháng 11 năm 2025', 'vi')],
  ['Thai', hour, line('24 พ.ย. 2025 06:10 น.', 'th')],
  ['Thai, long', day, line('24 พฤศจิกายน 2025', 'th')],
  ['Hebrew', day, line('24 בנובמבר 2025', 'he')],
  ['Finnish', hour, line('Julkaistu 24.11.2025 klo 6.10', 'fi')],
  ['Romanian', hour, line('24 noiembrie 2025, 06:10', 'ro')],
  ['Bulgarian', day, line('24 ноември 2025', 'bg')],
  ['Croatian', day, line('24. studenoga 2025.', 'hr')],
  ['Slovak', day, line('24. novembra 2025', 'sk')],
  ['Serbian', day, line('24. новембар 2025.', 'sr')],
  ['Catalan', day, line('24 de novembre de 2025', 'ca')],
  ['Estonian', day, line('24. november 2025', 'et')],
  ['Bengali', day, line('২৪ নভেম্বর ২০২৫', 'bn')],
  ['Tamil', day, line('24 நவம்பர் 2025', 'ta')],
  ['Swahili', day, line('Novemba 24, 2025', 'sw')],
  ['Icelandic', day, line('24. nóvember 2025', 'is')],
  ['Norwegian', hour, line('Publisert: 24.11.2025 06:10 Oppdatert: 26.11.2025 08:00', 'no')],
  ['Portuguese', hour, line('24/11/2025 06h10 Atualizado 26/11/2025 08h00', 'pt')],
  ['Slovene', hour, line('24. november 2025 ob 6:10', 'sl')],
  ['Korean', hour, line('등록 2025-11-24 06:10:00 | 수정 2025-11-26 08:00:00', 'ko')],
  ['Japanese', hour, line('2025/11/24(月) 6:10配信', 'ja')],
  ['Taiwanese', hour, line('發布時間：2025/11/24 06:10　更新時間：2025/11/26 08:00', 'zh-TW')],
  ['Urdu', day, line('24 نومبر 2025', 'ur')],
  ['Latvian', hour, line('2025. gada 24. novembris, 06:10', 'lv')],
  ['Azerbaijani', hour, line('24 noyabr 2025, 06:10', 'az')],
  ['Irish', day, line('24 Samhain 2025', 'ga')],
  ['Albanian', day, line('24 nëntor 2025', 'sq')],
];

const lines: Row[] = [
  [
    'day, month and year apart',
    day,
    {
      above:
        '<div class="date"><span class="day">24</span> <span class="month">Nov</span> <span class="year">2025</span></div>',
    },
  ],
  [
    'a leaf of a calendar',
    day,
    { above: '<div class="cal"><div class="d">24</div><div class="m">NOV</div><div class="y">2025</div></div>' },
  ],
  ['the day on hover', hour, { above: '<span title="Monday, 24 November 2025 at 06:10">2d ago</span>' }],
  ['an attribute with the second', hour, { above: '<span data-utime="1763964600">yesterday</span>' }],
  ['an attribute with the day it was published', hour, { above: `<div data-published="${stamp}">Monday</div>` }],
  ['first published, last updated', day, line('First published 24 November 2025. Last updated 26 November 2025')],
  ['updated, first published in brackets', day, line('Updated 26 November 2025 (first published 24 November 2025)')],
  [
    'posted and last updated',
    '2025-11-24T11:10',
    line('Posted 6:10 AM EST, Nov 24, 2025 and last updated 9:00 AM, Nov 26, 2025'),
  ],
  ['originally', day, line('Originally published 24 Nov 2025; updated 26 Nov 2025')],
  ['an author on a day in a section', day, line('By Mara Lund on November 24, 2025 in News')],
  ['an address with the second of its birth', day, {}, 'https://www.harbourpost.example/article_20251124061000.html'],
  ['an address with a question', undefined, {}, 'https://www.harbourpost.example/ferry?date=20251124'],
  [
    'a telegraph line before the text',
    day,
    {
      body: '<p>HARBOUR CITY, Nov. 24, 2025 (QUAY NEWSWIRE) -- Sound Line said today that two of its eleven routes would run until further notice, with crews from the office.</p>',
    },
  ],
  [
    'an hour beside the day',
    hour,
    { above: '<div class="when"><span>24 November 2025</span><span>06:10</span></div>' },
  ],
  [
    'a list under the headline',
    day,
    { above: '<ul class="meta"><li>Ida Brandt</li><li>24 November 2025</li><li>4 minutes</li></ul>' },
  ],
  [
    'a description list',
    day,
    {
      above:
        '<dl><dt>Author</dt><dd>Ida Brandt</dd><dt>Published</dt><dd>24 November 2025</dd><dt>Updated</dt><dd>26 November 2025</dd></dl>',
    },
  ],
  [
    'a table of facts on the article',
    day,
    {
      above:
        '<table><tr><td>Date:</td><td>24 November 2025</td></tr><tr><td>Author:</td><td>Ida Brandt</td></tr></table>',
    },
  ],
  [
    'the day of a survey in its text only',
    undefined,
    {
      body: '<p>The survey was taken between 3 March 2025 and 14 March 2025 among 1,002 people who live on the islands of the Sound.</p>',
    },
  ],
  ['opening hours of a museum', undefined, { below: '<p>Open daily until 4 January 2026, tickets from 12 euros.</p>' }],
  ['a year of rights only', undefined, { below: '<p>© 2025 Harbour Post</p>' }],
];

test.each([
  ['what is stated for search engines', data],
  ['metas', metas],
  ['zones', zones],
  ['languages', words],
  ['lines', lines],
])('%s date an article', (_, rows) => {
  expect(misses(rows)).toEqual([]);
});
