import type { VisibleArticle } from './article.ts';
import { cutWords, escapeMarkup, paragraphsOf } from './markup.ts';
import { articlePath, feedPath, feedTitle, feedTypes, picturePath, publishedAt, type Site, touchedAt } from './site.ts';
import { pressTopics } from './topics.ts';

const relatedMax = 5;
const frontMax = 40;

const words = {
  en: {
    by: 'By',
    published: 'Published',
    updated: 'Updated',
    more: 'More from',
    mostRead: 'Most read',
    newsletter: 'The day in three minutes, in your inbox at six.',
    rights: 'All rights reserved. Nothing here happened.',
    missing: 'There is no such page, or not yet. News takes time.',
  },
  de: {
    by: 'Von',
    published: 'Veröffentlicht',
    updated: 'Aktualisiert',
    more: 'Mehr aus der Zeitung',
    mostRead: 'Meistgelesen',
    newsletter: 'Der Tag in drei Minuten, morgens um sechs in Ihrem Postfach.',
    rights: 'Alle Rechte vorbehalten. Nichts davon ist geschehen.',
    missing: 'Diese Seite gibt es nicht.',
  },
  es: {
    by: 'Por',
    published: 'Publicado',
    updated: 'Actualizado',
    more: 'Más en',
    mostRead: 'Lo más leído',
    newsletter: 'El día en tres minutos, a las seis en tu correo.',
    rights: 'Todos los derechos reservados. Nada de esto ha ocurrido.',
    missing: 'Esta página no existe, o todavía no.',
  },
  fr: {
    by: 'Par',
    published: 'Publié',
    updated: 'Mis à jour',
    more: 'À lire aussi dans',
    mostRead: 'Les plus lus',
    newsletter: 'La journée en trois minutes, à six heures dans votre boîte mail.',
    rights: 'Tous droits réservés. Rien de tout cela n’est arrivé.',
    missing: 'Cette page n’existe pas, ou pas encore.',
  },
} as const;

const style = `body{font:17px/1.55 Georgia,serif;margin:0 auto;max-width:44rem;padding:0 1rem;color:#22303a;background:#fcfaf5}
header,footer,nav,aside{font-family:system-ui,sans-serif;font-size:.85rem}header{border-bottom:2px solid;padding:1rem 0;margin-bottom:1rem}
nav ul{padding:0;margin:.5rem 0}nav a,nav li{margin-right:.8rem;display:inline-block}h1{line-height:1.2}.standfirst{font-size:1.15rem}.byline,time{color:#57656f}
img{max-width:100%;height:auto}a{color:#1d5a86}aside{border-top:1px solid #c8c2b4;margin-top:2rem}footer{margin:2rem 0;color:#57656f}
@media(prefers-color-scheme:dark){body{background:#1b2329;color:#e8e4da}a{color:#8cc1e6}.byline,time,footer{color:#aab6bd}}`;

function time(ms: number): string {
  const iso = new Date(ms).toISOString();
  return `<time datetime="${iso}">${iso.slice(0, 10)}, ${iso.slice(11, 16)} UTC</time>`;
}

function links(site: Site, articles: readonly VisibleArticle[]): string {
  return articles
    .map((article) => `<li><a href="${articlePath(site.outlet, article)}">${escapeMarkup(article.title)}</a></li>`)
    .join('\n');
}

function figure(site: Site, article: VisibleArticle): string {
  const { picture } = article.event;
  if (!site.outlet.pictures || !picture) return '';
  const alt = escapeMarkup(picture.alt);
  return `<figure><img src="${picturePath(article)}" alt="${alt}" width="640" height="400"><figcaption>Illustration: ${escapeMarkup(site.outlet.name)}</figcaption></figure>`;
}

/** A whole document; `head` and `body` are markup. */
function page(site: Site, title: string, head: string, body: string): string {
  const { outlet, topicIds } = site;
  const text = words[outlet.language];
  const sections = pressTopics
    .filter((topic) => topicIds.includes(topic.id))
    .map((topic) => `<li><a href="/#${topic.id}">${topic.names[outlet.language]}</a></li>`);
  const alternates = [undefined, ...topicIds].map((topicId) => {
    const title = escapeMarkup(feedTitle(outlet, topicId));
    return `<link rel="alternate" type="${feedTypes[outlet.format]}" title="${title}" href="${feedPath(outlet, topicId)}">`;
  });
  return `<!doctype html>
<html lang="${outlet.language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeMarkup(title)}</title>
${alternates.join('\n')}
${head}
<style>${style}</style>
</head>
<body>
<header><a href="/"><strong>${escapeMarkup(outlet.name)}</strong></a> <span>${escapeMarkup(outlet.tagline)}</span>
<nav><ul>${sections.join('')}</ul></nav></header>
${body}
<footer><p>${text.newsletter}</p><p>© ${escapeMarkup(outlet.owner)}. ${text.rights}</p></footer>
</body>
</html>
`;
}

function stamp(site: Site, article: VisibleArticle): string {
  const text = words[site.outlet.language];
  const changed = article.changedOffsetMs === undefined ? '' : ` · ${text.updated} ${time(touchedAt(site, article))}`;
  return `${text.published} ${time(publishedAt(site, article))}${changed}`;
}

function broadsheet(site: Site, article: VisibleArticle, related: readonly VisibleArticle[]): string {
  const text = words[site.outlet.language];
  return `<main><article>
<header>
<h1>${escapeMarkup(article.title)}</h1>
${article.standfirst ? `<p class="standfirst">${escapeMarkup(article.standfirst)}</p>` : ''}
${article.by ? `<p class="byline">${text.by} <a rel="author" href="/">${escapeMarkup(article.by)}</a></p>` : ''}
<p class="byline">${stamp(site, article)}</p>
</header>
${figure(site, article)}
<div class="article-body">
${paragraphsOf(article.paragraphs)}
</div>
</article></main>
<aside aria-label="${text.more} ${escapeMarkup(site.outlet.name)}"><h2>${text.more} ${escapeMarkup(site.outlet.name)}</h2><ul>${links(site, related)}</ul></aside>`;
}

/** A tabloid's layout: nested boxes, a headline between the paragraphs, and the first sentence repeated as a teaser. */
function tabloid(site: Site, article: VisibleArticle, related: readonly VisibleArticle[]): string {
  const [first = '', ...rest] = article.paragraphs;
  const readMore = related[0];
  return `<div class="cookie-note">We use cookies to count you. <a href="/">Fine</a></div>
<main><div class="story-top"><div class="kicker">${escapeMarkup(article.categories[0] ?? 'News')}</div>
<h1>${escapeMarkup(article.title)}</h1>
<div class="teaser"><b>${escapeMarkup(cutWords(first, 110))}</b></div>
<div class="meta"><span>${escapeMarkup(article.by ?? 'Metro newsroom')}</span> <span>${stamp(site, article)}</span></div>
<div class="share"><a href="/">Share</a> <a href="/">Save</a> <a href="/">12 comments</a></div></div>
${figure(site, article)}
<div class="story-text"><div>
<p>${escapeMarkup(first)}</p>
${readMore ? `<p><strong>READ MORE: <a href="${articlePath(site.outlet, readMore)}">${escapeMarkup(readMore.title)}</a></strong></p>` : ''}
${paragraphsOf(rest)}
</div></div></main>
<aside aria-label="Most read"><h2>Most read</h2><ol>${links(site, related)}</ol></aside>`;
}

/** A regional paper's layout: plain paragraphs under a timestamp and a caption. */
function regional(site: Site, article: VisibleArticle, related: readonly VisibleArticle[]): string {
  return `<main>
<p>${stamp(site, article)}</p>
<h1>${escapeMarkup(article.title)}</h1>
<p>By ${escapeMarkup(article.by ?? 'Daily Coast staff')}</p>
<p><small>Photograph: Daily Coast archive</small></p>
${paragraphsOf(article.paragraphs)}
</main>
<footer class="credits">${article.wire ? 'This report was supplied by Agency North. ' : ''}Have you seen it happen? Ring the news desk in Pellow.</footer>
<aside aria-label="Also today"><h2>Also today</h2><ul>${links(site, related)}</ul></aside>`;
}

function plain(site: Site, article: VisibleArticle, related: readonly VisibleArticle[]): string {
  const text = words[site.outlet.language];
  return `<main><h1>${escapeMarkup(article.title)}</h1>
<p class="byline">${article.by ? `${text.by} ${escapeMarkup(article.by)} · ` : ''}${stamp(site, article)}</p>
${figure(site, article)}
${paragraphsOf(article.paragraphs)}
</main>
<aside aria-label="${text.mostRead}"><h2>${text.mostRead}</h2><ul>${links(site, related)}</ul></aside>`;
}

const layouts = { broadsheet, tabloid, regional, plain };

function consentWall(site: Site): string {
  return `<main id="consent"><h1>We value your privacy</h1>
<p>Before you continue: we and our 412 partners store information on your device, such as cookies, and read it again. With your consent we may use it for advertising. You can withdraw your consent in the privacy settings at any time.</p>
<form><button type="button">Accept all cookies</button> <button type="button">Manage 412 partners</button></form>
<p>${escapeMarkup(site.outlet.name)} is free because you are here.</p></main>`;
}

function paywall(article: VisibleArticle): string {
  const data = { '@context': 'https://schema.org', '@type': 'NewsArticle', isAccessibleForFree: false };
  return `<main><article><h1>${escapeMarkup(article.title)}</h1>
<p>${escapeMarkup(cutWords(article.paragraphs[0] ?? '', 90))}</p>
<div class="paywall"><h2>Go on reading with Courier Plus</h2><p>Four weeks for one crown, then eleven a month. You can leave at any time.</p>
<p><a href="/">Subscribe</a> · <a href="/">I have an account</a></p></div></article></main>
<script type="application/ld+json">${JSON.stringify(data)}</script>`;
}

/** `others` are the site's visible articles, newest first. */
export function articlePage(site: Site, article: VisibleArticle, others: readonly VisibleArticle[]): string {
  const related = others.filter((other) => other.id !== article.id).slice(0, relatedMax);
  const url = site.origin + articlePath(site.outlet, article);
  const picture = site.outlet.pictures && article.event.picture ? `${site.origin}${picturePath(article)}` : undefined;
  const head = `<link rel="canonical" href="${url}">
${article.robots ? `<meta name="robots" content="${escapeMarkup(article.robots)}">\n` : ''}<meta property="og:type" content="article">
<meta property="og:title" content="${escapeMarkup(article.title)}">
<meta property="og:site_name" content="${escapeMarkup(site.outlet.name)}">
<meta property="article:published_time" content="${new Date(publishedAt(site, article)).toISOString()}">${
    picture ? `\n<meta property="og:image" content="${picture}">` : ''
  }`;
  const body =
    article.wall === 'consent'
      ? consentWall(site)
      : article.wall === 'paywall'
        ? paywall(article)
        : layouts[site.outlet.layout](site, article, related);
  const title = article.wall === 'consent' ? 'Before you continue' : article.title;
  return page(site, `${title} | ${site.outlet.name}`, head, body);
}

/** The front page: the newest headlines by section. */
export function frontPage(site: Site, articles: readonly VisibleArticle[]): string {
  const newest = articles.slice(0, frontMax);
  const sections = pressTopics.map((topic) => {
    const own = newest.filter((article) => article.topicIds[0] === topic.id);
    if (own.length === 0) return '';
    return `<section id="${topic.id}"><h2>${topic.names[site.outlet.language]}</h2><ul>${links(site, own)}</ul></section>`;
  });
  const head = `<link rel="canonical" href="${site.origin}/">
<meta name="description" content="${escapeMarkup(site.outlet.tagline)}">`;
  const body = `<main><h1>${escapeMarkup(site.outlet.name)}</h1>\n${sections.join('\n')}</main>`;
  return page(site, site.outlet.name, head, body);
}

export function missingPage(site: Site): string {
  const text = words[site.outlet.language].missing;
  return page(site, '404', '', `<main><h1>404</h1><p>${text}</p></main>`);
}

export function robotsText(site: Site): string {
  return `User-agent: *\n${site.outlet.closedPath ? `Disallow: ${site.outlet.closedPath}` : 'Disallow:'}\n`;
}
