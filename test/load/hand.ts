import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import installation from '../../package.json' with { type: 'json' };

/** Node's options in the script of `npm start`. */
const asStarted = installation.scripts.start.match(/--max\S+/g) ?? [];

/** Functions that a process offers by name. Arguments and results are sent as JSON. */
type Duties = Readonly<Record<string, (value: never) => unknown>>;

type Order = { id: number; duty: string; value: unknown };
type Reply = { id: number; answer?: unknown; problem?: string };

/** Called in the child process: executes calls until the parent is gone. */
export function serve(duties: Duties): void {
  process.on('message', async ({ id, duty, value }: Order) => {
    const reply: Reply = { id };
    try {
      reply.answer = await duties[duty]?.(value as never);
    } catch (error) {
      reply.problem = error instanceof Error ? (error.stack ?? error.message) : String(error);
    }
    process.send?.(reply);
  });
  process.on('disconnect', () => process.exit(0));
}

/** Starts a file of this folder that serves `D` as a child process. */
export function hire<D extends Duties>(file: string) {
  const child = fork(fileURLToPath(new URL(file, import.meta.url)), {
    execPath: process.execPath,
    execArgv: ['--expose-gc', ...asStarted],
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const waiting = new Map<number, PromiseWithResolvers<unknown>>();
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  void gone.then(() => {
    for (const { reject } of waiting.values()) reject(new Error(`${file} ended`));
  });
  child.on('message', ({ id, answer, problem }: Reply) => {
    const asked = waiting.get(id);
    waiting.delete(id);
    if (problem === undefined) asked?.resolve(answer);
    else asked?.reject(new Error(problem));
  });
  let last = 0;
  return {
    ask<Name extends keyof D & string>(
      duty: Name,
      ...[value]: Parameters<D[Name]>
    ): Promise<Awaited<ReturnType<D[Name]>>> {
      last += 1;
      const asked = Promise.withResolvers<unknown>();
      waiting.set(last, asked);
      child.send({ id: last, duty, value } satisfies Order);
      return asked.promise as Promise<Awaited<ReturnType<D[Name]>>>;
    },
    async end(): Promise<void> {
      if (child.connected) child.disconnect();
      await gone;
    },
  };
}

/** Rounds to four significant digits. */
export const rounded = (value: number): number => Number(value.toPrecision(4));

export function figuresOf(values: readonly number[]): { p50: number; p99: number; max: number } {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (share: number) => rounded(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0);
  return { p50: at(0.5), p99: at(0.99), max: at(1) };
}
