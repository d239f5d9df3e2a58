import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, onTestFinished, test } from 'vitest';

const preload = fileURLToPath(new URL('../src/relativeImports.mjs', import.meta.url));

/** What such modules print, the first of them started with relative imports taken as they are. */
function printed(
  files: Record<string, string>,
  links: Record<string, string> = {},
): { output: string; errors: string } {
  const folder = mkdtempSync(join(tmpdir(), 'lede-imports-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(join(folder, name, '..'), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  for (const [name, target] of Object.entries(links)) symlinkSync(target, join(folder, name));
  const [first = ''] = Object.keys(files);
  const { stdout, stderr } = spawnSync(process.execPath, ['--import', preload, join(folder, first)], {
    encoding: 'utf8',
  });
  return { output: stdout.trim(), errors: stderr };
}

describe('with relative imports taken as they are', () => {
  test('modules, packages, types, data and what packages require without an ending are found', () => {
    const { output, errors } = printed({
      'first.mjs': `import { told } from './sub/told.ts'; import data from './data.json' with { type: 'json' };
        import packed from 'packed'; console.log(told, data.told, packed);`,
      'sub/told.ts': `import { word } from '../word.mjs'; export const told: string = word;`,
      'word.mjs': `export const word = 'a word';`,
      'data.json': '{ "told": "data" }',
      'node_modules/packed/package.json': '{ "name": "packed", "main": "./lib" }',
      'node_modules/packed/lib/index.js': `module.exports = require('./inner') + require('../rest');`,
      'node_modules/packed/lib/inner.js': `module.exports = 'in';`,
      'node_modules/packed/rest.js': `module.exports = 'side';`,
    });
    expect([output, errors]).toEqual(['a word data inside', '']);
  });

  test('a file is of the kind that the package around it says', () => {
    const { output, errors } = printed({
      'first.mjs': `import one from 'both'; import { told } from './old/told.ts'; console.log(one, told);`,
      'old/package.json': '{ "type": "commonjs" }',
      'old/told.ts': `const told: string = 'typed'; module.exports = { told };`,
      'node_modules/both/package.json': '{ "name": "both", "exports": { "import": "./esm/wrapper.js" } }',
      'node_modules/both/index.js': `module.exports = 'old';`,
      'node_modules/both/esm/package.json': '{ "type": "module" }',
      'node_modules/both/esm/wrapper.js': `import given from '../index.js'; import { more } from './more.js'; export default given + more;`,
      'node_modules/both/esm/more.js': `export const more = ' and new';`,
    });
    expect([output, errors]).toEqual(['old and new typed', '']);
  });

  test('a module that is named in two ways is one, also in a package that is a link', () => {
    const { output, errors } = printed(
      {
        'first.mjs': `import { seen as one } from 'linked'; import { seen as other } from 'linked/seen';
          import * as here from './count.mjs'; import * as there from './real/../count.mjs';
          console.log(one === other, here === there);`,
        'count.mjs': 'export const count = 1;',
        'real/linked/package.json': `{ "name": "linked", "type": "module", "exports": { ".": "./index.js", "./seen": "./seen.js" } }`,
        'real/linked/index.js': `export { seen } from './seen.js';`,
        'real/linked/seen.js': 'export const seen = {};',
        'node_modules/kept': '',
      },
      { 'node_modules/linked': '../real/linked' },
    );
    expect([output, errors]).toEqual(['true true', '']);
  });

  test.each(['mjs', 'ts'])('a file of the ending %s that is not there is named', (ending) => {
    const { errors } = printed({
      'first.mjs': `import './second.${ending}';`,
      [`second.${ending}`]: `import './gone.${ending}';`,
    });
    expect(errors).toContain(`gone.${ending}`);
  });

  test('an error in types is told with its place as it is written', () => {
    const { errors } = printed({
      'first.ts': `import { fail } from './second.ts'; fail('now');`,
      'second.ts': [
        'type Word = string;',
        '',
        'export function fail(word: Word): void {',
        '  throw new Error(word);',
        '}',
      ].join('\n'),
    });
    expect(errors).toMatch(/second\.ts:4:9/);
  });
});
