import type { IncomingHttpHeaders } from 'node:http';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { Page, Reply } from './route.ts';

const gzipped = promisify(gzip);
const takesGzip = /\bgzip\b(?!\s*;\s*q=0(?:\.0*)?\s*(?:,|$))/i;

/** Returns a function that answers with a page: 304 to readers who have it, and gzip to those who take that. */
export function createPages(): (page: Page, asked: IncomingHttpHeaders) => Promise<Reply> {
  /** Pages that are being written, by ETag; readers who ask meanwhile wait for the same one. */
  const writing = new Map<string, Promise<Record<'plain' | 'small', Buffer>>>();

  const write = async (page: Page) => {
    const plain = Buffer.from(await page.write());
    return { plain, small: await gzipped(plain) };
  };

  return async (page, asked) => {
    const etag = `"${page.etag}"`;
    // Weak, because the same one stands for both encodings.
    const headers = { ...page.headers, etag: `W/${etag}`, vary: 'accept-encoding' };
    const known = asked['if-none-match']?.split(',').map((one) => one.trim().replace(/^W\//, '')) ?? [];
    if (known.includes(etag) || known.includes('*')) return { status: 304, headers };
    const written = writing.get(etag) ?? write(page).finally(() => writing.delete(etag));
    writing.set(etag, written);
    const { plain, small } = await written;
    return takesGzip.test(asked['accept-encoding'] ?? '')
      ? { status: 200, headers: { ...headers, 'content-encoding': 'gzip' }, body: small }
      : { status: 200, headers, body: plain };
  };
}
