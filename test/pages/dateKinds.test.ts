import { expect, test } from 'vitest';
import { meta, misses, property } from './datedPage.ts';
import { jsonLd, type Parts } from './page.ts';

interface Kind {
  kind: string;
  /**
   * To the minute, or to the day where the page states no time; absent where nothing states when the article appeared.
   */
  expected?: string;
  at?: string;
  parts: Parts;
}

const american = 'https://www.sunvalleyledger.com/story/ferry-crews';
const archive = '<ul class="archive"><li>March 2019</li><li>April 2019</li><li>May 2019</li></ul>';

/**
 * How content systems of the last twenty years state a date, and what stands on pages that state none; written for this
 * test.
 */
const kinds: Kind[] = [
  {
    kind: 'a news graph with a page, a site and an article',
    expected: '2025-11-24T05:10',
    parts: {
      head: jsonLd({
        '@graph': [
          { '@type': 'WebSite', name: 'Harbour Post', datePublished: '2012-01-01' },
          { '@type': 'WebPage', datePublished: '2025-11-24T06:10:00+01:00', dateModified: '2025-11-26' },
          { '@type': 'NewsArticle', headline: 'Ferry', datePublished: '2025-11-24T06:10:00+01:00' },
        ],
      }),
    },
  },
  {
    kind: 'a footer of the article by its microdata, which is a box of a class',
    expected: '2025-11-24',
    parts: {
      below:
        '<div itemscope itemtype="http://schema.org/Article"><div class="footer"><time itemprop="datePublished" datetime="2025-11-24">24.11.2025</time></div></div>',
    },
  },
  {
    kind: 'a blog that is a widget of its own page',
    expected: '2025-11-24T05:10',
    parts: {
      above:
        '<div class="widget Blog" id="Blog1"><div class="post-footer"><abbr class="published" title="2025-11-24T06:10:00+01:00">06:10</abbr></div></div>',
    },
  },
  {
    kind: 'a date beside a byline that is a link of several words',
    expected: '2025-11-24T15:23',
    parts: {
      above: '<div class="controls">November 24 15:23 2025 <a href="/p">by Harbour Post News and Weather</a></div>',
    },
  },
  {
    kind: 'JSON-LD with an empty date and a meta with the real one',
    expected: '2025-11-24T08:00',
    parts: {
      head:
        jsonLd({ '@type': 'NewsArticle', datePublished: '' }) +
        property('article:published_time', '2025-11-24T08:00:00Z'),
    },
  },
  {
    kind: 'JSON-LD with the zero date of its database',
    expected: '2025-11-24T08:00',
    parts: {
      head:
        jsonLd({ '@type': 'NewsArticle', datePublished: '0001-01-01T00:00:00Z' }) +
        property('article:published_time', '2025-11-24T08:00:00Z'),
    },
  },
  {
    kind: 'JSON-LD in seconds since 1970',
    expected: '2025-11-24T06:10',
    parts: { head: jsonLd({ '@type': 'BlogPosting', datePublished: '1763964600' }) },
  },
  {
    kind: 'JSON-LD with the number itself',
    expected: '2025-11-24T06:10',
    parts: { head: jsonLd({ '@type': 'BlogPosting', datePublished: 1_763_964_600_000 }) },
  },
  {
    kind: 'only a video of another day in JSON-LD',
    expected: '2025-11-24',
    parts: {
      head: jsonLd({ '@type': 'VideoObject', uploadDate: '2024-02-02', datePublished: '2024-02-02' }),
      above: '<p class="date">24 November 2025</p>',
    },
  },
  {
    kind: 'a list of articles in JSON-LD that are not this one',
    expected: '2025-11-24T06:10',
    parts: {
      head: jsonLd({
        '@type': 'ItemList',
        itemListElement: [{ '@type': 'ListItem', item: { '@type': 'NewsArticle', datePublished: '2024-02-02' } }],
      }),
      above: '<time datetime="2025-11-24T06:10Z">Monday</time>',
    },
  },
  { kind: 'a Dublin Core meta', expected: '2025-11-24', parts: { head: meta('DC.date.issued', '2025-11-24') } },
  { kind: 'a compact meta', expected: '2025-11-24', parts: { head: meta('date', '20251124') } },
  {
    kind: 'a meta in local words',
    expected: '2025-11-24T13:42',
    parts: { head: meta('pubdate', 'November 24, 2025 13:42') },
  },
  {
    kind: 'a meta of the analytics',
    expected: '2025-11-24T06:10',
    parts: { head: meta('parsely-pub-date', '2025-11-24T06:10:00Z') },
  },
  {
    kind: 'metas of update and of publication, in that order',
    expected: '2025-11-24T06:10',
    parts: {
      head:
        property('article:modified_time', '2025-11-26T08:00:00Z') +
        property('article:published_time', '2025-11-24T06:10:00Z'),
    },
  },
  {
    kind: 'only when it was changed',
    expected: '2025-11-26T08:00',
    parts: { head: property('article:modified_time', '2025-11-26T08:00:00Z') },
  },
  {
    kind: 'microdata on a span',
    expected: '2025-11-24T06:10',
    parts: { above: '<span itemprop="datePublished" content="2025-11-24T06:10:00Z">yesterday</span>' },
  },
  {
    kind: 'microdata, the change first',
    expected: '2025-11-24T06:10',
    parts: {
      above:
        '<meta itemprop="dateModified" content="2025-11-25T06:10:00Z"><meta itemprop="datePublished" content="2025-11-24T06:10:00Z">',
    },
  },
  {
    kind: 'hAtom, one element for both dates',
    expected: '2025-11-24T06:10',
    parts: {
      above: '<time class="entry-date published updated" datetime="2025-11-24T06:10:00+00:00">24 November</time>',
    },
  },
  {
    kind: 'hAtom, two elements',
    expected: '2025-11-24T06:10',
    parts: {
      above:
        '<time class="updated" datetime="2025-11-26T06:10:00Z">Wed</time><time class="entry-date published" datetime="2025-11-24T06:10:00Z">Mon</time>',
    },
  },
  {
    kind: 'an abbr with its date in the title',
    expected: '2025-11-24T06:10',
    parts: { above: '<abbr class="published" title="2025-11-24T06:10:00Z">two days ago</abbr>' },
  },
  {
    kind: 'a time element without attributes',
    expected: '2025-11-24T06:10',
    parts: { above: '<time>24 November 2025, 06:10</time>' },
  },
  {
    kind: 'a time element in seconds',
    expected: '2025-11-24T06:10',
    parts: { above: '<time datetime="1763964600">Monday</time>' },
  },
  {
    kind: 'a time element for an event inside the text',
    expected: '2025-11-24T06:10',
    parts: {
      above: '<time datetime="2025-11-24T06:10:00Z">Monday</time>',
      body: '<p>The crews vote again on <time datetime="2025-12-05T18:00:00Z">5 December</time>, in the town hall of Ilves, which is heated for the day.</p>',
    },
  },
  {
    kind: 'a data attribute',
    expected: '2025-11-24T06:10',
    parts: { above: '<span class="timestamp" data-timestamp="1763964600">two days ago</span>' },
  },
  {
    kind: 'a data attribute with a date',
    expected: '2025-11-24T06:10',
    parts: { above: '<span class="article-date" data-date="2025-11-24T06:10:00Z">two days ago</span>' },
  },
  {
    kind: 'a line under the headline',
    expected: '2025-11-24T06:10',
    parts: { above: '<div>By Ida Brandt | 24 Nov 2025 | 06:10</div>' },
  },
  {
    kind: 'a line above the headline',
    expected: '2025-11-24',
    parts: { head: '</head><body><div class="meta">24 November 2025</div>' },
  },
  {
    kind: 'both days in one line',
    expected: '2025-11-24T06:10',
    parts: { above: '<p>Updated 26 November 2025 09:00. Published 24 November 2025 06:10.</p>' },
  },
  {
    kind: 'an American day',
    at: american,
    expected: '2025-11-04T11:10',
    parts: { lang: 'en-US', above: '<p class="dateline">11/04/2025, 6:10 a.m. EST</p>' },
  },
  {
    kind: 'a British day',
    expected: '2025-11-04',
    parts: { above: '<p class="dateline">04/11/2025</p>' },
  },
  {
    kind: 'a British day on a .com host',
    at: 'https://www.harbourpost.com/story/ferry',
    expected: '2025-11-04',
    parts: { lang: 'en-GB', above: '<p class="dateline">04/11/2025</p>' },
  },
  {
    kind: 'German words',
    expected: '2025-11-24T06:10',
    parts: { lang: 'de', above: '<p>Stand: 24.11.2025, 06:10 Uhr</p>' },
  },
  {
    kind: 'German words, changed and published',
    expected: '2025-11-24T06:10',
    parts: {
      lang: 'de',
      above: '<p>Aktualisiert am 25. November 2025, 9:00 Uhr</p><p>Veröffentlicht am 24. November 2025, 6:10 Uhr</p>',
    },
  },
  {
    kind: 'French words',
    expected: '2025-11-24T06:10',
    parts: { lang: 'fr', above: '<p>Publié le 24 novembre 2025 à 06h10, mis à jour le 26 novembre 2025 à 09h00</p>' },
  },
  {
    kind: 'Spanish words',
    expected: '2025-11-24T06:10',
    parts: { lang: 'es', above: '<p>24 de noviembre de 2025, 06:10 h.</p>' },
  },
  {
    kind: 'Italian words',
    expected: '2025-11-24T06:10',
    parts: { lang: 'it', above: '<p>Pubblicato il 24 novembre 2025 alle 06:10</p>' },
  },
  {
    kind: 'Dutch words',
    expected: '2025-11-24',
    parts: { lang: 'nl', above: '<p>Gepubliceerd op 24 november 2025</p>' },
  },
  { kind: 'Polish words', expected: '2025-11-24', parts: { lang: 'pl', above: '<p>24 listopada 2025</p>' } },
  {
    kind: 'Russian words',
    expected: '2025-11-24T06:10',
    parts: { lang: 'ru', above: '<div class="date">24 ноября 2025, 06:10</div>' },
  },
  {
    kind: 'Japanese',
    expected: '2025-11-24T06:10',
    parts: { lang: 'ja', above: '<p class="date">2025年11月24日 06時10分</p>' },
  },
  {
    kind: 'Korean',
    expected: '2025-11-24T06:10',
    parts: { lang: 'ko', above: '<p class="date">입력 2025.11.24 06:10 | 수정 2025.11.25 09:00</p>' },
  },
  {
    kind: 'Korean afternoon',
    expected: '2025-11-24T18:10',
    parts: { lang: 'ko', above: '<p class="date">2025년 11월 24일 오후 6:10</p>' },
  },
  {
    kind: 'Chinese',
    expected: '2025-11-24T06:10',
    parts: { lang: 'zh', above: '<span class="time">2025-11-24 06:10:00</span>' },
  },
  {
    kind: 'Turkish words',
    expected: '2025-11-24T06:10',
    parts: { lang: 'tr', above: '<p class="date">24 Kasım 2025 06:10</p>' },
  },
  {
    kind: 'Czech words',
    expected: '2025-11-24',
    parts: { lang: 'cs', above: '<p class="date">24. listopadu 2025</p>' },
  },
  {
    kind: 'Greek words',
    expected: '2025-11-24',
    parts: { lang: 'el', above: '<p class="date">24 Νοεμβρίου 2025</p>' },
  },
  {
    kind: 'Indonesian words',
    expected: '2025-11-04',
    parts: { lang: 'id', above: '<p class="date">Selasa, 4 November 2025</p>' },
  },
  {
    kind: 'Indonesian May',
    expected: '2025-05-04',
    parts: { lang: 'id', above: '<p class="date">Minggu, 4 Mei 2025</p>' },
  },
  {
    kind: 'Ukrainian words',
    expected: '2025-11-24',
    parts: { lang: 'uk', above: '<p class="date">24 листопада 2025</p>' },
  },
  {
    kind: 'Hungarian words',
    expected: '2025-11-24',
    parts: { lang: 'hu', above: '<p class="date">2025. november 24.</p>' },
  },
  {
    kind: 'Danish words',
    expected: '2025-10-24',
    parts: { lang: 'da', above: '<p class="date">24. oktober 2025 kl. 00.00</p>' },
  },
  {
    kind: 'the address only',
    at: 'https://www.harbourpost.example/2025/11/24/ferry',
    expected: '2025-11-24',
    parts: {},
  },
  {
    kind: 'the address and an hour beside it',
    at: 'https://www.harbourpost.example/2025/11/24/ferry',
    expected: '2025-11-24T06:10',
    parts: { above: '<p class="date">24 November 2025 06:10</p>' },
  },
  {
    kind: 'the address against the day of a template',
    at: 'https://www.harbourpost.example/2025/11/24/ferry',
    expected: '2025-11-24',
    parts: { head: meta('date', '2015-01-01') },
  },
  {
    kind: 'related stories before its own line',
    expected: '2025-11-24',
    parts: {
      above:
        '<div class="related-stories"><h4>More</h4><time datetime="2025-01-02">2 January 2025</time></div><p>24 November 2025</p>',
    },
  },
  {
    kind: 'comments with days',
    expected: '2025-11-24',
    parts: {
      above: '<p class="posted">Posted 24 November 2025</p>',
      below: '<div class="comments"><time datetime="2025-11-28T10:00Z">28 November</time> Well done</div>',
    },
  },
  {
    kind: 'comments only',
    parts: { below: '<div id="comments"><time datetime="2025-11-28T10:00Z">28 Nov</time></div>' },
  },
  {
    kind: 'a footer with a year and a founding day',
    parts: { below: '<footer>Founded 24 November 1995. © 2025</footer>' },
  },
  { kind: 'an archive of months', parts: { below: archive } },
  {
    kind: 'JSON-LD of another article before its own',
    expected: '2025-11-24',
    parts: {
      head:
        jsonLd({ '@type': 'NewsArticle', headline: 'A new bridge for Ilves', datePublished: '2025-02-01' }) +
        jsonLd({
          '@type': 'NewsArticle',
          headline: 'Ferry crews walk out across the Sound',
          datePublished: '2025-11-24',
        }),
    },
  },
  {
    kind: 'JSON-LD of a live report whose entries are dated',
    expected: '2025-11-24T08:00',
    parts: {
      head: jsonLd({
        '@type': 'LiveBlogPosting',
        coverageStartTime: '2025-11-24T08:00:00Z',
        liveBlogUpdate: [{ '@type': 'BlogPosting', datePublished: '2025-11-25T09:00:00Z' }],
      }),
    },
  },
  {
    kind: 'JSON-LD with its quotes escaped',
    expected: '2025-11-24',
    parts: {
      head: jsonLd({ '@type': 'NewsArticle', datePublished: '2025-11-24' }).replace(/"(?=[^>]*<)/g, '&quot;'),
    },
  },
  {
    kind: 'JSON-LD of a product and its reviews',
    parts: {
      head: jsonLd({
        '@type': 'Product',
        releaseDate: '2020-01-01',
        review: { '@type': 'Review', datePublished: '2021-01-01' },
      }),
    },
  },
  ...[
    'citation_publication_date',
    'vr:published_time',
    'dcterms.available',
    'article_date_original',
    'publishedDate',
    'search.publishdate',
    'post_date',
    'prism.publicationDate',
    'DISPLAY_DATE',
  ].map((name) => ({ kind: `a meta ${name}`, expected: '2025-11-24', parts: { head: meta(name, '2025/11/24') } })),
  {
    kind: 'metas for other days',
    parts: {
      head: meta('expiry-date', '2025-12-24') + meta('event-date', '2025-12-05') + meta('copyright', '2025-01-01'),
    },
  },
  {
    kind: 'cards of other stories around it',
    expected: '2025-11-24',
    parts: {
      above: `<p>24 November 2025</p>${['2', '3', '4'].map((day) => `<div class="tile"><h3><a href="/x">Harbour fair opens a day before the winter</a></h3><time datetime="2025-12-0${day}">${day} December</time></div>`).join('')}`,
    },
  },
  {
    kind: 'cards of other stories only',
    parts: {
      below:
        '<section class="grid"><div><h3><a href="/x">Harbour fair opens a day before the winter</a></h3><time datetime="2025-12-02">2 December</time></div></section>',
    },
  },
  {
    kind: "today's day in the head of the page",
    expected: '2025-11-24',
    parts: {
      head: '</head><body><header><div class="date">Friday, 5 December 2025</div></header>',
      above: '<p>By Ida Brandt, 24 November 2025</p>',
    },
  },
  {
    kind: 'the labels beside the elements',
    expected: '2025-11-24',
    parts: {
      above:
        '<p>Updated: <time datetime="2025-11-26">Wednesday</time></p><p>Published: <time datetime="2025-11-24">Monday</time></p>',
    },
  },
  {
    kind: 'a caption and a fair with days of their own',
    expected: '2025-11-24',
    parts: {
      above:
        '<figure><img src="/a.jpg"><figcaption>The quay on 5 June 2019</figcaption></figure><p>When: 20 December 2025, 18:00</p><p>24 November 2025</p>',
    },
  },
  {
    kind: 'a chronicle below the text',
    parts: { below: '<ul><li>5 March 1998: opened</li><li>6 April 2003: sold</li><li>7 May 2012: closed</li></ul>' },
  },
  {
    kind: "the article's own footer, and a comment",
    expected: '2025-11-24T06:10',
    parts: {
      below:
        '<footer class="entry-footer">Posted on <time datetime="2025-11-24T06:10Z">Monday</time></footer><ol class="commentlist"><li><small class="commentmetadata">28 November 2025</small> Well done</li></ol>',
    },
  },
  {
    kind: 'a long line that says when it was posted',
    expected: '2025-11-24T06:10',
    parts: {
      below:
        '<p><small>This entry was posted on Monday, November 24th, 2025 at 6:10 am and is filed under <a href="/t">Town</a>. You can follow any responses to this entry through the <a href="/f">feed</a>, or leave a trackback from your own site.</small></p>',
    },
  },
  {
    kind: 'a press release with its day before the first sentence',
    expected: '2025-11-24',
    parts: {
      body: '<p>ILVES, November 24, 2025 /PRNewswire/ -- About 900 deckhands stopped work at four in the morning, the first walkout on the Sound since 1998, when both harbours stood still for a week.</p>',
    },
  },
  {
    kind: 'when the page was last edited, in its footer',
    expected: '2025-11-26T10:15',
    parts: {
      below: '</article></main><footer><p>This page was last edited on 26 November 2025, at 10:15 (UTC).</p></footer>',
    },
  },
  ...[
    'Uppdaterad 2025-11-26 12:00. Publicerad 2025-11-24 06:10',
    'Aktualizacja: 26.11.2025 12:00 Publikacja: 24.11.2025 06:10',
    '更新日:2025年11月26日 公開日:2025年11月24日 06:10',
    'Güncelleme: 26.11.2025 - 12:00 Giriş: 24.11.2025 - 06:10',
  ].map((line) => ({ kind: line, expected: '2025-11-24T06:10', parts: { above: `<p>${line}</p>` } })),
  {
    kind: 'only what its scripts say',
    expected: '2025-11-24T06:10',
    parts: { below: '<script>window.page={"publishedAt":"2025-11-24T06:10:00Z","updatedAt":"2025-11-26"}</script>' },
  },
  {
    kind: 'RDFa',
    expected: '2025-11-24T06:10',
    parts: { above: '<span property="dc:date dc:created" content="2025-11-24T06:10:00Z">Submitted by ida</span>' },
  },
  {
    kind: 'a day of an event in a slug, and a meta',
    at: 'https://www.harbourpost.example/news/what-is-on-2025-12-05',
    expected: '2025-11-24',
    parts: { head: meta('date', '2025-11-24') },
  },
  {
    kind: 'slashes that another line on the page explains',
    expected: '2025-11-04',
    parts: {
      lang: 'en-US',
      above: '<p class="dateline">11/04/2025</p>',
      below: '<div class="comments"><p>11/28/2025</p><p>Well done</p></div>',
    },
  },
  ...[
    [
      'a list of terms, the change first',
      '<dl><dt>Last updated:</dt><dd>26 November 2025</dd><dt>Published:</dt><dd>24 November 2025</dd></dl>',
    ],
    [
      'labels in spans',
      '<div><span>Last Updated</span><span>Nov 26, 2025</span></div><div><span>Published</span><span>Nov 24, 2025</span></div>',
    ],
    [
      'the change first, in French',
      '<p>Par Ida Brandt Mis à jour le 26 novembre 2025 à 12h00, publié le 24 novembre 2025 Temps de lecture 3 min.</p>',
    ],
    ['since when its author has been a member', '<div>ida<br>Member since 5 January 2010</div><p>24 November 2025</p>'],
    [
      'the story before it',
      '<div>&laquo; <a href="/x">The harbour fair opens a day early this year</a> (1 March 2025)</div><p>24 November 2025</p>',
    ],
    [
      'a line between breaks',
      '<div><b>Harbour Post</b><br>24 November 2025<br>Ilves, where the crews of both harbours have met every autumn since the ferries began to run, to talk about wages, rosters and the weather.</div>',
    ],
    ['a number of a telephone', '<p>Call 05-03-2025-55</p><p>24 November 2025</p>'],
  ].map(([kind, above]) => ({ kind: `${kind}`, expected: '2025-11-24', parts: { above } })),
  {
    kind: 'cards of other stories above, its own day below',
    expected: '2025-11-24',
    parts: {
      head: '</head><body><section><article><h3><a href="/x">Fair opens</a></h3><time datetime="2025-12-02">x</time></article></section>',
      below: '<time datetime="2025-11-24">x</time>',
    },
  },
  {
    kind: 'a bare day before the first sentence',
    expected: '2025-11-24',
    parts: {
      body: '<p><strong>24.11.2025</strong> About 900 deckhands stopped work at four in the morning, the first walkout on the Sound since 1998, when both harbours stood still for a week.</p>',
    },
  },
  {
    kind: 'JSON-LD of two other articles, none of its own',
    expected: '2025-11-24',
    parts: {
      head: jsonLd([
        { '@type': 'Article', headline: 'A new bridge for Ilves', datePublished: '2025-02-01' },
        { '@type': 'Article', headline: 'Harbour fair opens a day early', datePublished: '2025-02-02' },
      ]),
      above: '<p>24 November 2025</p>',
    },
  },
  {
    kind: 'JSON-LD with entities in its headline, and a name',
    expected: '2025-11-24',
    parts: {
      head:
        jsonLd({ '@type': 'WebPage', name: 'The Sea', datePublished: '2025-01-01' }) +
        jsonLd({
          '@type': 'Article',
          headline: 'Ferry crews walk out &#8216;across&#8217; the Sound',
          datePublished: '2025-11-24',
        }),
    },
  },
  {
    kind: 'a box of facts with the day of a film',
    expected: '2025-11-26',
    parts: {
      above: '<table class="infobox"><tr><th>Release date</th><td>5 March 1999</td></tr></table>',
      below: '<p>Topic revision: r3 - 26 Nov 2025</p>',
    },
  },
  { kind: 'a day on which one meets', parts: { lang: 'de', above: '<p>Termin: 20.12.2025, 18 Uhr, Rathaus</p>' } },
  { kind: 'nothing at all', parts: {} },
  {
    kind: 'days in the prose only',
    parts: {
      body: '<p>The line was opened on 14 March 1998, when the crews of both harbours first worked under one contract, and no ferry has stood still since.</p><p>The contract ends on 31 December 2026, and the company says that it will then look for a partner on the other side of the Sound.</p>',
    },
  },
  {
    kind: 'an event box',
    parts: {
      below: '<aside class="events"><h4>Calendar</h4><p>Harbour fair, 12 December 2025</p></aside>',
    },
  },
];

test('the day and hour of publication are found on pages of every kind, and none where none is stated', () => {
  expect(misses(kinds.map(({ kind, expected, parts, at }) => [kind, expected, parts, at] as const))).toEqual([]);
});
