import { runPlayground } from '../../playground/playground.ts';
import type { Config } from '../config.ts';
import type { BotError } from '../discord/botError.ts';
import { createLog } from '../log.ts';
import { builtInCatalogue, readCatalogue } from '../newsroom/catalogue.ts';
import type { StorageErrorCode } from '../storage/errors.ts';
import { withoutPasswords } from '../storage/postgres/address.ts';
import { type Call, configIn, isOurs, wordsOf } from './command.ts';
import { end } from './end.ts';
import { isJournal, printError } from './journal.ts';

const usage = `lede start [--live]
Starts the bot, or without DISCORD_TOKEN the playground. --live: the playground reads the real catalogue.`;

/** Exit code for problems that only a person can fix. The systemd unit doesn't restart Lede after it. */
const settingsAtFault = 2;
/** Errors that a restart doesn't solve: wrong settings, and databases that don't belong to this Lede. */
const lasting: ReadonlySet<string> = new Set<
  StorageErrorCode | BotError['code'] | 'http-port' | 'catalogue' | 'playground'
>([
  'bad-location',
  'pooled',
  'corrupt',
  'newer-version',
  'unknown-schema',
  'token-refused',
  'gateway-refused',
  'http-port',
  'catalogue',
  'playground',
]);

/** A stop takes two seconds at most, unless the database hangs. The systemd unit kills after ten. */
const stopMsMax = 4_000;

/** Stops cleanly, or gives up after 4 s. Like a kill, giving up loses nothing that was stored. */
async function stopSoon(stop: () => Promise<void>): Promise<void> {
  const { promise: over, resolve } = Promise.withResolvers<'over'>();
  const timer = setTimeout(resolve, stopMsMax, 'over');
  if ((await Promise.race([stop(), over])) === 'over') {
    printError(
      'The database does not answer, so Lede ends without waiting for it. What was stored stays stored; the next start finds what had begun.',
    );
  }
  clearTimeout(timer);
}

export async function start(call: Call): Promise<number> {
  const { live } = wordsOf(call, usage, { live: { type: 'boolean', default: false } }).values;
  const running = run(configIn(call.environment), { live, proxies: proxiesIn(call.environment) });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, async () => {
      // A start that still waits for Discord has nothing to store, so it needs no stop.
      const stop = await Promise.race([running, new Promise<undefined>((resolve) => setImmediate(resolve, undefined))]);
      if (stop !== undefined) await stopSoon(stop);
      await end(signal);
    });
  }
  await running;
  // A signal or an error ends the process.
  return new Promise(() => {});
}

/** Starts the bot or the playground and resolves with a function that stops it. Exits the process on an error. */
async function run(
  config: Config,
  { live, proxies }: { live: boolean; proxies: readonly string[] },
): Promise<() => Promise<void>> {
  try {
    return config.token === undefined
      ? await runPlayground(config, { live })
      : await runBot(config, config.token, proxies);
  } catch (error) {
    printError(withoutPasswords(sentenceOf(error)));
    process.exit(exitCodeOf(error));
  }
}

const exitCodeOf = (error: unknown): number => (isOurs(error) && lasting.has(error.code) ? settingsAtFault : 1);

/** Proxy variables, for a warning. Lede uses no proxy: it may not connect to the address that the guard checked. */
const proxiesIn = (environment: Call['environment']): string[] =>
  Object.keys(environment).filter((name) => /^(?:https?|all)_proxy$/i.test(name) && environment[name]?.trim());

async function runBot(config: Config, token: string, proxies: readonly string[]): Promise<() => Promise<void>> {
  const log = createLog(config.logLevel ?? 'info', undefined, { toJournal: isJournal(1) });
  const say = (line: string) => void process.stderr.write(`${line}\n`);
  // Imported late: loading discord.js takes half a second, and the playground's page answers before that.
  const { createApp } = await import('../app.ts');
  if (config.contact === undefined)
    log.warn({}, 'LEDE_CONTACT is not set: publishers cannot reach you, and some refuse readers without a contact.');
  if (proxies.length > 0)
    log.warn({}, `Lede uses no proxy: it reaches Discord and feeds directly, whatever ${proxies.join(' and ')} says.`);
  const app = await createApp(
    {
      ...config,
      token,
      databaseUrl: config.databaseUrl ?? 'file:data/lede.db',
      catalogue: readCatalogue(config.catalogueFile ?? builtInCatalogue),
      privateOrigins: [],
      hostSpacingMs: 1_000,
      say,
    },
    log,
  );
  await app.start();
  void app.over.then((error) => {
    printError(error.message);
    process.exit(exitCodeOf(error));
  });
  const invite = app.inviteUrl();
  log.info({ invite, roles: config.roles }, 'ready');
  // Only a process connected to the gateway knows the invite.
  say(invite === undefined ? 'Lede is ready.' : `Lede is ready. This link invites it to a server:\n${invite}`);
  return app.stop;
}

/** Lede's own errors are a sentence; others are shown with their stack. */
function sentenceOf(error: unknown): string {
  if (isOurs(error)) return error.message;
  return `Lede could not start: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`;
}
