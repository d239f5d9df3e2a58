import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, onTestFinished, test } from 'vitest';
import { type Migration, openDatabase } from '../../src/storage/database.ts';
import { spokenLanguage } from '../../src/storage/sqlite/migrations/008-spokenLanguage.ts';
import { digestLocale } from '../../src/storage/sqlite/migrations/009-digestLocale.ts';
import { lines } from '../../src/storage/sqlite/migrations/010-lines.ts';
import { messages } from '../../src/storage/sqlite/migrations/015-messages.ts';
import { migrations, openStorage } from '../../src/storage/storage.ts';
import { scratchFolder } from './scratch.ts';

const now = 1_795_500_000_000;
const databaseAt = () => join(scratchFolder(), 'lede.db');

function schemaOf(path: string): unknown[] {
  const raw = new DatabaseSync(path, { readOnly: true });
  const found = raw
    .prepare("select type, name, sql from sqlite_schema where name not like 'sqlite_%' order by name")
    .all();
  const versions = raw.prepare('select version, name from schema_version order by version').all();
  raw.close();
  return [...found, ...versions];
}

/** As an older version left it, which knew so many steps. */
async function databaseEndingAt(steps: number): Promise<{ path: string; raw: DatabaseSync }> {
  const path = databaseAt();
  const older = await openDatabase({ url: `file:${path}`, migrations: migrations.slice(0, steps), now: () => now });
  await older.close();
  return { path, raw: new DatabaseSync(path) };
}

const databaseBefore = (step: Migration) => databaseEndingAt(migrations.indexOf(step));

async function upgraded(path: string) {
  const storage = await openStorage({ url: `file:${path}`, now: () => now });
  onTestFinished(() => storage.close());
  return storage.records;
}

test.each(migrations.slice(0, -1).map(({ name }, at) => ({ name, at })))(
  'a database that ends with $name becomes as a new one, and keeps what it held',
  async ({ at }) => {
    const { path, raw } = await databaseEndingAt(at + 1);
    raw.exec(`insert into seen values ('feed', 'guid', 'article', ${now});
      insert into stories (id, title, lead_article_id, topic_id, first_at, last_at, news_at, articles, outlets, voices, open)
      values ('story', 'Title', 'article', 'world', ${now}, ${now}, ${now}, 1, 1, 1, 1);
      insert into deliveries (id, channel_id, server_id, kind, local_date, ordinal, window_start, window_end, due_at,
        digest, payload, nonce, state, next_try_at)
      values ('d', 'c', 's', 'daily', '2026-11-24', 0, 0, ${now}, ${now}, '{}', '{}', 'n', 'pending', ${now})`);
    raw.close();
    const records = await upgraded(path);
    expect(await records.articles.seen('feed', ['guid'])).toEqual(new Map([['guid', 'article']]));
    expect((await records.stories.byId('story'))?.title).toBe('Title');
    expect((await records.deliveries.claimPending(now, 'owner', now + 1, 5)).map(({ id }) => id)).toEqual(['d']);
    const fresh = databaseAt();
    await upgraded(fresh);
    expect(schemaOf(path)).toEqual(schemaOf(fresh));
  },
);

test('a feed that a server added has the language that it speaks, whatever it stated to an older version', async () => {
  const { path, raw } = await databaseBefore(spokenLanguage);
  const added =
    raw.prepare(`insert into feeds (id, url, outlet_id, outlet_name, catalogue, language, state, next_due_at, polling, failures)
    values (?, ?, 'o', 'O', ?, ?, 'active', ${now}, '{}', 0)`);
  added.run('own', 'https://a.example/', 0, 'en-US');
  added.run('listed', 'https://b.example/', 1, 'de');
  raw.close();
  const { feeds } = await upgraded(path);
  expect((await feeds.byId('own'))?.language).toBeUndefined();
  expect((await feeds.byId('listed'))?.language).toBe('de');
});

test('a digest of an older version is in the language that its server was last known to read', async () => {
  const { path, raw } = await databaseBefore(digestLocale);
  raw.exec(`insert into keyv values ('servers', 'german', '{"value":{"locale":"de","zone":"Europe/Berlin"}}', null)`);
  const stored =
    raw.prepare(`insert into deliveries (id, channel_id, server_id, kind, local_date, ordinal, window_start,
    window_end, due_at, digest, payload, nonce, state, next_try_at)
    values (?, 'c', ?, 'daily', '2026-11-24', 0, 0, ${now}, ${now}, ?, '{}', 'n', 'sent', ${now})`);
  stored.run('a', 'german', '{"places":[]}');
  stored.run('b', 'other', '{"places":[]}');
  stored.run('c', 'german', '{"places":[],"locale":"en-GB"}');
  raw.close();
  const { deliveries } = await upgraded(path);
  const localeOf = async (id: string) => (await deliveries.byId(id))?.digest.locale;
  expect(await Promise.all(['a', 'b', 'c'].map(localeOf))).toEqual(['de', 'en-US', 'en-GB']);
});

test('a digest of an older version is one message, posted or not', async () => {
  const { path, raw } = await databaseBefore(messages);
  const stored =
    raw.prepare(`insert into deliveries (id, channel_id, server_id, kind, local_date, ordinal, window_start,
    window_end, due_at, digest, payload, nonce, state, next_try_at, message_id)
    values (?, 'c', 's', 'daily', '2026-11-24', 0, 0, ${now}, ${now}, '{}', '{"content":"News"}', 'n', ?, ${now}, ?)`);
  stored.run('posted', 'sent', 'm');
  stored.run('due', 'pending', null);
  raw.close();
  const { deliveries } = await upgraded(path);
  const payloads = [{ content: 'News' }];
  expect(await deliveries.byId('posted')).toMatchObject({ payloads, messageIds: ['m'] });
  expect(await deliveries.byId('due')).toMatchObject({ payloads, messageIds: [] });
});

test('what is broken of an older version costs its own digest, not the start', async () => {
  const { path, raw } = await databaseBefore(digestLocale);
  raw.exec(`insert into keyv values ('servers', 'broken', '{"value":', null)`);
  const stored =
    raw.prepare(`insert into deliveries (id, channel_id, server_id, kind, local_date, ordinal, window_start,
    window_end, due_at, digest, payload, nonce, state, next_try_at)
    values (?, ?, ?, 'daily', '2026-11-24', 0, 0, ${now}, ${now}, ?, '{}', 'n', 'sent', ${now})`);
  for (const [at, digest] of ['{"places":', '', '[]', 'null', '"x"'].entries())
    stored.run(`${at}`, `${at}`, 'other', digest);
  stored.run('whole', 'whole', 'broken', '{"places":[]}');
  raw.close();
  const { deliveries } = await upgraded(path);
  expect((await deliveries.byId('whole'))?.digest.locale).toBe('en-US');
  await expect(deliveries.byId('0')).rejects.toThrow(SyntaxError);
});

test('an article of an older version keeps its paragraphs and categories, each in its place', async () => {
  const { path, raw } = await databaseBefore(lines);
  const stored =
    raw.prepare(`insert into articles (id, outlet_id, outlet_name, url, title, paragraphs, text_from, categories, published_at, first_seen_at,
    news_at, sentences_max, page_state) values (?, 'o', 'O', 'https://a.example/', 'T', ?, 'feed', ?, ${now}, ${now}, ${now}, 3, 'none')`);
  const paragraphs = Array.from({ length: 12 }, (_, at) => `Paragraph ${at}: “ferries” & 'ports'.`);
  stored.run('whole', JSON.stringify(paragraphs), '["World","Ports \\u0026 ferries"]');
  stored.run('empty', '[]', '[]');
  stored.run('broken', '["Crews', '["a\\nb"]');
  raw.close();
  const { articles } = await upgraded(path);
  const listsOf = async (id: string) => {
    const [article] = await articles.byIds([id]);
    return [article?.paragraphs, article?.categories];
  };
  expect(await listsOf('whole')).toEqual([paragraphs, ['World', 'Ports & ferries']]);
  expect(await listsOf('empty')).toEqual([[], []]);
  expect(await listsOf('broken')).toEqual([['["Crews'], ['a b']]);
});
