import { spawn, spawnSync } from 'node:child_process';
import { closeSync, constants, existsSync, openSync, readSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { createLogDestination } from '../src/log.ts';
import { scratchFolder } from './storage/scratch.ts';

const reading = constants.O_RDONLY | constants.O_NONBLOCK;
const posix = process.platform !== 'win32';
const logModule = new URL('../src/log.ts', import.meta.url).href;
/** Logs continuously, and exits after half a second as Lede does on SIGTERM. */
const program = `
  import { createLog } from ${JSON.stringify(logModule)};
  const log = createLog('info');
  setInterval(() => log.info({}, 'x'.repeat(500)), 2);
  setTimeout(() => { log.info({}, 'the end'); process.exit(7); }, 500);
`;

/** A named pipe, whose reader comes and goes. */
function pipe() {
  const path = join(scratchFolder(), 'pipe');
  spawnSync('sh', ['-c', 'mkfifo "$0"', path]);
  const open = (flags: number) => {
    const fd = openSync(path, flags);
    onTestFinished(() => {
      try {
        closeSync(fd);
      } catch {}
    });
    return fd;
  };
  return { open, reader: open(reading), writer: open(constants.O_WRONLY) };
}

/** Reads from the descriptor until the text ends with `end`. */
async function takenUntil(fd: number, end: string): Promise<string> {
  let all = Buffer.alloc(0);
  const buffer = Buffer.alloc(64 * 1024);
  const take = () => {
    try {
      all = Buffer.concat([all, buffer.subarray(0, readSync(fd, buffer))]);
    } catch {
      // The pipe is empty at the moment.
    }
    return all.subarray(-end.length).equals(Buffer.from(end));
  };
  await expect.poll(take, { interval: 1, timeout: 10_000 }).toBe(true);
  return all.toString();
}

describe('a log that nothing takes', () => {
  const start = (stdout: number | 'pipe') =>
    spawn(process.execPath, ['--input-type=module', '--eval', program], {
      stdio: ['ignore', stdout, 'pipe'],
      timeout: 20_000,
    });
  const end = (child: ReturnType<typeof start>) => {
    let said = '';
    child.stderr?.on('data', (bytes) => (said += String(bytes)));
    return new Promise((resolve) => child.once('close', (code) => resolve({ code, said })));
  };

  test.skipIf(!existsSync('/dev/full'))(
    'because its disk is full lets the process go on, and end at once',
    async () => {
      const full = openSync('/dev/full', 'w');
      onTestFinished(() => closeSync(full));
      expect(await end(start(full))).toEqual({ code: 7, said: '' });
    },
  );

  test('because its reader is gone lets the process go on, and end at once', async () => {
    const child = start('pipe');
    child.stdout?.destroy();
    expect(await end(child)).toEqual({ code: 7, said: '' });
  });

  test.skipIf(!posix)(
    'resumes once there is a reader again, and says how many lines are missing (left out on Windows: no named pipes)',
    async () => {
      const { reader, writer, open } = pipe();
      const missed: number[] = [];
      const log = createLogDestination(writer, (lines) => {
        missed.push(lines);
        log.write(`${lines} are missing\n`);
      });
      log.write('ä first\n');
      await takenUntil(reader, ' first\n');
      closeSync(reader);
      for (let n = 0; n < 40_000; n += 1) log.write(`${n} ${'ä'.repeat(40)}\n`);
      const again = open(reading);
      const lines = (await takenUntil(again, ' are missing\n')).trimEnd().split('\n');
      expect(lines.slice(0, -1)).toEqual(lines.slice(0, -1).map((_, n) => `${n} ${'ä'.repeat(40)}`));
      expect(lines.at(-1)).toBe(`${40_000 - (lines.length - 1)} are missing`);
      expect(missed).toHaveLength(1);
      log.write('last\n');
      expect(await takenUntil(again, 'last\n')).toBe('last\n');
    },
  );
});

/** Expects each number of the log's lines at most once, and at most one pipe buffer's worth to be missing. */
function expectNumbers(said: string): void {
  const lines = said.trimEnd().split('\n');
  const numbers = lines.map((line) => (JSON.parse(line) as { n: number }).n);
  expect(new Set(numbers).size).toBe(numbers.length);
  // Eight lines fit into one chunk that a pipe takes at once.
  expect(numbers.length).toBeGreaterThanOrEqual(1800 - 8);
}

test('lines that wait when the process ends are written, each once and in their order', () => {
  const quick = `
    import { createLog } from ${JSON.stringify(logModule)};
    const log = createLog('info');
    for (let n = 0; n < 2_000; n += 1) log.info({ n }, 'line');
    process.exit(0);
  `;
  expectNumbers(spawnSync(process.execPath, ['--input-type=module', '--eval', quick], { encoding: 'utf8' }).stdout);
});

test.skipIf(!posix)(
  'lines waiting for a slow reader at the process’s end arrive complete, except those just being written (left out on Windows: no named pipes)',
  async () => {
    const burst = `
    import { createLog } from ${JSON.stringify(logModule)};
    const log = createLog('info');
    const say = (from, to) => { for (let n = from; n < to; n += 1) log.info({ n, pad: 'x'.repeat(500) }, 'line'); };
    say(0, 1500);
    setTimeout(() => { say(1500, 1800); process.exit(1); }, 30);
  `;
    const child = spawn(process.execPath, ['--input-type=module', '--eval', burst], {
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    const out = child.stdout;
    let said = '';
    out.setEncoding('utf8');
    for await (const piece of out) {
      said += piece;
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    expectNumbers(said);
  },
);
