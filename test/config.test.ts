import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parseConfig, variables } from '../src/config.ts';

const read = (file: string) => readFileSync(new URL(`../${file}`, import.meta.url), 'utf8');
const names = Object.keys(variables.shape).sort();

function configOf(environment: Record<string, string>) {
  const parsed = parseConfig(environment);
  if ('problems' in parsed) throw new Error(parsed.problems.join(' '));
  return parsed.config;
}

function problemsOf(environment: Record<string, string>): string[] {
  const parsed = parseConfig(environment);
  return 'problems' in parsed ? parsed.problems : [];
}

describe('configuration', () => {
  test('an empty environment gives the playground with its defaults', () => {
    expect(configOf({})).toMatchObject({
      token: undefined,
      databaseUrl: undefined,
      logLevel: undefined,
      pictures: true,
      retentionDays: 30,
      playgroundPort: 8321,
    });
  });

  test('a variable that is set to nothing counts as not set', () => {
    expect(configOf({ DISCORD_TOKEN: '  ', RETENTION_DAYS: '' })).toMatchObject({
      token: undefined,
      retentionDays: 30,
    });
  });

  test('all problems are named at once, each with its variable and what to do', () => {
    const problems = problemsOf({
      DISCORD_TOKEN: 'hunter2',
      DISCORD_API_URL: 'http://discord.example/api',
      DATABASE_URL: 'postgres://x',
      LEDE_CONTACT: 'me',
      LEDE_PICTURES: 'yes',
      LOG_LEVEL: 'loud',
      RETENTION_DAYS: '0',
      PLAYGROUND_PORT: '70000',
      HTTP_PORT: '0',
      HTTP_HOST: 'everywhere',
      LEDE_PUBLIC_URL: 'lede.example.org',
      LEDE_PUBLIC_PORT: '99999',
    });
    expect(problems).toHaveLength(12);
    for (const name of names.filter((name) => name !== 'CATALOGUE_FILE')) {
      expect(problems.filter((problem) => problem.startsWith(name))).toHaveLength(1);
    }
  });

  test('a problem with the token does not repeat the token', () => {
    expect(problemsOf({ DISCORD_TOKEN: 'a-secret-of-mine' }).join()).not.toContain('secret-of-mine');
  });

  test.each([
    ['https://example.org/about-our-bot', 'https://example.org/about-our-bot'],
    ['https://example.org', 'https://example.org'],
    ['desk@example.org', 'desk@example.org'],
    ['https://łódź.example/bot', 'https://xn--d-uga0v4h.example/bot'],
    ['https://例え.example/lede', 'https://xn--r8jz45g.example/lede'],
    ['https://example.org/our–bot', 'https://example.org/our%E2%80%93bot'],
    ['https://example.org/für', 'https://example.org/f%C3%BCr'],
  ])('publishers read the contact %s as %s, which every request can carry', (text, contact) => {
    expect(configOf({ LEDE_CONTACT: text }).contact).toBe(contact);
  });

  test.each([
    'redaktion@łódź.example',
    'für@example.org',
    'https://',
    'http://[',
    'desk@',
    'desk@example.org, and others',
    `https://example.org/${'a'.repeat(200)}`,
    `https://example.org/${'–'.repeat(60)}`,
  ])('refuses %s as a contact', (text) => expect(problemsOf({ LEDE_CONTACT: text })).toHaveLength(1));

  test.each([
    'http://127.0.0.1:4000/api',
    'http://localhost:4000/api',
    'http://[::1]:4000/api',
    'https://discord.com/api',
  ])('takes %s as another Discord', (url) => expect(configOf({ DISCORD_API_URL: url }).apiUrl).toBe(url));

  test.each(['http://10.0.0.1/api', 'http://127.0.0.1.example.com/api', 'ftp://127.0.0.1', 'discord'])(
    'refuses %s as another Discord',
    (url) => expect(problemsOf({ DISCORD_API_URL: url })).toHaveLength(1),
  );

  test.each([
    ['https://lede.example.org', 'https://lede.example.org'],
    ['https://lede.example.org/hubs/', 'https://lede.example.org/hubs'],
    ['https://lede.example.org:8443/a/b', 'https://lede.example.org:8443/a/b'],
    ['https://9.9.9.9/hubs', 'https://9.9.9.9/hubs'],
    ['https://[2620:fe::fe]/hubs', 'https://[2620:fe::fe]/hubs'],
  ])('hubs reach %s below %s', (text, url) => {
    expect(configOf({ LEDE_PUBLIC_URL: text, HTTP_HOST: '0.0.0.0' }).callback).toEqual({
      url,
      host: '0.0.0.0',
      port: 8322,
    });
    expect(configOf({ LEDE_PUBLIC_PORT: '80' }).callback).toBeUndefined();
  });

  test.each([
    'http://lede.example.org',
    'https://lede.example.org/?a=1',
    'https://lede.example.org/#a',
    'https://ada:pass@lede.example.org/',
    'https://localhost/',
    'https://127.0.0.1/',
    'https://192.168.1.5/hubs',
    'https://10.0.0.7/',
    'https://[fd00::1]/hubs',
    'https://lede.localhost/hubs',
    'https://0.0.0.0/',
    'https://3232235781/',
    'lede',
  ])('refuses %s as the address for hubs', (url) => {
    expect(problemsOf({ LEDE_PUBLIC_URL: url })).toHaveLength(1);
  });

  test.each([
    'file:data/',
    'file://data/lede.db',
    'file:data/lede.db?mode=rwc',
    'file:///tmp/a%2Fb.db',
    'file:///tmp/100%.db',
    ':memory:',
    'file::memory:',
  ])('refuses %s as the place of the database, at the start with all other problems', (url) =>
    expect(problemsOf({ DATABASE_URL: url })).toEqual([expect.stringContaining('DATABASE_URL must name a file')]),
  );

  test.each(['file:data/lede.db', 'file:/var/lib/lede/100%.db', 'file:///var/lib/lede/lede.db'])(
    'takes %s as the place of the database',
    (url) => expect(configOf({ DATABASE_URL: url }).databaseUrl).toBe(url),
  );

  test('.env.example, the table in the README and the schema name the same variables', () => {
    const example = [...read('.env.example').matchAll(/^#?\s?([A-Z][A-Z_]+)=/gm)].map((match) => match[1]).sort();
    const table = [...read('README.md').matchAll(/^\| `([A-Z][A-Z_]+)` \|/gm)].map((match) => match[1]).sort();
    expect(example).toEqual(names);
    expect(table).toEqual(names);
  });
});
