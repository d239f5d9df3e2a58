/** Preloaded into a command: tells with its last breath what it cost, from the start of the process on. */
import { writeSync } from 'node:fs';

process.on('exit', () => {
  const { user, system } = process.cpuUsage();
  const { maxRSS } = process.resourceUsage();
  writeSync(2, `cost ${JSON.stringify({ cpuS: (user + system) / 1e6, peakMiB: maxRSS / 1024 })}\n`);
});
