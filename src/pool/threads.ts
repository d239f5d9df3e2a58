import { Piscina } from 'piscina';
import { ReadError } from '../feeds/document.ts';
import type { Answer, Job, Work } from './worker.ts';

export interface ThreadOptions {
  threads: number;
  /** Of heap per thread; a document that needs more costs the thread its life. */
  megabytesMax: number;
  /** The module that does the jobs. */
  worker: URL;
}

/** Threads that have loaded what their jobs need; they start with the first job and keep no idle process alive. */
export interface Threads {
  /**
   * One thread does these one after the other. Of several it may leave the last for another time and answer fewer.
   * Throws ReadError where they take longer than `ms`, from when all threads have loaded what `works` name, or cost the
   * thread its life.
   */
  run(works: readonly Work[], jobs: readonly Job[], ms: number): Promise<readonly Answer[]>;
  /** After a `run` that threw: resolves once a thread is there again, and has loaded what the others have. */
  replaced(): Promise<void>;
  /** Jobs under way fail, and so do those that come later. */
  close(): Promise<void>;
}

type Started = { piscina: Piscina<readonly Job[], readonly Answer[]>; warmed: Map<Work, Promise<void>> };

const warmLimitMs = 30_000;

function failure(error: unknown, tooSlow: boolean, what: string): ReadError {
  if (tooSlow) return new ReadError('too-slow', `Reading the ${what} took too long, so it was stopped.`, error);
  return new ReadError('worker-died', `The ${what} could not be read: it is too large or too strange.`, error);
}

async function run({ piscina }: Started, jobs: readonly Job[], ms: number): Promise<readonly Answer[]> {
  const stop = new AbortController();
  const timer = setTimeout(() => stop.abort(), ms);
  timer.unref();
  // piscina takes its type from the wrong overload of postMessage.
  const transferList = jobs.flatMap((job) => ('bytes' in job ? [job.bytes.buffer] : [])) as never;
  try {
    return await piscina.run(jobs, { signal: stop.signal, transferList });
  } catch (error) {
    const [job] = jobs;
    const work = job?.kind === 'warm' ? job.work : job?.kind;
    const what = work === 'extract' || work === 'discover' ? 'page' : work === 'opml' ? 'file' : 'feed';
    throw failure(error, stop.signal.aborted, what);
  } finally {
    clearTimeout(timer);
  }
}

async function warm(started: Started, works: Iterable<Work>, times: number): Promise<void> {
  const each = [...works].flatMap((work) => Array.from({ length: times }, () => work));
  await Promise.all(each.map((work) => run(started, [{ kind: 'warm', work }], warmLimitMs)));
}

async function start({ threads, megabytesMax, worker }: ThreadOptions): Promise<Started> {
  const piscina: Started['piscina'] = new Piscina({
    filename: worker.href,
    minThreads: threads,
    maxThreads: threads,
    resourceLimits: { maxOldGenerationSizeMb: megabytesMax, maxYoungGenerationSizeMb: 8 },
  });
  // A thread that dies reports to the job it had; without a listener the same event would end the process.
  piscina.on('error', () => undefined);
  return { piscina, warmed: new Map() };
}

export function createThreads(options: ThreadOptions): Threads {
  let closed = false;
  let starting: Promise<Started> | undefined;

  /** With all that such work needs loaded: threads that read feeds need not hold a DOM. */
  const warmedFor = async (works: readonly Work[]): Promise<Started> => {
    if (closed) throw new ReadError('worker-died', 'Reading was ended.');
    starting ??= start(options);
    const mine = starting;
    try {
      const started = await mine;
      const { warmed } = started;
      for (const work of works) if (!warmed.has(work)) warmed.set(work, warm(started, [work], options.threads));
      await Promise.all(works.map((work) => warmed.get(work)));
      return started;
    } catch (error) {
      // Threads that can't even load are none: the next job tries new ones.
      if (starting === mine) starting = undefined;
      mine.then(({ piscina }) => piscina.destroy()).catch(() => undefined);
      throw error;
    }
  };

  return {
    async run(works, jobs, ms) {
      return run(await warmedFor(works), jobs, ms);
    },
    async replaced() {
      const started = await starting?.catch(() => undefined);
      if (started) await warm(started, started.warmed.keys(), 1).catch(() => undefined);
    },
    async close() {
      closed = true;
      const started = await starting?.catch(() => undefined);
      starting = undefined;
      await started?.piscina.destroy();
    },
  };
}
