import { expect, test } from 'vitest';
import { recordFigures } from '../figures.ts';
import { figuresOf, rounded, slopeOf } from './measure.ts';
import { type Sample, soak } from './soak.ts';

const minute = 60_000;
/** Everything that is kept for a while goes within the day, so that what still grows is a leak. */
const retentionHours = 6;
/** By then what was there at the start is swept. */
const steadyFrom = retentionHours + 2;

test(
  '24 hours with 200 feeds, 50 channels and a reply a second: memory, database and event loop stay as they are',
  async () => {
    const plan = {
      hours: 24,
      feeds: 200,
      eventsPerHour: 60,
      guilds: 10,
      channelsPerGuild: 5,
      stepMs: 10_000,
      questions: 10,
      retentionDays: retentionHours / 24,
      sampleMs: 10 * minute,
    };
    const progress = (line: string) => void process.stdout.write(`${line}\n`);
    const { samples, talk, posted, problems, wallMs } = await soak({ ...plan, progress });
    const used = ({ databaseMiB, databaseFreeMiB }: Sample) => databaseMiB - databaseFreeMiB;
    const between = (from: number, to: number) => samples.filter(({ hours }) => hours > from && hours <= to);
    const mean = (of: (sample: Sample) => number, list: readonly Sample[]) =>
      list.reduce((sum, sample) => sum + of(sample), 0) / list.length;
    const hourly = (of: (sample: Sample) => number) =>
      Array.from({ length: plan.hours }, (_, hour) => rounded(mean(of, between(hour, hour + 1))));
    const growth = (of: (sample: Sample) => number, from: number) =>
      rounded(slopeOf(between(from, plan.hours).map((sample) => ({ x: sample.hours, y: of(sample) }))));
    const heap = ({ heapMiB, externalMiB }: Sample) => heapMiB + externalMiB;
    const delay = ({ loopDelayP99Ms }: Sample) => loopDelayP99Ms;
    const last = samples.at(-1);
    const figures = {
      ...plan,
      wallMinutes: rounded(wallMs / minute),
      cpuSecondsPerHour: rounded(((last?.cpuMs ?? 0) - (samples[6]?.cpuMs ?? 0)) / 1_000 / (plan.hours - 1)),
      answers: talk.asked,
      unanswered: talk.failed,
      answerMs: figuresOf(talk.shownMs),
      digests: posted.statuses['POST /channels/:id/messages 200'],
      feedRequests: posted.feedRequests,
      heapMiBByHour: hourly(heap),
      heapMiBGrowthAnHour: growth(heap, 1),
      rssMiBByHour: hourly(({ rssMiB }) => rssMiB),
      databaseMiBByHour: hourly(({ databaseMiB }) => databaseMiB),
      databaseUsedMiBByHour: hourly(used),
      databaseUsedMiBGrowthAnHour: growth(used, steadyFrom),
      loopDelayP99MsByHour: hourly(delay),
      loopDelayP99MsGrowthAnHour: growth(delay, 1),
      rowsAfterRetention: between(steadyFrom - 0.1, steadyFrom)[0]?.rows,
      rowsAtTheEnd: last?.rows,
      problems,
    };
    recordFigures('soak', figures);
    process.stdout.write(`${JSON.stringify(figures, undefined, 2)}\n`);

    expect(talk.failed).toBe(0);
    expect(mean(heap, between(23, 24))).toBeLessThan(mean(heap, between(1, 2)) * 1.15);
    // Keys of items are kept for thirty days, which this day sees the first of: a hundred bytes each.
    expect(mean(used, between(23, 24))).toBeLessThan(mean(used, between(steadyFrom, steadyFrom + 1)) * 1.15);
    expect(mean(delay, between(18, 24))).toBeLessThan(mean(delay, between(1, 7)) * 2);
  },
  60 * minute,
);
