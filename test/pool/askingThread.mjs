import { parentPort, workerData } from 'node:worker_threads';
import '../../src/pool/thread.mjs';

/** Has rss-parser ask for an address, in a thread like those of the pool. */
const { default: Parser } = await import('rss-parser');
parentPort?.postMessage(
  await new Parser().parseURL(workerData).then(
    () => 'asked',
    (error) => error.constructor.name,
  ),
);
