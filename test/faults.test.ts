import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const root = new URL('../', import.meta.url);
const read = (path: string) => readFileSync(new URL(path, root), 'utf8');

test('docs/faults.md names at least 25 faults, each with a test that exists', () => {
  const rows = [...read('docs/faults.md').matchAll(/^\|.*\| `(test\/[^`]+)` (.+) \|$/gm)];
  const missing = rows.filter(([, file = '', name = '']) => !read(file).includes(name));
  expect(missing.map(([, file, name]) => `${file}: ${name}`)).toEqual([]);
  expect(rows.length).toBeGreaterThanOrEqual(25);
  expect(read('docs/faults.md').match(/^\| (?!fault|-)/gm)).toHaveLength(rows.length);
});
