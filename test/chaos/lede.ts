import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Diary } from './diary.ts';
import type { Answer, Order } from './orders.ts';

const file = fileURLToPath(new URL('./child.ts', import.meta.url));
/** The one that `main.ts` uses: each life loads all of Lede. */
const compileCache = fileURLToPath(new URL('../../node_modules/.cache/lede', import.meta.url));
/** It promises to end within two seconds; a machine under load may need far more. */
const endMsMax = 60_000;

type Logged = Extract<Answer, { is: 'log' }>;
const textMax = 300;

/** What came of an order: done, or the process died on the way. */
export type Ended = { died: false; nextDueAt?: number } | { died: true };

/** An order that Lede could not carry out, with the code that its error had. */
export class OrderFailed extends Error {
  readonly code: string;
  constructor(code: string, message: string) {
    super(message);
    this.name = 'OrderFailed';
    this.code = code;
  }
}

/** One life of Lede in a process of its own. */
export interface Life {
  readonly pid: number;
  /** False once the system has taken the process away. */
  isAlive(): boolean;
  /** @throws OrderFailed */
  order(order: Order): Promise<Ended>;
  /** kill -9; resolves once the system has taken the process away. */
  kill(): Promise<void>;
  /** SIGTERM; resolves once it is gone, and throws when it does not go. */
  end(): Promise<void>;
  /** Resolves once it is gone by itself, with the sentence that it left. */
  over(): Promise<string>;
  /** SIGSTOP: it stands still until `thaw`. */
  freeze(): void;
  thaw(): void;
}

/** Starts processes ahead of their use: loading discord.js takes longer than a whole life may last. */
export interface Nursery {
  next(): Promise<Life>;
  /** Errors that Lede logged, oldest first. */
  errors: string[];
  close(): Promise<void>;
}

export function createNursery(diary: Diary): Nursery {
  const errors: string[] = [];
  const hear = ({ isError, at, about, text }: Logged): void => {
    if (isError) errors.push(text);
    diary.note({ at, about, text: text.slice(0, textMax) });
  };
  let spare = bear(hear);
  return {
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

/** `through`: a command that becomes another one, such as `ip netns exec`. */
export async function bear(hear: (logged: Logged) => void, through: readonly string[] = []): Promise<Life> {
  const env = { ...process.env, NODE_COMPILE_CACHE: compileCache };
  const [execPath = process.execPath, ...execArgv] = [...through, process.execPath];
  const child = fork(file, {
    env,
    execPath,
    execArgv,
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  let sentence = '';
  child.on('message', (answer: Answer) => {
    if (answer.is === 'log') hear(answer);
    if (answer.is === 'over') sentence = answer.sentence;
  });
  await answerOf(child, gone);
  const isAlive = () => child.exitCode === null && child.signalCode === null;
  return {
    pid: child.pid ?? 0,
    isAlive,
    async order(order) {
      if (!isAlive() || !child.connected) return { died: true };
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
    async end() {
      child.kill('SIGTERM');
      await within(gone, 'it does not end after SIGTERM');
    },
    async over() {
      await within(gone, 'it does not end by itself');
      return sentence;
    },
    freeze: () => void child.kill('SIGSTOP'),
    thaw: () => void child.kill('SIGCONT'),
  };
}

/** @throws Error with the problem when that takes too long */
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
