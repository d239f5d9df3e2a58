import { parseArgs } from 'node:util';
import { run } from './cli/run.ts';
import { parseConfig } from './config.ts';

const { values } = parseArgs({ options: { live: { type: 'boolean', default: false } } });
const parsed = parseConfig(process.env);
if ('problems' in parsed) {
  for (const problem of parsed.problems) process.stderr.write(`${problem}\n`);
  process.exit(2);
}
const stop = await run(parsed.config, values);
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => stop().then(() => process.exit(0)));
}
