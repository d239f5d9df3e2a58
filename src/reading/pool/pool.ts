import { availableParallelism } from 'node:os';
import { extname } from 'node:path';
import { Piscina } from 'piscina';
import type { FeedArticles } from '../../engine/articles/fromFeed.ts';
import type { FeedContext } from '../../engine/articles/fromItem.ts';
import type { FoundFeed } from '../../engine/feeds/discovery.ts';
import { type FeedDocument, type ReadContext, ReadError } from '../../engine/feeds/document.ts';
import type { OpmlFeed } from '../../engine/feeds/opml.ts';
import type { CoverageChart } from '../../newsroom/pictures/coverage.ts';
import type { RulesForm } from '../../web/robots.ts';
import type { FeedJob, Job, JobOutcome, ReadPage, Results, Task } from './worker.ts';

/** Parses untrusted documents and draws pictures in worker threads. Neither can block or end the process. */
export interface Pool {
  /**
   * Throws ReadError, for example if the document takes too long or kills its thread. If the first reader hangs, the
   * second one gets the rest of the time limit.
   */
  read(bytes: Uint8Array, context: ReadContext): Promise<FeedDocument>;
  /** Like `read`, but returns the items as articles of an outlet, their markup turned into text. */
  readArticles(bytes: Uint8Array, context: ReadContext, listing: FeedContext): Promise<FeedArticles>;
  /** The feeds that an OPML file lists. Throws ReadError. */
  readOpml(bytes: Uint8Array, packing?: string): Promise<OpmlFeed[]>;
  /** The feeds that a page links to, best first. Throws ReadError. */
  discover(bytes: Uint8Array, context: ReadContext): Promise<FoundFeed[]>;
  /** Undefined if the page has no article. Throws ReadError. */
  extract(bytes: Uint8Array, context: ReadContext): Promise<ReadPage | undefined>;
  /**
   * The rules for Lede in a robots.txt, a tdmrep.json or an RSL licence, in the form for `isOpen`. Throws ReadError.
   */
  robots(bytes: Uint8Array, packing: string | undefined, form: RulesForm): Promise<string>;
  /** Whether the rules of the page's origin allow reading the page. Throws ReadError. */
  isOpen(rules: string, url: string): Promise<boolean>;
  /** A chart as PNG. Throws ReadError if it takes too long. */
  draw(chart: CoverageChart): Promise<Uint8Array>;
  /** Ends the threads. Running, waiting and later jobs fail. */
  close(): Promise<void>;
}

export interface PoolOptions {
  threads?: number;
  /** Time limit for one document, after its thread has loaded the modules; 2 s by default. */
  limitMs?: number;
  /** Heap limit of one thread, 256 by default; a document that needs more kills the thread. */
  megabytesMax?: number;
  /** The module that does the jobs; tests replace it. */
  worker?: URL;
}

/** The first reader's share of a document's time limit. The rest is enough for the second one. */
const firstReaderShare = 0.7;
/** Maximum number of waiting jobs. Normal use stays below it: the loops read at most 80 documents at once. */
const waitingMax = 1_000;
const workerUrl = new URL(`./worker${extname(import.meta.filename)}`, import.meta.url);

/**
 * Runs up to `places` tasks at once; the others wait in FIFO order. Piscina's own queue has neither order nor limit for
 * tasks with an abort signal.
 */
function createQueue(places: number): <T>(task: () => Promise<T>) => Promise<T> {
  const waiting: (() => void)[] = [];
  let free = places;
  return async (task) => {
    if (waiting.length >= waitingMax) throw new ReadError('busy', 'Too much is being read just now. Try again later.');
    if (free > 0) free--;
    else await new Promise<void>((resolve) => waiting.push(resolve));
    try {
      return await task();
    } finally {
      const next = waiting.shift();
      if (next) next();
      else free++;
    }
  };
}

/** Starts its threads at the first job. Idle threads don't keep the process alive. */
export function createWorkerPool(options: PoolOptions = {}): Pool & AsyncDisposable {
  // Leaves one core to the main thread.
  const threads = options.threads ?? Math.max(1, Math.min(4, availableParallelism() - 1));
  const { limitMs = 2_000, megabytesMax = 256, worker = workerUrl } = options;
  const inTurn = createQueue(threads);
  const onBegun = new Map<number, () => void>();
  let piscina: Piscina<Task, JobOutcome> | undefined;
  let closed = false;
  let lastId = 0;

  const started = (): Piscina<Task, JobOutcome> => {
    if (closed) throw new ReadError('worker-died', 'Reading was ended.');
    if (piscina) return piscina;
    piscina = new Piscina({
      filename: worker.href,
      minThreads: threads,
      maxThreads: threads,
      resourceLimits: { maxOldGenerationSizeMb: megabytesMax, maxYoungGenerationSizeMb: 8 },
    });
    piscina.on('message', (id: number) => onBegun.get(id)?.());
    // If a thread dies, its job fails. Without a listener this event would end the process.
    piscina.on('error', () => undefined);
    return piscina;
  };

  const answerTo = async (job: Job, ms: number): Promise<JobOutcome> => {
    const id = lastId++;
    const stop = new AbortController();
    let timer: NodeJS.Timeout | undefined;
    onBegun.set(id, () => {
      timer = setTimeout(() => stop.abort(), ms).unref();
    });
    try {
      return await started().run({ id, job }, { signal: stop.signal });
    } catch (error) {
      if (error instanceof ReadError) throw error;
      if (stop.signal.aborted) throw new ReadError('too-slow', 'Reading this took too long, so it was stopped.', error);
      throw new ReadError('worker-died', 'This could not be read: it is too large or too strange.', error);
    } finally {
      clearTimeout(timer);
      onBegun.delete(id);
    }
  };

  const run = async <J extends Job>(job: J, ms = limitMs): Promise<Results[J['kind']]> => {
    const answer = await inTurn(() => answerTo(job, ms));
    if ('code' in answer) throw new ReadError(answer.code, answer.sentence);
    return answer.result as Results[J['kind']];
  };

  const runFeed = async <J extends FeedJob>(job: J): Promise<Results[J['kind']]> => {
    const firstMs = limitMs * firstReaderShare;
    try {
      return await run(job, firstMs);
    } catch (error) {
      if (!(error instanceof ReadError && error.code === 'too-slow')) throw error;
      return run({ ...job, without: 'first' }, limitMs - firstMs);
    }
  };

  const close = async () => {
    closed = true;
    await piscina?.destroy();
  };
  return {
    read: (bytes, context) => runFeed({ kind: 'read', bytes, context }),
    readArticles: (bytes, context, listing) => runFeed({ kind: 'articles', bytes, context, listing }),
    readOpml: (bytes, packing) => run({ kind: 'opml', bytes, packing }),
    discover: (bytes, context) => run({ kind: 'discover', bytes, context }),
    extract: (bytes, context) => run({ kind: 'extract', bytes, context }),
    robots: (bytes, packing, form) => run({ kind: 'robots', bytes, packing, form }),
    isOpen: (rules, url) => run({ kind: 'isOpen', rules, url }),
    draw: (chart) => run({ kind: 'chart', chart }),
    close,
    [Symbol.asyncDispose]: close,
  };
}
