import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { text } from 'node:stream/consumers';

/** Whether this process can make a container, which requires root on Linux. */
export const canContain =
  process.platform === 'linux' && process.getuid?.() === 0 && spawnSync('unshare', ['--mount', 'true']).status === 0;

const root = join(import.meta.dirname, '../..');

interface Step {
  keyword: string;
  words: string[];
}

/** The instructions of the two build stages. */
const [building = [], running = []] = readFileSync(join(root, 'Containerfile'), 'utf8')
  .replaceAll(/^#.*\n|\\\n\s*/gm, '')
  .split(/^FROM .*\n/m)
  .slice(1)
  .map((stage) =>
    stage.split('\n').map((line): Step => {
      const [keyword = '', ...words] = line.split(' ');
      return { keyword, words };
    }),
  );

/** The arguments of an instruction of the final stage. */
const said = (keyword: string) => running.find((step) => step.keyword === keyword)?.words.join(' ') ?? '';
/** The command of an instruction in the exec form, which needs no shell. */
const commandOf = (keyword: string): string[] => JSON.parse(/\[.*\]$/.exec(said(keyword))?.[0] ?? '[]');

const user = { id: 1000, name: 'node' };
/** The Node image's PATH, with Node in /usr/local. Here /usr is this machine's, and /usr/local the image's own. */
const path = '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin';

export interface Image {
  /** The image's root folder. Its /usr/local is in the folder beside it whose name ends with `.local`. */
  folder: string;
  remove(): void;
}

/** What to mount before the command runs with the image's folder as its root. */
interface Mounts {
  readOnly?: boolean;
  tmpfs?: readonly string[];
  /** Mounts a folder of this machine at a path in the container. */
  volume?: { from: string; to: string };
}

function script(folder: string, { readOnly, tmpfs = [], volume }: Mounts): string {
  return [
    'set -e',
    `mount --bind ${folder} ${folder}`,
    `mount --bind /usr ${folder}/usr`,
    `mount --bind ${folder}.local ${folder}/usr/local`,
    `mount --rbind /dev ${folder}/dev`,
    `mount -t proc proc ${folder}/proc`,
    ...(readOnly ? ['/usr/local', ''].map((at) => `mount -o remount,bind,ro ${folder}${at}`) : []),
    ...tmpfs.map((at) => `mount -t tmpfs -o mode=1777 tmpfs ${folder}${at}`),
    ...(volume === undefined ? [] : [`mount --bind ${volume.from} ${folder}${volume.to}`]),
    `exec chroot ${folder} "$@"`,
  ].join('\n');
}

/** Executes the Containerfile's instructions. The base is this machine's system with the Node that runs the tests. */
export function buildImage(): Image {
  const scratch = mkdtempSync(join(tmpdir(), 'lede-image-'));
  const built = join(scratch, 'build');
  const folder = join(scratch, 'image');
  for (const name of ['usr', 'dev', 'proc', 'tmp', 'etc']) mkdirSync(join(folder, name), { recursive: true });
  for (const name of ['bin', 'sbin', 'lib', 'lib64']) symlinkSync(`usr/${name}`, join(folder, name));
  writeFileSync(join(folder, 'etc/passwd'), `root:x:0:0::/:/bin/sh\n${user.name}:x:${user.id}:${user.id}::/:/bin/sh\n`);
  writeFileSync(join(folder, 'etc/group'), `root:x:0:\n${user.name}:x:${user.id}:\n`);
  writeFileSync(join(folder, 'etc/hosts'), '127.0.0.1 localhost\n');
  mkdirSync(join(`${folder}.local`, 'bin'), { recursive: true });
  cpSync(process.execPath, join(`${folder}.local`, 'bin/node'));
  const ofBuild = { ...process.env, PATH: `${dirname(process.execPath)}:${process.env.PATH}` };
  follow(building, built, undefined, (command, at) =>
    execFileSync('sh', ['-c', command], { cwd: join(built, at), env: ofBuild, stdio: 'pipe' }),
  );
  follow(running, folder, built, (command, at) =>
    execFileSync('unshare', ['--mount', 'sh', '-c', script(folder, {}), 'sh', 'env', '-C', at, 'sh', '-c', command], {
      env: { PATH: path },
      stdio: 'pipe',
    }),
  );
  return { folder, remove: () => rmSync(scratch, { recursive: true, force: true }) };
}

function follow(
  steps: readonly Step[],
  into: string,
  from: string | undefined,
  run: (command: string, at: string) => void,
) {
  const ignored = new Set(readFileSync(join(root, '.dockerignore'), 'utf8').split('\n'));
  let at = '/';
  for (const { keyword, words } of steps) {
    if (keyword === 'WORKDIR') {
      at = words.join(' ');
      mkdirSync(join(into, at), { recursive: true });
    } else if (keyword === 'RUN') run(words.join(' '), at);
    else if (keyword === 'COPY') {
      const isOfStage = words[0] === '--from=build';
      const sources = words.slice(isOfStage ? 1 : 0, -1);
      const to = words.at(-1) ?? '';
      for (const word of sources) {
        const source = join(isOfStage ? (from ?? '') : root, word);
        const isWhole = word === '.' || !to.endsWith('/');
        cpSync(source, join(into, at, to, isWhole ? '' : basename(word)), {
          recursive: true,
          verbatimSymlinks: true,
          filter: (path) => isOfStage || !(dirname(path) === root && ignored.has(basename(path))),
        });
      }
    }
  }
}

export interface Container {
  /** The container's output so far. */
  said(): string;
  /** Runs a command beside process 1, as `exec` does. */
  exec(command: readonly string[]): Promise<{ code: number | null; out: string }>;
  /** Runs the image's health check. */
  check(): Promise<{ code: number | null; out: string }>;
  /** Resolves with the container's exit code, or the signal that ended it. */
  ended: Promise<unknown[]>;
  /** Sends the container's process 1 the image's stop signal. */
  stop(): void;
  kill(): void;
}

/** Runs the image's command as process 1 of a container, without any capabilities, as under a hardened service. */
export function startContainer(
  { folder }: Image,
  given: Mounts & { environment: Record<string, string>; command?: readonly string[] },
): Container {
  const ofImage = Object.fromEntries(
    said('ENV')
      .split(' ')
      .map((pair) => pair.split('=')),
  );
  const env = { PATH: path, ...ofImage, ...given.environment };
  const [uid, gid] = said('USER').split(':');
  const within = [
    ...['sh', '-c', script(folder, given), 'sh', 'env', '-C', said('WORKDIR')],
    ...['setpriv', `--reuid=${uid}`, `--regid=${gid}`, '--init-groups', '--no-new-privs'],
    ...['--inh-caps=-all', '--bounding-set=-all', '--'],
  ];
  if (given.volume !== undefined) chownSync(given.volume.from, user.id, user.id);
  const words = given.command ?? commandOf('CMD');
  const child = spawn('unshare', ['--mount', '--pid', '--fork', '--kill-child', ...within, ...words], { env });
  let heard = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk) => {
      heard += chunk;
    });
  }
  const exec = async (command: readonly string[]) => {
    const beside = spawn('unshare', ['--mount', ...within, ...command], { env, stdio: ['ignore', 'pipe', 'inherit'] });
    const [out, [code]] = await Promise.all([text(beside.stdout), once(beside, 'exit')]);
    return { code, out };
  };
  return {
    said: () => heard,
    exec,
    check: () => exec(commandOf('HEALTHCHECK')),
    ended: once(child, 'exit'),
    stop: () => void process.kill(processOneOf(child), said('STOPSIGNAL') as NodeJS.Signals),
    kill: () => void child.kill('SIGKILL'),
  };
}

/** The pid on this machine of the container's process 1. */
const processOneOf = ({ pid }: ChildProcess): number =>
  Number(readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim());
