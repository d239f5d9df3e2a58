import pg from 'pg';
import { expect } from 'vitest';
import { createCompose } from '../../commands/digest/loop.ts';
import { createDigestMaker } from '../../src/newsroom/digestFor.ts';
import type { Sender } from '../../src/outbox/ports.ts';
import { createSend } from '../../src/outbox/send.ts';
import { openStorage } from '../../src/storage/storage.ts';
import * as deliveries from '../outbox/kinds.ts';
import { fillArchive } from './archive.ts';
import { figuresOf, rounded } from './hand.ts';
import { onPostgres, recordTimes } from './onPostgres.ts';

const kinds = Object.values(deliveries);
const channels = 100_000;
const channelsPerServer = 10;
/** The number of digests of the busiest hour that are really made and posted. */
const measured = 2_000;
const perSecond = 50;
const hour = 3_600_000;
const second = 1_000;
const startsAt = Date.UTC(2026, 10, 24);
/** Thousands of channels by the UTC hour of their local 08:00, most of them in Europe and America. */
const thousandsAt = [2, 4, 3, 1, 1, 2, 8, 22, 9, 3, 2, 4, 6, 14, 6, 3, 4, 1, 1, 1, 1, 1, 1];
const quiet = { debug() {}, info() {}, warn() {}, error() {} };
const schedule = JSON.stringify({ zone: 'UTC', times: ['08:00'], days: [0, 1, 2, 3, 4, 5, 6], stories: 5 });

onPostgres(
  '100,000 channels over the zones of a day on PostgreSQL: posted at the pace that Discord allows',
  async (server) => {
    const url = await server.create();
    const time = { now: startsAt };
    const storage = await openStorage({ url, now: () => time.now, kinds });
    await fillArchive(storage, 2_000, startsAt, 24 * hour);
    const beside = new pg.Client({ connectionString: url });
    await beside.connect();
    const heapBefore = process.memoryUsage().heapUsed;
    const hourOf = thousandsAt.flatMap((thousands, at) => Array.from({ length: thousands }, () => at));
    await beside.query(
      `insert into channels (channel_id, server_id, settings, next_due_at, next_date, next_ordinal, created_at)
     select n, n / $2::int, $3, $4::bigint + ($5::bigint[])[1 + n % 100] * 3600000, '2026-11-24', 0, 0
     from generate_series(0, $1::int - 1) as n`,
      [channels, channelsPerServer, schedule, startsAt, hourOf],
    );
    await beside.query(
      `insert into subscriptions (channel_id, topic_id, server_id, created_at)
     select channel_id, 'world', server_id, 0 from channels`,
    );
    await beside.query('analyze');
    const { rows: size } = await beside.query(
      `select (pg_total_relation_size('channels') + pg_total_relation_size('subscriptions')) / $1::int as bytes`,
      [channels],
    );

    const { owner } = await storage.join(['publish', 'send']);
    const posted: string[] = [];
    const messageUrl = (...ids: string[]) => ids.join('/');
    const digestFor = createDigestMaker({
      storage,
      outletsById: new Map(),
      topics: [{ id: 'world', names: { en: 'World', de: 'Welt' }, colour: 0 }],
      generalTopicIds: new Set(['world']),
      localeOf: async () => 'en',
      messageUrl,
      pictureOrigins: new Set(),
    });
    const sender: Sender = {
      async post({ channelId }) {
        posted.push(channelId);
        return { kind: 'posted', messageId: String(posted.length) };
      },
      edit: async () => ({ kind: 'unsent', reason: 'no edits' }),
      open: async () => ({ kind: 'unsent', reason: 'no threads' }),
      act: async () => ({ kind: 'unsent', reason: 'no acts' }),
      find: async () => ({ kind: 'absent' }),
      notifyAdmin: async () => false,
      messageUrl,
    };
    const parts = {
      storage,
      outletsById: new Map(),
      kinds,
      log: quiet,
      owner,
      pictures: false,
      ending: () => false,
      isAnnouncement: async () => false,
      digestFor,
    };
    const compose = createCompose(parts);
    const send = createSend({ ...parts, sender, wall: () => time.now });

    // Moves to the busiest hour, as if all channels due earlier already had their digests.
    const fullest = thousandsAt.indexOf(Math.max(...thousandsAt));
    time.now = startsAt + fullest * hour;
    await beside.query('update channels set next_due_at = next_due_at + 86400000 where next_due_at < $1', [time.now]);
    const runMs: number[] = [];
    const cpu = process.cpuUsage();
    const start = performance.now();
    let held = 0;
    while (posted.length < measured) {
      const began = performance.now();
      // The two loops run concurrently.
      await Promise.all([compose.run(time.now), send.run(time.now)]);
      runMs.push(performance.now() - began);
      held = Math.max(held, process.memoryUsage().heapUsed);
      time.now += second;
    }
    const madePerSecond = (posted.length / (performance.now() - start)) * second;
    const used = process.cpuUsage(cpu);
    const paced = Math.min(perSecond, madePerSecond);
    const figures = {
      channels,
      inFullestHour: Math.max(...thousandsAt) * 1_000,
      madeAndPosted: posted.length,
      doubled: posted.length - new Set(posted).size,
      perSecond: rounded(madePerSecond),
      // Digests of one hour are done within the hour, so the busiest hour is the bottleneck.
      ofWhat50PerSecondAllow: rounded(perSecond / paced),
      fullestHourS: Math.round((Math.max(...thousandsAt) * 1_000) / paced),
      runMs: figuresOf(runMs),
      cpuMsPerDigest: rounded((used.user + used.system) / 1_000 / posted.length),
      bytesAChannelInDatabase: Number(size[0].bytes),
      heapBytesAnIdleChannel: rounded(Math.max(0, held - heapBefore) / channels),
    };
    const isJudged = recordTimes('manyZones', figures);
    await beside.end();
    await storage.close();
    expect(thousandsAt.reduce((sum, one) => sum + one, 0)).toBe(channels / 1_000);
    expect(figures.doubled).toBe(0);
    if (isJudged) expect(figures.ofWhat50PerSecondAllow).toBeLessThanOrEqual(1.1);
  },
);
