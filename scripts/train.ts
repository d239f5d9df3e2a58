import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { optionsOf } from './options.ts';
import { trainKinds } from './training/kinds.ts';
import { archivedItems, labelledItems } from './training/mornings.ts';
import { type ToldArticle, trainPairs } from './training/pairs.ts';
import { trainTopics } from './training/topics.ts';

const usage = `npm run train -- [kinds|topics|pairs] [--data DIR]
Learns the weights from the texts beside the project, and prints how they do on texts that they weren't learned from.`;
const { values, positionals } = optionsOf(usage, { data: { type: 'string' } }, true);
const data = values.data ?? join(import.meta.dirname, '../../shared/data');
if (!existsSync(data)) {
  console.error(`There is nothing to learn from: ${data} is missing. Name another folder with --data.`);
  process.exit(1);
}

const names: readonly string[] = positionals;
const wanted = (name: string): boolean => names.length === 0 || names.includes(name);

/** Formats the file, so the same weights are the same bytes. */
function keep(name: string, weights: unknown): void {
  const path = join(import.meta.dirname, '../src', name);
  writeFileSync(path, JSON.stringify(weights));
  execFileSync('npx', ['biome', 'format', '--write', path], { stdio: 'ignore' });
}

function rows<T>(file: string): T[] {
  const lines = gunzipSync(readFileSync(join(data, file)))
    .toString('utf8')
    .trim()
    .split('\n');
  return lines.map((line) => JSON.parse(line) as T);
}

if (wanted('kinds') || wanted('topics') || wanted('pairs')) {
  const folder = join(data, 'mornings/en');
  const archived = await archivedItems(folder);
  const labelled = labelledItems(folder, archived);
  if (wanted('kinds')) keep('stories/kinds.json', trainKinds(labelled));
  const filed = join(data, 'background/texts.jsonl.gz');
  if (wanted('topics')) keep('stories/topicModel.json', trainTopics({ archived, labelled, filed }));
  if (wanted('pairs')) {
    const told = new Map(labelled.map((item) => [item.url, item]));
    const articles = archived.map(({ url, outlet, title, text, publishedAt, language }): ToldArticle => {
      const { day, event, notNews } = told.get(url) ?? {};
      return { id: url, outlet, title, text, publishedAt, language, day, event, notNews: Number(notNews ?? false) };
    });
    articles.sort((a, b) => a.publishedAt - b.publishedAt || (a.id < b.id ? -1 : 1));
    const storySet = (name: string): ToldArticle[] =>
      rows<ToldArticle & { story: string }>(`stories/${name}.jsonl.gz`).map((one) => ({ ...one, event: one.story }));
    const sets = { fulltext: storySet('fulltext'), wires: storySet('wires'), headlines: storySet('headlines') };
    keep('stories/pairWeights.json', trainPairs(articles, sets));
  }
}
