import { describe, expect, test } from 'vitest';
import { coveragePicture } from '../../../commands/story/coveragePicture.ts';
import { outletsCard } from '../../../commands/story/outletsCard.ts';
import type { Timeline } from '../../../commands/story/timeline.ts';
import { textsFor } from '../../../src/discord/texts/texts.ts';
import { textsOf, world } from '../../discord/digestFixture.ts';
import { storyOf } from '../madeUpStories.ts';

const hour = 3_600_000;
const start = Date.UTC(2026, 10, 24, 4, 20);
const outlet = (name: string, reports: number[], corrections: number[] = []) => ({
  name,
  reports: reports.map((hours) => start + hours * hour),
  corrections: corrections.map((hours) => start + hours * hour),
});
const timeline = (zone: string, ...outlets: Timeline['outlets']): Timeline => ({ zone, outlets });
const english = textsFor('en-GB');
const german = textsFor('de');

describe('the picture of a story’s coverage', () => {
  test('shows a bar for each hour, the first report and corrections, with the same in the alternative text', () => {
    const { chart, alt } = coveragePicture(
      timeline('UTC', outlet('Harbour Post', [0, 3]), outlet('Courier', [3], [7])),
      english,
    );
    expect(chart).toMatchObject({
      spans: 8,
      all: [1, 0, 0, 2, 0, 0, 0, 0],
      heading: 'Reports per hour · UTC',
      rows: [
        { label: 'Harbour Post', counts: [1, 0, 0, 1, 0, 0, 0, 0], first: 0, corrected: [] },
        { label: 'Courier', counts: [0, 0, 0, 1, 0, 0, 0, 0], corrected: [7] },
      ],
      legend: { first: 'first report', corrected: 'correction' },
    });
    expect(chart.ticks[0]).toEqual({ at: 0, label: '04:00' });
    expect(alt).toBe(
      'Coverage over time: 3 reports of 2 outlets, from 24 Nov, 04:20 to 24 Nov, 07:20. First report: Harbour Post. Harbour Post: 24 Nov, 04:20 and 24 Nov, 07:20. Courier: 24 Nov, 07:20, corrected 24 Nov, 11:20.',
    );
  });

  test('uses the server’s zone and the reader’s language', () => {
    const { chart, alt } = coveragePicture(timeline('Asia/Kolkata', outlet('A', [0]), outlet('B', [5])), german);
    expect(chart.heading).toBe('Berichte je Stunde · Ortszeit Kalkutta');
    expect(chart.ticks[0]?.label).toBe('09:00');
    expect(alt).toContain('Berichterstattung im Verlauf: 2 Berichte von 2 Medien, vom 24. Nov., 09:50 bis zum');
    expect(chart.legend).toEqual({ first: 'erster Bericht' });
  });

  test('counts reports over longer spans for a story of days or weeks, with days as marks', () => {
    const spans = (hours: number) => coveragePicture(timeline('UTC', outlet('A', [0]), outlet('B', [hours])), english);
    expect(spans(30).chart.heading).toBe('Reports per hour · UTC');
    expect(spans(60).chart.heading).toBe('Reports per 2 hours · UTC');
    const weeks = spans(24 * 29).chart;
    expect(weeks.heading).toBe('Reports per day · UTC');
    expect(weeks.ticks.map(({ label }) => label).slice(0, 2)).toEqual(['24 Nov', '30 Nov']);
    expect(spans(24 * 60).chart.heading).toBe('Reports per 2 days · UTC');
    expect(spans(24 * 400).chart.spans).toBeLessThanOrEqual(60);
    expect(weeks.all.reduce((sum, count) => sum + count, 0)).toBe(2);
  });

  test('marks where days begin, and hours if there is room', () => {
    const marks = (hours: number, zone = 'UTC') =>
      coveragePicture(timeline(zone, outlet('A', [0]), outlet('B', [hours])), english).chart.ticks.map(
        ({ label, strong }) => `${label}${strong ? '!' : ''}`,
      );
    expect(marks(8)).toEqual(['04:00', '06:00', '08:00', '10:00']);
    expect(marks(48)).toEqual(['04:00', '14:00', '25 Nov!', '10:00', '26 Nov!']);
    expect(marks(60)).toEqual(['04:00', '25 Nov!', '26 Nov!']);
    expect(marks(20, 'Asia/Kolkata')).toEqual(['09:00', '14:00', '19:00', '25 Nov!']);
  });

  test('combines outlets beyond eleven in one row, and numbers names that can’t be drawn', () => {
    const many = Array.from({ length: 20 }, (_, n) => outlet(n === 3 ? '朝日新聞' : `Outlet ${n}`, [n]));
    const { chart, alt, numbered } = coveragePicture(timeline('UTC', ...many), english);
    expect(chart.rows).toHaveLength(12);
    expect(chart.rows[3]?.label).toBe('1');
    expect(chart.rows.at(-1)).toMatchObject({ label: '9 others' });
    expect(chart.all.reduce((sum, count) => sum + count, 0)).toBe(20);
    expect(numbered).toEqual([{ number: 1, name: '朝日新聞' }]);
    expect(alt).toContain('In the picture 1 is 朝日新聞.');
    expect(alt.length).toBeLessThanOrEqual(1_000);
  });

  test('cuts its text to Discord’s limit, and says how many outlets are left out', () => {
    const many = Array.from({ length: 60 }, (_, n) => outlet(`Outlet of a long name ${n}`, [n, n + 1, n + 2]));
    const { alt } = coveragePicture(timeline('UTC', ...many), german);
    expect(alt.length).toBeLessThanOrEqual(1_000);
    expect(alt).toMatch(/Und \d+ weitere Medien\.$/);
  });

  test('is placed above the outlets, with the numbered names below it', () => {
    const numbered = [{ number: 1, name: '*朝日新聞*' }];
    const body = outletsCard(storyOf('ferry', world), english, {
      picture: { file: 'coverage.png', alt: 'Words', numbered },
    });
    const [container] = JSON.parse(JSON.stringify(body.components));
    expect(container.components[0]).toEqual({
      type: 12,
      items: [{ media: { url: 'attachment://coverage.png' }, description: 'Words' }],
    });
    expect(textsOf(body)[0]).toBe('-# 1 is \\*朝日新聞\\*');
    expect(textsOf(body)[1]).toMatch(/^### Who reported: Ferry crews/);
  });
});
