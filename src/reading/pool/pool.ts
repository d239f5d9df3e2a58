import { availableParallelism } from 'node:os';
import { extname } from 'node:path';
import { Piscina } from 'piscina';
import { ReadError } from '../../engine/feeds/document.ts';
import { HungUp } from '../hosts/hungUp.ts';
import type { Given, JobOutcome, Jobs, Results, Task } from './worker.ts';

/**
 * Parses untrusted documents and draws pictures in worker threads. Neither can block or end the process. Each job
 * throws ReadError, for example if it takes too long or kills its thread, and HungUp once the pool is closed.
 */
export type Pool = { [J in keyof Jobs]: (...given: Given[J]) => Promise<Results[J]> } & {
  /** Ends the threads. Running, waiting and later jobs fail. */
  close(): Promise<void>;
};

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
    if (closed) throw new HungUp();
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

  const answerTo = async (task: Omit<Task, 'id'>, ms: number): Promise<JobOutcome> => {
    const id = lastId++;
    const stop = new AbortController();
    let timer: NodeJS.Timeout | undefined;
    onBegun.set(id, () => {
      timer = setTimeout(() => stop.abort(), ms).unref();
    });
    try {
      return await started().run({ id, ...task }, { signal: stop.signal });
    } catch (error) {
      if (closed) throw new HungUp();
      if (stop.signal.aborted) throw new ReadError('too-slow', 'Reading this took too long, so it was stopped.', error);
      throw new ReadError('worker-died', 'This could not be read: it is too large or too strange.', error);
    } finally {
      clearTimeout(timer);
      onBegun.delete(id);
    }
  };

  const run = async <J extends keyof Jobs>(job: J, given: Given[J], ms = limitMs): Promise<Results[J]> => {
    const answer = await inTurn(() => answerTo({ job, given }, ms));
    if ('code' in answer) throw new ReadError(answer.code, answer.sentence);
    return answer.result as Results[J];
  };

  /** If the first reader hangs, the second one gets the rest of the time limit. */
  const byEither = async <T>(read: (ms: number, without?: 'first') => Promise<T>): Promise<T> => {
    const firstMs = limitMs * firstReaderShare;
    try {
      return await read(firstMs);
    } catch (error) {
      if (!(error instanceof ReadError && error.code === 'too-slow')) throw error;
      return read(limitMs - firstMs, 'first');
    }
  };

  const close = async () => {
    closed = true;
    await piscina?.destroy();
  };
  return {
    read: (bytes, context) => byEither((ms, without) => run('read', [bytes, context, without], ms)),
    readArticles: (bytes, context, listing) =>
      byEither((ms, without) => run('readArticles', [bytes, context, listing, without], ms)),
    readOpml: (...given) => run('readOpml', given),
    discover: (...given) => run('discover', given),
    extract: (...given) => run('extract', given),
    robots: (...given) => run('robots', given),
    isOpen: (...given) => run('isOpen', given),
    draw: (...given) => run('draw', given),
    close,
    [Symbol.asyncDispose]: close,
  };
}
