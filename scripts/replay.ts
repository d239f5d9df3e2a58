import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Call, CliRefusal, runCommand, wordsOf } from '../src/cli/command.ts';
import { dayMs } from '../src/clock.ts';
import { endOf, readArchive } from './archive/archive.ts';
import { replay } from './archive/replay.ts';
import { morningAsJson, morningAsText } from './archive/writing.ts';

const usage = `npm run replay -- ARCHIVE [--from YYYY-MM-DD] [--days N] [--out DIR] [--topics ID,ID…]
Runs Lede over recorded feeds (npm run poll -- --record DIR) under a clock of its own and writes the digests of each
morning at 08:00 UTC: DIR/DAY.txt to read, DIR/DAY.json to measure. One channel gets all topics, and each topic one.
--from is a week before the end of the archive, --out data/replay, --topics all of the archive's.`;

const daysDefault = 7;
const daysMax = 400;

export async function replayArchive(call: Call): Promise<number> {
  const { values, positionals } = wordsOf(
    call,
    usage,
    {
      from: { type: 'string' },
      days: { type: 'string' },
      out: { type: 'string', default: 'data/replay' },
      topics: { type: 'string' },
    },
    1,
  );
  const [folder] = positionals;
  if (folder === undefined) throw new CliRefusal(usage);
  const archive = readArchive(folder);
  const lastDay = Math.floor(endOf(archive) / dayMs) * dayMs;
  const from = values.from === undefined ? lastDay - (daysDefault - 1) * dayMs : Date.parse(`${values.from}T00:00Z`);
  if (Number.isNaN(from)) throw new CliRefusal(`“${values.from}” is no day: write it as 2026-08-04.`);
  const days = values.days === undefined ? (lastDay - from) / dayMs + 1 : Number(values.days);
  if (!(days >= 1 && days <= daysMax && Number.isInteger(days))) {
    const end = new Date(lastDay).toISOString().slice(0, 10);
    throw new CliRefusal(`--days takes a whole number from 1 to ${daysMax}; the archive ends ${end}.`);
  }
  const known = archive.catalogue.topics.map(({ id }) => id);
  const topicIds = values.topics === undefined ? known : values.topics.split(',').map((id) => id.trim());
  const unknown = topicIds.find((id) => !known.includes(id));
  if (unknown !== undefined) throw new CliRefusal(`The archive has no topic “${unknown}”, but ${known.join(', ')}.`);

  mkdirSync(values.out, { recursive: true });
  const show = (now: number, { articles, stories }: { articles: number; stories: number }) =>
    call.progress(`${new Date(now).toISOString().slice(0, 16)}: ${articles} articles, ${stories} stories`);
  // Only for a terminal, because counting takes a while.
  const onStep = process.stderr.isTTY ? show : undefined;
  let written = 0;
  for await (const morning of replay({ archive, from, days, topicIds, onStep })) {
    writeFileSync(join(values.out, `${morning.day}.json`), morningAsJson(morning));
    writeFileSync(join(values.out, `${morning.day}.txt`), morningAsText(morning));
    written += 1;
  }
  call.progress('');
  call.say(`${written} mornings in ${values.out}.\n`);
  return 0;
}

if (import.meta.main) await runCommand(replayArchive);
