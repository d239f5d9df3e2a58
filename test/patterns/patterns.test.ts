import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { factorMax, growthOf } from './growth.ts';
import type { Measured } from './measured.ts';

/** Minutes of wall time after which a pattern counts as one that never comes back. */
const minutesMax = 20;

async function measured(): Promise<Measured> {
  const child = fork(fileURLToPath(new URL('measured.ts', import.meta.url)), { timeout: minutesMax * 60_000 });
  let last: unknown;
  child.on('message', (message) => {
    last = message;
  });
  await once(child, 'exit');
  if (typeof last !== 'object') throw new Error(`the pattern of ${last} doesn't come back`);
  return last as Measured;
}

test(
  "the time of Lede's own patterns grows no faster than the text, whatever the text is",
  async () => {
    const { grown, unseen } = await measured();
    const [worst] = grown.toSorted((a, b) => b.factor - a.factor);
    console.log(`${grown.length} patterns; twice the text takes at most ${worst?.factor.toFixed(1)} times the time`);
    // They are built once a function is called. Build them when their module is imported.
    expect(unseen).toEqual([]);
    expect(grown.filter(({ factor }) => factor > factorMax)).toEqual([]);
  },
  (minutesMax + 1) * 60_000,
);

test('a pattern that starts over at every character, repeats what it repeats, or has two ways is found', () => {
  const slow = [
    /\s+$/u,
    /(?:\d{3}[ ,])+x/u,
    /: ["'].*$/,
    /^(.*), (.*)!$/u,
    /(?<!\p{L})(?:[\p{L}'1]+ )?AFP/u,
    /[^"]*”/g,
  ];
  // Other work on the machine can hide growth from one measurement.
  const missed = (pattern: RegExp) => growthOf(pattern).factor <= factorMax;
  expect(slow.filter((pattern) => missed(pattern) && missed(pattern) && missed(pattern))).toEqual([]);
  const linear = [/(?<!\s)\s+$/u, /a{1,40}$/, /^\s*\p{L}+/u, /“[^“”]*”/g];
  expect(linear.filter((pattern) => growthOf(pattern).factor > factorMax)).toEqual([]);
});
