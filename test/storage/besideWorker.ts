// The thread that queries PostgreSQL for a test that waits synchronously.
import { type MessagePort, workerData } from 'node:worker_threads';
import pg from 'pg';
import { types } from '../../src/storage/postgres/pool.ts';

export type Query = { url: string; sql: string; values: (string | number)[] };
export type Answer = { rows: unknown[]; error?: undefined } | { rows?: undefined; error: string };

const { port, answered } = workerData as { port: MessagePort; answered: Int32Array };
/** An app in the waiting thread would otherwise hold its locks for ever. */
const lockMsMax = 10_000;

async function answerTo({ url, sql, values }: Query): Promise<Answer> {
  const client = new pg.Client({ connectionString: url, types, options: `-c lock_timeout=${lockMsMax}` });
  try {
    await client.connect();
    // Without parameters, the text may contain several statements.
    const { rows } = await (values.length === 0 ? client.query(sql) : client.query(sql, values));
    return { rows: rows ?? [] };
  } catch (error) {
    return { error: error instanceof Error ? error.message : String(error) };
  } finally {
    await client.end();
  }
}

port.on('message', async (query: Query) => {
  port.postMessage(await answerTo(query));
  Atomics.store(answered, 0, 1);
  Atomics.notify(answered, 0);
});
