import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** What a process can be asked to do, by name; values and answers cross as JSON. */
export type Duties = Readonly<Record<string, (value: never) => unknown>>;

type Order = { id: number; duty: string; value: unknown };
type Reply = { id: number; answer?: unknown; problem?: string };

/** Another process, as whoever started it sees it. */
export interface Hand<D extends Duties> {
  ask<Name extends keyof D & string>(duty: Name, value: Parameters<D[Name]>[0]): Promise<Awaited<ReturnType<D[Name]>>>;
  end(): Promise<void>;
}

/** In the process that is asked: carries out orders until whoever started it is gone. */
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

/** Starts a file of this folder that serves `D`; its garbage can be collected by `gc()`. */
export function hire<D extends Duties>(file: string): Hand<D> {
  const child = fork(fileURLToPath(new URL(file, import.meta.url)), {
    execPath: process.execPath,
    execArgv: ['--expose-gc'],
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const waiting = new Map<number, { resolve(answer: unknown): void; reject(error: Error): void }>();
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
    ask(duty, value) {
      last += 1;
      const id = last;
      return new Promise((resolve, reject) => {
        waiting.set(id, { resolve: resolve as (answer: unknown) => void, reject });
        child.send({ id, duty, value } satisfies Order);
      });
    },
    async end() {
      if (child.connected) child.disconnect();
      await gone;
    },
  };
}
