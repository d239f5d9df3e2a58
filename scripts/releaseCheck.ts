// Prints every obstacle to releasing the current commit, and exits with 1 if there is one.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { broughtNode } from '../bin/broughtNode.mjs';
import recorded from '../bin/node.sha256.json' with { type: 'json' };
import manifest from '../package.json' with { type: 'json' };
import lock from '../package-lock.json' with { type: 'json' };
import { filesOf } from '../test/storage/releases/releases.ts';
import { optionsOf } from './options.ts';
import { problemsOf } from './release/problems.ts';

optionsOf('npm run release:check\nSays what speaks against releasing the commit at hand.', {});

function run(command: string, ...words: string[]) {
  const { status, stdout, stderr } = spawnSync(command, words, {
    encoding: 'utf8',
    // On Windows npm is a script and needs a shell. git must run without one, because the shell would interpret `^`.
    shell: process.platform === 'win32' && command !== 'git',
  });
  return { isDone: status === 0, said: stdout.trimEnd(), complained: stderr.trim() };
}

/** The mismatches that npm reports, without the usage text below them. */
const mismatch = (complaint: string): string =>
  [...complaint.matchAll(/(?:Missing|Invalid): .+/g)].join('; ') || complaint.slice(0, 300);

const { version, optionalDependencies } = manifest;
const npm = run('npm', 'ci', '--dry-run', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error');
const tag = run('git', 'rev-parse', '--verify', '--quiet', `v${version}^{commit}`);
const problems = problemsOf({
  version,
  optionalDependencies,
  lock,
  lockProblem: npm.isDone ? undefined : mismatch(npm.complained),
  changelog: existsSync('CHANGELOG.md') ? readFileSync('CHANGELOG.md', 'utf8') : undefined,
  today: new Date().toISOString().slice(0, 'yyyy-mm-dd'.length),
  head: run('git', 'rev-parse', 'HEAD').said,
  tagged: tag.isDone ? tag.said : undefined,
  changed: run('git', 'status', '--porcelain')
    .said.split('\n')
    .filter(Boolean)
    .map((line) => line.slice('?? '.length)),
  hasShrinkwrap: existsSync('npm-shrinkwrap.json'),
  recorded: Object.values(recorded).map((entry) => entry.package),
  broughtNode: broughtNode(),
  hasDatabase: existsSync(filesOf(version).database),
  upgrades: run('npx', '--no-install', 'vitest', 'run', '--config', 'vitest.long.config.ts', 'test/storage/releases')
    .isDone,
});
for (const problem of problems) console.error(problem);
if (problems.length > 0) process.exitCode = 1;
else console.log(`Nothing speaks against releasing ${version}.`);
