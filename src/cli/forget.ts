import { statSync } from 'node:fs';
import { features } from '../../commands/features.ts';
import { systemWall } from '../clock.ts';
import { kindsOf } from '../discord/feature.ts';
import { forget, type Traces, tracesOf } from '../operation/forget.ts';
import { domainOf } from '../reading/domains.ts';
import { StorageError } from '../storage/errors.ts';
import { fileOf } from '../storage/sqlite/location.ts';
import { openStorage } from '../storage/storage.ts';
import { type Call, CliRefusal, configIn, databaseIn, wordsOf } from './command.ts';

const usage = `lede forget --outlet DOMAIN [--yes | --undo]
Says what is stored of the outlet with this domain; with --yes takes it out for good and never reads the outlet again.
With --undo it may be read again from the next start on; what was taken out stays out.
Stop Lede first. Messages that quote the outlet are edited when Lede starts again.`;

const count = (number: number, one: string) => `${number.toLocaleString('en')} ${one}${number === 1 ? '' : 's'}`;

function described({ domain, feeds, outlets, articleIds, messages }: Traces): string {
  const named = outlets.slice(0, 20).join(', ');
  return `${domain}: ${count(feeds.length, 'feed')}${named === '' ? '' : ` of ${named}`}
${count(articleIds.size, 'article')} with their text, and whatever stories, search and digests hold of them
${count(messages, 'message')} to be edited in channels
`;
}

/**
 * The message for a full disk. `vacuum` copies the database to a temporary file and then to the write-ahead log beside
 * it, so it needs twice the database's size.
 */
function fullDisk(domain: string, path: string): string {
  const megabytes = Math.ceil(statSync(path).size / 2 ** 20);
  return `The disk is full, so texts of ${domain} may still stand in the file. Free ${2 * megabytes} MB, or ${megabytes} MB with a folder on another disk in SQLITE_TMPDIR, and run the same command again.`;
}

export async function forgetOutlet(call: Call): Promise<number> {
  const { values } = wordsOf(call, usage, {
    outlet: { type: 'string' },
    yes: { type: 'boolean' },
    undo: { type: 'boolean' },
  });
  const domain = domainOf(values.outlet ?? '');
  if (domain === undefined || (values.yes && values.undo)) throw new CliRefusal(usage);
  const config = configIn(call.environment);
  const url = databaseIn(config);
  const path = fileOf(url);
  await using storage = await openStorage({ url, now: systemWall, only: true, filled: true });
  try {
    if (values.undo) {
      const known = [...storage.forgotten].sort().join(', ') || 'nothing';
      if (!storage.forgotten.has(domain)) throw new CliRefusal(`${domain} is not on the list, which holds ${known}.`);
      await storage.records.forgotten.remove(domain);
      call.say(`${domain} may be read again from the next start on.\n`);
      return 0;
    }
    const traces = await tracesOf(storage, domain);
    call.say(described(traces));
    if (!values.yes) {
      call.say('Nothing was changed. The same with --yes does it.\n');
      return 0;
    }
    await forget({ storage, kinds: kindsOf(features), pictures: config.pictures }, traces, systemWall());
    call.say(
      `Done. ${domain} will not be read again; start Lede to have the messages edited. Backups from before still hold the texts.\n`,
    );
    return 0;
  } catch (error) {
    if (path === undefined || !(error instanceof StorageError && error.code === 'disk-full')) throw error;
    call.complain(fullDisk(domain, path));
    return 1;
  }
}
