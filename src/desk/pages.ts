import type { ExtractedArticle } from '../articles/extract.ts';
import type { EpochMs } from '../clock.ts';
import { ReadError } from '../feeds/document.ts';
import type { Log } from '../log.ts';
import type { Pool } from '../pool.ts';
import type { ArticleRecord } from '../storage/records/articles.ts';
import type { Storage } from '../storage/storage.ts';
import { decodeText } from '../web/decode.ts';
import type { Fetcher, FetchHeaders } from '../web/fetch.ts';
import type { Robots } from '../web/robots.ts';
import { HungUp } from './hungUp.ts';
import type { Loop } from './loop.ts';
import { refreshStories } from './placing.ts';

export interface PagesParts {
  storage: Storage;
  fetcher: Fetcher;
  pool: Pool;
  log: Log;
  owner: string;
  robots: Robots;
}

/** Pages of one look; the next look comes five seconds later. */
const budget = 16;
const leaseMs = 180_000;
const attemptsMax = 3;
const retryMs = 15 * 60_000;
/** A page that gives no more than the snippet is a wall or a teaser. */
const wordsMin = 40;
/** What fairness allows at most, where the publisher says nothing. */
const sentencesMax = 3;

/** Fetches the pages of articles of which the feed gave only a snippet, and takes their text. */
export function createPages(parts: PagesParts): Loop {
  const { articles } = parts.storage.records;
  return {
    name: 'pages',
    every: '*/5 * * * * *',
    async run(now) {
      const wanted = await articles.claimPages(now, parts.owner, now + leaseMs, budget);
      await Promise.all(
        wanted.map(async (article) => {
          try {
            await readPage(parts, article, now);
          } catch (error) {
            if (error instanceof HungUp) return;
            parts.log.error({ article: article.id, err: error }, 'page failed');
            await articles.pageRead(article.id, { state: 'given-up' });
          }
        }),
      );
      return wanted.length;
    },
  };
}

async function readPage(parts: PagesParts, article: ArticleRecord, now: EpochMs): Promise<void> {
  const { articles } = parts.storage.records;
  const giveUp = (reason: string, allowed?: number) => {
    parts.log.info({ article: article.id, host: new URL(article.url).host, reason }, 'page not used');
    return articles.pageRead(article.id, { state: 'given-up', sentencesMax: allowed });
  };
  if (!(await parts.robots.allowed(article.url))) return giveUp('robots.txt');
  const outcome = await parts.fetcher.get(article.url, { accept: 'text/html, application/xhtml+xml;q=0.9, */*;q=0.1' });
  if (outcome.kind === 'failed' || outcome.kind === 'http') {
    const passing = outcome.kind === 'failed' || outcome.status === 429 || outcome.status >= 500;
    if (!passing || article.pageAttempts + 1 >= attemptsMax) return giveUp(outcome.reason);
    return articles.pageRead(article.id, { state: 'wanted', againAt: now + retryMs * 2 ** article.pageAttempts });
  }
  if (outcome.kind === 'notModified') return giveUp('304 without asking');
  const html = decodeText(outcome.body, outcome.headers.contentType);
  const extracted = await extract(parts.pool, html, outcome.url);
  if (!extracted) {
    return giveUp('no article on the page', forbids(outcome.headers) ? 0 : undefined);
  }
  const allowed = sentencesAllowed(extracted, outcome.headers);
  if (extracted.wall !== undefined || !says(extracted, article)) {
    await articles.pageRead(article.id, { state: 'given-up', sentencesMax: allowed });
    return;
  }
  const { paragraphs, imageUrl, imageAlt, byline, language } = extracted;
  const text = { paragraphs, imageUrl, imageAlt, author: byline, language };
  await parts.storage.transaction(async (records) => {
    await records.articles.pageRead(article.id, { state: 'done', text, sentencesMax: allowed });
    // It was grouped by what the feed gave: headline, voices and search go by the text.
    if (article.storyId !== undefined) await refreshStories(records, [article.storyId]);
  });
  parts.log.info({ article: article.id, paragraphs: paragraphs.length }, 'page read');
}

async function extract(pool: Pool, html: string, url: string): Promise<ExtractedArticle | undefined> {
  try {
    return await pool.extract(html, url);
  } catch (error) {
    if (error instanceof ReadError) return undefined;
    throw error;
  }
}

const wordsOf = (paragraphs: readonly string[]) =>
  paragraphs.reduce((sum, paragraph) => sum + paragraph.split(/\s+/).length, 0);

/** More than the feed said, and enough for a lead; a page that is read again may have become shorter. */
const says = (page: ExtractedArticle, article: ArticleRecord) =>
  wordsOf(page.paragraphs) >= Math.max(wordsMin, article.textFrom === 'page' ? 0 : wordsOf(article.paragraphs));

const forbids = ({ xRobotsTag = '', tdmReservation }: FetchHeaders) =>
  tdmReservation?.trim() === '1' || /(?<![\w-])nosnippet(?![\w-])|max-snippet\s?:\s?0(?!\d)/i.test(xRobotsTag);

/** The strictest of what the page's markup and its headers allow; 3 where neither says anything. */
function sentencesAllowed({ quoting }: ExtractedArticle, headers: FetchHeaders): number {
  return forbids(headers) ? 0 : Math.min(sentencesMax, quoting?.sentencesMax ?? sentencesMax);
}
