import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { runChaos } from './chaos.ts';
import { figuresOf, reportOf, wrongIn } from './report.ts';

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    kills: { type: 'string', default: '200' },
    days: { type: 'string', default: '65' },
    channels: { type: 'string', default: '128' },
    'nonce-ms': { type: 'string' },
    loss: { type: 'string', default: '0' },
    mishaps: { type: 'string', default: '1' },
    json: { type: 'string' },
    quiet: { type: 'boolean', default: false },
  },
});

const result = await runChaos({
  seed: Number(values.seed),
  kills: Number(values.kills),
  days: Number(values.days),
  channels: Number(values.channels),
  nonceMs: values['nonce-ms'] === undefined ? undefined : Number(values['nonce-ms']),
  lossShare: Number(values.loss),
  mishaps: Number(values.mishaps),
  progress: values.quiet ? undefined : (line) => process.stderr.write(`${line}\n`),
});
if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify(figuresOf(result), undefined, 2)}\n`);
process.stdout.write(`${reportOf(result).join('\n')}\n`);
process.exitCode = Object.values(wrongIn(result)).every((list) => list.length === 0) ? 0 : 1;
