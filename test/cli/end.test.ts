import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, onTestFinished, test } from 'vitest';

const moduleAt = (path: string) => JSON.stringify(new URL(`../../src/${path}`, import.meta.url).href);

/** Starts a program that logs this many lines and then exits as Lede does. `within` is a command that starts it. */
function startThatLogs(lines: number, ...within: string[]) {
  const program = `
    import { createLog } from ${moduleAt('log.ts')};
    import { end } from ${moduleAt('cli/end.ts')};
    const log = createLog('info');
    for (let n = 0; n < ${lines}; n += 1) log.info({ n }, 'x'.repeat(500));
    setTimeout(() => end('SIGTERM'), 100);
  `;
  const [command = '', ...words] = [...within, process.execPath, '--input-type=module', '--eval', program];
  const child = spawn(command, words, {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  return child;
}

test('a requested end exits with 0 after the whole log was written', async () => {
  const child = startThatLogs(1_000);
  let lines = 0;
  child.stdout.on('data', (bytes) => (lines += String(bytes).split('\n').length - 1));
  expect(await once(child, 'close')).toEqual([0, null]);
  expect(lines).toBe(1_000);
});

test.skipIf(process.platform === 'win32')(
  'a log whose reader stopped reading, as with npm start and less, does not keep the process from ending (left out on Windows: no signals)',
  async () => {
    const child = startThatLogs(2_000);
    const ended = await Promise.race([once(child, 'exit'), new Promise((resolve) => setTimeout(resolve, 15_000))]);
    expect(ended).toEqual([null, 'SIGTERM']);
  },
);

test.skipIf(process.platform !== 'linux' || process.getuid?.() !== 0)(
  'then process 1 of a container ends too, although the kernel drops its signals to itself (left out unless root on Linux)',
  async () => {
    const child = startThatLogs(2_000, 'unshare', '--pid', '--fork', '--kill-child', '--mount-proc');
    const ended = await Promise.race([once(child, 'exit'), new Promise((resolve) => setTimeout(resolve, 15_000))]);
    expect(ended).toEqual([0, null]);
  },
);
