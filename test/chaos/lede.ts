import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Diary } from './diary.ts';
import type { Answer, Order } from './orders.ts';

const file = fileURLToPath(new URL('./child.ts', import.meta.url));
/** Node's compile cache, shared with `main.ts`, because each process loads all of Lede. */
const compileCache = fileURLToPath(new URL('../../node_modules/.cache/lede', import.meta.url));
/** Lede promises to end within two seconds, but a loaded machine may need far more. */
const endMsMax = 60_000;

type Logged = Extract<Answer, { is: 'log' }>;
const textMax = 300;

/** The outcome of an order: done, or the process died meanwhile. */
export type Ended = { died: false; nextDueAt?: number } | { died: true };

/** An order failed; `code` is that of Lede's error. */
export class OrderFailed extends Error {
  readonly code: string;
  constructor(code: string, message: string) {
    super(message);
    this.name = 'OrderFailed';
    this.code = code;
  }
}

/** A running Lede in its own process. */
export type Life = Awaited<ReturnType<typeof bear>>;

/** Starts processes in advance, because loading discord.js may take longer than a process then lives. */
export type Nursery = ReturnType<typeof createNursery>;

export function createNursery(diary: Diary) {
  const errors: string[] = [];
  const hear = ({ isError, at, about, text }: Logged): void => {
    if (isError) errors.push(text);
    diary.note({ at, about, text: text.slice(0, textMax) });
  };
  let spare = bear(hear);
  return {
    /** Errors that Lede logged, oldest first. */
    errors,
    async next() {
      const life = await spare;
      spare = bear(hear);
      return life;
    },
    async close() {
      await (await spare).kill();
    },
  };
}

/** Starts a process. `through` is a command prefix that executes another command, such as `ip netns exec`. */
export async function bear(hear: (logged: Logged) => void, through: readonly string[] = []) {
  const env = { ...process.env, NODE_COMPILE_CACHE: compileCache };
  const [execPath = process.execPath, ...execArgv] = [...through, process.execPath];
  const stdio: ('ignore' | 'inherit' | 'ipc')[] = ['ignore', 'ignore', 'inherit', 'ipc'];
  // By JSON, `undefined` would arrive as null.
  const child = fork(file, { env, execPath, execArgv, stdio, serialization: 'advanced' });
  // Its last message may arrive after 'exit', but never after 'disconnect'.
  const gone = Promise.all([once(child, 'exit'), once(child, 'disconnect')]).then(() => {});
  let sentence = '';
  child.on('message', (answer: Answer) => {
    if (answer.is === 'log') hear(answer);
    if (answer.is === 'over') sentence = answer.sentence;
  });
  await answerOf(child, gone);
  const isAlive = () => child.exitCode === null && child.signalCode === null;
  return {
    pid: child.pid ?? 0,
    /** False once the process is gone. */
    isAlive,
    /** @throws OrderFailed */
    async order(order: Order): Promise<Ended> {
      if (!isAlive() || !child.connected) return { died: true };
      const answer = answerOf(child, gone);
      child.send(order, () => {
        // Sending to a dying process fails; `gone` reports its end.
      });
      return answer;
    },
    /** Sends SIGKILL; resolves once the process is gone. */
    async kill() {
      child.kill('SIGKILL');
      await gone;
    },
    /** Sends SIGTERM; resolves once the process is gone, and throws if it does not exit. */
    async end() {
      child.kill('SIGTERM');
      await within(gone, 'it does not end after SIGTERM');
    },
    /** Resolves once the process exited by itself, with the sentence that it printed. */
    async over() {
      await within(gone, 'it does not end by itself');
      return sentence;
    },
    /** Pauses the process until `thaw`. */
    freeze: () => void child.kill('SIGSTOP'),
    thaw: () => void child.kill('SIGCONT'),
  };
}

/** Waits with a timeout. Throws an error with the problem when it takes too long. */
export async function within(done: Promise<void>, problem: string, msMax = endMsMax): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`Lede: ${problem} within ${msMax} ms`)), msMax);
  });
  await Promise.race([done, late]).finally(() => clearTimeout(timer));
}

function answerOf(child: ChildProcess, gone: Promise<void>): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const done = () => child.off('message', listen);
    const listen = (answer: Answer) => {
      if (answer.is === 'log' || answer.is === 'over') return;
      done();
      if (answer.is === 'failed') reject(new OrderFailed(answer.code, answer.message));
      else resolve({ died: false, nextDueAt: answer.is === 'idle' ? answer.nextDueAt : undefined });
    };
    child.on('message', listen);
    void gone.then(() => {
      done();
      resolve({ died: true });
    });
  });
}
