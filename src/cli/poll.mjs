import { enableCompileCache } from 'node:module';
import '../relativeImports.mjs';

// Started by cron every few minutes: compiled once, the modules load in half the time. Plain JavaScript, so that a start with all
// modules in the cache need not load the compiler of TypeScript for this one.
enableCompileCache();
const { pollFeeds } = await import('./pollFeeds.ts');
process.exit(await pollFeeds(process.argv.slice(2), process.env));
