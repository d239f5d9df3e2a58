import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const script = fileURLToPath(new URL('../src/main.ts', import.meta.url));

function start(environment: Record<string, string>, ...words: string[]) {
  const env = { ...process.env, ...environment };
  return spawnSync(process.execPath, [script, ...words], { encoding: 'utf8', env, timeout: 30_000 });
}

test.each([['--foo'], ['word'], ['--live=yes']])('%s is refused with a sentence and how to start', (word) => {
  const { status, stderr } = start({}, word);
  expect(status).toBe(2);
  expect(stderr).toMatch(/npm start -- --live\n$/);
  expect(stderr).not.toMatch(/^\s+at /m);
});

test('a setting that can’t be used is refused with a sentence', () => {
  const { status, stderr } = start({ DATABASE_URL: 'mongodb://x' });
  expect(status).toBe(2);
  expect(stderr).toContain('DATABASE_URL');
  expect(stderr).not.toMatch(/^\s+at /m);
});
