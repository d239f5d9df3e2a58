import { statSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { systemWall } from '../clock.ts';
import { parseConfig } from '../config.ts';
import { render } from '../discord/bot.ts';
import { forget, type Traces, tracesOf } from '../operation/forget.ts';
import { domainOf } from '../reading/domains.ts';
import { StorageError } from '../storage/errors.ts';
import { openStorage } from '../storage/storage.ts';
import { existingDatabase } from './existingDatabase.ts';

const usage = `npm run forget -- --outlet DOMAIN [--yes | --undo]
Says what is stored of the outlet with this domain; with --yes takes it out for good and never reads the outlet again.
With --undo it may be read again from the next start on; what was taken out stays out.
Stop Lede first. Messages that quote the outlet are edited when Lede starts again.`;

const count = (number: number, one: string, many: string) =>
  `${number.toLocaleString('en')} ${number === 1 ? one : many}`;

function described({ domain, feeds, outlets, articleIds, messages }: Traces): string {
  const named = outlets.slice(0, 20).join(', ');
  return [
    `${domain}: ${count(feeds.length, 'feed', 'feeds')}${named === '' ? '' : ` of ${named}`}`,
    `${count(articleIds.size, 'article', 'articles')} with their text, and whatever stories, search and digests hold of them`,
    `${count(messages, 'message', 'messages')} to be edited in channels`,
  ].join('\n');
}

/** The file is written anew into a temporary file and from there into the log beside it. */
function fullDisk(domain: string, path: string): string {
  const megabytes = Math.ceil(statSync(path).size / 2 ** 20);
  return `The disk is full, so texts of ${domain} may still stand in the file. Free ${2 * megabytes} MB, or ${megabytes} MB with a folder on another disk in SQLITE_TMPDIR, and run the same command again.`;
}

function optionsGiven() {
  try {
    return parseArgs({
      options: {
        outlet: { type: 'string' },
        yes: { type: 'boolean', default: false },
        undo: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    }).values;
  } catch (error) {
    process.stderr.write(`${(error as Error).message}\n${usage}\n`);
    process.exit(2);
  }
}

async function run(): Promise<number> {
  const values = optionsGiven();
  const domain = domainOf(values.outlet ?? '');
  if (values.help || domain === undefined || (values.yes && values.undo)) {
    process.stderr.write(`${usage}\n`);
    return values.help ? 0 : 2;
  }
  const parsed = parseConfig(process.env);
  if ('problems' in parsed) throw new Error(parsed.problems.join('\n'));
  const { databaseUrl, pictures } = parsed.config;
  const { path } = existingDatabase(databaseUrl);
  const storage = await openStorage({ url: `file:${path}`, now: systemWall });
  try {
    if (values.undo) {
      if (!storage.forgotten.has(domain)) {
        const known = [...storage.forgotten].sort();
        process.stderr.write(
          `${domain} is not on the list, which holds ${known.length > 0 ? known.join(', ') : 'nothing'}.\n`,
        );
        return 1;
      }
      await storage.records.forgotten.remove(domain);
      process.stdout.write(`${domain} may be read again from the next start on.\n`);
      return 0;
    }
    const traces = await tracesOf(storage, domain);
    process.stdout.write(`${described(traces)}\n`);
    if (!values.yes) {
      process.stdout.write('Nothing was changed. The same with --yes does it.\n');
      return 0;
    }
    try {
      await forget({ storage, render, pictures }, traces, systemWall());
    } catch (error) {
      throw error instanceof StorageError && error.code === 'disk-full' ? new Error(fullDisk(domain, path)) : error;
    }
    process.stdout.write(
      `Done. ${domain} will not be read again; start Lede to have the messages edited. Backups from before still hold the texts.\n`,
    );
    return 0;
  } finally {
    await storage.close();
  }
}

// Who reads what is said may go (`| head`); the work goes on.
process.stdout.on('error', () => {});
try {
  process.exitCode = await run();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
