import { hash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { Article } from '../../src/engine/articles/article.ts';
import { canonicalUrl } from '../../src/engine/articles/canonicalUrl.ts';
import { ownersIn } from '../../src/engine/articles/outlets.ts';
import { unpacked } from '../../src/engine/articles/packed.ts';
import { extractArticle } from '../../src/engine/pages/extract.ts';
import { citedIn } from '../../src/engine/stories/citations.ts';
import { createSourceNames } from '../../src/engine/stories/sourceNames.ts';
import { splitSentences } from '../../src/engine/text/sentences.ts';
import { outletsOf } from '../../src/reading/outlets.ts';
import { type Archive, endOf, readArchive } from '../archive/archive.ts';
import { articlesOf } from '../training/mornings.ts';

/**
 * A sentence of an archived article and its source, labelled by hand: names separated by semicolons, `-` for none, `?`
 * if debatable. With `*` as the sentence, the whole article was read, so all its sentences without a label name no
 * source.
 */
interface Label {
  archive: string;
  article: string;
  sentence: string;
  source: string;
}

/** Patterns were fitted on the first archives, selected on the next, and tested on the last. */
const parts = [
  ['fitted', 'us'],
  ['fitted', 'de'],
  ['chosen', 'deat'],
  ['tested', 'en'],
] as const;
/** Characters per text that the labels cover; the grouper reads the same. */
const charactersRead = 4_000;

const labels = readFileSync(join(import.meta.dirname, 'origins.tsv'), 'utf8')
  .trim()
  .split('\n')
  .slice(1)
  .map((line): Label => {
    const [archive = '', article = '', sentence = '', source = ''] = line.split('\t');
    return { archive, article, sentence, source };
  });

const hashOf = (sentence: string): string => hash('sha256', sentence, 'base64url').slice(0, 10);

function sentencesOf({ title, paragraphs, language }: Article): string[] {
  let left = charactersRead;
  const found = [title];
  for (const paragraph of paragraphs) {
    if (left <= 0) break;
    found.push(...splitSentences(paragraph.slice(0, left), language));
    left -= paragraph.length;
  }
  return found;
}

/** The labelled articles, with their pages' text if the archive has it. */
async function articlesIn(archive: Archive, ids: ReadonlySet<string>): Promise<Map<string, Article>> {
  const found = new Map<string, Article>();
  const outlets = archive.catalogue.outlets.flatMap((outlet) => outlet.feeds.map(({ url }) => [url, outlet] as const));
  const byFeed = new Map(outlets);
  for (const feed of archive.feeds) {
    const by = byFeed.get(feed.url);
    if (!by) continue;
    const listedBy = { outletId: by.id, outlet: by.name, language: by.language };
    for (const packed of await articlesOf(feed, listedBy, endOf(archive))) {
      if (!ids.has(packed.id) || found.has(packed.id)) continue;
      const article = unpacked(packed);
      const page = article.textFrom === 'snippet' && archive.pages.get(canonicalUrl(article.url) ?? article.url);
      const read = page ? extractArticle(gunzipSync(readFileSync(page)).toString(), article.url) : undefined;
      found.set(article.id, read?.paragraphs.length ? { ...article, paragraphs: read.paragraphs } : article);
    }
  }
  return found;
}

interface Score {
  right: number;
  wrong: number;
  missed: number;
  /** Labels whose sentence no longer exists, because feeds or sentences are read differently now. */
  lost: number;
}

async function score(name: string, folder: string): Promise<Score> {
  const archive = readArchive(join(folder, name));
  const own = labels.filter((label) => label.archive === name);
  const articles = await articlesIn(archive, new Set(own.map(({ article }) => article)));
  const outlets = outletsOf(archive.catalogue, new Set());
  const names = createSourceNames(outlets);
  const ownerOf = ownersIn(outlets);
  const counts = { right: 0, wrong: 0, missed: 0, lost: 0 };
  for (const [id, ofArticle] of Map.groupBy(own, ({ article }) => article)) {
    const article = articles.get(id);
    const sourceOf = new Map(ofArticle.map(({ sentence, source }) => [sentence, source]));
    const seen = new Set<string>();
    for (const sentence of article ? sentencesOf(article) : []) {
      const key = hashOf(sentence);
      const source = sourceOf.get(key) ?? (sourceOf.has('*') ? '-' : '?');
      if (source === '?' || seen.has(key)) continue;
      seen.add(key);
      const wanted = new Set(source === '-' ? [] : source.split(';').map((one) => names.named(one) ?? one));
      const isForeign = (of: string) => ownerOf(of) !== ownerOf(article?.outletId ?? '');
      const found = new Set(
        citedIn(sentence, article?.language, names)
          .map(({ of }) => of)
          .filter(isForeign),
      );
      const [right, wrong, missed] = [found.intersection(wanted), found.difference(wanted), wanted.difference(found)];
      counts.right += right.size;
      counts.wrong += wrong.size;
      counts.missed += missed.size;
      if (wrong.size > 0) console.log(`wrong   ${[...wrong].join(', ')}: ${sentence}`);
      if (missed.size > 0) console.log(`missed  ${[...missed].join(', ')}: ${sentence}`);
    }
    counts.lost += ofArticle.filter(
      ({ sentence, source }) => sentence !== '*' && source !== '?' && !seen.has(sentence),
    ).length;
  }
  return counts;
}

const percent = (part: number, whole: number): string => `${((100 * part) / whole).toFixed(1)} %`;
const row = (label: string, { right, wrong, missed, lost }: Score): string =>
  [
    label.padEnd(14),
    `precision ${percent(right, right + wrong)} (${right} of ${right + wrong})`,
    `recall ${percent(right, right + missed)} (${right} of ${right + missed})`,
    ...(lost > 0 ? [`${lost} labels without their sentence`] : []),
  ].join('   ');

const all = { right: 0, wrong: 0, missed: 0, lost: 0 };
const rows: string[] = [];
for (const [part, name] of parts) {
  const counts = await score(name, join(import.meta.dirname, '../../../shared/data/mornings'));
  rows.push(row(`${part} ${name}`, counts));
  for (const key of ['right', 'wrong', 'missed', 'lost'] as const) all[key] += counts[key];
}
console.log([...rows, row('all', all)].join('\n'));
