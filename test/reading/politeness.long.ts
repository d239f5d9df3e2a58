import { expect, test } from 'vitest';
import { recordFigures } from '../figures.ts';
import { watchOutlets } from './politePress.ts';

test('forty outlets that watch for three days and ten restarts see no request too early, too many at once, or without its validators', async () => {
  const seen = await watchOutlets({ sites: 40, days: 3 });
  recordFigures('politeness', { ...seen });
  process.stdout.write(`${JSON.stringify(seen)}\n`);
  expect(seen.restarts).toBe(10);
  expect(seen.early).toBe(0);
  expect(seen.conditional).toBe(seen.repeats);
  expect(seen.mostAtOnceOnOneHost).toBe(1);
  expect(seen.mostAtOnceInAll).toBeLessThanOrEqual(16);
  expect(seen.retryAfter).toMatchObject({ requestsBefore: 0 });
  expect(seen.parsed).toBe(seen.changes);
});
