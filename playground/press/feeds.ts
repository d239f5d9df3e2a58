import { dayMs } from '../../src/clock.ts';
import type { VisibleArticle } from './article.ts';
import { cdata, cutWords, escapeMarkup, paragraphsOf } from './markup.ts';
import {
  articleLink,
  articlePath,
  feedPath,
  feedTitle,
  picturePath,
  publishedAt,
  type Site,
  touchedAt,
} from './site.ts';
import type { TopicId } from './topics.ts';

const snippetCharsMax = 190;

export interface FeedBody {
  contentType: string;
  body: string;
}

interface Rendering {
  site: Site;
  title: string;
  selfUrl: string;
  articles: readonly VisibleArticle[];
}

function snippetOf(article: VisibleArticle): string {
  return cutWords(article.paragraphs[0] ?? '', snippetCharsMax);
}

function iso(ms: number): string {
  return new Date(ms).toISOString().replace('.000', '');
}

/** An RFC 822 date; the German paper uses +0100 instead of GMT. */
function rfc822(ms: number, site: Site): string {
  if (site.outlet.language !== 'de') return new Date(ms).toUTCString();
  return new Date(ms + 3_600_000).toUTCString().replace('GMT', '+0100');
}

function touchedLast(rendering: Rendering): number {
  return Math.max(rendering.site.firstDay - 5 * dayMs, ...rendering.articles.map((a) => touchedAt(rendering.site, a)));
}

function mediaOf(site: Site, article: VisibleArticle): string {
  const { picture } = article.event;
  if (!site.outlet.pictures || !picture) return '';
  const url = `${site.origin}${picturePath(article)}`;
  const alt = `<media:description type="plain">${escapeMarkup(picture.alt)}</media:description>`;
  return site.outlet.feedText === 'snippet'
    ? `<media:thumbnail url="${url}" width="640" height="400"/>${alt}`
    : `<media:content url="${url}" type="image/svg+xml" medium="image" width="640" height="400">${alt}</media:content>`;
}

function rssItem({ site }: Rendering, article: VisibleArticle): string {
  const link = escapeMarkup(articleLink(site, article));
  const full =
    site.outlet.feedText === 'full'
      ? `<content:encoded>${cdata(paragraphsOf(article.paragraphs))}</content:encoded>`
      : '';
  return `<item>
<title>${escapeMarkup(article.title)}</title>
<link>${link}</link>
<guid isPermaLink="false">${site.outlet.id}:${article.id}</guid>
<pubDate>${rfc822(publishedAt(site, article), site)}</pubDate>
${article.changedOffsetMs === undefined ? '' : `<atom:updated>${iso(touchedAt(site, article))}</atom:updated>\n`}${
  article.byline ? `<dc:creator>${escapeMarkup(article.byline)}</dc:creator>\n` : ''
}${article.categories
  .map((category) => `<category>${escapeMarkup(category)}</category>\n`)
  .join('')}<description>${escapeMarkup(snippetOf(article))}</description>
${full}${mediaOf(site, article)}
</item>`;
}

function rss(rendering: Rendering): FeedBody {
  const { site, title, selfUrl, articles } = rendering;
  return {
    contentType: 'application/rss+xml; charset=utf-8',
    body: `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:media="http://search.yahoo.com/mrss/" xmlns:atom="http://www.w3.org/2005/Atom">
<channel>
<title>${escapeMarkup(title)}</title>
<link>${site.origin}/</link>
<description>${escapeMarkup(site.outlet.tagline)}</description>
<language>${site.outlet.language}</language>
<lastBuildDate>${rfc822(touchedLast(rendering), site)}</lastBuildDate>
<ttl>15</ttl>
<atom:link rel="self" type="application/rss+xml" href="${selfUrl}"/>
${articles.map((article) => rssItem(rendering, article)).join('\n')}
</channel>
</rss>
`,
  };
}

function rdf(rendering: Rendering): FeedBody {
  const { site, title, selfUrl, articles } = rendering;
  const items = articles.map((article) => {
    const link = articleLink(site, article);
    const full =
      site.outlet.feedText === 'full'
        ? `\n<content:encoded>${cdata(paragraphsOf(article.paragraphs))}</content:encoded>`
        : '';
    return `<item rdf:about="${link}">
<title>${escapeMarkup(article.title)}</title>
<link>${link}</link>
<description>${escapeMarkup(snippetOf(article))}</description>${full}
<dc:date>${iso(publishedAt(site, article))}</dc:date>${
      article.byline ? `\n<dc:creator>${escapeMarkup(article.byline)}</dc:creator>` : ''
    }${article.categories
      .map((category) => `\n<dc:subject>${escapeMarkup(category)}</dc:subject>`)
      .join(
        '',
      )}${article.changedOffsetMs === undefined ? '' : `\n<dcterms:modified>${iso(touchedAt(site, article))}</dcterms:modified>`}
</item>`;
  });
  return {
    contentType: 'application/rdf+xml; charset=utf-8',
    body: `<?xml version="1.0" encoding="UTF-8"?>
<rdf:RDF xmlns="http://purl.org/rss/1.0/" xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:content="http://purl.org/rss/1.0/modules/content/">
<channel rdf:about="${selfUrl}">
<title>${escapeMarkup(title)}</title>
<link>${site.origin}/</link>
<description>${escapeMarkup(site.outlet.tagline)}</description>
<dc:language>${site.outlet.language}</dc:language>
<items><rdf:Seq>
${articles.map((article) => `<rdf:li rdf:resource="${articleLink(site, article)}"/>`).join('\n')}
</rdf:Seq></items>
</channel>
${items.join('\n')}
</rdf:RDF>
`,
  };
}

function atom(rendering: Rendering): FeedBody {
  const { site, title, selfUrl, articles } = rendering;
  const relative = site.outlet.id === 'quay-and-cargo';
  const entries = articles.map((article) => {
    const content = relative
      ? `<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">${paragraphsOf(article.paragraphs)}</div></content>`
      : `<content type="html">${escapeMarkup(paragraphsOf(article.paragraphs))}</content>`;
    return `<entry>
<title>${escapeMarkup(article.title)}</title>
<id>tag:${site.outlet.id}.example,2020:${article.id}</id>
<link rel="alternate" type="text/html" href="${relative ? articlePath(site.outlet, article) : articleLink(site, article)}"/>
<published>${iso(publishedAt(site, article))}</published>
<updated>${iso(touchedAt(site, article))}</updated>
${article.byline ? `<author><name>${escapeMarkup(article.byline)}</name></author>\n` : ''}${article.categories
  .map((category) => `<category term="${escapeMarkup(category)}"/>\n`)
  .join('')}<summary type="text">${escapeMarkup(snippetOf(article))}</summary>
${site.outlet.feedText === 'full' ? content : ''}
</entry>`;
  });
  return {
    contentType: 'application/atom+xml; charset=utf-8',
    body: `<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${site.outlet.language}"${relative ? ` xml:base="${site.origin}/"` : ''}>
<title>${escapeMarkup(title)}</title>
<subtitle>${escapeMarkup(site.outlet.tagline)}</subtitle>
<id>${selfUrl}</id>
<link rel="self" type="application/atom+xml" href="${selfUrl}"/>
<link rel="alternate" type="text/html" href="${site.origin}/"/>
<updated>${iso(touchedLast(rendering))}</updated>
<author><name>${escapeMarkup(site.outlet.name)}</name></author>
${entries.join('\n')}
</feed>
`,
  };
}

function json(rendering: Rendering): FeedBody {
  const { site, title, selfUrl, articles } = rendering;
  const items = articles.map((article) => {
    const { picture } = article.event;
    const image = site.outlet.pictures && picture ? `${site.origin}${picturePath(article)}` : undefined;
    const figure = image && picture ? `<figure><img src="${image}" alt="${escapeMarkup(picture.alt)}"></figure>\n` : '';
    return {
      id: `${site.outlet.id}/${article.id}`,
      url: articleLink(site, article),
      title: article.title,
      summary: snippetOf(article),
      content_html: figure + paragraphsOf(article.paragraphs),
      image,
      date_published: iso(publishedAt(site, article)),
      date_modified: article.changedOffsetMs === undefined ? undefined : iso(touchedAt(site, article)),
      authors: article.byline ? [{ name: article.byline }] : undefined,
      tags: article.categories,
    };
  });
  return {
    contentType: 'application/feed+json; charset=utf-8',
    body: `${JSON.stringify(
      {
        version: 'https://jsonfeed.org/version/1.1',
        title,
        home_page_url: `${site.origin}/`,
        feed_url: selfUrl,
        description: site.outlet.tagline,
        language: site.outlet.language,
        items,
      },
      undefined,
      1,
    )}\n`,
  };
}

const writers = { rss, rdf, atom, json };

/** A feed in the outlet's format. Takes the site's visible articles, newest first. */
export function writeFeed(site: Site, topicId: TopicId | undefined, articles: readonly VisibleArticle[]): FeedBody {
  const title = feedTitle(site.outlet, topicId);
  const selfUrl = site.origin + feedPath(site.outlet, topicId);
  return writers[site.outlet.format]({ site, title, selfUrl, articles });
}
