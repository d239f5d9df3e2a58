import { dayMs, type EpochMs, hourMs, minuteMs, type Wall } from '../clock.ts';
import { correctionIn, type StatedCorrection } from '../engine/articles/correction.ts';
import { articleIdOf } from '../engine/articles/fromItem.ts';
import { contextOf, unlessUnreadable } from '../engine/feeds/document.ts';
import { belongsTo } from '../engine/pages/belongs.ts';
import type { ExtractedArticle } from '../engine/pages/extract.ts';
import { limitsIn, type PageLimits, type Signal, signalsIn, strictest } from '../engine/permissions/signals.ts';
import type { CitationIn } from '../engine/stories/citations.ts';
import { wordCount } from '../engine/text/wordCount.ts';
import type { Log } from '../log.ts';
import type { Loop } from '../schedule/loop.ts';
import type { ArticleRecord } from '../storage/records/stories/articles.ts';
import type { Records, Storage } from '../storage/storage.ts';
import type { Fetcher, FetchHeaders, FetchOutcome } from '../web/fetch.ts';
import type { Robots } from '../web/robots.ts';
import { quotableCorrection, storeChanges } from './changedItems.ts';
import { refreshStories } from './grouping/placing.ts';
import { hostByHost, hostOf, isHeldUp } from './hosts/hostByHost.ts';
import { isUnanswered, type OwnLine } from './hosts/ownLine.ts';
import { noteRest, pageScopeOf, type RestScope, type Rests, readRests, restInTurn, restOf } from './hosts/rests.ts';
import { restAsked } from './nextPoll.ts';
import type { Pool } from './pool/pool.ts';
import { nextDayAt, spendOnPage, spendPage } from './quotas.ts';

export interface PagesParts {
  storage: Storage;
  fetcher: Fetcher;
  pool: Pool;
  log: Log;
  owner: string;
  wall: Wall;
  robots: Robots;
  line: OwnLine;
  citationIn: CitationIn;
}

/** How many hosts are asked at once. */
const places = { pages: 12, 'own-pages': 4 } as const;
const leaseMs = 180_000;
const attemptsMax = 3;
const retryMs = 15 * 60_000;
/** When to ask again for a page that was read before. If it is missing twice, it is gone. */
const missingRetryMs = 6 * hourMs;
/** A little longer than the hour after which `web/robots.ts` retries, because a failing request takes a while. */
const robotsRetryMs = 65 * 60_000;
export const pageAccept = 'text/html, application/xhtml+xml;q=0.9, */*;q=0.1';
/** A page with fewer words is a wall or a teaser. */
const wordsMin = 40;

/**
 * Fetches pages of articles with only a snippet, and stores their text. Articles in servers' own feeds have their own
 * loop, so that they never delay the catalogue's pages.
 */
export function createPages(given: PagesParts, name: keyof typeof places): Loop {
  const isOwn = name === 'own-pages';
  const line: OwnLine = { ...given.line, unheard: (hosts, now) => given.line.unheard(isOwn ? [] : hosts, now) };
  const parts = { ...given, line };
  const { storage, wall, log } = parts;
  const { articles, audiences } = storage.records;
  const rests: Rests = new Map();
  const run = hostByHost({
    places: places[name],
    async claim(max) {
      const now = wall();
      if (line.tryAt(now) !== undefined) return [];
      const wanted = await articles.claimPages(now, parts.owner, now + leaseMs, max, !isOwn);
      if (wanted.length === 0) return [];
      await readRests(rests, storage, now);
      const readers = await audiences.serversOf(isOwn ? wanted.map(({ id }) => id) : []);
      return wanted.map((article) => ({ article, servers: readers.get(article.id) ?? [] }));
    },
    addressOf: ({ article }) => article.url,
    serversOf: ({ servers }) => servers,
    read: ({ article }) => readPage(parts, article, rests, wall()),
    putBack: ({ article }) => articles.postponePage(article.id, wall() + minuteMs),
    async fault({ article: { id } }, error) {
      log.error({ article: id, err: error }, 'page failed');
      await articles.pageRead(id, { state: 'given-up' });
    },
  });
  return {
    name,
    role: 'read',
    worksAlone: true,
    every: '*/5 * * * * *',
    run: (_now, failed) => run(failed),
  };
}

/** Why a page was not read, and when to retry. Without `againAt` it is given up. */
interface Setback {
  reason: string;
  /** The signals by which the publisher declines the page. */
  declined?: readonly Signal[];
  againAt?: EpochMs;
  /** True if it doesn't count as an attempt, because no request was sent or the failure is our own. */
  isNoAttempt?: boolean;
  /** The status 404 or 410 of a page that was read before. */
  missing?: string;
}

const restingBar = (restUntil: EpochMs | undefined): Setback | undefined =>
  restUntil === undefined ? undefined : { reason: 'its host rests', againAt: restUntil, isNoAttempt: true };
const restBar = (scope: RestScope, url: string, rests: Rests) => restingBar(restOf(rests, scope, hostOf(url)));

/** The page of an article in servers' own feeds alone is fetched only if one of those servers has quota left today. */
async function quotaBar(parts: PagesParts, article: ArticleRecord, now: EpochMs): Promise<Setback | undefined> {
  const isSecond = wasRead(article);
  if (await parts.storage.transaction((records) => spendPage(records, article.id, now, { isSecond }))) return undefined;
  return { reason: 'no page is left today', againAt: nextDayAt(now), isNoAttempt: true };
}

/** Why the address must not be requested now; undefined if it may be. */
async function barTo(
  parts: PagesParts,
  article: ArticleRecord,
  url: string,
  rests: Rests,
  now: EpochMs,
): Promise<Setback | undefined> {
  const rest = restBar(pageScopeOf(article.scope), url, rests);
  if (rest) return rest;
  const verdict = await parts.robots.verdict(url, (bytes) =>
    parts.storage.transaction((records) => spendOnPage(records, article.id, { requests: 1, bytes }, now)),
  );
  if (verdict === 'unknown') return { reason: 'robots.txt can not be read', againAt: now + robotsRetryMs };
  if (verdict === 'off') return { reason: 'LEDE_PAGES is 0' };
  return verdict === 'allowed' ? undefined : { reason: `declined: ${verdict}`, declined: [verdict] };
}

type Page = Extract<FetchOutcome, { kind: 'ok' }>;

async function askFor(parts: PagesParts, article: ArticleRecord, rests: Rests, now: EpochMs): Promise<Page | Setback> {
  const { url } = article;
  if (await isOpenElsewhere(parts, article)) return { reason: 'the outlet’s own feed has it' };
  const pages = pageScopeOf(article.scope);
  let bar =
    restBar(pages, url, rests) ??
    (await quotaBar(parts, article, now)) ??
    (await barTo(parts, article, url, rests, now));
  if (bar) return bar;
  const outcome = await parts.fetcher.get(url, {
    accept: pageAccept,
    // A short link redirects to the outlet's host, whose rests and robots.txt apply.
    async mayFollow(next) {
      bar = await barTo(parts, article, next, rests, now);
      return bar === undefined;
    },
    async mayLeave(next) {
      bar = restingBar(await restInTurn(parts.storage, rests, pages, hostOf(next), now));
      return bar === undefined;
    },
    async answered({ status, headers, url: by }) {
      const until = restAsked(status, headers, now);
      if (until === undefined) return;
      const host = hostOf(by);
      // Without Retry-After the server may refuse only pages, so its feeds are still polled.
      const isOfFeeds = headers.retryAfter !== undefined && (await isOfHost(parts, article, host));
      await noteRest(parts.storage, rests, isOfFeeds ? host : pages, host, until, now);
    },
  });
  await parts.storage.transaction((records) => spendOnPage(records, article.id, { bytes: outcome.bytes }, now));
  if (bar) return bar;
  if (outcome.kind === 'failed') {
    if (outcome.code === 'forgotten') return { reason: outcome.reason };
    const isOurs = isHeldUp(outcome, url) || (isUnanswered(outcome.code) && parts.line.unheard([hostOf(url)], now));
    return { reason: outcome.reason, againAt: now + retryMs, isNoAttempt: isOurs };
  }
  parts.line.heard(now);
  if (outcome.kind === 'ok') return outcome;
  if (outcome.kind === 'notModified') return { reason: '304 without asking' };
  if (wasRead(article) && (outcome.status === 404 || outcome.status === 410))
    return { reason: outcome.reason, missing: String(outcome.status), againAt: now + missingRetryMs };
  const restUntil = restAsked(outcome.status, outcome.headers, now);
  const isPassing = restUntil !== undefined || outcome.status >= 500;
  return { reason: outcome.reason, againAt: isPassing ? Math.max(now + retryMs, restUntil ?? 0) : undefined };
}

const wasRead = ({ textFrom }: ArticleRecord): boolean => textFrom === 'page';

/** Whether the outlet's catalogue feed also has the article, which came from a server's own feed. */
async function isOpenElsewhere({ storage }: PagesParts, { id, outletId, url }: ArticleRecord): Promise<boolean> {
  const openId = articleIdOf(outletId, url);
  return openId !== id && (await storage.records.audiences.openOf([openId])).size > 0;
}

/**
 * Whether `host` is the host of the article and of a catalogue feed with the article. Other feeds may list any page.
 */
async function isOfHost({ storage }: PagesParts, article: ArticleRecord, host: string): Promise<boolean> {
  if (hostOf(article.url) !== host) return false;
  const feeds = await storage.records.feedFigures.catalogueOf(article.id);
  return feeds.some((url) => hostOf(url) === host);
}

function setBack(parts: PagesParts, article: ArticleRecord, setback: Setback, now: EpochMs): Promise<void> {
  const { articles } = parts.storage.records;
  const { reason, declined, againAt, missing } = setback;
  const limits = declined && strictest({ declined }, { ...article, declined: signalsIn(article.declined) });
  if (missing !== undefined && article.pageAttempts > 0) return noteGone(parts, article, missing, now);
  if (againAt === undefined) return giveUp(parts, article, reason, limits);
  if (setback.isNoAttempt) return articles.postponePage(article.id, againAt);
  if (article.pageAttempts + 1 >= attemptsMax) return giveUp(parts, article, reason);
  return articles.pageRead(article.id, { state: 'wanted', againAt: now + (againAt - now) * 2 ** article.pageAttempts });
}

function giveUp(parts: PagesParts, article: ArticleRecord, reason: string, limits?: PageLimits): Promise<void> {
  parts.log.info({ article: article.id, host: hostOf(article.url), reason }, 'page not used');
  return parts.storage.records.articles.pageRead(article.id, { state: 'given-up', limits });
}

function noteGone(parts: PagesParts, { id }: ArticleRecord, status: string, now: EpochMs): Promise<void> {
  parts.log.info({ article: id, status }, 'page gone');
  return parts.storage.transaction(async (records) => {
    await records.articles.pageRead(id, { state: 'given-up' });
    await records.articleChanges.note(id, [{ kind: 'gone', wording: status }], now);
  });
}

/**
 * An outlet's correction note that is new on a page read before. Undefined for a day after a correction in the feed,
 * because the page is then read again to get the corrected text.
 */
function statedIn(article: ArticleRecord, { paragraphs }: ExtractedArticle, now: EpochMs) {
  const isKnown = article.correction !== undefined && now - article.correction.at < dayMs;
  return wasRead(article) && !isKnown ? correctionIn(article, { ...article, paragraphs }) : undefined;
}

/** Stores a page's correction note. Its words are stored only if the page's limits allow quoting them. */
async function storeStated(records: Records, { id }: ArticleRecord, stated: StatedCorrection, now: EpochMs) {
  for (const article of await records.articles.byIds([id], 0)) {
    const { title, url } = article;
    const correction = { ...quotableCorrection(article, article, stated), at: now };
    await storeChanges(records, [{ before: article, title, url, correction }], now);
  }
}

async function readPage(parts: PagesParts, article: ArticleRecord, rests: Rests, now: EpochMs): Promise<void> {
  const page = await askFor(parts, article, rests, now);
  if (!('body' in page)) return setBack(parts, article, page, now);
  const extracted = await unlessUnreadable(parts.pool.extract(page.body, contextOf(page)));
  const limits = limitsOf(page.headers, extracted);
  if (limits.declined.includes('mining')) return giveUp(parts, article, 'declined: mining', limits);
  const wrong = extracted ? faultOf(extracted, page.url, article) : 'no article on the page';
  if (!extracted || wrong !== undefined) return giveUp(parts, article, wrong ?? '', limits);
  const { paragraphs, imageUrl, imageAlt, language } = extracted;
  const citation = parts.citationIn({ ...article, paragraphs, language: article.language ?? language });
  const text = { paragraphs, imageUrl, imageAlt, language, citation };
  const state = wasRead(article) ? 'checked' : 'done';
  const stated = statedIn(article, extracted, now);
  const unpacked = Math.max(0, extracted.bytes - page.body.length);
  await parts.storage.transaction(async (records) => {
    await records.articles.pageRead(article.id, { state, text, limits });
    await spendOnPage(records, article.id, { bytes: unpacked }, now);
    if (stated) await storeStated(records, article, stated, now);
    // The article was grouped by its snippet, but the story's headline, voices and search text use the page's text.
    if (article.storyId !== undefined) await refreshStories(records, [article.storyId]);
  });
  parts.log.info({ article: article.id, paragraphs: paragraphs.length }, 'page read');
}

/** How much of the page its headers and markup allow others to show. */
export const limitsOf = (
  { xRobotsTag = '', tdmReservation }: FetchHeaders,
  extracted: ExtractedArticle | undefined,
): PageLimits => {
  const ofHeaders = limitsIn(xRobotsTag, tdmReservation === undefined ? [] : [tdmReservation]);
  return extracted ? strictest(ofHeaders, extracted.limits) : ofHeaders;
};

const wordsOf = (paragraphs: readonly string[]) => paragraphs.reduce((sum, paragraph) => sum + wordCount(paragraph), 0);

/** Why the page's text can't be used; undefined if it can. */
function faultOf(page: ExtractedArticle, url: string, article: ArticleRecord): string | undefined {
  if (page.wall !== undefined) return page.wall;
  // A page that is read again may have become shorter.
  const wordsGiven = wasRead(article) ? 0 : wordsOf(article.paragraphs);
  if (wordsOf(page.paragraphs) < Math.max(wordsMin, wordsGiven)) return 'no more than the feed gave';
  return belongsTo({ ...page, url }, article) ? undefined : 'another text than the article';
}
