import { parentPort } from 'node:worker_threads';
import type { FeedArticles } from '../../engine/articles/fromFeed.ts';
import type { FeedContext } from '../../engine/articles/fromItem.ts';
import { bodyText, unpackedBody } from '../../engine/feeds/bodyText.ts';
import type { FoundFeed } from '../../engine/feeds/discovery.ts';
import { type FeedDocument, type ReadCode, type ReadContext, ReadError } from '../../engine/feeds/document.ts';
import type { OpmlFeed } from '../../engine/feeds/opml.ts';
import type { ExtractedArticle } from '../../engine/pages/extract.ts';
import type { CoverageChart } from '../../newsroom/pictures/coverage.ts';
import type { RulesForm } from '../../web/robots.ts';

/** `without` skips the first reader, after it hung on the document. */
export type FeedJob =
  | { kind: 'read'; bytes: Uint8Array; context: ReadContext; without?: 'first' }
  | { kind: 'articles'; bytes: Uint8Array; context: ReadContext; without?: 'first'; listing: FeedContext };

export type Job =
  | FeedJob
  | { kind: 'opml'; bytes: Uint8Array; packing?: string }
  | { kind: 'discover'; bytes: Uint8Array; context: ReadContext }
  | { kind: 'extract'; bytes: Uint8Array; context: ReadContext }
  | { kind: 'robots'; bytes: Uint8Array; packing?: string; form: RulesForm }
  | { kind: 'isOpen'; rules: string; url: string }
  | { kind: 'chart'; chart: CoverageChart };

/** The article of a page, and the page's size as text in bytes of UTF-8. */
export type ReadPage = ExtractedArticle & { bytes: number };

export interface Results {
  read: FeedDocument;
  articles: FeedArticles;
  opml: OpmlFeed[];
  discover: FoundFeed[];
  extract: ReadPage | undefined;
  robots: string;
  isOpen: boolean;
  chart: Uint8Array;
}

export interface Task {
  id: number;
  job: Job;
}

/** Errors lose their code between threads, so they are passed as values. */
type Result = Results[Job['kind']];
export type JobOutcome = { result: Result } | { code: ReadCode; sentence: string };

/** Runs a job. Throws only for our own bugs. */
export default async function work({ id, job }: Task): Promise<JobOutcome> {
  const done = await loaded(job);
  // This message starts the document's time limit, because loading the modules may take seconds.
  parentPort?.postMessage(id);
  try {
    return { result: await done() };
  } catch (error) {
    if (error instanceof ReadError) return { code: error.code, sentence: error.message };
    throw error;
  }
}

/** Loads modules at the first job that needs them: the DOM alone costs a thread half a second and 80 MB. */
async function loaded(job: Job): Promise<() => Result | Promise<Result>> {
  switch (job.kind) {
    case 'read': {
      const { readFeedDocument } = await reader(job);
      return () => readFeedDocument(job.bytes, job.context, job.without);
    }
    case 'articles': {
      const { readFeedDocument } = await reader(job);
      const { articlesFrom, loadLanguages } = await import('../../engine/articles/fromFeed.ts');
      if (job.listing.language === undefined) await loadLanguages();
      return async () => articlesFrom(await readFeedDocument(job.bytes, job.context, job.without), job.listing);
    }
    case 'opml': {
      const { readOpmlFeeds } = await import('../../engine/feeds/readOpml.ts');
      return () => readOpmlFeeds(job.bytes, job.packing);
    }
    case 'discover': {
      const { feedsOfPage } = await import('../../engine/feeds/discovery.ts');
      return () => feedsOfPage(job.bytes, job.context);
    }
    case 'extract': {
      const { extractArticle } = await import('../../engine/pages/extract.ts');
      return () => {
        const html = bodyText(job.bytes, job.context);
        const article = extractArticle(html, job.context.url);
        return article && { ...article, bytes: Buffer.byteLength(html) };
      };
    }
    case 'robots': {
      const rules = await rulesReaders[job.form]();
      return () => rules(unpackedBody(job.bytes, job.packing));
    }
    case 'isOpen': {
      const { allowsPage: isOpen } = await import('../../engine/permissions/robotsRules.ts');
      const { rulesAt } = await import('../../engine/permissions/rsl.ts');
      return () => isOpen(rulesAt(job.rules, new URL(job.url).origin), job.url);
    }
    case 'chart': {
      const { drawnPng } = await import('../../newsroom/pictures/png.ts');
      return () => drawnPng(job.chart);
    }
  }
}

const rulesReaders: Record<RulesForm, () => Promise<(body: Uint8Array) => string>> = {
  robots: async () => (await import('../../engine/permissions/robotsRules.ts')).ownRules,
  licence: async () => (await import('../../engine/permissions/rsl.ts')).rslRules,
  tdmrep: async () => (await import('../../engine/permissions/tdmrep.ts')).tdmrepRules,
};

async function reader({ without }: FeedJob) {
  const reading = await import('../../engine/feeds/read.ts');
  if (without) await reading.loadSecondReader();
  return reading;
}
