/** The facts that decide whether the checkout can be released. */
export interface Facts {
  /** From package.json. */
  version: string;
  optionalDependencies: Readonly<Record<string, string>>;
  lock: {
    version?: string;
    packages: Readonly<Record<string, { version?: string; license?: string; dev?: boolean }>>;
  };
  /** npm's complaint about the lockfile. */
  lockProblem?: string;
  changelog?: string;
  /** UTC date, such as 2026-11-28. */
  today: string;
  head: string;
  /** The commit of the version's tag. */
  tagged?: string;
  /** Files with uncommitted changes. */
  changed: readonly string[];
  hasShrinkwrap: boolean;
  /** Node packages listed in bin/node.sha256.json, and the one that is installed here. */
  recorded: readonly string[];
  broughtNode?: { path: string; isRecorded: boolean };
  /** Whether the version's database is kept in test/storage/releases. */
  hasDatabase: boolean;
  /** Whether the upgrade tests of the kept databases pass. */
  upgrades: boolean;
}

/** Licences that allow redistribution with a notice. MPL-2.0 is among them because its files are used unchanged. */
const permissive = new Set(['MIT', 'Apache-2.0', 'BSD-2-Clause', 'ISC', 'BlueOak-1.0.0', '0BSD', 'MPL-2.0']);

/** Lists every obstacle to the release, one sentence each; empty if there is none. */
export const problemsOf = (facts: Facts): string[] => [
  ...versionProblems(facts),
  ...changelogProblems(facts),
  ...treeProblems(facts),
  ...licenceProblems(facts),
  ...nodeProblems(facts),
  ...databaseProblems(facts),
];

function* versionProblems({ version, lock, lockProblem, head, tagged }: Facts): Generator<string> {
  const locked = [lock.version, lock.packages['']?.version].find((other) => other !== version);
  if (locked !== undefined) yield `package.json has the version ${version}, and package-lock.json ${locked}.`;
  if (lockProblem !== undefined) yield `package-lock.json doesn't fit package.json: ${lockProblem}`;
  if (tagged !== undefined && tagged !== head) {
    yield `The tag v${version} names another commit, ${tagged.slice(0, 9)}: this version is released already.`;
  }
}

/** The second-level headings, and whether their sections are empty. */
const entriesIn = (changelog: string) =>
  changelog
    .split(/^## /m)
    .slice(1)
    .map((entry) => {
      const [heading = '', ...lines] = entry.split('\n');
      // The list of links below the last entry is not part of its text.
      const text = lines.filter((line) => !/^(?:#|\[[^\]]+\]: |\s*$)/.test(line));
      return { heading: heading.trim(), isEmpty: text.length === 0 };
    });

function* changelogProblems({ version, changelog, today }: Facts): Generator<string> {
  if (changelog === undefined) {
    yield 'There is no CHANGELOG.md.';
    return;
  }
  const entries = entriesIn(changelog);
  const isUnreleased = ({ heading }: { heading: string }) => /^\[?Unreleased\]?$/i.test(heading);
  if (entries.some((entry) => isUnreleased(entry) && !entry.isEmpty)) {
    yield `CHANGELOG.md has changes under “Unreleased”: move them to ${version}.`;
  }
  const newest = entries.find((entry) => !isUnreleased(entry));
  const [, named, date = ''] = /^\[(.+)\] - (\d{4}-\d\d-\d\d)$/.exec(newest?.heading ?? '') ?? [];
  if (newest === undefined || named === undefined) {
    yield `The newest entry of CHANGELOG.md must be headed “## [${version}] - ${today}”.`;
    return;
  }
  if (named !== version) yield `The newest entry of CHANGELOG.md is of ${named}, and package.json has ${version}.`;
  if (newest.isEmpty) yield `The entry of ${named} in CHANGELOG.md says nothing.`;
  if (date > today) yield `The entry of ${named} in CHANGELOG.md has a date that is not yet there, ${date}.`;
}

function* treeProblems({ changed, hasShrinkwrap }: Facts): Generator<string> {
  if (changed.length > 0) yield `Not everything is committed: ${changed.join(', ')}.`;
  if (hasShrinkwrap) yield 'An npm pack that was interrupted left npm-shrinkwrap.json: delete it.';
}

function isPermissive(license: string): boolean {
  const choices = license.replaceAll(/[()]/g, '').split(' OR ');
  return choices.some((choice) => choice.split(' AND ').every((one) => permissive.has(one)));
}

function* licenceProblems({ lock }: Facts): Generator<string> {
  for (const [path, { license, dev }] of Object.entries(lock.packages)) {
    if (path === '' || dev) continue;
    const name = path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
    if (license === undefined) yield `${name} states no licence.`;
    else if (!isPermissive(license))
      yield `${name} has the licence ${license}, which is not on the list of problems.ts.`;
  }
}

function* nodeProblems({ optionalDependencies, recorded, broughtNode }: Facts): Generator<string> {
  const wanted = Object.keys(optionalDependencies);
  for (const name of wanted) if (!recorded.includes(name)) yield `bin/node.sha256.json has no sum of ${name}.`;
  for (const name of recorded) if (!wanted.includes(name)) yield `package.json doesn't bring ${name} along any more.`;
  const versions = new Set(Object.values(optionalDependencies));
  if (versions.size !== 1 || ![...versions].every((one) => /^\d+\.\d+\.\d+$/.test(one))) {
    yield `package.json must bring one exact version of Node along, not ${[...versions].join(' and ')}.`;
  }
  if (broughtNode === undefined) yield 'The Node of the packages is not installed here, so its sum is not compared.';
  else if (!broughtNode.isRecorded) yield `${broughtNode.path} has another SHA-256 than bin/node.sha256.json.`;
}

function* databaseProblems({ version, hasDatabase, upgrades }: Facts): Generator<string> {
  if (!hasDatabase) yield `The database of ${version} is not kept: npm run release:database, and commit it.`;
  if (!upgrades)
    yield 'A released database or step of the schema is not as it was: npm run test:long -- test/storage/releases.';
}
