import { availableParallelism } from 'node:os';
import type { FeedFacts, ListedArticle, Listing } from '../articles/fromFeed.ts';
import type { FoundFeed } from '../feeds/discovery.ts';
import { type FeedDocument, type ReadContext, ReadError } from '../feeds/document.ts';
import type { OpmlFeed } from '../feeds/opml.ts';
import { unpackedFeed } from '../feeds/unpacking.ts';
import type { ExtractedArticle } from '../pages/extract.ts';
import { createQueue } from './queue.ts';
import { createThreads } from './threads.ts';
import type { Answer, FeedJob, Job, Work } from './worker.ts';

/** What is known of a body, with its Content-Encoding if it is still packed. */
type BodyContext = ReadContext & { packing?: string };

/** Reads documents from outside in worker threads, so that none of them can hold up or bring down the process. */
export interface Pool {
  /**
   * The bytes stay the caller's; packed ones are unpacked once a thread is free. Throws ReadError, also for a document
   * that takes too long or costs its worker's life; where the first reader hangs, the other is asked within the same
   * time.
   */
  read(bytes: Uint8Array, context: BodyContext): Promise<FeedDocument>;
  /** As `read`, with the items as articles of that outlet: their markup is turned into text over there as well. */
  readArticles(
    bytes: Uint8Array,
    context: BodyContext,
    listing: Listing,
  ): Promise<{ facts: FeedFacts; listed: ListedArticle[] }>;
  /** The feeds that an OPML file lists. Throws ReadError. */
  readOpml(bytes: Uint8Array): Promise<OpmlFeed[]>;
  /** The feeds that a page names, best first. Throws ReadError. */
  discover(bytes: Uint8Array, context: ReadContext): Promise<FoundFeed[]>;
  /** Undefined where the page has no article. Throws ReadError. */
  extract(html: string, url: string): Promise<ExtractedArticle | undefined>;
  /** Ends the threads; jobs under way fail, and so do those that wait or come later. */
  close(): Promise<void>;
}

export interface PoolOptions {
  threads?: number;
  /** For one document, its wait for a free thread not counted. */
  limitMs?: number;
  /** Of heap per thread; a document that needs more costs the thread its life. */
  megabytesMax?: number;
  /** The module that does the jobs; another one plays documents that no reader is known to hang on. */
  worker?: URL;
}

const defaultLimitMs = 2000;
const defaultMegabytesMax = 256;
/** Of a buffer into which something was unpacked. */
const spareBytesMax = 64;
/** Of a document's time, the first reader's; the rest is enough for the other, which is seldom needed. */
const firstReaderShare = 0.7;
const workerUrl = new URL('./worker.ts', import.meta.url);

/**
 * The bytes of a feed and a buffer of their own, since transferring takes that away. What unpacking gave has one,
 * unless it is small: a part of Node's pool, which can't be transferred.
 */
async function handedOver(bytes: Uint8Array, { packing = '' }: BodyContext): Promise<Uint8Array> {
  const whole = await unpackedFeed(bytes, packing);
  const isOwn = whole !== bytes && whole.buffer.byteLength <= whole.byteLength + spareBytesMax;
  return isOwn ? new Uint8Array(whole.buffer, whole.byteOffset, whole.byteLength) : new Uint8Array(whole);
}

/**
 * The answer if it is of this kind. Throws ReadError otherwise: a job that failed must never look like an empty answer.
 */
function expected<Kind extends Answer['kind']>(answer: Answer, kind: Kind): Extract<Answer, { kind: Kind }> {
  if (answer.kind === 'failed') throw new ReadError(answer.code, answer.sentence);
  if (answer.kind !== kind) throw new ReadError('worker-died', `The worker answered ${answer.kind} to ${kind}.`);
  return answer as Extract<Answer, { kind: Kind }>;
}

/**
 * Starts its threads with the first job and keeps no idle process alive. A thread that runs over its time is ended and
 * replaced.
 */
export function createPool(options: PoolOptions = {}): Pool {
  // One core is the main thread's: reading is its work too, and each thread compiles the parsers for itself.
  const count = options.threads ?? Math.max(1, Math.min(4, availableParallelism() - 1));
  const { limitMs = defaultLimitMs, megabytesMax = defaultMegabytesMax, worker = workerUrl } = options;
  const threads = createThreads({ threads: count, megabytesMax, worker });
  const done = createQueue(threads, count);

  const work = (works: readonly Work[], jobOf: () => Job): Promise<Answer> =>
    done({ works, jobOf, ms: limitMs, sociable: false });

  /** Asks the other reader where the first one hangs, within the same time. */
  const workOnFeed = async (
    works: readonly Work[],
    jobOf: () => Promise<FeedJob>,
    sociable: boolean,
  ): Promise<Answer> => {
    const firstMs = limitMs * firstReaderShare;
    return done({ works, jobOf, ms: firstMs, sociable }).catch((error: unknown) => {
      if (!(error instanceof ReadError && error.code === 'too-slow')) throw error;
      return done({
        works: [...works, 'without first'],
        jobOf: async () => ({ ...(await jobOf()), without: 'first' }),
        ms: limitMs - firstMs,
        sociable: false,
      });
    });
  };

  return {
    async read(bytes, context) {
      const jobOf = async (): Promise<FeedJob> => ({ kind: 'read', bytes: await handedOver(bytes, context), context });
      // Somebody waits for it.
      return expected(await workOnFeed(['read'], jobOf, false), 'read').document;
    },
    async readArticles(bytes, context, listing) {
      const works: Work[] = listing.language === undefined ? ['articles', 'language'] : ['articles'];
      const jobOf = async (): Promise<FeedJob> => ({
        kind: 'articles',
        bytes: await handedOver(bytes, context),
        context,
        listing,
      });
      const { facts, listed } = expected(await workOnFeed(works, jobOf, true), 'articles');
      return { facts, listed };
    },
    async readOpml(bytes) {
      const answer = await work(['opml'], () => ({ kind: 'opml', bytes: new Uint8Array(bytes) }));
      return expected(answer, 'opml').feeds;
    },
    async discover(bytes, context) {
      const answer = await work(['discover'], () => ({ kind: 'discover', bytes: new Uint8Array(bytes), context }));
      return expected(answer, 'discover').feeds;
    },
    async extract(html, url) {
      const answer = await work(['extract'], () => ({ kind: 'extract', html, url }));
      return expected(answer, 'extract').article;
    },
    close: () => threads.close(),
  };
}

let shared: Pool | undefined;

/** Reads one document in a pool that starts with the first call and keeps no process alive. Throws ReadError. */
export function readFeed(body: Uint8Array, context: ReadContext): Promise<FeedDocument> {
  shared ??= createPool({ threads: 1 });
  return shared.read(body, context);
}
