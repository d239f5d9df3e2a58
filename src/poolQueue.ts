import type { Threads } from './poolThreads.ts';
import type { Answer, Job, Work } from './poolWorker.ts';

/** What is to be done by a thread. */
export interface Task {
  works: readonly Work[];
  /** Called once a thread is free: what waits holds no copy of its document. */
  jobOf(): Job | Promise<Job>;
  /** For its time with a thread; ignored where it goes with others. */
  ms: number;
  /** It may go to a thread together with others. */
  sociable: boolean;
}

interface Waiting extends Task {
  /** Made, but not sent any more in the turn for which it was made. */
  job?: Job;
  settle: { resolve(answer: Answer): void; reject(error: unknown): void };
}

/** Of those that wait for a thread so many go there together: a message each way for every one costs a seventh of a first poll's CPU. */
const groupMax = 8;
/** Of all their documents, unpacked, so that neither the thread nor what is done with the answers takes much longer than with one. */
const groupBytesMax = 512 * 1024;
/** Ten times what a group needs; what breaks one is found by doing each of it alone. */
const groupMs = 500;

const bytesOf = (job: Job): number => ('bytes' in job ? job.bytes.length : 0);

/**
 * Has each task done in the order in which it came, as many at once as there are threads; sociable ones take others along that wait behind
 * them. Throws what the task's own job does, and ReadError.
 */
export function createQueue(threads: Threads, places: number): (task: Task) => Promise<Answer> {
  let waiting: Waiting[] = [];
  let free = places;

  /** The first, and with it those that may come along: no more than leave some for the other threads. */
  const nextOnes = (first: Waiting): Waiting[] => {
    if (!first.sociable) return [first];
    const others = waiting.filter(({ sociable }) => sociable);
    const along = new Set(others.slice(0, Math.min(groupMax, Math.ceil((others.length + 1) / places)) - 1));
    if (along.size > 0) waiting = waiting.filter((one) => !along.has(one));
    return [first, ...along];
  };

  /** Those whose documents fit into one message; the others are the next. A document that can't be unpacked fails by itself. */
  const prepared = async (group: readonly Waiting[]): Promise<Waiting[]> => {
    const fitting: Waiting[] = [];
    let bytes = 0;
    for (const [at, one] of group.entries()) {
      try {
        one.job ??= await one.jobOf();
      } catch (error) {
        one.settle.reject(error);
        continue;
      }
      bytes += bytesOf(one.job);
      if (fitting.length > 0 && bytes > groupBytesMax) {
        waiting.unshift(...group.slice(at));
        break;
      }
      fitting.push(one);
    }
    return fitting;
  };

  const send = async (sent: readonly Waiting[]): Promise<void> => {
    const [first] = sent;
    if (!first) return;
    const works = [...new Set(sent.flatMap((one) => one.works))];
    const jobs = sent.flatMap(({ job }) => job ?? []);
    // Its bytes are the thread's from now on.
    for (const one of sent) one.job = undefined;
    try {
      const answers = await threads.run(works, jobs, sent.length > 1 ? groupMs : first.ms);
      for (const [at, answer] of answers.entries()) sent[at]?.settle.resolve(answer);
      waiting.unshift(...sent.slice(answers.length));
    } catch (error) {
      if (sent.length === 1) first.settle.reject(error);
      else waiting.unshift(...sent.map((one) => ({ ...one, sociable: false })));
      throw error;
    }
  };

  const takeTurn = async (group: readonly Waiting[]): Promise<void> => {
    try {
      await send(await prepared(group));
    } catch {
      // Whose error it was has heard of it; the place is free again once the new thread has loaded.
      await threads.replaced();
    }
    free++;
    go();
  };

  const go = (): void => {
    while (free > 0) {
      const first = waiting.shift();
      if (!first) return;
      free--;
      void takeTurn(nextOnes(first));
    }
  };

  return (task) =>
    new Promise((resolve, reject) => {
      waiting.push({ ...task, settle: { resolve, reject } });
      go();
    });
}
