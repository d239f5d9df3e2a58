/** Wraps the part that a test is about in a feed document of each format, and reads it. */

import { type FeedDocument, ReadError } from '../../../src/engine/feeds/document.ts';
import { readFeedDocument } from '../../../src/engine/feeds/read.ts';

export const url = 'https://harbour.example/feeds/news.xml';
export const read = (body: string | Uint8Array, contentType?: string): Promise<FeedDocument> =>
  readFeedDocument(typeof body === 'string' ? new TextEncoder().encode(body) : body, { url, contentType });
export const rss = (
  items: string,
  channel = '<link>https://harbour.example/</link>',
  attributes = 'version="2.0"',
): string =>
  `<?xml version="1.0"?><rss ${attributes}><channel><title>Harbour Post</title>${channel}${items}</channel></rss>`;
export const atom = (entries: string, feed = '<link href="https://harbour.example/"/>', attributes = ''): string =>
  `<feed xmlns="http://www.w3.org/2005/Atom" ${attributes}><title>Harbour Post</title>${feed}${entries}</feed>`;
export const first = async (body: string | Uint8Array) => {
  const { items } = await read(body);
  if (!items[0]) throw new Error('no item');
  return items[0];
};
/** An item of RSS or an entry of Atom with a title and these elements, read from its feed. */
export const item = (inside: string, attributes?: string) =>
  first(rss(`<item><title>t</title>${inside}</item>`, undefined, attributes));
export const entry = (inside: string, ...feed: string[]) =>
  first(atom(`<entry><title>t</title>${inside}</entry>`, ...feed));
export const codeOf = (promise: Promise<unknown>): Promise<unknown> =>
  promise.then(
    () => 'read',
    (error: unknown) => (error instanceof ReadError ? error.code : error),
  );
