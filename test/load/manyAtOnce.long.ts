import { expect, test } from 'vitest';
import { type EpochMs, hourMs, minuteMs } from '../../src/clock.ts';
import { figuresOf, rounded } from './hand.ts';
import { recordTimes, townAndLede } from './onPostgres.ts';
import type { PressPlan } from './press.ts';

const at = Date.UTC(2026, 10, 24, 8);
const guilds = 100;
const storyCount = 300;

/** Opens Lede beside a town of `guilds` servers with a member each, reads the press, and records what `work` measures. */
async function measured(
  name: string,
  press: PressPlan,
  work: (
    processes: Awaited<ReturnType<typeof townAndLede>>,
  ) => Promise<{ figures: Record<string, unknown>; failed: number; judge(): void }>,
): Promise<void> {
  const processes = await townAndLede({ ...press, guilds, channels: 1, at });
  await processes.lede.ask('drain', { at });
  const { figures, failed, judge } = await work(processes);
  const problems = await processes.close();
  const isJudged = recordTimes(name, { ...figures, failed, problems });
  expect([failed, problems]).toEqual([0, {}]);
  if (isJudged) judge();
}

const shownFigures = (ms: readonly number[]) => ({ first: rounded(Math.min(...ms)), ...figuresOf(ms) });

test('300 members who ask for a story in one instant have their first answer within 1.5 s', () =>
  measured('manyAtOnce', { feeds: 120, eventsPerHour: 60 }, async ({ town }) => {
    const rounds = [];
    for (let round = 0; round < 3; round += 1) {
      rounds.push(await town.ask('burst', { command: 'story', count: storyCount, words: true }));
    }
    const plain = await town.ask('burst', { command: 'story', count: storyCount });
    const withoutWords = shownFigures(plain.shownMs);
    const firstAnswerMs = rounds.map(({ answeredMs }) => figuresOf(answeredMs));
    const cardMs = rounds.map(({ shownMs }) => figuresOf(shownMs));
    return {
      figures: { asked: storyCount, withoutWords, firstAnswerMs, cardMs },
      failed: [...rounds, plain].reduce((sum, { failed }) => sum + failed, 0),
      judge() {
        expect(withoutWords.first).toBeLessThanOrEqual(1_000);
        expect(withoutWords.p50).toBeLessThanOrEqual(5_000);
        expect(Math.max(...firstAnswerMs.map(({ max }) => max))).toBeLessThanOrEqual(1_500);
      },
    };
  }));

test('100 members who ask for headlines, or catch up from 100 different moments, in one instant are shown them in 5 s', () =>
  measured('manyListsAtOnce', { feeds: 240, eventsPerHour: 120 }, async ({ town, lede }) => {
    const stand = async (now: EpochMs) => {
      await town.ask('stand', now);
      await lede.ask('stand', now);
    };
    for (let nth = 0; nth < guilds; nth += 1) {
      const now = at + nth * 6 * minuteMs;
      await stand(now);
      if (nth % 10 === 0) await lede.ask('drain', { at: now });
      await town.ask('burst', { command: 'catchup', count: 1, from: nth });
    }
    await stand(at + 10 * hourMs);
    await lede.ask('drain', { at: at + 10 * hourMs });
    await town.ask('run');
    await lede.ask('run');
    const headlines = await town.ask('burst', { command: 'headlines', count: guilds });
    const catchup = await town.ask('burst', { command: 'catchup', count: guilds });
    const [headlinesMs, catchupMs] = [shownFigures(headlines.shownMs), shownFigures(catchup.shownMs)];
    return {
      figures: { asked: guilds, headlinesMs, catchupMs },
      failed: headlines.failed + catchup.failed,
      judge() {
        for (const { first, max } of [headlinesMs, catchupMs]) {
          expect(first).toBeLessThanOrEqual(1_000);
          expect(max).toBeLessThanOrEqual(5_000);
        }
      },
    };
  }));
