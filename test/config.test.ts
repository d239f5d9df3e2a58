import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parseConfig, secrets, variables } from '../src/config.ts';
import { scratchFolder } from './storage/scratch.ts';

const read = (file: string) => readFileSync(new URL(`../${file}`, import.meta.url), 'utf8');
const names = Object.keys(variables.shape).sort();
const fileNames = secrets.map((name) => `${name}_FILE`);

/** Parses environment variables. Returns the settings and the problems. */
function parsed(environment: Parameters<typeof parseConfig>[0]) {
  const result = parseConfig(environment);
  return 'problems' in result ? { config: undefined, ...result } : { ...result, problems: [] };
}

test('an empty environment, or empty variables, give the playground with its defaults', () => {
  const playground = { pictures: true, retentionDays: 30, playgroundPort: 8321 };
  for (const environment of [{}, { DISCORD_TOKEN: '  ', RETENTION_DAYS: '' }]) {
    expect(parsed(environment).config).toMatchObject({ ...playground, token: undefined, databaseUrl: undefined });
  }
  expect(parsed({ LEDE_PUBLIC_PORT: '80' }).config?.publicPort).toBeUndefined();
});

test('limits of quoting can be lowered but not raised', () => {
  const { config } = parsed({ LEDE_QUOTE_SENTENCES: '1', LEDE_QUOTE_CHARACTERS: '200', LEDE_PAGES: '0' });
  expect(config).toMatchObject({ pages: false, quoting: { sentencesMax: 1, charactersMax: 200 } });
  expect(parsed({}).config).toMatchObject({ pages: true, quoting: {} });
  expect(parsed({ LEDE_QUOTE_SENTENCES: '5' }).problems).toEqual([
    'LEDE_QUOTE_SENTENCES must be a whole number from 0 to 3, since it can lower the number of sentences that a message quotes of an article but not raise it.',
  ]);
});

test('roles are separated by commas, and some require a shared PostgreSQL', () => {
  const url = 'postgres://lede@db/lede';
  expect(parsed({ LEDE_ROLES: 'send, group', DATABASE_URL: url }).config?.roles).toEqual(['group', 'send']);
  expect(parsed({ LEDE_ROLES: 'read' }).problems?.[0]).toContain('DATABASE_URL must name a PostgreSQL');
  expect(parsed({ LEDE_ROLES: 'read,group,publish,send,gateway' }).problems).toEqual([]);
});

test('all problems are named at once, each with its variable and what to do', () => {
  const { problems } = parsed({
    DISCORD_TOKEN: 'a-secret-of-mine',
    DISCORD_API_URL: 'http://discord.example/api',
    DATABASE_URL: 'postgres://lede:a-secret-of-mine@x',
    LEDE_CONTACT: 'me',
    LEDE_PICTURES: 'yes',
    LEDE_PAGES: 'yes',
    LEDE_QUOTE_SENTENCES: '4',
    LEDE_QUOTE_CHARACTERS: '1001',
    LEDE_SHARDS: '32',
    LEDE_ROLES: 'read, write',
    LOG_LEVEL: 'loud',
    RETENTION_DAYS: '0',
    PLAYGROUND_PORT: '70000',
    HTTP_PORT: '0',
    HTTP_HOST: 'everywhere',
    LEDE_PUBLIC_URL: 'lede.example.org',
    LEDE_PUBLIC_PORT: '99999',
    LEDE_HEARTBEAT_URL: 'ftp://a-secret-of-mine',
  });
  expect(problems).toHaveLength(18);
  for (const name of names.filter((name) => name !== 'CATALOGUE_FILE')) {
    expect(problems.filter((problem) => problem.startsWith(name))).toHaveLength(1);
  }
  expect(problems.join()).not.toContain('secret-of-mine');
});

test.each([
  ['https://example.org/about-our-bot', 'https://example.org/about-our-bot'],
  ['desk@example.org', 'desk@example.org'],
  ['https://łódź.example/bot', 'https://xn--d-uga0v4h.example/bot'],
  ['https://example.org/our–bot', 'https://example.org/our%E2%80%93bot'],
])('publishers read the contact %s as %s, which every request can carry', (text, contact) => {
  expect(parsed({ LEDE_CONTACT: text }).config?.contact).toBe(contact);
});

test.each([
  ['auto', 'auto'],
  ['3/32', { ids: [3], count: 32 }],
  ['6-7/8', { ids: [6, 7], count: 8 }],
])('LEDE_SHARDS may be %s', (text, shards) => {
  expect(parsed({ LEDE_SHARDS: text }).config?.shards).toEqual(shards);
});

test.each([
  ['https://lede.example.org', 'https://lede.example.org'],
  ['https://lede.example.org:8443/news/', 'https://lede.example.org:8443/news'],
  ['https://9.9.9.9/news', 'https://9.9.9.9/news'],
  ['https://[2620:fe::fe]/news', 'https://[2620:fe::fe]/news'],
])('readers reach %s below %s', (text, url) => {
  const publicPort = { url, host: '0.0.0.0', port: 8322 };
  expect(parsed({ LEDE_PUBLIC_URL: text, HTTP_HOST: '0.0.0.0' }).config?.publicPort).toEqual(publicPort);
});

test.each([
  ['DISCORD_API_URL', 'apiUrl', ['http://127.0.0.1:4000/api', 'http://localhost:4000/api', 'http://[::1]:4000/api']],
  ['DATABASE_URL', 'databaseUrl', ['file:data/lede.db', 'file:/var/lib/lede/100%.db', 'file:///var/lib/lede/lede.db']],
  [
    'DATABASE_URL',
    'databaseUrl',
    ['postgres://lede:a%23b@db.example.org/lede', 'postgres:///lede?host=/run/postgresql'],
  ],
  ['DATABASE_URL', 'databaseUrl', ['postgresql://lede@[::1]:5433/lede?sslmode=verify-full']],
] as const)('%s is used unchanged', (name, key, values) => {
  for (const value of values) expect(parsed({ [name]: value }).config?.[key]).toBe(value);
});

test.each([
  ['LEDE_CONTACT', ['redaktion@łódź.example', 'https://', 'http://[', 'desk@', 'desk@example.org, and others']],
  ['LEDE_CONTACT', [`https://example.org/${'a'.repeat(200)}`, `https://example.org/${'–'.repeat(60)}`]],
  ['DISCORD_API_URL', ['http://10.0.0.1/api', 'http://127.0.0.1.example.com/api', 'ftp://127.0.0.1', 'discord']],
  ['LEDE_PUBLIC_URL', ['http://lede.example.org', 'https://lede.example.org/?a=1', 'https://lede.example.org/#a']],
  [
    'LEDE_PUBLIC_URL',
    ['lede', 'https://ada:pass@lede.example.org/', 'https://localhost/', 'https://lede.localhost/news'],
  ],
  ['LEDE_PUBLIC_URL', ['https://127.0.0.1/', 'https://10.0.0.7/', 'https://0.0.0.0/', 'https://3232235781/']],
  ['LEDE_PUBLIC_URL', ['https://[fd00::1]/news']],
  ['LEDE_HEARTBEAT_URL', ['monitor.example.org', 'file:///etc/passwd', 'https://ada:pass@monitor.example.org/']],
  ['LEDE_SHARDS', ['all', '0-7', '7-0/8', '8/8', '0-8/8', '0/0', '-1/2', '0-1000/2000']],
  ['DATABASE_URL', ['file:data/', 'file://data/lede.db', 'file:data/lede.db?mode=rwc', 'file:///tmp/a%2Fb.db']],
  ['DATABASE_URL', ['file:///tmp/100%.db', ':memory:', 'file::memory:', 'mysql://db.example.org/lede', 'postgres://']],
  ['DATABASE_URL', ['postgres://db.example.org', 'postgres://db.example.org/', 'postgres://a:b#c@db.example.org/lede']],
  ['DATABASE_URL', ['postgres://a:1/c@db.example.org/lede', 'postgres://a:50%@db.example.org/lede']],
])('%s is refused if it can’t be used, as one of %j', (name, values) => {
  for (const value of values) expect([value, parsed({ [name]: value }).problems.length]).toEqual([value, 1]);
});

test('.env.example, the table in docs/running.md and the schema name the same variables', () => {
  const example = [...read('.env.example').matchAll(/^#?\s?([A-Z][A-Z_]+)=/gm)].map((match) => match[1]).sort();
  const table = [...read('docs/running.md').matchAll(/^\| `([A-Z][A-Z_]+)` \|/gm)].map((match) => match[1]).sort();
  expect(example).toEqual([...names, ...fileNames].sort());
  expect(table).toEqual(names);
  for (const name of fileNames) expect(read('docs/running.md')).toContain(`\`${name}\``);
});

describe('a secret in a file', () => {
  const token = `${'a'.repeat(24)}.${'b'.repeat(6)}.${'c'.repeat(38)}`;
  const fileWith = (text: string): string => {
    const path = join(scratchFolder(), 'secret-of-mine');
    writeFileSync(path, text);
    return path;
  };

  test('is read without the line break that an editor or echo adds, whoever may read the file', () => {
    for (const text of [token, `${token}\n`, `${token}\r\n`]) {
      expect(parsed({ DISCORD_TOKEN: '', DISCORD_TOKEN_FILE: fileWith(text) }).config?.token).toBe(token);
    }
    const path = fileWith('postgres://lede:a-secret@db/lede\n');
    chmodSync(path, 0o444);
    expect(parsed({ DATABASE_URL_FILE: path }).config?.databaseUrl).toBe('postgres://lede:a-secret@db/lede');
  });

  test('is refused if its own variable is set as well, since they may differ', () => {
    const { problems } = parsed({ DISCORD_TOKEN: token, DISCORD_TOKEN_FILE: fileWith(token) });
    expect(problems).toEqual(['DISCORD_TOKEN and DISCORD_TOKEN_FILE are both set; leave one of them empty.']);
  });

  test('that holds nothing usable is reported by its variable, with all other problems, and is never shown', () => {
    const folder = scratchFolder();
    mkdirSync(join(folder, 'secret-of-mine'));
    const wrong = [
      [token, 'is not there'],
      [join(folder, 'secret-of-mine'), 'is no ordinary file'],
      [fileWith('\n'), 'is empty'],
      [fileWith('x'.repeat(4_097)), 'has more than 4096 bytes, so it holds something else'],
    ] as const;
    for (const [path, why] of wrong) {
      const { problems } = parsed({ DISCORD_TOKEN_FILE: path, RETENTION_DAYS: '0' });
      expect(problems).toEqual([`DISCORD_TOKEN_FILE names a file that ${why}.`, expect.stringMatching(/^RETENTION/)]);
    }
    const { problems } = parsed({ DISCORD_TOKEN_FILE: fileWith('a secret of mine') });
    expect(problems).toEqual([expect.stringMatching(/^DISCORD_TOKEN_FILE: DISCORD_TOKEN does not look like/)]);
    expect(problems.join()).not.toContain('secret of mine');
  });

  test.skipIf(process.platform === 'win32')('that is a pipe does not block the start (left out on Windows)', () => {
    const path = join(scratchFolder(), 'pipe');
    spawnSync('sh', ['-c', 'mkfifo "$0"', path]);
    expect(parsed({ DATABASE_URL_FILE: path }).problems).toEqual([expect.stringContaining('is no ordinary file')]);
  });
});
