/**
 * Measures what polling 1,000 feeds costs in three phases: first poll, nothing changed, and one new item in every tenth
 * feed. Compares Lede with a loop around rss-parser and with bare conditional requests in the same run. Run with
 * `npm run bench:poll`; `-- --hosts N` spreads the feeds over N loopback addresses. `--rounds N` repeats all phases of
 * the three contenders N times, and of `npm run poll` only the unchanged phase. Medians are printed, and none is
 * asserted, because a single round can be off by half.
 */
import { type ChildProcess, fork, spawn } from 'node:child_process';
import { mkdtempDisposableSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { optionsOf } from '../scripts/options.ts';
import type { Order, PhaseFigures } from './pollPhase.ts';
import type { PressAnswer, PressCounts, PressOrder } from './pollPress.ts';

const { values } = optionsOf('npm run bench:poll -- [--feeds N] [--hosts N] [--rounds N]', {
  feeds: { type: 'string', default: '1000' },
  hosts: { type: 'string', default: '100' },
  rounds: { type: 'string', default: '5' },
});

const phases = ['first poll', 'nothing changed', '10 % changed'] as const;
const contenders = { loop: 'pollRssParser.ts', bound: 'pollBound.ts', lede: 'pollLede.ts' } as const;
type Contender = keyof typeof contenders;
type Row = PhaseFigures & PressCounts & { items: number };

function fileOf(name: string): string {
  return fileURLToPath(new URL(name, import.meta.url));
}

function ask<T>(child: ChildProcess, message: Order | PressOrder): Promise<T> {
  return new Promise((resolve, reject) => {
    const ended = (code: number | null): void => reject(new Error(`a process of the bench ended with ${code}`));
    child.once('exit', ended);
    child.once('message', (answer) => {
      child.off('exit', ended);
      resolve(answer as T);
    });
    child.send(message);
  });
}

async function run(press: ChildProcess, urls: string[], contender: Contender, validators: boolean): Promise<Row[]> {
  using folder = mkdtempDisposableSync(join(tmpdir(), 'lede-bench-'));
  const child = fork(fileOf(contenders[contender]), { execArgv: [] });
  const rows: Row[] = [];
  try {
    await ask(child, { order: 'feeds', urls, folder: folder.path });
    for (const phase of phases) {
      const { items } = await ask<PressAnswer>(press, {
        order: 'print',
        grown: phase === '10 % changed',
        validators,
      });
      const figures = await ask<PhaseFigures>(child, { order: 'poll' });
      const { asked } = await ask<PressAnswer>(press, { order: 'print', grown: phase === '10 % changed', validators });
      rows.push({ ...figures, ...asked, items });
    }
    return rows;
  } finally {
    child.disconnect();
  }
}

function median<T>(all: readonly T[], by: (one: T) => number): T {
  const sorted = all.toSorted((one, other) => by(one) - by(other));
  const middle = sorted[Math.floor(sorted.length / 2)];
  if (middle === undefined) throw new Error('an empty list has no median');
  return middle;
}

function table(results: Record<Contender, Row[][]>): string {
  const head =
    'phase            who    wall s  CPU s  main CPU  peak MiB  loop p99 ms  requests  conditional  304    MB      stored / press';
  const lines = phases.flatMap((phase, index) =>
    Object.entries(results).map(([who, rounds]) => {
      const row = median(
        rounds.flatMap((rows) => rows[index] ?? []),
        ({ cpuS }) => cpuS,
      );
      const share = `${Math.round((100 * row.conditional) / Math.max(1, row.requests))} %`;
      return [
        phase.padEnd(16),
        who.padEnd(6),
        row.wallS.toFixed(2).padStart(6),
        row.cpuS.toFixed(2).padStart(6),
        row.mainCpuS.toFixed(2).padStart(8),
        row.peakMiB.toFixed(0).padStart(9),
        row.delayP99Ms.toFixed(1).padStart(12),
        String(row.requests).padStart(9),
        share.padStart(12),
        String(row.notModified).padStart(5),
        (row.bytes / 1e6).toFixed(1).padStart(6),
        `${row.stored} / ${row.items}`.padStart(17),
      ].join(' ');
    }),
  );
  const ratios = phases.map((phase, index) => {
    const cpu = (who: Contender, round: number): number => results[who][round]?.[index]?.cpuS ?? Number.NaN;
    const to = (who: Contender): string => {
      const all = results.lede.map((_, round) => cpu('lede', round) / cpu(who, round));
      return `${median(all, Number).toFixed(2)} (${Math.min(...all).toFixed(2)} to ${Math.max(...all).toFixed(2)}) ×`;
    };
    return `${phase}: ${to('loop')} the rss-parser loop, ${to('bound')} the bare requests`;
  });
  return [head, ...lines, '', ...ratios].join('\n');
}

/** Runs a Node process and measures its CPU seconds and peak memory from start to exit. */
async function costOf(
  words: string[],
): Promise<{ cpuS: number; peakMiB: number; output: string; code: number | null }> {
  const child = spawn(process.execPath, ['--import', fileOf('pollCpu.mjs'), ...words], {
    // The same setting as in `npm run poll`.
    env: { ...process.env, NODE_COMPILE_CACHE: fileOf('../node_modules/.cache/lede') },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  let errors = '';
  child.stdout.on('data', (chunk) => (output += chunk));
  child.stderr.on('data', (chunk) => (errors += chunk));
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  const cost = JSON.parse(/^cost (.+)$/m.exec(errors)?.[1] ?? '{}');
  return { cpuS: Number(cost.cpuS), peakMiB: Number(cost.peakMiB), output, code };
}

async function command(press: ChildProcess, urls: string[]): Promise<string> {
  using folder = mkdtempDisposableSync(join(tmpdir(), 'lede-bench-'));
  const list = join(folder.path, 'feeds.txt');
  writeFileSync(list, urls.join('\n'));
  const words = [fileOf('../scripts/poll.ts'), '--feeds', list, '--all', '--allow-private', '--json'];
  const database = ['--database', `file:${join(folder.path, 'lede.db')}`];
  const lines: string[] = [];
  for (const phase of phases) {
    await ask<PressAnswer>(press, { order: 'print', grown: phase === '10 % changed', validators: true });
    // Only the unchanged phase can be repeated: after one poll, a change is no longer new.
    const turns = phase === 'nothing changed' ? Number(values.rounds) : 1;
    const costs: Awaited<ReturnType<typeof costOf>>[] = [];
    while (costs.length < turns) costs.push(await costOf([...words, ...database]));
    // If a run failed, prints it instead of the median.
    const failed = costs.find((cost) => cost.code !== 0);
    const { cpuS, peakMiB, output, code } = failed ?? median(costs, (cost) => cost.cpuS);
    const all = costs.map((cost) => cost.cpuS);
    const range = turns > 1 ? ` (${Math.min(...all).toFixed(2)} to ${Math.max(...all).toFixed(2)})` : '';
    lines.push(
      `${phase.padEnd(16)} ${cpuS.toFixed(2)}${range} CPU s, ${peakMiB.toFixed(0)} MiB, exit ${code}, ${output.trim()}`,
    );
  }
  return lines.join('\n');
}

const press = fork(fileOf('pollPress.ts'), { execArgv: [] });
const { urls, items } = await ask<PressAnswer>(press, {
  order: 'open',
  feeds: Number(values.feeds),
  hosts: Number(values.hosts),
});
const show = (text: string): void => void process.stdout.write(`${text}\n`);
show(`${urls.length} feeds with ${items} items on ${values.hosts} loopback addresses; Node ${process.versions.node}\n`);
for (const validators of [true, false]) {
  show(validators ? 'Every feed has an ETag' : '\nA third of the feeds without validators');
  const results: Record<Contender, Row[][]> = { loop: [], bound: [], lede: [] };
  for (let round = 0; round < Number(values.rounds); round++) {
    for (const contender of Object.keys(contenders) as Contender[]) {
      results[contender].push(await run(press, urls, contender, validators));
    }
  }
  show(table(results));
}
show('\nThe command, process start included');
show(await command(press, urls));
press.disconnect();
