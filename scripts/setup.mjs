// Runs before every npm script, on any Node version, and therefore uses only JavaScript of 2020. Installs the packages,
// including Node 26, if they are missing or differ from the lockfile. Prints nothing if there is nothing to do.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { broughtNode, refusal, runsBroughtNode } from '../bin/broughtNode.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const installed = join(root, 'node_modules', '.package-lock.json');

const packagesIn = (file) => JSON.parse(readFileSync(file, 'utf8')).packages;

/** The lockfile's packages with their versions as one comparable string, without the optional, per-platform ones. */
function versionsOf(packages, withDevelopment) {
  return Object.keys(packages)
    .filter((path) => path !== '' && !packages[path].optional && (withDevelopment || !packages[path].dev))
    .map((path) => `${path}@${packages[path].version}`)
    .sort()
    .join('\n');
}

/** The installed packages; empty if there are none or npm was interrupted. */
function packagesThere() {
  try {
    return packagesIn(installed) ?? {};
  } catch {
    return {};
  }
}

const there = packagesThere();
/**
 * Whether this is a server without development packages. A command that runs Lede must not install them there, because
 * that would remove packages that the running process uses.
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
  // npm 9.2 (Debian 13) removes the link to Node again when it removes the packages of other platforms.
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
  // The machine's own Node is new enough, but npm would put the installed one before it in PATH.
  if (Number(process.versions.node.split('.')[0]) >= 26 && !runsBroughtNode()) rmSync(brought, { force: true });
}

const hasBrought = existsSync(brought);
if (!hasBrought && Number(process.versions.node.split('.')[0]) < 26) {
  console.error(
    `Lede needs Node 26; this machine has ${process.versions.node}, and no Node 26 package exists for ${process.platform}-${process.arch}. Install Node 26 from nodejs.org and run the command again.`,
  );
  process.exit(1);
}

// Small Linux images lack libatomic, which Node 26 needs. npm puts the installed Node first in PATH, so one that can't
// run would break every later command. Such a Node is removed, and the next run installs it again.
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

// The npm scripts use the shell's `exec`, so that a signal to npm reaches Node and not only the shell. Windows has no
// such signals, and cmd has no `exec`, so a stand-in just runs the command.
const execWord = join(root, 'node_modules', '.bin', 'exec.cmd');
if (windows && !existsSync(execWord)) writeFileSync(execWord, '@%*\r\n');

// Creates `.env` for the token, readable by this user only. Node reads it at every start and reports a missing file.
const settings = join(root, '.env');
try {
  if (!existsSync(settings)) writeFileSync(settings, readFileSync(join(root, '.env.example')), { mode: 0o600 });
} catch (error) {
  // With the systemd unit, the checkout may belong to another user and have its settings elsewhere, so continue.
  if (!['EACCES', 'EPERM', 'EROFS'].includes(error.code)) throw error;
}
