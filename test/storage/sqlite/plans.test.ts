import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync, StatementSync } from 'node:sqlite';
import { expect, onTestFinished, test, vi } from 'vitest';
import { openStorage } from '../../../src/storage/storage.ts';

const now = Date.UTC(2026, 10, 24, 8);

test('the next slot and what a channel was sent are found without reading the digests of all channels', async () => {
  const all = vi.spyOn(StatementSync.prototype, 'all');
  onTestFinished(() => all.mockRestore());
  const folder = mkdtempSync(join(tmpdir(), 'lede-plans-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const path = join(folder, 'lede.db');
  const storage = await openStorage({ url: `file:${path}`, now: () => now });
  all.mockClear();
  const { channels, deliveries } = storage.records;
  await channels.slotDueAt();
  await channels.claimDue(now, 'desk', now + 1, 10);
  await deliveries.heldUp('1', now);
  await deliveries.lastSlot('1', now);
  const statements = all.mock.calls.map((values, at) => ({
    statement: (all.mock.contexts[at] as StatementSync | undefined)?.sourceSQL,
    values,
  }));
  await storage.close();

  using file = new DatabaseSync(path);
  const steps = statements.flatMap(({ statement, values }) =>
    file.prepare(`explain query plan ${statement}`).all(...values),
  );
  const reads = steps.map(({ detail }) => String(detail)).filter((detail) => /\bdeliveries\b/.test(detail));
  expect(reads.length).toBeGreaterThanOrEqual(4);
  expect(reads.filter((detail) => !/deliveries_pending|\(channel_id=\?/.test(detail))).toEqual([]);
});
