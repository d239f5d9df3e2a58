import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { text } from 'node:stream/consumers';
import { flagsOf, pairs, type Stage, said, stages, textOf, wordsIn } from './containerfile.ts';

/** Whether containers can be made here, which only root can. */
export const canContain =
  process.platform === 'linux' && process.getuid?.() === 0 && spawnSync('unshare', ['--mount', 'true']).status === 0;

const root = join(import.meta.dirname, '../..');
const user = { id: 1000, name: 'node' };
/** PATH as in the Node image, where Node is in the image's own /usr/local. */
const path = '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin';

export interface Image {
  /** Contains the image's root folder and, beside it, its /usr/local. */
  folder: string;
  remove(): void;
}

/** What to mount before the command runs with the folder as its root. */
interface Mounts {
  readOnly?: boolean;
  tmpfs?: readonly string[];
  /** Mounts a folder of this machine into the container. */
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

/** Executes the Containerfile on top of this machine's system, with the Node that runs the tests. */
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
  const [first, last] = stages as [Stage, Stage];
  const ofBuild = { ...process.env, PATH: `${dirname(process.execPath)}:${process.env.PATH}` };
  follow(first, built, undefined, (command, at) =>
    execFileSync('sh', ['-c', command], { cwd: join(built, at), env: ofBuild, stdio: 'pipe' }),
  );
  follow(last, folder, built, (command, at) =>
    execFileSync('unshare', ['--mount', 'sh', '-c', script(folder, {}), 'sh', 'env', '-C', at, 'sh', '-c', command], {
      env: { PATH: path },
      stdio: 'pipe',
    }),
  );
  return { folder, remove: () => rmSync(scratch, { recursive: true, force: true }) };
}

function follow(stage: Stage, into: string, from: string | undefined, run: (command: string, at: string) => void) {
  const ignored = new Set(readFileSync(join(root, '.dockerignore'), 'utf8').split('\n'));
  let at = '/';
  for (const step of stage.steps) {
    const what = textOf(step);
    if (step.getKeyword() === 'WORKDIR') {
      at = what;
      mkdirSync(join(into, at), { recursive: true });
    } else if (step.getKeyword() === 'RUN') run(what, at);
    else if (step.getKeyword() === 'COPY') {
      const isOfStage = flagsOf(step).from !== undefined;
      const words = what.split(' ');
      const to = words.pop() ?? '';
      for (const word of words) {
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
  /** Everything that it printed. */
  said(): string;
  /** Runs a command in the container, as `docker exec` does. */
  exec(command: readonly string[]): Promise<{ code: number | null; out: string }>;
  /** Resolves with its exit code, or the signal that ended it. */
  ended: Promise<unknown[]>;
  /** Sends its process 1 the image's stop signal. */
  stop(): void;
  kill(): void;
}

/** Starts the image's command as process 1, without any capabilities, as in a hardened service. */
export function startContainer(
  { folder }: Image,
  given: Mounts & { environment: Record<string, string>; command?: readonly string[] },
): Container {
  const env = { PATH: path, ...pairs('ENV'), ...given.environment };
  const [workdir = ''] = said('WORKDIR');
  const [uid, gid] = (said('USER')[0] ?? '').split(':');
  const within = [
    ...['sh', '-c', script(folder, given), 'sh', 'env', '-C', workdir],
    ...['setpriv', `--reuid=${uid}`, `--regid=${gid}`, '--init-groups', '--no-new-privs'],
    ...['--inh-caps=-all', '--bounding-set=-all', '--'],
  ];
  if (given.volume !== undefined) chownSync(given.volume.from, user.id, user.id);
  const words = given.command ?? said('CMD').flatMap(wordsIn);
  const child = spawn('unshare', ['--mount', '--pid', '--fork', '--kill-child', ...within, ...words], { env });
  let heard = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk) => {
      heard += chunk;
    });
  }
  return {
    said: () => heard,
    async exec(command) {
      const beside = spawn('unshare', ['--mount', ...within, ...command], {
        env,
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      const [out, [code]] = await Promise.all([text(beside.stdout), once(beside, 'exit')]);
      return { code, out };
    },
    ended: once(child, 'exit'),
    stop: () => void process.kill(processOneOf(child), said('STOPSIGNAL')[0] as NodeJS.Signals),
    kill: () => void child.kill('SIGKILL'),
  };
}

/** The pid of the container's process 1 on this machine. */
const processOneOf = ({ pid }: ChildProcess): number =>
  Number(readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim());
