import { enableCompileCache } from 'node:module';

// Started by cron every few minutes: compiled once, the modules load in half the time.
enableCompileCache();
const { pollFeeds } = await import('./pollFeeds.ts');
process.exit(await pollFeeds(process.argv.slice(2), process.env));
