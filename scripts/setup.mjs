// Runs before every npm script, on whatever Node the machine has (so: plain JavaScript of 2020). Installs the packages
// when they are missing or older than the lockfile; they bring Node 26 along. Prints nothing when there is nothing to
// do.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { broughtNode, refusal, runsBroughtNode } from '../bin/broughtNode.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const installed = join(root, 'node_modules', '.package-lock.json');

const packagesIn = (file) => JSON.parse(readFileSync(file, 'utf8')).packages;

/** Every package that a lockfile wants on any machine, with its version, as one string. */
function versionsOf(packages, withDevelopment) {
  return Object.keys(packages)
    .filter((path) => path !== '' && !packages[path].optional && (withDevelopment || !packages[path].dev))
    .map((path) => `${path}@${packages[path].version}`)
    .sort()
    .join('\n');
}

/** Of what is installed; empty where nothing is, or where npm was interrupted. */
function packagesThere() {
  try {
    return packagesIn(installed) ?? {};
  } catch {
    return {};
  }
}

const there = packagesThere();
/**
 * On a server, which has no packages for development, a command that runs Lede asks for none: installing would take the
 * packages away under the process that runs there.
 */
const isServer =
  process.argv.includes('--running') &&
  Object.keys(there).length > 0 &&
  !Object.values(there).some((entry) => entry.dev);
const wanted = packagesIn(join(root, 'package-lock.json'));
const fresh = versionsOf(wanted, !isServer) !== versionsOf(there, !isServer);

const windows = process.platform === 'win32';
const brought = join(root, 'node_modules', '.bin', windows ? 'node.cmd' : 'node');

function npm(words) {
  const path = process.env.npm_execpath;
  const options = { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] };
  const result = path?.endsWith('.js')
    ? spawnSync(process.execPath, [path, ...words, '--loglevel=error'], options)
    : spawnSync('npm', [...words, '--loglevel=error'], { ...options, shell: windows });
  return result.status === 0;
}

if (fresh) {
  console.error('Lede: installing packages (once, about 20 seconds) …');
  if (!npm(['ci', '--no-audit', '--no-fund', ...(isServer ? ['--omit=dev'] : [])])) {
    console.error('Lede: the packages could not be installed. Check the network and run the command again.');
    process.exit(1);
  }
  // npm 9.2, which Debian 13 has, takes the link away again with the packages of other platforms.
  const own = Object.keys(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).optionalDependencies).filter(
    (name) => existsSync(join(root, 'node_modules', name)),
  );
  if (own.length > 0 && !existsSync(brought)) npm(['rebuild', ...own]);
  const node = broughtNode();
  if (node && !node.isRecorded) {
    rmSync(brought, { force: true });
    rmSync(installed, { force: true });
    console.error(refusal(node.path));
    process.exit(1);
  }
  // npm would put it before the machine's own, which is new enough.
  if (Number(process.versions.node.split('.')[0]) >= 26 && !runsBroughtNode()) rmSync(brought, { force: true });
}

const hasBrought = existsSync(brought);
if (!hasBrought && Number(process.versions.node.split('.')[0]) < 26) {
  console.error(
    `Lede needs Node 26; this machine has ${process.versions.node}, and no Node 26 package exists for ${process.platform}-${process.arch}. Install Node 26 from nodejs.org and run the command again.`,
  );
  process.exit(1);
}

// Small Linux images lack a library that Node 26 is linked with. npm puts the brought Node first, so once it lies there
// and can't run, nothing of ours would run any more: it goes, and the next run begins anew.
if (fresh && hasBrought) {
  const tried = spawnSync(brought, ['--version'], { encoding: 'utf8', shell: windows });
  if (tried.status !== 0) {
    rmSync(brought, { force: true });
    rmSync(installed, { force: true });
    const missing = /(\S+\.so[.\d]*): cannot open/.exec(tried.stderr ?? '')?.[1];
    console.error(
      missing === 'libatomic.so.1'
        ? 'Lede: Node 26 needs the system library libatomic. Install it (Debian, Ubuntu: apt-get install libatomic1; Fedora: dnf install libatomic) and run the command again.'
        : `Lede: the Node 26 that was installed does not run here: ${missing ? `it misses ${missing}` : (tried.stderr ?? tried.error?.message ?? '').trim().slice(0, 300)}. Mend that, or install Node 26 from nodejs.org, and run the command again.`,
    );
    process.exit(1);
  }
}

// The scripts begin with the shell's `exec`, so that a signal to npm reaches Node and not only the shell between them.
// cmd has no such word; there are no such signals on Windows either.
const execWord = join(root, 'node_modules', '.bin', 'exec.cmd');
if (windows && !existsSync(execWord)) writeFileSync(execWord, '@%*\r\n');

// A place to put the token, for this user's eyes only; Node reads it at every start and says so where it is missing.
const settings = join(root, '.env');
try {
  if (!existsSync(settings)) writeFileSync(settings, readFileSync(join(root, '.env.example')), { mode: 0o600 });
} catch (error) {
  // Where the checkout belongs to another user, as with the systemd unit, the settings are elsewhere; commands run all
  // the same.
  if (!['EACCES', 'EPERM', 'EROFS'].includes(error.code)) throw error;
}
