import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { dayMs } from '../../src/clock.ts';
import { optionsOf } from '../options.ts';
import { models, storySets, writeModels } from '../training/models.ts';
import { archivesIn, labelledDays, readMornings } from '../training/mornings.ts';

const usage = 'npm run evaluate -- mornings [ARCHIVE…] [--out DIR]';
const { values, positionals } = optionsOf(usage, { out: { type: 'string' } }, true);

const project = join(import.meta.dirname, '../..');
const data = join(project, '../shared/data');
const folder = join(data, 'mornings');
const out = resolve(values.out ?? mkdtempSync(join(tmpdir(), 'lede-mornings-')));
const names = archivesIn(folder);
const chosen: readonly string[] = positionals.slice(1);
const unknown = chosen.find((name) => !names.includes(name));
if (unknown !== undefined) {
  console.error(`There is no archive “${unknown}”. Archives: ${names.join(', ')}.`);
  process.exit(2);
}
const wanted = names.filter((name) => chosen.length === 0 || chosen.includes(name));
const archives = await Promise.all(names.map((name) => readMornings(folder, name)));
const stories = storySets(data);

/** Copies the sources and trains the copy's models on all archives except the named one. Returns the copy's folder. */
function copyWithout(name: string): string {
  const copy = mkdtempSync(join(tmpdir(), 'lede-without-'));
  for (const part of ['src', 'commands', 'playground', 'scripts', 'package.json']) {
    cpSync(join(project, part), join(copy, part), { recursive: true });
  }
  symlinkSync(join(project, 'node_modules'), join(copy, 'node_modules'));
  const others = archives.filter((archive) => archive.name !== name);
  writeModels(models, others, stories, copy);
  return copy;
}

/** Replays an archive, starting a day before its first labelled day so that the first digest covers a full day. */
function replayed(name: string): void {
  const days = labelledDays(join(folder, name)).map((day) => Date.parse(day));
  const from = Math.min(...days) - dayMs;
  const count = (Math.max(...days) - from) / dayMs + 1;
  const copy = copyWithout(name);
  const target = join(out, name);
  mkdirSync(target, { recursive: true });
  const first = new Date(from).toISOString().slice(0, 10);
  const args = [join(folder, name), '--from', first, '--days', String(count), '--out', target];
  execFileSync(process.execPath, [join(copy, 'scripts/replay.ts'), ...args], { cwd: copy, stdio: ['ignore', 2, 2] });
  rmSync(copy, { recursive: true });
}

for (const name of wanted) replayed(name);
execFileSync(process.execPath, [join(project, '../shared/eval/mornings-all.ts'), out], { stdio: 'inherit' });
console.log(`The digests are in ${out}.`);
