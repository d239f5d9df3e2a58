/** Preloaded with `--import`: when the process exits, prints its CPU seconds and peak memory to stderr. */
import { writeSync } from 'node:fs';

process.on('exit', () => {
  const { user, system } = process.cpuUsage();
  const { maxRSS } = process.resourceUsage();
  writeSync(2, `cost ${JSON.stringify({ cpuS: (user + system) / 1e6, peakMiB: maxRSS / 1024 })}\n`);
});
