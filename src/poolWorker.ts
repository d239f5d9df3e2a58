import { type ExtractedArticle, extractArticle } from './articles/extract.ts';
import { type FeedDocument, type ReadCode, type ReadContext, ReadError } from './feeds/document.ts';
import type { OpmlFeed } from './feeds/opml.ts';
import { readFeedDocument } from './feeds/read.ts';
import { readOpmlFeeds } from './feeds/readOpml.ts';

/** What the pool's threads are asked to do; `warm` is answered once everything is loaded. */
export type Job =
  | { kind: 'warm' }
  | { kind: 'read'; bytes: Uint8Array; context: ReadContext }
  | { kind: 'opml'; bytes: Uint8Array }
  | { kind: 'extract'; html: string; url: string };

/** Errors cross threads without their code, so they travel as values. */
export type Answer =
  | { kind: 'warm' }
  | { kind: 'read'; document: FeedDocument }
  | { kind: 'opml'; feeds: OpmlFeed[] }
  | { kind: 'extract'; article: ExtractedArticle | undefined }
  | { kind: 'failed'; code: ReadCode; sentence: string };

/** Runs one job in a worker thread; throws only for errors of our own making. */
export default async function work(job: Job): Promise<Answer> {
  if (job.kind === 'warm') return { kind: 'warm' };
  if (job.kind === 'extract') return { kind: 'extract', article: extractArticle(job.html, job.url) };
  try {
    if (job.kind === 'opml') return { kind: 'opml', feeds: readOpmlFeeds(job.bytes) };
    return { kind: 'read', document: await readFeedDocument(job.bytes, job.context) };
  } catch (error) {
    if (error instanceof ReadError) return { kind: 'failed', code: error.code, sentence: error.message };
    throw error;
  }
}
