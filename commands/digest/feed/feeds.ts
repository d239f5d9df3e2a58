import type { Texts } from '../../../src/discord/texts/texts.ts';
import { version } from '../../../src/version.ts';
import { wordsIn } from '../words.ts';
import { headlinesOf, htmlOf, timeIn } from './html.ts';
import type { ListedDigest, Listing } from './listed.ts';
import { markup } from './markup.ts';

/** What a page or feed says of itself. */
export interface Frame {
  /** A UUID that stays the same when the address changes. */
  id: string;
  addresses: Readonly<Record<'page' | 'atom' | 'json', string>>;
  /** RFC 3339. */
  updatedAt: string;
  /** In the language of the newest digest. */
  texts: Texts;
}

/** The topics of the newest digest. */
export function titleOf({ digests: [newest] }: Listing, texts: Texts): string {
  const { title, untitled } = wordsIn(texts).feed;
  return newest === undefined || newest.content.topics.length === 0 ? untitled : title(newest.content.topics);
}

const titleOfDigest = ({ content: { day, zone }, postedAt }: ListedDigest, texts: Texts): string =>
  wordsIn(texts).feed.entry(texts.f.dayHeading(day), texts.f.clock(timeIn(postedAt), zone));

/** Atom (RFC 4287). */
export function atomOf(listing: Listing, { id, addresses, updatedAt, texts }: Frame): string {
  const entries = listing.digests.map(
    (digest) => markup`<entry>
<id>urn:uuid:${digest.id}</id>
<title>${titleOfDigest(digest, texts)}</title>
<published>${digest.postedAt}</published>
<updated>${digest.correctedAt ?? digest.postedAt}</updated>
<link rel="alternate" type="text/html" href="${addresses.page}#${digest.id}"/>
<summary>${headlinesOf(digest.content).join('\n')}</summary>
<content type="html">${htmlOf(digest.content).text}</content>
</entry>`,
  );
  return markup`<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${texts.f.locale}">
<id>urn:uuid:${id}</id>
<title>${titleOf(listing, texts)}</title>
<updated>${updatedAt}</updated>
<link rel="self" type="application/atom+xml" href="${addresses.atom}"/>
<link rel="alternate" type="text/html" href="${addresses.page}"/>
<author><name>Lede</name></author>
<generator version="${version}">Lede</generator>
${entries}
</feed>
`.text;
}

/** JSON Feed 1.1. The proof is an extension, whose name begins with an underscore. */
export function jsonFeedOf(listing: Listing, { addresses, texts }: Frame): string {
  return JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title: titleOf(listing, texts),
    home_page_url: addresses.page,
    feed_url: addresses.json,
    language: texts.f.locale,
    authors: [{ name: 'Lede' }],
    items: listing.digests.map((digest) => ({
      id: `urn:uuid:${digest.id}`,
      url: `${addresses.page}#${digest.id}`,
      title: titleOfDigest(digest, texts),
      summary: headlinesOf(digest.content).join('\n'),
      content_html: htmlOf(digest.content).text,
      date_published: digest.postedAt,
      date_modified: digest.correctedAt ?? digest.postedAt,
    })),
    _lede: listing.proof,
  });
}
