import { enableCompileCache, registerHooks } from 'node:module';
import '../relativeImports.mjs';

// A thread loads its parsers anew, also after one that died: compiled once, they load in half the time. Plain JavaScript, so that a
// thread with all modules in the cache need not load the compiler of TypeScript for this one.
enableCompileCache();

// rss-parser reads here what strangers wrote, and asks nobody: to load what it could ask with is a third of a thread's start.
const nothing = new URL('noNetwork.cjs', import.meta.url).href;
registerHooks({
  resolve: (specifier, context, next) =>
    /^(?:node:)?https?$/.test(specifier)
      ? { url: nothing, format: 'commonjs', shortCircuit: true }
      : next(specifier, context),
});
let worker;

/** Does jobs in a worker thread. */
export default async function work(jobs) {
  worker ??= await import('./worker.ts');
  return worker.default(jobs);
}
