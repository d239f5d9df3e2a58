import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, onTestFinished, test } from 'vitest';
import { openDatabase } from '../../src/storage/database.ts';
import { keyvMigration } from '../../src/storage/keyv.ts';
import { first } from '../../src/storage/sqlite/migrations/001-first.ts';
import { outboxOrder } from '../../src/storage/sqlite/migrations/002-outboxOrder.ts';
import { webSub } from '../../src/storage/sqlite/migrations/003-webSub.ts';
import { openStorage } from '../../src/storage/storage.ts';
import { scratchFolder } from './scratch.ts';

const now = 1_795_500_000_000;
const correction = { kind: 'corrected' as const, text: 'Correction: it was Tuesday.', at: now };

test('messages of an older Lede are found by the articles that they tell', async () => {
  const path = join(scratchFolder(), 'lede.db');
  const url = `file:${path}`;
  const older = await openDatabase({ url, migrations: [first, keyvMigration, outboxOrder, webSub], now: () => now });
  await older.close();
  const raw = new DatabaseSync(path);
  raw.exec(`insert into deliveries (id, channel_id, server_id, kind, local_date, ordinal, window_start, window_end, due_at,
      digest, payload, nonce, state, next_try_at, message_id)
      values ('d', 'c', 's', 'daily', '2026-11-24', 0, 0, ${now}, ${now}, '{}', '{}', 'n', 'sent', ${now}, 'm');
    insert into told values ('c', 'one', 'd', '["a","b"]', '[]'), ('c', 'two', 'd', '["b","c"]', '[]');
    insert into search_terms values ('ferry', 1)`);
  raw.close();
  const storage = await openStorage({ url, now: () => now });
  onTestFinished(() => storage.close());
  const { edits, deliveries } = storage.records;
  for (const id of ['a', 'b', 'c']) expect(await edits.queue({ id, correction }, 0, now)).toBe(1);
  expect(await edits.queue({ id: 'd', correction }, 0, now)).toBe(0);
  expect((await edits.due(now, 10)).map(({ articleId }) => articleId)).toEqual(['a', 'b', 'c']);
  await deliveries.tell('d', 'c', [{ storyId: 'one', articleIds: ['b'], sentences: [] }]);
  expect(await edits.queue({ id: 'a', correction }, 0, now)).toBe(0);
  await deliveries.sweep(now + 1, 10);
  expect(await edits.queue({ id: 'b', correction }, 0, now)).toBe(0);
});
