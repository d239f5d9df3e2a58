import { extractArticle } from '../../src/pages/extract.ts';
import { type Parts, page, url } from './page.ts';

/** A page and when it was published by it: a day, a minute, or not known. */
export type Row = readonly [kind: string, expected: string | undefined, parts: Parts, at?: string];

export const meta = (name: string, content: string): string => `<meta name="${name}" content="${content}">`;
export const property = (name: string, content: string): string => `<meta property="${name}" content="${content}">`;

export const minute = (at: number | undefined): string | undefined =>
  at === undefined ? undefined : new Date(at).toISOString().slice(0, 16);

export const misses = (rows: readonly Row[]): string[] =>
  rows.flatMap(([kind, expected, parts, at]) => {
    const result = minute(extractArticle(page(parts), at ?? url)?.publishedAt);
    const full = expected === undefined || expected.length > 10 ? expected : `${expected}T00:00`;
    return result === full ? [] : [`${kind}: ${result ?? 'none'} for ${full ?? 'none'}`];
  });
