// Reads servers' own feeds alone in its process, by the real clock, so that CPU time is that of the reading.
import { minuteMs, systemWall } from '../../src/clock.ts';
import type { Log } from '../../src/log.ts';
import { wakeByCron } from '../../src/operation/wake.ts';
import { createReading, type Reading, type ReadingSettings } from '../../src/reading/reading.ts';
import { serve } from './hand.ts';

const problems: Record<string, number> = {};
const nothing = () => {};
const note = ({ err }: { err?: unknown }, message: string) => {
  const key = `${message}${err instanceof Error ? `: ${err.message}` : ''}`.slice(0, 200);
  problems[key] = (problems[key] ?? 0) + 1;
};
const log = { debug: nothing, info: nothing, warn: note, error: note } as unknown as Log;

let reading: Reading;
let sleep = async () => {};

const duties = {
  async open({ settings }: { settings: ReadingSettings }) {
    reading = await createReading(settings, systemWall, log);
  },
  /** Gives each server its feeds and a rule that wants their items at once; the feeds are due within `dueMs`. */
  async furnish({ servers, dueMs }: { servers: { id: string; urls: string[] }[]; dueMs: number }) {
    const now = systemWall();
    const count = servers.reduce((sum, { urls }) => sum + urls.length, 0);
    let nth = 0;
    await reading.storage.transaction(async (records) => {
      for (const { id: serverId, urls } of servers) {
        await records.servers.present(serverId);
        for (const url of urls) {
          const { host: outletId } = new URL(url);
          const feed = { id: url, url, outletId, outletName: outletId, catalogue: false, title: url };
          await records.feeds.add(feed, [], now + Math.floor((((nth++ * 7_919) % count) / count) * dueMs));
          await records.ownTopicsAndFeeds.addFeed(serverId, url, 'ours', now);
        }
        const rule = { channelId: `channel of ${serverId}`, serverId, createdAt: now, voices: 1, perDay: 50 };
        await records.alerts.save({ ...rule, zone: 'UTC' });
      }
    });
  },
  run() {
    sleep = wakeByCron(reading.loops, systemWall, log);
  },
  async held() {
    const { user, system } = process.cpuUsage();
    const { feeds } = await reading.storage.records.vitals.due(systemWall() - minuteMs);
    return { cpuMs: (user + system) / 1_000, rssMiB: process.memoryUsage().rss / 2 ** 20, overdue: feeds.count };
  },
  problems: () => problems,
  async stop() {
    const asleep = sleep();
    await reading.hangUp();
    await asleep;
    await reading.close();
  },
};

export type OwnReaderDuties = typeof duties;
serve(duties);
