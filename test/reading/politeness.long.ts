import { test } from 'vitest';
import { recordFigures } from '../figures.ts';
import { expectPolite, watchOutlets } from './politePress.ts';

test('forty outlets that watch for three days and ten restarts see no request too early, too many at once, or without its validators', async () => {
  const seen = await watchOutlets({ sites: 40, days: 3 });
  recordFigures('politeness', { ...seen });
  process.stdout.write(`${JSON.stringify(seen)}\n`);
  expectPolite(seen);
});
