import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { systemWall } from '../clock.ts';
import { parseConfig } from '../config.ts';
import { builtInCatalogue, type Catalogue, CatalogueError, readCatalogue } from '../feeds/catalogue.ts';
import { createPool } from '../pool/pool.ts';
import { version } from '../version.ts';
import { createFetcher } from '../web/fetch.ts';
import { hostPort } from '../web/guard.ts';
import { createHostQueue } from '../web/hosts.ts';
import { checkFeeds, checkReport, feedsAtOnce, topicChecks, withDates } from './catalogueCheck.ts';
import { replaceCatalogue } from './catalogueFile.ts';

const usage = `npm run catalogue:check -- [--topic ID] [--write] [--allow-private] [FILE]
Reads every feed of the catalogue once and says which answered. FILE is CATALOGUE_FILE or the built-in catalogue.
Ends with 1 if a topic is left with fewer than 6 outlets.
--write is for who keeps the catalogue: it writes today's date to the outlets of which all feeds answered (with --topic:
to those that have feeds in that topic only). The built-in file is git's, and an upgrade stops at one that was changed.`;

function fail(sentence: string, code: 1 | 2): never {
  process.stderr.write(`${sentence}\n`);
  process.exit(code);
}

function argumentsGiven() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        topic: { type: 'string' },
        write: { type: 'boolean', default: false },
        'allow-private': { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    });
  } catch (error) {
    return fail(`${(error as Error).message}\n${usage}`, 2);
  }
}

function catalogueAt(path: string): Catalogue {
  try {
    return readCatalogue(path);
  } catch (error) {
    if (error instanceof CatalogueError) return fail(error.message, 2);
    throw error;
  }
}

/** One line that is written over, on a terminal only. */
function showProgress(done: number, total: number, url: string): void {
  const { stderr } = process;
  if (!stderr.isTTY) return;
  const line = done === total ? '' : `${done} of ${total} feeds read, last ${url}`;
  stderr.write(`\r\u001b[2K${line.slice(0, stderr.columns - 1)}`);
}

async function check(
  path: string,
  options: { topic?: string; write: boolean; allowPrivate: boolean; contact?: string },
) {
  const catalogue = catalogueAt(path);
  const topicIds = catalogue.topics.map(({ id }) => id);
  if (options.topic !== undefined && !topicIds.includes(options.topic)) {
    return fail(`The catalogue has no topic ${options.topic}. It has: ${topicIds.join(', ')}.`, 2);
  }
  const origins = catalogue.outlets.flatMap(({ feeds }) => feeds.map(({ url }) => hostPort(new URL(url))));
  const now = systemWall();
  const pool = createPool();
  const fetcher = createFetcher({
    userAgent: `Lede/${version} (${options.contact === undefined ? '' : `+${options.contact}; `}catalogue check)`,
    privateOrigins: options.allowPrivate ? [...new Set(origins)] : [],
    // Private servers are the operator's own and need no rest between two requests.
    hosts: createHostQueue({
      hostSpacingMs: options.allowPrivate ? 0 : 1_000,
      concurrentMax: feedsAtOnce,
    }),
  });
  const checks = await checkFeeds(catalogue, options.topic, { fetcher, pool, now, progress: showProgress });
  await fetcher.close();
  await pool.close();
  const topics = topicChecks(catalogue, checks, options.topic);
  process.stdout.write(`${checkReport(catalogue, checks, topics).join('\n')}\n`);
  if (options.write) await store(path, withDates(catalogue, checks, now));
  return topics.every(({ enough }) => enough) ? 0 : 1;
}

async function store(path: string, catalogue: Catalogue): Promise<void> {
  try {
    await replaceCatalogue(path, catalogue);
  } catch (error) {
    fail(`The dates could not be written to ${path}: ${(error as Error).message}.`, 1);
  }
}

const { values, positionals } = argumentsGiven();
if (values.help || positionals.length > 1) {
  process.stderr.write(`${usage}\n`);
  process.exit(values.help ? 0 : 2);
}
const parsed = parseConfig(process.env);
if ('problems' in parsed) fail(parsed.problems.join('\n'), 2);
const path = positionals[0] ?? parsed.config.catalogueFile ?? fileURLToPath(builtInCatalogue);
process.exit(
  await check(path, {
    topic: values.topic,
    write: values.write,
    allowPrivate: values['allow-private'],
    contact: parsed.config.contact,
  }),
);
