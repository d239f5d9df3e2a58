import { dayMs } from '../../src/clock.ts';
import type { VisibleArticle } from './article.ts';
import { cdata, cutWords, escapeMarkup, paragraphsOf } from './markup.ts';
import {
  articleLink,
  articlePath,
  feedPath,
  feedTitle,
  feedTypes,
  picturePath,
  publishedAt,
  type Site,
  touchedAt,
} from './site.ts';
import type { TopicId } from './topics.ts';

const snippetCharsMax = 190;

interface Rendering {
  site: Site;
  title: string;
  selfUrl: string;
  articles: readonly VisibleArticle[];
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

const snippetOf = (article: VisibleArticle) => cutWords(article.paragraphs[0] ?? '', snippetCharsMax);

const changedAt = (site: Site, article: VisibleArticle) =>
  article.changedOffsetMs === undefined ? undefined : iso(touchedAt(site, article));

/** An element; nothing if it would be empty. */
const element = (name: string, text: string | undefined, attributes = ''): string =>
  text ? `<${name}${attributes}>${escapeMarkup(text)}</${name}>` : '';

const lines = (parts: readonly string[]): string => parts.filter((part) => part !== '').join('\n');

function mediaOf(site: Site, article: VisibleArticle): string {
  const { picture } = article.event;
  if (!site.outlet.pictures || !picture) return '';
  const url = `${site.origin}${picturePath(article)}`;
  const alt = `<media:description type="plain">${escapeMarkup(picture.alt)}</media:description>`;
  return site.outlet.feedText === 'snippet'
    ? `<media:thumbnail url="${url}" width="640" height="400"/>${alt}`
    : `<media:content url="${url}" type="image/svg+xml" medium="image" width="640" height="400">${alt}</media:content>`;
}

/** The elements of an item in both RSS 2.0 and RDF. */
function itemLines(site: Site, article: VisibleArticle, categoryName: string): string[] {
  const isFull = site.outlet.feedText === 'full';
  return [
    element('title', article.title),
    element('link', articleLink(site, article)),
    element('description', snippetOf(article)),
    isFull ? `<content:encoded>${cdata(paragraphsOf(article.paragraphs))}</content:encoded>` : '',
    element('dc:creator', article.by),
    ...article.categories.map((category) => element(categoryName, category)),
  ];
}

function rss(rendering: Rendering): string {
  const { site, title, selfUrl, articles } = rendering;
  const items = articles.map((article) =>
    lines([
      '<item>',
      ...itemLines(site, article, 'category'),
      element('guid', `${site.outlet.id}:${article.id}`, ' isPermaLink="false"'),
      element('pubDate', rfc822(publishedAt(site, article), site)),
      element('atom:updated', changedAt(site, article)),
      mediaOf(site, article),
      '</item>',
    ]),
  );
  return `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:media="http://search.yahoo.com/mrss/" xmlns:atom="http://www.w3.org/2005/Atom">
<channel>
<title>${escapeMarkup(title)}</title>
<link>${site.origin}/</link>
<description>${escapeMarkup(site.outlet.tagline)}</description>
<language>${site.outlet.language}</language>
<lastBuildDate>${rfc822(touchedLast(rendering), site)}</lastBuildDate>
<ttl>15</ttl>
<atom:link rel="self" type="application/rss+xml" href="${selfUrl}"/>
${items.join('\n')}
</channel>
</rss>
`;
}

function rdf({ site, title, selfUrl, articles }: Rendering): string {
  const items = articles.map((article) =>
    lines([
      `<item rdf:about="${articleLink(site, article)}">`,
      ...itemLines(site, article, 'dc:subject'),
      element('dc:date', iso(publishedAt(site, article))),
      element('dcterms:modified', changedAt(site, article)),
      '</item>',
    ]),
  );
  return `<?xml version="1.0" encoding="UTF-8"?>
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
`;
}

function atom(rendering: Rendering): string {
  const { site, title, selfUrl, articles } = rendering;
  const relative = site.outlet.id === 'quay-and-cargo';
  const entries = articles.map((article) => {
    const full = site.outlet.feedText === 'full' ? paragraphsOf(article.paragraphs) : undefined;
    const href = relative ? articlePath(site.outlet, article) : articleLink(site, article);
    return lines([
      '<entry>',
      element('title', article.title),
      element('id', `tag:${site.outlet.id}.example,2020:${article.id}`),
      `<link rel="alternate" type="text/html" href="${href}"/>`,
      element('published', iso(publishedAt(site, article))),
      element('updated', iso(touchedAt(site, article))),
      article.by ? `<author>${element('name', article.by)}</author>` : '',
      ...article.categories.map((category) => `<category term="${escapeMarkup(category)}"/>`),
      element('summary', snippetOf(article), ' type="text"'),
      relative && full
        ? `<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">${full}</div></content>`
        : element('content', full, ' type="html"'),
      '</entry>',
    ]);
  });
  return `<?xml version="1.0" encoding="UTF-8"?>
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
`;
}

function json({ site, title, selfUrl, articles }: Rendering): string {
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
      date_modified: changedAt(site, article),
      authors: article.by ? [{ name: article.by }] : undefined,
      tags: article.categories,
    };
  });
  const feed = {
    version: 'https://jsonfeed.org/version/1.1',
    title,
    home_page_url: `${site.origin}/`,
    feed_url: selfUrl,
    description: site.outlet.tagline,
    language: site.outlet.language,
    items,
  };
  return `${JSON.stringify(feed, undefined, 1)}\n`;
}

const writers = { rss, rdf, atom, json };

/** A feed in the outlet's format. Takes the site's visible articles, newest first. */
export function writeFeed(site: Site, topicId: TopicId | undefined, articles: readonly VisibleArticle[]) {
  const title = feedTitle(site.outlet, topicId);
  const selfUrl = site.origin + feedPath(site.outlet, topicId);
  const { format } = site.outlet;
  const body = writers[format]({ site, title, selfUrl, articles });
  return { contentType: `${feedTypes[format]}; charset=utf-8`, body };
}
