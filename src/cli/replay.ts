import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { dayMs } from '../clock.ts';
import { CatalogueError } from '../feeds/catalogue.ts';
import { ArchiveError, endOf, readArchive } from '../replay/archive.ts';
import { replay } from '../replay/replay.ts';
import { morningAsJson, morningAsText } from '../replay/writing.ts';
import { createProgress } from './progress.ts';
import { refuse } from './refuse.ts';

const usage = `npm run replay -- ARCHIVE [--from YYYY-MM-DD] [--days N] [--out DIR] [--topics ID,ID…]
Runs Lede over recorded feeds (npm run poll -- --record DIR) under a clock of its own and writes the digests of each
morning at 08:00 UTC: DIR/DAY.txt to read, DIR/DAY.json to measure. One channel gets all topics, and each topic one.
--from is a week before the end of the archive, --out data/replay, --topics all of the archive's.`;

const daysDefault = 7;
const daysMax = 400;

function argumentsGiven() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        from: { type: 'string' },
        days: { type: 'string' },
        out: { type: 'string', default: 'data/replay' },
        topics: { type: 'string' },
        help: { type: 'boolean', default: false },
      },
    });
  } catch (error) {
    return refuse((error as Error).message, usage);
  }
}

function archiveIn(folder: string) {
  try {
    return readArchive(folder);
  } catch (error) {
    if (error instanceof ArchiveError || error instanceof CatalogueError) return refuse(error.message);
    throw error;
  }
}

const { values, positionals } = argumentsGiven();
const [folder] = positionals;
if (values.help || folder === undefined || positionals.length > 1) {
  process.stderr.write(`${usage}\n`);
  process.exit(values.help ? 0 : 2);
}
const archive = archiveIn(folder);
const lastDay = Math.floor(endOf(archive) / dayMs) * dayMs;
const from = values.from === undefined ? lastDay - (daysDefault - 1) * dayMs : Date.parse(`${values.from}T00:00Z`);
if (Number.isNaN(from)) refuse(`“${values.from}” is no day: write it as 2026-08-04.`);
const days = values.days === undefined ? (lastDay - from) / dayMs + 1 : Number(values.days);
if (!(days >= 1 && days <= daysMax && Number.isInteger(days))) {
  refuse(
    `--days takes a whole number from 1 to ${daysMax}; the archive ends ${new Date(lastDay).toISOString().slice(0, 10)}.`,
  );
}
const known = archive.catalogue.topics.map(({ id }) => id);
const topicIds = values.topics === undefined ? known : values.topics.split(',').map((id) => id.trim());
const unknown = topicIds.find((id) => !known.includes(id));
if (unknown !== undefined) refuse(`The archive has no topic “${unknown}”, but ${known.join(', ')}.`);

const progress = createProgress();
mkdirSync(values.out, { recursive: true });
// Counting what is stored takes a while, so it is left out where no terminal shows it.
const onStep = process.stderr.isTTY
  ? (now: number, { articles, stories }: { articles: number; stories: number }) =>
      progress(`${new Date(now).toISOString().slice(0, 16)}: ${articles} articles, ${stories} stories`)
  : undefined;
let written = 0;
for await (const morning of replay({ archive, from, days, topicIds, onStep })) {
  writeFileSync(join(values.out, `${morning.day}.json`), morningAsJson(morning));
  writeFileSync(join(values.out, `${morning.day}.txt`), morningAsText(morning));
  written += 1;
}
progress('');
process.stdout.write(`${written} mornings in ${values.out}.\n`);
process.exit(0);
