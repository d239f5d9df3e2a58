import { readFileSync, statSync } from 'node:fs';
import { isIP } from 'node:net';
import { z } from 'zod';
import { shardsIn, shardsRule } from './discord/gateway/shards.ts';
import { type Role, roles } from './schedule/loop.ts';
import { isPostgres, namesDatabase } from './storage/postgres/address.ts';
import { fileOf, locationRule } from './storage/sqlite/location.ts';
import { isPublicHost } from './web/publicHost.ts';

const charactersMax = 200;
const contactRule = `LEDE_CONTACT must be a web address, or a mail address in plain ASCII, by which publishers can reach you, of at most ${charactersMax} characters.`;

const isAscii = (text: string) => /^[!-~]+$/.test(text);

/**
 * A web or mail address in visible ASCII, as a request header needs it; other letters of a web address are encoded.
 * Undefined if it is neither.
 */
function contactOf(text: string): string | undefined {
  const url = /^https?:\/\/\S+$/.test(text) ? URL.parse(text) : null;
  const contact = url === null || isAscii(text) ? text : url.href;
  const isOne = url !== null || /^[^\s@]+@(?=[^\s@]+\.[^\s@])[^\s@]+$/.test(contact);
  return isOne && isAscii(contact) && contact.length <= charactersMax ? contact : undefined;
}

const rolesRule = `LEDE_ROLES must name one or more of ${roles.join(', ')}, with commas between them.`;

/** Parses roles separated by commas; undefined if a name isn't a role, or if there is no name. */
function rolesIn(text: string): Role[] | undefined {
  const names = text.split(/[\s,]+/).filter(Boolean);
  const found = roles.filter((role) => names.includes(role));
  return found.length > 0 && names.every((name) => found.some((role) => role === name)) ? found : undefined;
}

const isLoopback = (host: string) => host === 'localhost' || host === '[::1]' || /^127(?:\.\d{1,3}){3}$/.test(host);

/** Whether the text is the address of a database file or of a PostgreSQL database. */
export const isDatabase = (text: string) => (isPostgres(text) ? namesDatabase(text) : fileOf(text) !== undefined);

const fitting = (isFit: (text: string) => boolean, error: string) => z.string().refine(isFit, { error });

const wholeNumber = (name: string, min: number, max: number, why = '') =>
  fitting(
    (text) => /^\d{1,6}$/.test(text) && Number(text) >= min && Number(text) <= max,
    `${name} must be a whole number from ${min} to ${max}${why}.`,
  ).transform(Number);

const lowering = (name: string, most: number, limit: string) =>
  wholeNumber(name, 0, most, `, since it can lower ${limit} but not raise it`).optional();

const zeroOrOne = (name: string, does: string) =>
  z
    .enum(['0', '1'], { error: `${name} must be 1 (${does}) or 0.` })
    .default('1')
    .transform((text) => text === '1');

/** `read` gives undefined for a text that breaks the rule. */
const readBy = <T>(read: (text: string) => T | undefined, error: string) =>
  fitting((text) => read(text) !== undefined, error)
    .transform(read)
    .optional();

/** Whether the URL is HTTPS, has a public host, and is short enough for links in digests. */
function isForReaders(text: string): boolean {
  const url = URL.parse(text);
  if (url?.protocol !== 'https:' || url.username !== '' || url.password !== '') return false;
  return isPublicHost(url.hostname) && url.search === '' && url.hash === '' && text.length <= 200;
}

function isHeartbeat(text: string): boolean {
  const url = URL.parse(text);
  return /^https?:$/.test(url?.protocol ?? '') && url?.username === '' && url.password === '' && text.length <= 1_000;
}

function isApi(text: string): boolean {
  const url = URL.parse(text);
  return url?.protocol === 'https:' || (url?.protocol === 'http:' && isLoopback(url.hostname));
}

/** One entry per variable. A test compares the names with docs/running.md and `.env.example`. */
export const variables = z.object({
  DISCORD_TOKEN: z
    .string()
    // A token is three parts of base64url; the playground's server gives tokens of the same shape.
    .regex(/^[\w-]{8,}\.[\w-]{4,}\.[\w-]{16,}$/, {
      error:
        'DISCORD_TOKEN does not look like a bot token. Copy it from the page "Bot" of your application at https://discord.com/developers/applications.',
    })
    .optional(),
  DISCORD_API_URL: fitting(
    isApi,
    'DISCORD_API_URL must be an https address such as https://discord.com/api; plain http works on 127.0.0.1 only.',
  ).optional(),
  DATABASE_URL: fitting(isDatabase, locationRule).optional(),
  LEDE_CONTACT: readBy(contactOf, contactRule),
  LEDE_SHARDS: readBy(shardsIn, shardsRule),
  LEDE_ROLES: readBy(rolesIn, rolesRule),
  LEDE_PICTURES: zeroOrOne('LEDE_PICTURES', 'show the pictures that feeds name'),
  LEDE_PAGES: zeroOrOne('LEDE_PAGES', 'read pages where their publishers allow it'),
  LEDE_QUOTE_SENTENCES: lowering(
    'LEDE_QUOTE_SENTENCES',
    3,
    'the number of sentences that a message quotes of an article',
  ),
  LEDE_QUOTE_CHARACTERS: lowering('LEDE_QUOTE_CHARACTERS', 1_000, 'the length of what a message quotes of an article'),
  LOG_LEVEL: z
    .enum(['debug', 'info', 'warn', 'error', 'silent'], {
      error: 'LOG_LEVEL must be debug, info, warn, error or silent.',
    })
    .optional(),
  RETENTION_DAYS: wholeNumber('RETENTION_DAYS', 8, 365).default(30),
  PLAYGROUND_PORT: wholeNumber('PLAYGROUND_PORT', 0, 65_535).default(8321),
  HTTP_PORT: wholeNumber('HTTP_PORT', 1, 65_535).optional(),
  HTTP_HOST: fitting(
    (text) => isIP(text) !== 0 || text === 'localhost',
    'HTTP_HOST must be an address of this machine, such as 127.0.0.1, 0.0.0.0 or ::.',
  ).default('127.0.0.1'),
  LEDE_PUBLIC_URL: fitting(
    isForReaders,
    'LEDE_PUBLIC_URL must be an https address that can be reached from the internet, without a query, such as https://lede.example.org.',
  )
    .transform((text) => new URL(text).href.replace(/\/$/, ''))
    .optional(),
  LEDE_PUBLIC_PORT: wholeNumber('LEDE_PUBLIC_PORT', 1, 65_535).default(8322),
  LEDE_HEARTBEAT_URL: fitting(
    isHeartbeat,
    'LEDE_HEARTBEAT_URL must be a web address without a user name, such as https://monitor.example.org/ping/….',
  ).optional(),
  CATALOGUE_FILE: z.string().max(1_000).optional(),
});

/** Secrets that can also be in a file. `DISCORD_TOKEN_FILE` has the path of the file with the token, and so on. */
export const secrets = ['DISCORD_TOKEN', 'DATABASE_URL', 'LEDE_HEARTBEAT_URL'] as const;

type Values = ReturnType<typeof configOf>;
/** The operator's settings. Secrets are never logged. */
export type Config = Partial<Values> & Pick<Values, 'pictures' | 'retentionDays' | 'playgroundPort'>;

const configOf = ({ HTTP_HOST: host, ...values }: z.output<typeof variables>) => ({
  /** Without it the playground runs, on its own database. */
  token: values.DISCORD_TOKEN,
  /** Root of the REST API without version; discord.com's if undefined. */
  apiUrl: values.DISCORD_API_URL,
  /** The bot's database; file:data/lede.db if undefined. */
  databaseUrl: values.DATABASE_URL,
  /** The operator's web or mail address, sent to publishers with every request. */
  contact: values.LEDE_CONTACT,
  /** Undefined for as many as Discord recommends. */
  shards: values.LEDE_SHARDS,
  /** All roles if undefined. */
  roles: values.LEDE_ROLES,
  pictures: values.LEDE_PICTURES,
  pages: values.LEDE_PAGES,
  quoting: { sentencesMax: values.LEDE_QUOTE_SENTENCES, charactersMax: values.LEDE_QUOTE_CHARACTERS },
  /** If undefined, info for a bot and warn for the playground. */
  logLevel: values.LOG_LEVEL,
  retentionDays: values.RETENTION_DAYS,
  playgroundPort: values.PLAYGROUND_PORT,
  /** Health and metrics; off if undefined. */
  http: values.HTTP_PORT === undefined ? undefined : { host, port: values.HTTP_PORT },
  /** The public URL and the local port behind it; if undefined, no digest has a page. */
  publicPort:
    values.LEDE_PUBLIC_URL === undefined
      ? undefined
      : { url: values.LEDE_PUBLIC_URL, host, port: values.LEDE_PUBLIC_PORT },
  /** Requested every minute while Lede is ready; a secret. */
  heartbeatUrl: values.LEDE_HEARTBEAT_URL,
  catalogueFile: values.CATALOGUE_FILE,
});

/** The variables that are set, with secrets from files, and a sentence for each problem with such a file. */
function withSecrets(environment: Readonly<Record<string, string | undefined>>) {
  const set = Object.fromEntries(
    Object.entries(environment).flatMap(([name, value]) => (value?.trim() ? [[name, value.trim()]] : [])),
  );
  const problems: string[] = [];
  for (const name of secrets) {
    const path = set[`${name}_FILE`];
    if (path === undefined) continue;
    if (set[name] !== undefined) {
      problems.push(`${name} and ${name}_FILE are both set; leave one of them empty.`);
      continue;
    }
    const read = readSecret(name, path);
    if ('problem' in read) problems.push(read.problem);
    else set[name] = read.value;
  }
  return { set, problems };
}

/** Returns all problems at once, each a sentence that says what to do. An empty variable counts as not set. */
export function parseConfig(
  environment: Readonly<Record<string, string | undefined>>,
): { config: Config } | { problems: string[] } {
  const { set, problems } = withSecrets(environment);
  const parsed = variables.safeParse(set);
  if (!parsed.success) {
    const sentences = parsed.error.issues.map(({ message, path: [name] }) =>
      set[`${String(name)}_FILE`] === undefined ? message : `${String(name)}_FILE: ${message}`,
    );
    return { problems: [...problems, ...sentences] };
  }
  if (problems.length > 0) return { problems };
  const { LEDE_ROLES: some = roles, DATABASE_URL: url = '' } = parsed.data;
  if (some.length < roles.length && !isPostgres(url))
    return { problems: ['LEDE_ROLES shares the work of several processes, so DATABASE_URL must name a PostgreSQL.'] };
  return { config: configOf(parsed.data) };
}

/** Maximum size of the file; no token or address is longer. */
const bytesMax = 4_096;

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'is not there',
  EACCES: 'this user may not read',
  ENAMETOOLONG: 'is not there',
};

/**
 * The trimmed content of the file named in `<setting>_FILE`, or the problem as a sentence. The sentence hides the path,
 * because an operator may have put the secret itself there.
 */
function readSecret(setting: string, path: string): { value: string } | { problem: string } {
  const refused = (why: string) => ({ problem: `${setting}_FILE names a file that ${why}.` });
  try {
    const file = statSync(path);
    if (!file.isFile()) return refused('is no ordinary file');
    if (file.size > bytesMax) return refused(`has more than ${bytesMax} bytes, so it holds something else`);
    const value = readFileSync(path, 'utf8').trim();
    return value === '' ? refused('is empty') : { value };
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    return refused(reasons[code] ?? `can't be read (${code})`);
  }
}
