import { ReadError } from '../engine/feeds/document.ts';

/** Resolves with the task's result, or with undefined once the deadline has passed. */
export function withinDeadline<T>(deadline: AbortSignal, task: Promise<T>): Promise<T | undefined> {
  const late = Promise.withResolvers<undefined>();
  const giveUp = () => late.resolve(undefined);
  if (deadline.aborted) giveUp();
  deadline.addEventListener('abort', giveUp, { once: true });
  return Promise.race([task, late.promise]).finally(() => deadline.removeEventListener('abort', giveUp));
}

/** Like `withinDeadline`, but resolves with the ReadError if the document can't be read. */
export const readWithin = <T>(deadline: AbortSignal, reading: Promise<T>): Promise<T | ReadError | undefined> =>
  withinDeadline(deadline, reading).catch((error: unknown) => {
    if (error instanceof ReadError) return error;
    throw error;
  });
