import type { FeedFacts, ListedArticle, Listing } from '../articles/fromFeed.ts';
import { monotonic } from '../clock.ts';
import type { FoundFeed } from '../feeds/discovery.ts';
import { type FeedDocument, type ReadCode, type ReadContext, ReadError } from '../feeds/document.ts';
import type { OpmlFeed } from '../feeds/opml.ts';
import type { ExtractedArticle } from '../pages/extract.ts';

/**
 * What threads do with documents; `language` is what a feed needs beside `articles` whose language is not known,
 * `without first` what reading one needs on which the first reader has hung.
 */
export type Work = 'read' | 'articles' | 'language' | 'without first' | 'opml' | 'discover' | 'extract';

export type FeedJob =
  /** `without` the reader that such a document is given first: it has hung on it. */
  | { kind: 'read'; bytes: Uint8Array; context: ReadContext; without?: 'first' }
  | { kind: 'articles'; bytes: Uint8Array; context: ReadContext; without?: 'first'; listing: Listing };

/** What the pool's threads are asked to do; `warm` is answered once all that such work needs is loaded. */
export type Job =
  | { kind: 'warm'; work: Work }
  | FeedJob
  | { kind: 'opml'; bytes: Uint8Array }
  | { kind: 'discover'; bytes: Uint8Array; context: ReadContext }
  | { kind: 'extract'; html: string; url: string };

/** Errors cross threads without their code, so they travel as values. */
export type Answer =
  | { kind: 'warm' }
  | { kind: 'read'; document: FeedDocument }
  | { kind: 'articles'; facts: FeedFacts; listed: ListedArticle[] }
  | { kind: 'opml'; feeds: OpmlFeed[] }
  | { kind: 'discover'; feeds: FoundFeed[] }
  | { kind: 'extract'; article: ExtractedArticle | undefined }
  | { kind: 'failed'; code: ReadCode; sentence: string };

/** Loaded with the first job of their kind: the DOM alone costs a thread half a second and 80 MB. */
const load = {
  read: () => import('../feeds/read.ts'),
  articles: async () => ({ ...(await import('../feeds/read.ts')), ...(await import('../articles/fromFeed.ts')) }),
  language: async () => (await import('../articles/fromFeed.ts')).loadLanguages(),
  'without first': async () => (await import('../feeds/read.ts')).loadSecondReader(),
  opml: () => import('../feeds/readOpml.ts'),
  discover: () => import('../feeds/discovery.ts'),
  extract: () => import('../pages/extract.ts'),
};

/** What takes longer together is left for another time: on a slow machine, or where each is long. */
const togetherMs = 100;

/** Does these in a worker thread, the first of them at least; throws only for errors of our own making. */
export default async function work(jobs: readonly Job[]): Promise<Answer[]> {
  const startedAt = monotonic();
  const answers: Answer[] = [];
  for (const job of jobs) {
    if (answers.length > 0 && monotonic() - startedAt > togetherMs) break;
    answers.push(await answerTo(job));
  }
  return answers;
}

async function answerTo(job: Job): Promise<Answer> {
  try {
    switch (job.kind) {
      case 'warm':
        await load[job.work]();
        return { kind: 'warm' };
      case 'read':
        return {
          kind: 'read',
          document: await (await load.read()).readFeedDocument(job.bytes, job.context, job.without),
        };
      case 'articles': {
        const { readFeedDocument, articlesFrom } = await load.articles();
        const document = await readFeedDocument(job.bytes, job.context, job.without);
        return { kind: 'articles', ...(await articlesFrom(document, job.listing)) };
      }
      case 'opml':
        return { kind: 'opml', feeds: (await load.opml()).readOpmlFeeds(job.bytes) };
      case 'discover':
        return { kind: 'discover', feeds: (await load.discover()).feedsOfPage(job.bytes, job.context) };
      case 'extract':
        return { kind: 'extract', article: (await load.extract()).extractArticle(job.html, job.url) };
    }
  } catch (error) {
    if (error instanceof ReadError) return { kind: 'failed', code: error.code, sentence: error.message };
    throw error;
  }
}
