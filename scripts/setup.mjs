// Runs before every npm script, on whatever Node the machine has (so: plain JavaScript of 2020). Installs the packages
// when they are missing or older than the lockfile; they bring Node 26 along. Prints nothing when there is nothing to do.
import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const installed = join(root, 'node_modules', '.package-lock.json');

/** Every package that the lockfile wants on this machine, with its version, as one string. */
function versionsOf(file, left) {
  const packages = JSON.parse(readFileSync(file, 'utf8')).packages;
  return Object.keys(packages)
    .filter((path) => path !== '' && left(packages[path]))
    .map((path) => `${path}@${packages[path].version}`)
    .sort()
    .join('\n');
}

function isCurrent() {
  if (!existsSync(installed)) return false;
  try {
    const always = (entry) => !entry.optional;
    return versionsOf(join(root, 'package-lock.json'), always) === versionsOf(installed, always);
  } catch {
    return false;
  }
}

if (!isCurrent()) {
  console.error('Lede: installing packages (once, about 20 seconds) …');
  const npm = process.env.npm_execpath;
  const words = ['ci', '--no-audit', '--no-fund', '--loglevel=error'];
  const result = npm?.endsWith('.js')
    ? spawnSync(process.execPath, [npm, ...words], { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] })
    : spawnSync('npm', words, {
        cwd: root,
        stdio: ['ignore', 'ignore', 'inherit'],
        shell: process.platform === 'win32',
      });
  if (result.status !== 0) {
    console.error('Lede: the packages could not be installed. Check the network and run the command again.');
    process.exit(1);
  }
}

const brought = existsSync(join(root, 'node_modules', '.bin', process.platform === 'win32' ? 'node.cmd' : 'node'));
if (!brought && Number(process.versions.node.split('.')[0]) < 26) {
  console.error(
    `Lede needs Node 26; this machine has ${process.versions.node}, and no Node 26 package exists for ${process.platform}-${process.arch}. Install Node 26 from nodejs.org and run the command again.`,
  );
  process.exit(1);
}

// A place to put the token; Node reads it at every start and says so where it is missing.
const settings = join(root, '.env');
if (!existsSync(settings)) copyFileSync(join(root, '.env.example'), settings);
