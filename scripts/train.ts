/** npx node scripts/train.ts [kinds|topics] [--data DIR]: learns the weights from texts beside the project and prints how they do on texts they were not learned from. */
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { trainKinds } from './training/kinds.ts';
import { archivedItems, labelledItems } from './training/mornings.ts';
import { trainTopics } from './training/topics.ts';

const { values, positionals } = parseArgs({ allowPositionals: true, options: { data: { type: 'string' } } });
const data = values.data ?? join(import.meta.dirname, '../../shared/data');
if (!existsSync(data)) {
  console.error(`There is nothing to learn from: ${data} is missing. Name another folder with --data.`);
  process.exit(1);
}

const wanted = (name: string): boolean => positionals.length === 0 || positionals.includes(name);

function keep(name: string, weights: unknown): void {
  writeFileSync(join(import.meta.dirname, '../src', name), `${JSON.stringify(weights)}\n`);
}

if (wanted('kinds') || wanted('topics')) {
  const folder = join(data, 'mornings/en');
  const archived = await archivedItems(folder);
  const labelled = labelledItems(folder, archived);
  if (wanted('kinds')) keep('stories/kinds.json', trainKinds(labelled));
  const filed = join(data, 'background/texts.jsonl.gz');
  if (wanted('topics')) keep('stories/topicModel.json', trainTopics({ archived, labelled, filed }));
}
