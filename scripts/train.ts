/** npx node scripts/train.ts [stories] [--data DIR]: learns the weights of the summaries and prints how they do on texts they were not learned from. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { gunzipSync } from 'node:zlib';
import { type Story, trainStories } from './training/stories.ts';

const { values, positionals } = parseArgs({ allowPositionals: true, options: { data: { type: 'string' } } });
const data = values.data ?? join(import.meta.dirname, '../../shared/data');
const wanted = (name: string): boolean => positionals.length === 0 || positionals.includes(name);

function rows<T>(file: string): T[] {
  const text = gunzipSync(readFileSync(join(data, 'summaries', file))).toString('utf8');
  return text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as T);
}

function keep(name: string, weights: unknown): void {
  writeFileSync(join(import.meta.dirname, '../src/summaries', name), `${JSON.stringify(weights)}\n`);
}

if (wanted('stories')) keep('storyWeights.json', trainStories(rows<Story>('stories.jsonl.gz')));
