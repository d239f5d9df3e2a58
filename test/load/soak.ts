import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { hire } from './hand.ts';
import type { Held, LedeDuties } from './lede.ts';
import type { Talk, TownDuties } from './town.ts';

const second = 1_000;
const minute = 60 * second;
const hour = 60 * minute;
const startsAt = Date.UTC(2026, 10, 24, 0);

export interface SoakPlan {
  hours: number;
  feeds: number;
  eventsPerHour: number;
  guilds: number;
  channelsPerGuild: number;
  /** How far the wall goes between two looks of the loops. */
  stepMs: number;
  /** Members' questions in each step. */
  questions: number;
  retentionDays: number;
  sampleMs: number;
  progress?: (line: string) => void;
}

/** What was there at a moment of the wall, garbage aside. */
export interface Sample extends Held {
  /** Since the start. */
  hours: number;
  /** In use and not, the log not counted. */
  databaseMiB: number;
  databaseFreeMiB: number;
  rows: Record<string, number>;
}

export interface Soaked {
  samples: Sample[];
  talk: Pick<Talk, 'asked' | 'failed' | 'shownMs'>;
  posted: Awaited<ReturnType<TownDuties['posted']>>;
  problems: Record<string, number>;
  wallMs: number;
}

const tables = ['articles', 'stories', 'seen', 'search_terms', 'deliveries', 'told', 'notices', 'keyv'];

function databaseAt(path: string): Pick<Sample, 'databaseMiB' | 'databaseFreeMiB' | 'rows'> {
  const database = new DatabaseSync(path, { readOnly: true });
  try {
    const number = (sql: string) => Number(Object.values(database.prepare(sql).get() ?? {})[0]);
    const pageMiB = number('pragma page_size') / 2 ** 20;
    return {
      databaseMiB: number('pragma page_count') * pageMiB,
      databaseFreeMiB: number('pragma freelist_count') * pageMiB,
      rows: Object.fromEntries(tables.map((table) => [table, number(`select count(*) from ${table}`)])),
    };
  } finally {
    database.close();
  }
}

/** Lets hours of the wall go by as fast as Lede does all that is due in them and answers its members. */
export async function soak(plan: SoakPlan): Promise<Soaked> {
  const folder = mkdtempSync(join(tmpdir(), 'lede-soak-'));
  const path = join(folder, 'lede.db');
  const town = hire<TownDuties>('./town.ts');
  const lede = hire<LedeDuties>('./lede.ts');
  const began = performance.now();
  try {
    const { guilds, channelsPerGuild: channels, feeds, eventsPerHour } = plan;
    const place = await town.ask('open', { at: startsAt, guilds, channels, feeds, eventsPerHour, limits: false });
    const settings = {
      token: place.token,
      apiUrl: place.apiUrl,
      catalogue: place.catalogue,
      privateOrigins: place.hosts,
      databaseUrl: `file:${path}`,
      hostSpacingMs: 0,
      pictures: true,
      retentionDays: plan.retentionDays,
    };
    await lede.ask('open', { settings, at: startsAt, cron: false });
    const topics = place.catalogue.topics.map(({ id }) => id);
    const wishes = place.neighbours.flatMap(({ guildId, admin, channelIds }, guild) =>
      channelIds.map((channelId, at) => ({
        by: { serverId: guildId, userId: admin, serverLocale: 'en-GB' },
        channelId,
        topics: topics.slice((guild + at) % topics.length).slice(0, 1 + (at % 3)),
        change: { times: at % 2 === 0 ? '01:00 07:00 13:00 19:00' : '08:00 20:30' },
      })),
    );
    await lede.ask('subscribe', wishes);
    const samples: Sample[] = [];
    const talk = { asked: 0, failed: 0, shownMs: [] as number[] };
    for (let at = startsAt; at <= startsAt + plan.hours * hour; at += plan.stepMs) {
      await town.ask('stand', at);
      const [said] = await Promise.all([
        town.ask('ask', { count: plan.questions, atOnce: 2 }),
        lede.ask('drain', { at }),
      ]);
      talk.asked += said.asked;
      talk.failed += said.failed;
      talk.shownMs.push(...said.shownMs);
      if ((at - startsAt) % plan.sampleMs !== 0) continue;
      const held = await lede.ask('heldAfterGc', undefined as never);
      const sample = { ...held, hours: (at - startsAt) / hour, ...databaseAt(path) };
      samples.push(sample);
      const log = statSync(`${path}-wal`, { throwIfNoEntry: false })?.size ?? 0;
      plan.progress?.(
        `${sample.hours.toFixed(1)} h, ${((performance.now() - began) / 1_000).toFixed(0)} s: heap ${sample.heapMiB.toFixed(1)}, external ${sample.externalMiB.toFixed(1)}, rss ${sample.rssMiB.toFixed(0)}, cpu ${(sample.cpuMs / 1_000).toFixed(0)} s, database ${sample.databaseMiB.toFixed(1)} (free ${sample.databaseFreeMiB.toFixed(1)}, log ${(log / 2 ** 20).toFixed(0)}), loop ${sample.loopDelayP99Ms.toFixed(0)} ms, asked ${talk.asked}, ${JSON.stringify(sample.rows)}`,
      );
    }
    const posted = await town.ask('posted', undefined as never);
    const problems = await lede.ask('problems', undefined as never);
    await lede.ask('stop', undefined as never);
    await town.ask('close', undefined as never);
    return { samples, talk, posted, problems, wallMs: performance.now() - began };
  } finally {
    await lede.end();
    await town.end();
    rmSync(folder, { recursive: true, force: true });
  }
}
