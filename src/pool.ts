import { availableParallelism } from 'node:os';
import { Piscina } from 'piscina';
import { fromColumns } from './articles/columns.ts';
import type { ExtractedArticle } from './articles/extract.ts';
import type { FeedFacts, ListedArticle, Listing } from './articles/fromFeed.ts';
import type { FoundFeed } from './feeds/discovery.ts';
import { type FeedDocument, type ReadContext, ReadError } from './feeds/document.ts';
import type { OpmlFeed } from './feeds/opml.ts';
import { unpackedFeed } from './feeds/unpacking.ts';
import { createGate } from './gate.ts';
import type { Answer, FeedJob, Job, Work } from './poolWorker.ts';

/** What is known of a body, with its Content-Encoding if it is still packed. */
type BodyContext = ReadContext & { packing?: string };

/** Reads documents from outside in worker threads, so that none of them can hold up or bring down the process. */
export interface Pool {
  /**
   * The bytes stay the caller's; packed ones are unpacked once a thread is free. Throws ReadError, also for a document that takes too long or costs its worker's life; where the first
   * reader hangs, the other is asked within the same time.
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
const warmLimitMs = 30_000;
/** Of a buffer into which something was unpacked. */
const spareBytesMax = 64;
/** Of the feeds that wait for a thread so many go there together: a message each way for every one costs a seventh of a first poll's CPU. */
const groupMax = 8;
/** Larger ones, as they came, go alone. */
const groupedBytesMax = 256 * 1024;
/** Of a document's time, what a whole group has; what breaks one is found by reading each of it alone. */
const groupShare = 0.25;
/** Of a document's time, the first reader's; the rest is enough for the other, which is seldom needed. */
const firstReaderShare = 0.7;
const workerUrl = new URL('./poolThread.mjs', import.meta.url);

function failure(error: unknown, tooSlow: boolean, what: string): ReadError {
  if (tooSlow) return new ReadError('too-slow', `Reading the ${what} took too long, so it was stopped.`, error);
  return new ReadError('worker-died', `The ${what} could not be read: it is too large or too strange.`, error);
}

/**
 * The bytes of a feed and a buffer of their own, since transferring takes that away. What unpacking gave has one, unless it is small: a
 * part of Node's pool, which can't be transferred.
 */
async function handedOver(bytes: Uint8Array, { packing = '' }: BodyContext): Promise<Uint8Array> {
  const whole = await unpackedFeed(bytes, packing);
  const isOwn = whole !== bytes && whole.buffer.byteLength <= whole.byteLength + spareBytesMax;
  return isOwn ? new Uint8Array(whole.buffer, whole.byteOffset, whole.byteLength) : new Uint8Array(whole);
}

type Threads = Piscina<Job, Answer>;

interface Waiting {
  works: readonly Work[];
  jobOf(): Promise<FeedJob>;
  done(answer: Answer | undefined): void;
}

async function run(piscina: Threads, job: Job, ms: number): Promise<Answer> {
  const stop = new AbortController();
  const timer = setTimeout(() => stop.abort(), ms);
  timer.unref();
  // piscina takes its type from the wrong overload of postMessage.
  const jobs = job.kind === 'group' ? job.jobs : [job];
  const transferList = jobs.flatMap((one) => ('bytes' in one ? [one.bytes.buffer] : [])) as never;
  try {
    return await piscina.run(job, { signal: stop.signal, transferList });
  } catch (error) {
    const work = job.kind === 'warm' ? job.work : job.kind;
    const what = work === 'extract' || work === 'discover' ? 'page' : work === 'opml' ? 'file' : 'feed';
    throw failure(error, stop.signal.aborted, what);
  } finally {
    clearTimeout(timer);
  }
}

async function warm(piscina: Threads, works: Iterable<Work>, times: number): Promise<void> {
  const each = [...works].flatMap((work) => Array.from({ length: times }, () => work));
  await Promise.all(each.map((work) => run(piscina, { kind: 'warm', work }, warmLimitMs)));
}

function openThreads(threads: number, megabytesMax: number, worker: URL): Threads {
  const piscina: Threads = new Piscina<Job, Answer>({
    filename: worker.href,
    minThreads: threads,
    maxThreads: threads,
    resourceLimits: { maxOldGenerationSizeMb: megabytesMax, maxYoungGenerationSizeMb: 8 },
  });
  // A thread that dies reports to the job it had; without a listener the same event would end the process.
  piscina.on('error', () => undefined);
  return piscina;
}

/**
 * Starts its threads with the first job and keeps no idle process alive. Each thread does one job at a time; one that runs over its time is
 * ended and replaced, and a new one has loaded its parsers before its first document's time begins.
 */
export function createPool(options: PoolOptions = {}): Pool {
  // One core is the main thread's: reading is its work too, and each thread compiles the parsers for itself.
  const threads = options.threads ?? Math.max(1, Math.min(4, availableParallelism() - 1));
  const limitMs = options.limitMs ?? defaultLimitMs;
  const gate = createGate(threads);
  let closed = false;
  let started: { piscina: Threads; warmed: Map<Work, Promise<void>> } | undefined;

  /** The threads, with all that such work needs loaded: a pool that reads feeds need not hold a DOM. */
  const threadsFor = async (works: readonly Work[]): Promise<Threads> => {
    const { megabytesMax = defaultMegabytesMax, worker = workerUrl } = options;
    if (closed) throw new ReadError('worker-died', 'Reading was ended.');
    started ??= { piscina: openThreads(threads, megabytesMax, worker), warmed: new Map() };
    const { piscina, warmed } = started;
    for (const work of works) if (!warmed.has(work)) warmed.set(work, warm(piscina, [work], threads));
    try {
      await Promise.all(works.map((work) => warmed.get(work)));
      return piscina;
    } catch (error) {
      // Threads that can't even load are no pool: the next job tries a new one.
      if (started?.piscina === piscina) started = undefined;
      void piscina.destroy();
      throw error;
    }
  };

  /** `use` is called once a thread is free: what waits holds no copy of its document. */
  const inTurn = async <Result>(use: () => Promise<Result>): Promise<Result> => {
    await gate.enter();
    try {
      const result = await use();
      gate.leave();
      return result;
    } catch (error) {
      // The thread is being replaced: its place is free again once the new one has loaded.
      const ready = started ? warm(started.piscina, started.warmed.keys(), 1) : Promise.resolve();
      ready.then(gate.leave, gate.leave);
      throw error;
    }
  };

  const work = (works: readonly Work[], jobOf: () => Job | Promise<Job>, ms = limitMs): Promise<Answer> =>
    inTurn(async () => run(await threadsFor(works), await jobOf(), ms));

  const workOnGroup = async (group: readonly Waiting[]): Promise<Answer[]> => {
    const threads = await threadsFor([...new Set(group.flatMap(({ works }) => works))]);
    const jobs = await Promise.all(group.map(({ jobOf }) => jobOf()));
    const answer = await run(threads, { kind: 'group', jobs }, limitMs * groupShare);
    return answer.kind === 'group' ? answer.answers : [];
  };

  const waiting: Waiting[] = [];

  /** Takes what waits then; each of it has asked for such a turn, so that most find nothing. */
  const takeGroup = async (): Promise<void> => {
    let group: Waiting[] = [];
    let answers: Answer[] = [];
    try {
      await inTurn(async () => {
        group = waiting.splice(0, groupMax);
        if (group.length > 1) answers = await workOnGroup(group);
      });
    } catch {
      // Which of them it was shows when each is read alone.
    }
    for (const [index, { done }] of group.entries()) done(answers[index]);
  };

  /** Undefined where the feed is to be read alone: nothing waited with it, or its group broke. */
  const workInGroup = (works: readonly Work[], jobOf: () => Promise<FeedJob>): Promise<Answer | undefined> =>
    new Promise((done) => {
      waiting.push({ works, jobOf, done });
      void takeGroup();
    });

  /** Asks the other reader where the first one hangs, within the same time. */
  const workOnFeed = (works: readonly Work[], jobOf: () => Promise<FeedJob>): Promise<Answer> => {
    const firstMs = limitMs * firstReaderShare;
    return work(works, jobOf, firstMs).catch((error: unknown) => {
      if (!(error instanceof ReadError && error.code === 'too-slow')) throw error;
      return work(
        [...works, 'without first'],
        async () => ({ ...(await jobOf()), without: 'first' }),
        limitMs - firstMs,
      );
    });
  };

  return {
    async read(bytes, context) {
      const answer = await workOnFeed(['read'], async () => ({
        kind: 'read',
        bytes: await handedOver(bytes, context),
        context,
      }));
      if (answer.kind === 'failed') throw new ReadError(answer.code, answer.sentence);
      if (answer.kind !== 'read') throw new ReadError('worker-died', 'The feed could not be read.');
      return answer.document;
    },
    async readArticles(bytes, context, listing) {
      const works: Work[] = listing.language === undefined ? ['articles', 'language'] : ['articles'];
      const jobOf = async (): Promise<FeedJob> => ({
        kind: 'articles',
        bytes: await handedOver(bytes, context),
        context,
        listing,
      });
      const grouped = bytes.length <= groupedBytesMax ? await workInGroup(works, jobOf) : undefined;
      const answer = grouped ?? (await workOnFeed(works, jobOf));
      if (answer.kind === 'failed') throw new ReadError(answer.code, answer.sentence);
      if (answer.kind !== 'articles') throw new ReadError('worker-died', 'The feed could not be read.');
      return { facts: answer.facts, listed: fromColumns(answer.listed) };
    },
    async readOpml(bytes) {
      const answer = await work(['opml'], () => ({ kind: 'opml', bytes: new Uint8Array(bytes) }));
      if (answer.kind === 'failed') throw new ReadError(answer.code, answer.sentence);
      return answer.kind === 'opml' ? answer.feeds : [];
    },
    async discover(bytes, context) {
      const answer = await work(['discover'], () => ({ kind: 'discover', bytes: new Uint8Array(bytes), context }));
      return answer.kind === 'discover' ? answer.feeds : [];
    },
    async extract(html, url) {
      const answer = await work(['extract'], () => ({ kind: 'extract', html, url }));
      return answer.kind === 'extract' ? answer.article : undefined;
    },
    async close() {
      closed = true;
      await started?.piscina.destroy();
      started = undefined;
    },
  };
}

let shared: Pool | undefined;

/** Reads one document in a pool that starts with the first call and keeps no process alive. Throws ReadError. */
export function readFeed(body: Uint8Array, context: ReadContext): Promise<FeedDocument> {
  shared ??= createPool({ threads: 1 });
  return shared.read(body, context);
}
