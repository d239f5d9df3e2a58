import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Answer, Order } from './orders.ts';

const file = fileURLToPath(new URL('./child.ts', import.meta.url));
/** As `npm start` does: the second life loads in half the time of the first. */
const compileCache = fileURLToPath(new URL('../../node_modules/.cache/lede', import.meta.url));

/** What came of an order: done, or the process died on the way. */
export type Ended = { died: false; nextDueAt?: number } | { died: true };

/** One life of Lede in a process of its own. */
export interface Life {
  order(order: Order): Promise<Ended>;
  /** kill -9; resolves once the system has taken the process away. */
  kill(): Promise<void>;
}

/** Starts processes ahead of their use: loading discord.js takes longer than a whole life may last. */
export interface Nursery {
  next(): Promise<Life>;
  /** Errors that Lede logged, oldest first. */
  errors: string[];
  close(): Promise<void>;
}

export function createNursery(): Nursery {
  const errors: string[] = [];
  let spare = bear(errors);
  return {
    errors,
    async next() {
      const life = await spare;
      spare = bear(errors);
      return life;
    },
    async close() {
      await (await spare).kill();
    },
  };
}

async function bear(errors: string[]): Promise<Life> {
  const env = { ...process.env, NODE_COMPILE_CACHE: compileCache };
  const child = fork(file, {
    env,
    execPath: process.execPath,
    execArgv: [],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  child.on('message', (answer: Answer) => {
    if (answer.is === 'log') errors.push(`${answer.message}: ${answer.error}`);
  });
  await answerOf(child, gone);
  return {
    async order(order) {
      if (child.exitCode !== null || child.signalCode !== null || !child.connected) return { died: true };
      const answer = answerOf(child, gone);
      child.send(order, () => {
        // An order to a process that is just dying comes to nothing: `gone` tells.
      });
      return answer;
    },
    async kill() {
      child.kill('SIGKILL');
      await gone;
    },
  };
}

function answerOf(child: ChildProcess, gone: Promise<void>): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const done = () => child.off('message', listen);
    const listen = (answer: Answer) => {
      if (answer.is === 'log') return;
      done();
      if (answer.is === 'failed') reject(new Error(answer.message));
      else resolve({ died: false, nextDueAt: answer.is === 'idle' ? answer.nextDueAt : undefined });
    };
    child.on('message', listen);
    void gone.then(() => {
      done();
      resolve({ died: true });
    });
  });
}
