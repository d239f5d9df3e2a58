import { existsSync } from 'node:fs';
import { type ParseArgsOptionsConfig, parseArgs } from 'node:util';
import { type Config, parseConfig } from '../config.ts';
import { withoutPasswords } from '../storage/postgres/address.ts';
import { fileOf } from '../storage/sqlite/location.ts';
import { printError } from './journal.ts';

/** The input and output of a command; tests pass their own. */
export interface Call {
  words: readonly string[];
  environment: Readonly<Record<string, string | undefined>>;
  say(text: string): void;
  /** Prints one line for the operator, apart from the output. */
  complain(line: string): void;
  /** Shows a line that the next call overwrites; does nothing without a terminal. */
  progress(line: string): void;
}

/** Resolves with the exit code: 0 if everything was done, 1 if only a part was. */
export type CliCommand = (call: Call) => Promise<number>;

/** Thrown by a command that did nothing. The message is a sentence or the usage. */
export class CliRefusal extends Error {
  readonly exitCode: number;
  constructor(message: string, exitCode = 2) {
    super(message);
    this.exitCode = exitCode;
  }
}

/** Parses the words of a command. Throws CliRefusal for wrong ones, too many, and `--help`. */
export function wordsOf<Options extends ParseArgsOptionsConfig>(
  { words }: Call,
  usage: string,
  options: Options,
  positionalsMax = 0,
) {
  const args = words.filter((word) => word !== '--help');
  if (args.length < words.length) throw new CliRefusal(usage, 0);
  const read = () => parseArgs({ args, options, allowPositionals: positionalsMax > 0 });
  let given: ReturnType<typeof read>;
  try {
    given = read();
  } catch (error) {
    throw new CliRefusal(`${(error as Error).message}\n${usage}`);
  }
  if (given.positionals.length > positionalsMax) throw new CliRefusal(usage);
  return given;
}

/** Parses the settings of the bot. Throws CliRefusal with all problems. */
export function configIn(environment: Call['environment']): Config {
  const parsed = parseConfig(environment);
  if ('problems' in parsed) throw new CliRefusal(parsed.problems.join('\n'));
  return parsed.config;
}

/** The address of the bot's database. Throws CliRefusal if its file is missing, instead of making an empty one. */
export function databaseIn({ databaseUrl = 'file:data/lede.db' }: Config): string {
  const path = fileOf(databaseUrl);
  if (path === undefined || existsSync(path)) return databaseUrl;
  throw new CliRefusal(
    `There is no database at ${path}. DATABASE_URL must name Lede's, for example: DATABASE_URL=file:/var/lib/lede/lede.db`,
  );
}

/**
 * Runs a command and resolves with its exit code. Of an error of Lede or the system, prints the message and returns 2,
 * or the code of a CliRefusal; throws any other error. Masks passwords in complaints and progress lines.
 */
export async function exitCodeAfter(command: CliCommand, given: Call): Promise<number> {
  const call = {
    ...given,
    complain: (line: string) => given.complain(withoutPasswords(line)),
    progress: (line: string) => given.progress(withoutPasswords(line)),
  };
  try {
    return await command(call);
  } catch (error) {
    if (!(error instanceof Error) || !('exitCode' in error || isOurs(error))) throw error;
    const code = error instanceof CliRefusal ? error.exitCode : 2;
    if (code === 0) call.say(`${error.message}\n`);
    else call.complain(error.message);
    return code;
  }
}

/** Whether the error is Lede's or the system's (ENOENT), rather than Node's, whose codes begin with ERR_. */
export function isOurs(error: unknown): error is Error & { code: string } {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' && !error.code.startsWith('ERR_');
}

export async function runCommand(command: CliCommand): Promise<never> {
  // Files hold members' messages and addresses of private feeds, so only Lede's user may read them.
  process.umask(0o077);
  const { stdout, stderr } = process;
  // The reader of the output may be gone (`| head`), but the work continues.
  stdout.on('error', () => {});
  const code = await exitCodeAfter(command, {
    words: process.argv.slice(2),
    environment: process.env,
    say: (text) => stdout.write(text),
    complain: printError,
    progress: (line) => stderr.isTTY && stderr.write(`\r\x1b[2K${line.slice(0, stderr.columns - 1)}`),
  });
  process.exit(code);
}
