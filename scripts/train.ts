import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { optionsOf } from './options.ts';
import { judgeKinds } from './training/kinds.ts';
import { models, storySets, writeModels } from './training/models.ts';
import { archivesIn, readMornings } from './training/mornings.ts';

const usage = `npm run train -- [kinds|pairs] [--data DIR]
Learns the weights from the texts beside the project, and prints how they do on texts that they weren't learned from.`;
const { values, positionals } = optionsOf(usage, { data: { type: 'string' } }, true);
const data = values.data ?? join(import.meta.dirname, '../../shared/data');
if (!existsSync(data)) {
  console.error(`There is no training data: ${data} is missing. Name another folder with --data.`);
  process.exit(1);
}

const names: readonly string[] = positionals;
const wanted = models.filter((name) => names.length === 0 || names.includes(name));
const folder = join(data, 'mornings');
const archives = await Promise.all(archivesIn(folder).map((name) => readMornings(folder, name)));
if (wanted.includes('kinds')) judgeKinds(archives.flatMap(({ labelled }) => labelled));
const checkout = join(import.meta.dirname, '..');
writeModels(wanted, archives, storySets(data), checkout);
// Formats the files, so that equal weights give identical bytes.
execFileSync('npx', ['biome', 'format', '--write', 'src/engine/stories'], { cwd: checkout, stdio: 'ignore' });
