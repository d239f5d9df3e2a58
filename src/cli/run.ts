import { runPlayground } from '../../playground/playground.ts';
import type { App } from '../app.ts';
import type { Config } from '../config.ts';
import { builtInCatalogue, readCatalogue } from '../feeds/catalogue.ts';
import { createLog } from '../log.ts';
import { StorageError, type StorageErrorCode } from '../storage/errors.ts';
import { isOurs } from './command.ts';

/**
 * What trying again does not mend: a wrong setting, a refused token, a file that is no database of this Lede. systemd
 * is told not to.
 */
const settingsAtFault = 2;
/** What may pass by itself: another process ends, a disk is mounted or has room again. */
const passing: ReadonlySet<string> = new Set<StorageErrorCode>([
  'in-use',
  'disk-full',
  'io',
  'unopenable',
  'read-only',
  'migration-failed',
]);

/**
 * Starts what the configuration asks for; resolves when it is ready, with how to end it. Ends the process on a problem.
 */
export async function run(config: Config, options: { live: boolean }): Promise<() => Promise<void>> {
  try {
    return config.token === undefined ? await runPlayground(config, options) : await runBot(config, config.token);
  } catch (error) {
    process.stderr.write(`${sentenceOf(error)}\n`);
    process.exit(error instanceof StorageError && passing.has(error.code) ? 1 : settingsAtFault);
  }
}

async function runBot(config: Config, token: string): Promise<() => Promise<void>> {
  const log = createLog(config.logLevel ?? 'info');
  // discord.js and the readers take half a second to load, which the playground's page need not wait for.
  const { createApp } = await import('../app.ts');
  if (config.contact === undefined) {
    log.warn({}, 'LEDE_CONTACT is not set: publishers cannot reach you, and some refuse readers without a contact.');
  }
  const app: App = await createApp(
    {
      token,
      apiUrl: config.apiUrl,
      databaseUrl: config.databaseUrl ?? 'file:data/lede.db',
      contact: config.contact,
      pictures: config.pictures,
      retentionDays: config.retentionDays,
      catalogue: readCatalogue(config.catalogueFile ?? builtInCatalogue),
      privateOrigins: [],
      hostSpacingMs: 1_000,
      http: config.http,
      callback: config.callback,
    },
    log,
  );
  let stopped: Promise<void> | undefined;
  const stop = () => {
    stopped ??= app.stop();
    return stopped;
  };
  await app.start();
  void app.over.then((sentence) => {
    process.stderr.write(`${sentence}\n`);
    process.exit(settingsAtFault);
  });
  log.info({ invite: app.inviteUrl() }, 'ready; invite Lede to a server with this address');
  return stop;
}

/** What went wrong and what to do, without a stack for mistakes that are known. */
function sentenceOf(error: unknown): string {
  if (isOurs(error)) return error.message;
  return `Lede could not start: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`;
}
