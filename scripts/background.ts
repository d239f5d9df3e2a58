/**
 * Counts the background texts that contain each stem, and writes src/engine/stories/background.json.
 * Run: npx node scripts/background.ts <texts.jsonl.gz>
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { termsOf } from '../src/engine/text/terms.ts';

const wordsMax = 80;
const countMin = 4;

const path = process.argv[2];
if (path === undefined) throw new Error('Give a file of gzipped JSON lines, each {"text": "…"}.');
const lines = gunzipSync(readFileSync(path)).toString('utf8').split('\n');
const texts = lines.filter((line) => line !== '').map((line) => (JSON.parse(line) as { text: string }).text);

const counts = new Map<string, number>();
for (const text of texts) {
  const start = text.split(/\s+/, wordsMax).join(' ');
  for (const stem of new Set(termsOf(start, 'en'))) counts.set(stem, (counts.get(stem) ?? 0) + 1);
}

const byCount = new Map<number, string[]>();
for (const [stem, count] of counts) {
  if (count < countMin || stem.length < 2 || stem.includes(' ')) continue;
  byCount.set(count, [...(byCount.get(count) ?? []), stem]);
}
const stemsByCount = Object.fromEntries(
  [...byCount].sort(([a], [b]) => a - b).map(([count, stems]) => [count, stems.sort().join(' ')]),
);
const target = join(import.meta.dirname, '../src/engine/stories/background.json');
const json = `${JSON.stringify({ texts: texts.length, stemsByCount }, null, 2)}\n`;
writeFileSync(target, json);
process.stdout.write(`${texts.length} texts, ${[...byCount.values()].flat().length} stems, ${json.length} bytes\n`);
