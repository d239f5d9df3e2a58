import { DatabaseSync } from 'node:sqlite';
import { MessageChannel, receiveMessageOnPort, Worker } from 'node:worker_threads';
import { isPostgres } from '../../src/storage/postgres/address.ts';
import type { Answer, Query } from './besideWorker.ts';

type Value = string | number;

/** Reads a test's database synchronously, without the app. Statements use `?` for values and work on both engines. */
export function rowsIn<Row>(url: string, sql: string, ...values: Value[]): Row[] {
  if (isPostgres(url)) return askPostgres(url, numbered(sql), values) as Row[];
  using beside = new DatabaseSync(pathOf(url), { readOnly: true });
  return beside.prepare(sql).all(...values) as Row[];
}

/** Runs a statement on the database without the app. */
export function changeIn(url: string, sql: string): void {
  if (isPostgres(url)) return void askPostgres(url, sql, []);
  using beside = new DatabaseSync(pathOf(url));
  beside.exec(sql);
}

/** Adds a trigger that makes `event` fail with `message` for rows that satisfy `when`. Returns how to drop it. */
export function failOn(url: string, event: `${string} on ${string}`, message: string, when = 'true'): () => void {
  const table = event.split(' on ')[1] ?? '';
  const trigger = `create trigger fault before ${event}`;
  if (isPostgres(url)) {
    changeIn(
      url,
      `create function fault() returns trigger language plpgsql as $$ begin raise exception '${message}'; end $$;
      ${trigger} for each row when (${when}) execute function fault()`,
    );
    return () => changeIn(url, `drop trigger fault on ${table}; drop function fault`);
  }
  changeIn(url, `${trigger} when ${when} begin select raise(abort, '${message}'); end`);
  return () => changeIn(url, 'drop trigger fault');
}

const pathOf = (url: string): string => url.replace(/^file:/, '');

function numbered(sql: string): string {
  let number = 0;
  return sql.replaceAll('?', () => {
    number += 1;
    return `$${number}`;
  });
}

const answerMsMax = 30_000;
let bridge: ReturnType<typeof openBridge> | undefined;

/** Starts a thread that queries PostgreSQL while this thread waits synchronously. */
function openBridge() {
  const { port1: near, port2: port } = new MessageChannel();
  const answered = new Int32Array(new SharedArrayBuffer(4));
  const thread = new Worker(new URL('./besideWorker.ts', import.meta.url), {
    workerData: { port, answered },
    transferList: [port],
  });
  thread.unref();
  return { near, answered };
}

function askPostgres(url: string, sql: string, values: Value[]): unknown[] {
  bridge ??= openBridge();
  const { near, answered } = bridge;
  Atomics.store(answered, 0, 0);
  near.postMessage({ url, sql, values } satisfies Query);
  if (Atomics.wait(answered, 0, 0, answerMsMax) === 'timed-out') {
    bridge = undefined;
    throw new Error(`PostgreSQL did not answer: ${sql}`);
  }
  const answer = receiveMessageOnPort(near)?.message as Answer;
  if (answer.error !== undefined) throw new Error(`${answer.error}: ${sql}`);
  return answer.rows;
}
