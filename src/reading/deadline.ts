/** Resolves with the task's result, or with undefined once the deadline has passed. */
export function withinDeadline<T>(deadline: AbortSignal, task: Promise<T>): Promise<T | undefined> {
  const late = Promise.withResolvers<undefined>();
  const giveUp = () => late.resolve(undefined);
  if (deadline.aborted) giveUp();
  deadline.addEventListener('abort', giveUp, { once: true });
  return Promise.race([task, late.promise]).finally(() => deadline.removeEventListener('abort', giveUp));
}
