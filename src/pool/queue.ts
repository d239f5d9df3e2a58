import type { Threads } from './threads.ts';
import type { Answer, Job, Work } from './worker.ts';

/** What is to be done by a thread. */
export interface Task {
  works: readonly Work[];
  /** Called once a thread is free: what waits holds no copy of its document. */
  jobOf(): Job | Promise<Job>;
  /** For its time with a thread, where it goes there alone. */
  ms: number;
  /** It may go to a thread together with others. */
  sociable: boolean;
}

interface Waiting extends Task {
  /** In the order of coming. */
  number: number;
  /** Made in a turn for which it was too much. */
  job?: Job;
  settle: { resolve(answer: Answer): void; reject(error: unknown): void };
}

/** Tasks that go to a thread together at most. One message each way for every task costs a seventh of a first poll. */
const groupMax = 8;
/** Bytes of their documents, unpacked, so that a group takes the thread and the main thread little longer than one. */
const groupBytesMax = 512 * 1024;
/** A group needs a tenth of it; what breaks one is found by doing each of it alone. */
const groupMs = 500;

const bytesOf = (job: Job): number => ('bytes' in job ? job.bytes.length : 0);

/**
 * Has tasks done in the order of coming, as many at once as there are threads; a sociable one takes others along that
 * wait behind it. Throws what the task's own job does, and ReadError.
 */
export function createQueue(threads: Threads, places: number): (task: Task) => Promise<Answer> {
  let waiting: Waiting[] = [];
  let free = places;
  let came = 0;

  const putBack = (tasks: readonly Waiting[]): void => {
    if (tasks.length === 0) return;
    waiting = [...waiting, ...tasks].sort((one, other) => one.number - other.number);
    go();
  };

  const nextSociable = (): Waiting | undefined => {
    const at = waiting.findIndex(({ sociable }) => sociable);
    return at < 0 ? undefined : waiting.splice(at, 1)[0];
  };

  /** As many as go along with the first when the other threads are to have their share. */
  const companyOf = (first: Waiting): number => {
    const others = first.sociable ? waiting.filter(({ sociable }) => sociable).length : 0;
    return Math.min(groupMax, Math.ceil((others + 1) / places));
  };

  /** With their jobs made. A document that can't be unpacked fails by itself. */
  const groupWith = async (first: Waiting): Promise<Waiting[]> => {
    const count = companyOf(first);
    const group: Waiting[] = [];
    let bytes = 0;
    for (let next: Waiting | undefined = first; next; next = group.length < count ? nextSociable() : undefined) {
      try {
        next.job ??= await next.jobOf();
      } catch (error) {
        next.settle.reject(error);
        continue;
      }
      bytes += bytesOf(next.job);
      if (group.length > 0 && bytes > groupBytesMax) {
        putBack([next]);
        break;
      }
      group.push(next);
    }
    return group;
  };

  const send = async (group: readonly Waiting[]): Promise<void> => {
    const [first, ...others] = group;
    if (!first) return;
    const works = [...new Set(group.flatMap((one) => one.works))];
    const jobs = group.flatMap(({ job }) => job ?? []);
    // The bytes are the thread's from now on.
    for (const one of group) one.job = undefined;
    try {
      const answers = await threads.run(works, jobs, others.length > 0 ? groupMs : first.ms);
      for (const [at, answer] of answers.entries()) group[at]?.settle.resolve(answer);
      putBack(group.slice(answers.length));
    } catch (error) {
      if (others.length > 0) putBack(group.map((one) => ({ ...one, sociable: false })));
      else first.settle.reject(error);
      throw error;
    }
  };

  const takeTurn = async (first: Waiting): Promise<void> => {
    try {
      await send(await groupWith(first));
    } catch {
      // They have heard of it, or wait to be done alone.
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
      void takeTurn(first);
    }
  };

  return (task) =>
    new Promise((resolve, reject) => {
      waiting.push({ ...task, number: came++, settle: { resolve, reject } });
      go();
    });
}
