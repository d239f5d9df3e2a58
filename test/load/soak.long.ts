import { DatabaseSync } from 'node:sqlite';
import { expect, test } from 'vitest';
import { hourMs as hour, minuteMs as minute } from '../../src/clock.ts';
import { recordFigures } from '../figures.ts';
import { figuresOf, rounded } from './hand.ts';
import type { Held } from './lede.ts';
import { townAndLede } from './onPostgres.ts';

const startsAt = Date.UTC(2026, 10, 24, 0);
const hours = 24;
/** Virtual ms between two runs of the loops, and the number of questions that members ask in that time. */
const stepMs = 10_000;
const questions = 10;
/** Short, so that retained data expires within the day and whatever still grows is a leak. */
const retentionHours = 6;
/** By this hour the data of the start has been swept. */
const steadyFrom = retentionHours + 2;

/** Measurements at a moment of the virtual clock, after a garbage collection. */
interface Sample extends Held {
  /** Hours since the start. */
  hours: number;
  /** Space in use, without the write-ahead log. */
  databaseMiB: number;
  rows: Record<string, number>;
}

const tables = ['articles', 'stories', 'seen', 'search_terms', 'deliveries', 'told', 'notices', 'keyv'];

function databaseAt(path: string): Pick<Sample, 'databaseMiB' | 'rows'> {
  const database = new DatabaseSync(path, { readOnly: true });
  const number = (sql: string) => Number(Object.values(database.prepare(sql).get() ?? {})[0]);
  const pages = number('pragma page_count') - number('pragma freelist_count');
  const databaseMiB = (pages * number('pragma page_size')) / 2 ** 20;
  const rows = Object.fromEntries(tables.map((table) => [table, number(`select count(*) from ${table}`)]));
  database.close();
  return { databaseMiB, rows };
}

/** Runs through the day as fast as Lede can do everything that is due and answer its members. */
async function soak() {
  const plan = { guilds: 10, channels: 5, feeds: 200, eventsPerHour: 60, at: startsAt, limits: false };
  const { town, lede, databaseUrl, neighbours, topics, close } = await townAndLede(plan, {
    retentionDays: retentionHours / 24,
  });
  const wishes = neighbours.flatMap(({ guildId, admin, channelIds }, guild) =>
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
  for (let at = startsAt; at <= startsAt + hours * hour; at += stepMs) {
    await town.ask('stand', at);
    const [said] = await Promise.all([town.ask('ask', { count: questions, atOnce: 2 }), lede.ask('drain', { at })]);
    talk.asked += said.asked;
    talk.failed += said.failed;
    talk.shownMs.push(...said.shownMs);
    if ((at - startsAt) % (10 * minute) !== 0) continue;
    const sample = {
      ...(await lede.ask('heldAfterGc')),
      hours: (at - startsAt) / hour,
      ...databaseAt(databaseUrl.slice('file:'.length)),
    };
    samples.push(sample);
    process.stdout.write(`${JSON.stringify({ ...sample, asked: talk.asked })}\n`);
  }
  const posted = await town.ask('posted');
  return { samples, talk, posted, problems: await close() };
}

const mean = (of: (sample: Sample) => number, list: readonly Sample[]) =>
  list.reduce((sum, sample) => sum + of(sample), 0) / list.length;

test(
  '24 hours with 200 feeds, 50 channels and a reply a second: memory, database and event-loop delay do not grow',
  async () => {
    const { samples, talk, posted, problems } = await soak();
    const between = (from: number, to: number) => samples.filter((sample) => sample.hours > from && sample.hours <= to);
    const hourly = (of: (sample: Sample) => number) =>
      Array.from({ length: hours }, (_, nth) => rounded(mean(of, between(nth, nth + 1))));
    const heap = ({ heapMiB, externalMiB }: Sample) => heapMiB + externalMiB;
    const used = ({ databaseMiB }: Sample) => databaseMiB;
    const delay = ({ loopDelayP99Ms }: Sample) => loopDelayP99Ms;
    const figures = {
      cpuSecondsPerHour: rounded(((samples.at(-1)?.cpuMs ?? 0) - (samples[6]?.cpuMs ?? 0)) / 1_000 / (hours - 1)),
      answers: talk.asked,
      unanswered: talk.failed,
      answerMs: figuresOf(talk.shownMs),
      digests: posted.messages,
      feedRequests: posted.feedRequests,
      heapMiBByHour: hourly(heap),
      rssMiBByHour: hourly(({ rssMiB }) => rssMiB),
      databaseMiBByHour: hourly(used),
      loopDelayP99MsByHour: hourly(delay),
      rowsAtTheEnd: samples.at(-1)?.rows,
      problems,
    };
    recordFigures('soak', figures);

    expect(talk.failed).toBe(0);
    expect(mean(heap, between(23, 24))).toBeLessThan(mean(heap, between(1, 2)) * 1.15);
    // Item keys are kept for thirty days, about a hundred bytes each, so the first day still grows by them.
    expect(mean(used, between(23, 24))).toBeLessThan(mean(used, between(steadyFrom, steadyFrom + 1)) * 1.15);
    expect(mean(delay, between(18, 24))).toBeLessThan(mean(delay, between(1, 7)) * 2);
  },
  60 * minute,
);
