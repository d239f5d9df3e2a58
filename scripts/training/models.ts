import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { learnKinds } from './kinds.ts';
import type { Mornings } from './mornings.ts';
import { type StorySets, type ToldArticle, trainPairs } from './pairs.ts';

function rows<T>(file: string): T[] {
  const lines = gunzipSync(readFileSync(file)).toString('utf8').trim().split('\n');
  return lines.map((line) => JSON.parse(line) as T);
}

/** Reads the published story sets from `data/stories`. */
export function storySets(data: string): StorySets {
  const storySet = (name: string): ToldArticle[] =>
    rows<ToldArticle & { story: string }>(join(data, `stories/${name}.jsonl.gz`)).map((one) => ({
      ...one,
      event: one.story,
    }));
  return { fulltext: storySet('fulltext'), wires: storySet('wires'), headlines: storySet('headlines') };
}

/** All articles of an archive by publication time, with the labels of those that have some. */
function toldArticles({ items, labelled }: Mornings): ToldArticle[] {
  const told = new Map(labelled.map((item) => [item.url, item]));
  const articles = items.map(({ url, outlet, title, text, publishedAt, language }): ToldArticle => {
    const { day, event, notNews } = told.get(url) ?? {};
    return { id: url, outlet, title, text, publishedAt, language, day, event, notNews: Number(notNews ?? false) };
  });
  return articles.sort((a, b) => a.publishedAt - b.publishedAt || (a.id < b.id ? -1 : 1));
}

export const models = ['kinds', 'pairs'] as const;

/** Trains the wanted models on these archives and writes them into a checkout. */
export function writeModels(
  wanted: readonly (typeof models)[number][],
  archives: readonly Mornings[],
  stories: StorySets,
  checkout: string,
): void {
  const write = (name: string, weights: unknown): void =>
    writeFileSync(join(checkout, 'src/engine/stories', name), JSON.stringify(weights));
  if (wanted.includes('kinds')) write('kinds.json', learnKinds(archives.flatMap(({ labelled }) => labelled)));
  if (wanted.includes('pairs')) write('pairWeights.json', trainPairs(archives.map(toldArticles), stories));
}
