import { optionsOf } from '../../scripts/options.ts';
import { reportOf, runChaos, wrongIn } from './chaos.ts';

const usage =
  'npm run chaos -- [--seed N] [--kills N] [--days N] [--channels N] [--nonce-ms N] [--loss SHARE]\nEnds with 1 if a digest was lost, doubled, out of order or off time.';
const { values } = optionsOf(usage, {
  seed: { type: 'string', default: '1' },
  kills: { type: 'string', default: '200' },
  days: { type: 'string', default: '65' },
  channels: { type: 'string', default: '128' },
  'nonce-ms': { type: 'string' },
  loss: { type: 'string', default: '0' },
});

const result = await runChaos({
  seed: Number(values.seed),
  kills: Number(values.kills),
  days: Number(values.days),
  channels: Number(values.channels),
  nonceMs: values['nonce-ms'] === undefined ? undefined : Number(values['nonce-ms']),
  lossShare: Number(values.loss),
  progress: (line) => process.stderr.write(`${line}\n`),
});
process.stdout.write(`${reportOf(result).join('\n')}\n`);
process.exitCode = wrongIn(result).length === 0 ? 0 : 1;
