import { contextOf, unlessUnreadable } from '../engine/feeds/document.ts';
import type { Fetcher } from '../web/fetch.ts';
import type { Robots } from '../web/robots.ts';
import { withinDeadline } from './deadline.ts';
import { limitsOf, pageAccept } from './pages.ts';
import type { Pool } from './pool/pool.ts';

/**
 * How much of a page is read. Title and opening are near its top, and the rest of a large page isn't worth the wait.
 */
const bytesEnough = 1_500_000;
const defaultBudgetMs = 5_000;
/** How many paragraphs are kept. The first ones are enough to identify the subject. */
const paragraphsRead = 2;
const turnedAway: ReadonlySet<number> = new Set([401, 402, 403, 451]);

/** The result of reading a linked page. */
export type LinkedPage =
  /** `url` is the address after all redirects. */
  | { kind: 'page'; url: string; title?: string; paragraphs: readonly string[]; language?: string }
  /** The publisher's signals or the outlet decline it, or the server denied access (401, 402, 403 or 451). */
  | { kind: 'closed' }
  /** No page came in time, or the host asked for a pause. */
  | { kind: 'unanswered' };

export interface LinkedParts {
  fetcher: Fetcher;
  pool: Pool;
  robots: Robots;
  /** False while the host of the address has asked for a pause. */
  mayAsk(url: string): Promise<boolean>;
  /** Time limit for robots.txt and the page, including waits for the host's turn and for a free thread. */
  budgetMs?: number;
}

/** Reads title, opening and final address of one page, if the publisher's signals allow it. Never throws for a page. */
export async function readLinked(parts: LinkedParts, url: string): Promise<LinkedPage> {
  const deadline = AbortSignal.timeout(parts.budgetMs ?? defaultBudgetMs);
  return (await withinDeadline(deadline, read(parts, url, deadline))) ?? { kind: 'unanswered' };
}

async function read(parts: LinkedParts, url: string, signal: AbortSignal): Promise<LinkedPage> {
  const { fetcher, pool, robots, mayAsk } = parts;
  let isClosed = false;
  const isOpen = async (address: string): Promise<boolean> => {
    const verdict = await robots.verdict(address);
    isClosed = verdict !== 'allowed' && verdict !== 'unknown';
    return verdict === 'allowed';
  };
  if (!(await mayAsk(url)) || !(await isOpen(url))) return { kind: isClosed ? 'closed' : 'unanswered' };
  const page = await fetcher.get(url, {
    accept: pageAccept,
    signal,
    urgent: true,
    enough: bytesEnough,
    mayFollow: isOpen,
    mayLeave: mayAsk,
  });
  if (isClosed || (page.kind === 'failed' && page.code === 'forgotten')) return { kind: 'closed' };
  if (page.kind === 'http' && turnedAway.has(page.status)) return { kind: 'closed' };
  if (page.kind !== 'ok') return { kind: 'unanswered' };
  const article = await unlessUnreadable(pool.extract(page.body, contextOf(page)));
  if (limitsOf(page.headers, article).declined.includes('mining')) return { kind: 'closed' };
  // The text of a consent wall is not the article.
  const shown = article?.wall === 'consent' ? undefined : article;
  const { title, paragraphs = [], language } = shown ?? {};
  return { kind: 'page', url: page.url, title, paragraphs: paragraphs.slice(0, paragraphsRead), language };
}
