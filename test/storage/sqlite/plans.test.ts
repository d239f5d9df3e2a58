import { join } from 'node:path';
import { DatabaseSync, StatementSync } from 'node:sqlite';
import { expect, onTestFinished, test, vi } from 'vitest';
import { openStorage, type Records } from '../../../src/storage/storage.ts';
import { scratchFolder } from '../scratch.ts';

const now = Date.UTC(2026, 10, 24, 8);

/** The steps of SQLite's query plans, for the statements that `work` runs, that read `table`. */
async function looksAt(table: string, work: (records: Records) => Promise<unknown>): Promise<string[]> {
  const all = vi.spyOn(StatementSync.prototype, 'all');
  onTestFinished(() => all.mockRestore());
  const path = join(scratchFolder(), 'lede.db');
  const storage = await openStorage({ url: `file:${path}`, now: () => now });
  all.mockClear();
  await work(storage.records);
  const statements = all.mock.calls.map((values, at) => ({
    statement: (all.mock.contexts[at] as StatementSync | undefined)?.sourceSQL,
    values,
  }));
  await storage.close();
  using file = new DatabaseSync(path);
  const steps = statements.flatMap(({ statement, values }) =>
    file.prepare(`explain query plan ${statement}`).all(...values),
  );
  return steps.map(({ detail }) => String(detail)).filter((detail) => new RegExp(`\\b${table}\\b`).test(detail));
}

test('the next slot and what a channel was sent are found without reading the digests of all channels', async () => {
  const looks = await looksAt('deliveries', async ({ channels, deliveries }) => {
    await channels.slotDueAt();
    await channels.claimDue(now, 'desk', now + 1, 10);
    await deliveries.heldUp('1', now);
    await deliveries.lastSlot('1', now);
  });
  expect(looks.length).toBeGreaterThanOrEqual(4);
  expect(looks.filter((look) => !/deliveries_pending|\(channel_id=\?/.test(look))).toEqual([]);
});

test('feeds that are due are claimed by the index of due times, without reading those that are not', async () => {
  const looks = await looksAt('feeds', ({ feeds }) => feeds.claimDue(now, 'desk', now + 1, 128, 'catalogue'));
  expect(looks.length).toBeGreaterThan(0);
  expect(looks.filter((look) => !/feeds_due \(state=\? AND next_due_at<\?\)|\(id=\?\)/.test(look))).toEqual([]);
});
