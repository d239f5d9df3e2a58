import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '../..');

test('the example in the README of the Discord server runs, and prints what it says', () => {
  const readme = readFileSync(join(root, 'playground/discord/README.md'), 'utf8');
  const [, example = ''] = /^```js\n(.*?)^```/ms.exec(readme) ?? [];
  const [, ...lines] = /prints `([^`]*)`, then `([^`]*)`/.exec(readme) ?? [];
  const printed = execFileSync(process.execPath, ['--input-type=module', '--eval', example], {
    cwd: root,
    encoding: 'utf8',
  });
  expect(printed.trimEnd().split('\n')).toEqual(lines);
});
