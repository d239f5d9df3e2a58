import { enableCompileCache } from 'node:module';
import './relativeImports.mjs';

// A thread loads its parsers anew, also after one that died: compiled once, they load in half the time. Plain JavaScript, so that a
// thread with all modules in the cache need not load the compiler of TypeScript for this one.
enableCompileCache();
let worker;

/** Does jobs in a worker thread. */
export default async function work(jobs) {
  worker ??= await import('./poolWorker.ts');
  return worker.default(jobs);
}
