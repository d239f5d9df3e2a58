import { expect, test } from 'vitest';
import { meta, misses, property, type Row } from './datedPage.ts';
import { jsonLd, type Parts } from './page.ts';

const day = '2025-11-24';
const hour = '2025-11-24T06:10';
const line = (text: string, lang?: string): Parts => ({ lang, above: `<p>${text}</p>` });
const above = (html: string, lang?: string): Parts => ({ lang, above: html });
const below = (html: string): Parts => ({ below: html });

const shapes: Row[] = [
  '24th of November, 2025',
  '24.Nov.2025',
  'Nov-24-2025',
  '2025 Nov 24',
  '24NOV2025',
  '2025.11.24',
  '24 / 11 / 2025',
  'Monday, Nov 24th 2025',
].map((text): Row => [text, day, line(text)]);

const hours: Row[] = [
  'Nov 24 2025 6:10AM',
  '24-11-2025 06:10:22',
  'Mo., 24.11.2025, 06:10',
  '24.11.25 | 06:10',
  '20251124 06:10',
  '24 Nov, 2025 | 06:10',
  '2025-11-24, 6:10 a.m.',
  'Nov 24, 2025 // 6:10 am',
  '06:10, 24 Nov 2025',
  '2025/11/24 06:10:33',
  '[24/11/2025 06:10]',
  'at 06:10 on 24 November 2025',
].map((text): Row => [text, hour, line(text, 'en-GB')]);

const tongues: Row[] = [
  ['Mon Nov 24 2025 06:10:00 GMT+0100 (CET)', '2025-11-24T05:10', 'en'],
  ['Veröffentlicht: Mo 24.11.2025 | 06:10 Uhr | Stand: 26.11.2025, 08:00 Uhr', hour, 'de'],
  ['Stand: 26.11.2025 08:00 Uhr – Artikel vom 24.11.2025', day, 'de'],
  ['Erstellt am 24.11.2025 um 06:10, aktualisiert am 26.11.2025 um 08:00', hour, 'de'],
  ['Le 24/11/2025 à 06:10 - mis à jour à 09:00', hour, 'fr'],
  ['Mise à jour le 26/11/2025 à 08:00 - Publié le 24/11/2025 à 06:10', hour, 'fr'],
  ['24 NOV 2025 - 06:10 CET', '2025-11-24T05:10', 'es'],
  ['Última actualización: 26/11/2025 08:00 - Publicado: 24/11/2025 06:10', hour, 'es'],
  ['公開日：2025年11月24日 更新日：2025年11月26日', day, 'ja'],
  ['更新日：2025年11月26日 公開日：2025年11月24日', day, 'ja'],
  ['기사입력 2025.11.24 06:10 최종수정 2025.11.26 08:00', hour, 'ko'],
  ['时间：2025-11-24 06:10 来源：江南晚报', hour, 'zh'],
  ['24.11.2025 06:10 | Обновлено: 26.11.2025 08:00', hour, 'ru'],
  ['24 ноя 2025, 06:10', hour, 'ru'],
  ['تاريخ النشر: 24.11.2025 | 06:10 GMT', hour, 'ar'],
  ['24 تشرين الثاني 2025', day, 'ar'],
  ['24 نونبر 2025', day, 'ar'],
  ['24 nov. 2025 06h10', hour, 'pt'],
  ['Publicerad: 24 november 2025 kl. 06.10', hour, 'sv'],
  ['Uppdaterad 26 nov 2025 kl 08.00, publicerad 24 nov 2025 kl 06.10', hour, 'sv'],
  ['24. nov. 2025 kl. 06.10', hour, 'da'],
  ['24.11.2025 6:10 | Päivitetty 26.11.2025 8:00', hour, 'fi'],
  ['ma 24 nov 2025, 06:10', hour, 'nl'],
  ['Opublikowano: 24 lis 2025, 06:10. Aktualizacja: 26 lis 2025', hour, 'pl'],
  ['24 Kasım 2025 Pazartesi 06:10 Güncelleme: 26 Kasım 2025 08:00', hour, 'tr'],
  ['Δευ 24 Νοε 2025', day, 'el'],
  ['Ενημερώθηκε: 26/11/2025 08:00 Δημοσιεύθηκε: 24/11/2025 06:10', hour, 'el'],
  ['2025. 11. 24. 6:10', hour, 'hu'],
  ['Publicat: 24.11.2025 06:10 Actualizat: 26.11.2025 08:00', hour, 'ro'],
  ['24 листопада 2025, 06:10', hour, 'uk'],
  ['Vydáno 24. 11. 2025 6:10, aktualizováno 26. 11. 2025', hour, 'cs'],
  ['Senin, 24 November 2025 | 06:10', hour, 'id'],
  ['Cập nhật: 26/11/2025 08:00. Đăng lúc: 24/11/2025 06:10', hour, 'vi'],
].map(([text, expected, lang]): Row => [text ?? '', expected, line(text ?? '', lang)]);

const places: Row[] = [
  [
    'posts of a forum with the years their writers joined',
    hour,
    {
      above:
        '<div class="post"><div class="who">ida<br>Joined: 12 Mar 2012</div><div class="when">24 Nov 2025 06:10</div></div>',
      below:
        '<div class="post"><div class="who">per<br>Joined: 1 Feb 2009</div><div class="when">25 Nov 2025 08:00</div><p>Nobody on the quay has been told anything, and the boats lie where they lay.</p></div>',
    },
  ],
  [
    'a question with answers',
    hour,
    above(
      '<div>Asked <time itemprop="dateCreated" datetime="2025-11-24T06:10:00">1 year ago</time> Modified <a title="2025-11-26 08:00:00Z">today</a></div><span title="2025-11-25 08:00:00Z" class="relativetime">25 Nov</span>',
    ),
  ],
  [
    'documents that say when they were last touched',
    '2025-11-26',
    below('<footer><span>Last updated on <time datetime="2025-11-26">Nov 26, 2025</time></span></footer>'),
  ],
  [
    'reviews by buyers only',
    undefined,
    below(
      '<div class="reviews">' +
        ['24 November 2025', '20 October 2025', '3 May 2025']
          .map(
            (text) =>
              `<div class="review"><span>Reviewed in the United Kingdom on ${text}</span><p>Arrived in time and does what it says, though the box was wet.</p></div>`,
          )
          .join('') +
        '</div>',
    ),
  ],
  ['an episode with its length', day, above('<div class="ep">Nov 24, 2025 • 41 min</div>')],
  ['a release for the press', day, above('<p>FOR IMMEDIATE RELEASE</p><p>November 24, 2025</p>')],
  ['a release with its hour', '2025-11-24T15:00', above('<p>FOR RELEASE 10:00 A.M. EST, NOVEMBER 24, 2025</p>')],
  [
    'a paper received, accepted, published',
    day,
    above('<p>Received: 3 March 2025 / Accepted: 2 October 2025 / Published: 24 November 2025</p>'),
  ],
  [
    'a paper in separate lines',
    day,
    above('<ul><li>Received 3 March 2025</li><li>Accepted 2 October 2025</li><li>Published 24 November 2025</li></ul>'),
  ],
  [
    'a preprint in two versions',
    day,
    above('<div class="dateline">[Submitted on 24 Nov 2025 (v1), last revised 26 Nov 2025 (this version, v2)]</div>'),
  ],
  ['a notice with its number', day, above('<p>Date: 24 November 2025</p><p>Ref: IP/25/2781</p>')],
  [
    'the day it is printed',
    '2025-11-24',
    above('<time datetime="2025-11-24">Nov 24th 2025</time><p>From the print edition of November 29th 2025</p>'),
  ],
  [
    'a column of other stories before it, without a name',
    hour,
    {
      head: `</head><body><div class="l">${[20, 21, 22].map((d) => `<div><span>${d} November 2025</span> <a href="/${d}">Moose delays the night train to the north again</a></div>`).join('')}</div>`,
      above: '<div class="w">24 November 2025 06:10</div>',
    },
  ],
  [
    'a clock',
    hour,
    {
      head: '</head><body><div class="clock">Thursday 26 November 2026, 12:00</div>',
      above: '<div class="w">24 November 2025 06:10</div>',
    },
  ],
  ['a meta in local form', hour, { head: property('article:published_time', '24/11/2025 06:10:00') }],
  [
    'a day for machines and an hour in a value',
    '2025-11-24T05:10',
    {
      head: jsonLd({ '@type': 'NewsArticle', datePublished: day }),
      above: '<time datetime="2025-11-24T06:10:00+01:00">Monday</time>',
    },
  ],
  [
    'the state of an app',
    hour,
    {
      body: '<div id="root"><p>Loading</p></div><script id="__NEXT_DATA__" type="application/json">{"props":{"article":{"title":"Ferry","publishedAt":"2025-11-24T06:10:00Z","updatedAt":"2025-11-26T08:00:00Z"}}}</script>',
    },
  ],
  [
    'a layer of data',
    hour,
    {
      head: '<script>var dataLayer=[{"pageType":"article","firstPublishedDate":"2025-11-24T06:10:00Z","modifiedDate":"2025-11-26"}]</script>',
    },
  ],
  [
    'a state in quotes within quotes',
    hour,
    {
      head: '<script>window.__STATE__=JSON.parse("{\\"article\\":{\\"datePublished\\":\\"2025-11-24T06:10:00Z\\"}}")</script>',
    },
  ],
  ['seconds by another name', hour, above('<span class="published-date" data-unix="1763964600">yesterday</span>')],
  ['an update that states only its hour', hour, above('<p>Published 24 November 2025 06:10 (updated 09:00)</p>')],
  [
    'teasers with times after the text',
    hour,
    {
      above: '<div>24 November 2025 06:10</div>',
      below:
        '<ul>' +
        [25, 26, 27]
          .map(
            (d) =>
              `<li><a href="/${d}">Chess: Ilves draws with the capital again</a><time datetime="2025-11-${d}T10:00:00Z">x</time></li>`,
          )
          .join('') +
        '</ul>',
    },
  ],
  [
    'a caption with the day of a picture, and a meta',
    hour,
    {
      head: meta('pubdate', '2025-11-24T06:10:00Z'),
      above: '<figure><figcaption>The quay on 3 March 2019. Photo: Per Holm</figcaption></figure>',
    },
  ],
  [
    'a caption with the day of a picture only',
    undefined,
    above('<figure><img src="/a.jpg"><figcaption>The quay at Ilves on 3 March 2019.</figcaption></figure>'),
  ],
  [
    'a table of prices by day',
    undefined,
    below(
      '<table><tr><th>Day</th><th>Fare</th></tr><tr><td>24.11.2025</td><td>12</td></tr><tr><td>25.11.2025</td><td>14</td></tr><tr><td>26.11.2025</td><td>12</td></tr></table>',
    ),
  ],
  [
    'a software’s versions',
    undefined,
    below(
      '<h3>2.1.0 (2025-11-24)</h3><ul><li>Fixes</li></ul><h3>2.0.9 (2025-10-02)</h3><ul><li>Fixes</li></ul><h3>2.0.8 (2025-08-11)</h3><ul><li>Fixes</li></ul>',
    ),
  ],
  ['who was born when', undefined, below('<p>Ida Brandt (born 24 November 1985)</p>')],
  ['a copyright with a day', undefined, below('<p>© Harbour Post 24.11.2025</p>')],
  [
    'the house and its day of founding in a card',
    undefined,
    below('<div class="card"><b>Sound Line</b><p>Founded: 14 March 1998</p><p>Ships: 11</p></div>'),
  ],
  [
    'JSON-LD against a firm address',
    day,
    { head: jsonLd({ '@type': 'NewsArticle', datePublished: '2025-03-24T06:10:00Z' }) },
    'https://www.harbourpost.example/2025/11/24/ferry',
  ],
  [
    'an archive’s snapshot',
    hour,
    { head: `<!-- saved 2026-01-05 -->${meta('date', '2025-11-24T06:10:00Z')}` },
    'https://archive.example/web/20260105101112/https://www.harbourpost.example/ferry',
  ],
];

test.each([
  ['shapes of a day', shapes],
  ['shapes of an hour', hours],
  ['changes in many languages', tongues],
  ['the places of a page', places],
])('%s leave no doubt when an article was published', (_, rows) => {
  expect(misses(rows)).toEqual([]);
});
