import { isIP } from 'node:net';
import { z } from 'zod';
import { contactOf, contactRule } from './contact.ts';
import { locationIn, locationRule } from './storage/sqlite/location.ts';
import { isPublicHost } from './web/publicHost.ts';

/** What an operator can set; everything else is a decision of the code. */
export interface Config {
  /** Without it the playground runs, on a database of its own. Never logged. */
  token?: string;
  /** Root of the REST API, without version; discord.com's when undefined. */
  apiUrl?: string;
  /** Of a bot; data/lede.db where undefined. */
  databaseUrl?: string;
  /** Address or mail by which publishers can reach the operator; sent with every request. */
  contact?: string;
  pictures: boolean;
  /** info for a bot, warn for the playground where undefined. */
  logLevel?: 'debug' | 'info' | 'warn' | 'error' | 'silent';
  retentionDays: number;
  playgroundPort: number;
  /** Health and metrics; off where undefined. */
  http?: { host: string; port: number };
  /** The public address of the hubs' callback and the port behind it; no hub is asked where undefined. */
  callback?: { url: string; host: string; port: number };
  /** A JSON file in place of the built-in catalogue. */
  catalogueFile?: string;
}

const isLoopback = (host: string) => host === 'localhost' || host === '[::1]' || /^127(?:\.\d{1,3}){3}$/.test(host);

const wholeNumber = (name: string, min: number, max: number) =>
  z
    .string()
    .refine((text) => /^\d{1,6}$/.test(text) && Number(text) >= min && Number(text) <= max, {
      error: `${name} must be a whole number from ${min} to ${max}.`,
    })
    .transform(Number);

/** Hubs are on the internet, and what they send is only as safe as the way there. */
function isForHubs(text: string): boolean {
  const url = URL.parse(text);
  if (url?.protocol !== 'https:' || url.username !== '' || url.password !== '') return false;
  return isPublicHost(url.hostname) && url.search === '' && url.hash === '' && text.length <= 200;
}

const apiUrl = z.string().refine(
  (text) => {
    if (!URL.canParse(text)) return false;
    const url = new URL(text);
    return url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url.hostname));
  },
  {
    error:
      'DISCORD_API_URL must be an https address such as https://discord.com/api; plain http works on 127.0.0.1 only.',
  },
);

/** One entry per variable: the test holds README, `.env.example` and this together. */
export const variables = z.object({
  DISCORD_TOKEN: z
    .string()
    // A token is three parts of base64url; the playground's server gives tokens of the same shape.
    .regex(/^[\w-]{8,}\.[\w-]{4,}\.[\w-]{16,}$/, {
      error:
        'DISCORD_TOKEN does not look like a bot token. Copy it from the page "Bot" of your application at https://discord.com/developers/applications.',
    })
    .optional(),
  DISCORD_API_URL: apiUrl.optional(),
  DATABASE_URL: z
    .string()
    .refine((text) => locationIn(text, process.cwd())?.kind === 'file', { error: locationRule })
    .optional(),
  LEDE_CONTACT: z
    .string()
    .refine((text) => contactOf(text) !== undefined, { error: contactRule })
    .transform(contactOf)
    .optional(),
  LEDE_PICTURES: z
    .enum(['0', '1'], { error: 'LEDE_PICTURES must be 1 (show the pictures that feeds name) or 0.' })
    .default('1')
    .transform((text) => text === '1'),
  LOG_LEVEL: z
    .enum(['debug', 'info', 'warn', 'error', 'silent'], {
      error: 'LOG_LEVEL must be debug, info, warn, error or silent.',
    })
    .optional(),
  RETENTION_DAYS: wholeNumber('RETENTION_DAYS', 8, 365).default(30),
  PLAYGROUND_PORT: wholeNumber('PLAYGROUND_PORT', 0, 65_535).default(8321),
  HTTP_PORT: wholeNumber('HTTP_PORT', 1, 65_535).optional(),
  HTTP_HOST: z
    .string()
    .refine((text) => isIP(text) !== 0 || text === 'localhost', {
      error: 'HTTP_HOST must be an address of this machine, such as 127.0.0.1, 0.0.0.0 or ::.',
    })
    .default('127.0.0.1'),
  LEDE_PUBLIC_URL: z
    .string()
    .refine(isForHubs, {
      error:
        'LEDE_PUBLIC_URL must be an https address that the hubs of feeds can reach, without a query, such as https://lede.example.org/hubs.',
    })
    .transform((text) => new URL(text).href.replace(/\/$/, ''))
    .optional(),
  LEDE_PUBLIC_PORT: wholeNumber('LEDE_PUBLIC_PORT', 1, 65_535).default(8322),
  CATALOGUE_FILE: z.string().max(1_000).optional(),
});

/** Every problem at once, each a sentence that says what to do. An empty variable counts as not set. */
export function parseConfig(
  environment: Readonly<Record<string, string | undefined>>,
): { config: Config } | { problems: string[] } {
  const set = Object.fromEntries(
    Object.entries(environment)
      .filter(([name, value]) => name in variables.shape && value !== undefined && value.trim() !== '')
      .map(([name, value]) => [name, value?.trim()]),
  );
  const parsed = variables.safeParse(set);
  if (!parsed.success) return { problems: parsed.error.issues.map((issue) => issue.message) };
  const values = parsed.data;
  return {
    config: {
      token: values.DISCORD_TOKEN,
      apiUrl: values.DISCORD_API_URL,
      databaseUrl: values.DATABASE_URL,
      contact: values.LEDE_CONTACT,
      pictures: values.LEDE_PICTURES,
      logLevel: values.LOG_LEVEL,
      retentionDays: values.RETENTION_DAYS,
      playgroundPort: values.PLAYGROUND_PORT,
      http: values.HTTP_PORT === undefined ? undefined : { host: values.HTTP_HOST, port: values.HTTP_PORT },
      callback:
        values.LEDE_PUBLIC_URL === undefined
          ? undefined
          : { url: values.LEDE_PUBLIC_URL, host: values.HTTP_HOST, port: values.LEDE_PUBLIC_PORT },
      catalogueFile: values.CATALOGUE_FILE,
    },
  };
}
