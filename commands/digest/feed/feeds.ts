import type { EpochMs } from '../../../src/clock.ts';
import type { Texts } from '../../../src/discord/texts/texts.ts';
import { markup, nothing } from '../../../src/engine/text/safeMarkup.ts';
import { version } from '../../../src/web/version.ts';
import { headlinesOf, htmlOf, isoOf, plainOf } from './html.ts';
import type { Listing } from './listed.ts';

/** The head of a page or feed. */
export interface Frame {
  /** A UUID that stays the same when the channel gets a new address. */
  id: string;
  addresses: Readonly<Record<'page' | 'atom' | 'json', string>>;
  updatedAt: EpochMs;
  /** In the newest digest's language. */
  texts: Texts;
}

/** The title, which names the newest digest's topics. */
export function titleOf({ digests: [newest] }: Listing, texts: Texts): string {
  const { title, untitled } = texts.digest.feed;
  return newest === undefined || newest.content.topics.length === 0
    ? untitled
    : title({ topics: newest.content.topics });
}

/** Digests and changes as feed entries, newest first. */
function itemsOf({ digests, changes }: Listing, texts: Texts) {
  const { entry } = texts.digest.feed;
  const ofDigests = digests.map(({ id, content, postedAt, correctedAt }) => ({
    id,
    title: entry({ day: texts.f.dayHeading(content.day), time: texts.f.clock(postedAt, content.zone) }),
    summary: headlinesOf(content).join('\n'),
    html: htmlOf(content).text,
    publishedAt: postedAt,
    updatedAt: correctedAt ?? postedAt,
    tag: undefined,
  }));
  const ofChanges = changes.map(({ id, at, content }) => {
    const [title = '', ...lines] = (content.texts[0] ?? '').split('\n').map(plainOf);
    const html = htmlOf(content).text;
    return { id, title, summary: lines.join('\n'), html, publishedAt: at, updatedAt: at, tag: 'correction' as const };
  });
  return [...ofDigests, ...ofChanges].sort((a, b) => b.publishedAt - a.publishedAt);
}

/** Atom (RFC 4287). */
export function atomOf(listing: Listing, { id, addresses, updatedAt, texts }: Frame): string {
  const entries = itemsOf(listing, texts).map(
    (item) => markup`<entry>
<id>urn:uuid:${item.id}</id>
<title>${item.title}</title>
<published>${isoOf(item.publishedAt)}</published>
<updated>${isoOf(item.updatedAt)}</updated>
${item.tag === undefined ? nothing : markup`<category term="${item.tag}"/>`}
<link rel="alternate" type="text/html" href="${addresses.page}#${item.id}"/>
<summary>${item.summary}</summary>
<content type="html">${item.html}</content>
</entry>`,
  );
  return markup`<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${texts.f.locale}">
<id>urn:uuid:${id}</id>
<title>${titleOf(listing, texts)}</title>
<updated>${isoOf(updatedAt)}</updated>
<link rel="self" type="application/atom+xml" href="${addresses.atom}"/>
<link rel="alternate" type="text/html" href="${addresses.page}"/>
<author><name>Lede</name></author>
<generator version="${version}">Lede</generator>
${entries}
</feed>
`.text;
}

/** JSON Feed 1.1. */
export function jsonFeedOf(listing: Listing, { addresses, texts }: Frame): string {
  return JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title: titleOf(listing, texts),
    home_page_url: addresses.page,
    feed_url: addresses.json,
    language: texts.f.locale,
    authors: [{ name: 'Lede' }],
    items: itemsOf(listing, texts).map(({ id, title, summary, html, publishedAt, updatedAt, tag }) => ({
      id: `urn:uuid:${id}`,
      url: `${addresses.page}#${id}`,
      title,
      summary,
      content_html: html,
      date_published: isoOf(publishedAt),
      date_modified: isoOf(updatedAt),
      tags: tag && [tag],
    })),
  });
}
