import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { boostedValue } from '../../src/summaries/boosted.ts';
import { marksBalanced } from '../../src/summaries/readable.ts';
import { summarize } from '../../src/summaries/summary.ts';

const article = {
  title: 'Ferry crews walk out across the Sound',
  paragraphs: [
    'HALDEN (AP) — About 900 deckhands of the Sound ferries stopped work on Tuesday, the first walkout since 1998.',
    'Ferry crews walk out across the Sound.',
    'Ida Brandt leads the union. She said: “We have been patient for nine years. Nobody',
    'listened to us.” The union wants nine percent more pay for night shifts, and the operator has offered four percent.',
    'READ MORE: How the Sound got its ferries',
    'The operator said two of eleven ferry routes across the Sound would run until the strike of the deckhands ends.',
    'But it gave no date for further talks with the union.',
    'About 900 deckhands of the Sound ferries stopped work on Tuesday, the first walkout since 1998.',
    'Ann Lee contributed to this report.',
  ],
};

describe('the summary of an article', () => {
  const summary = summarize(article);

  test('is made of its sentences, word for word, in order, each once, within 60 words', () => {
    const whole = article.paragraphs.join('\n');
    const places = summary.map((sentence) => whole.indexOf(sentence));
    expect(places.every((at) => at >= 0)).toBe(true);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(new Set(summary).size).toBe(summary.length);
    expect(summary.join(' ').split(/\s+/).length).toBeLessThanOrEqual(60);
  });

  test('begins with the lead without its dateline', () => {
    expect(summary[0]).toBe(
      'About 900 deckhands of the Sound ferries stopped work on Tuesday, the first walkout since 1998.',
    );
  });

  test('has no headline, no broken quotation, no "But" without the sentence before, nothing of the page', () => {
    for (const wordsMax of [20, 40, 60, 200]) {
      const sentences = summarize(article, { wordsMax });
      for (const sentence of sentences) {
        expect(sentence).not.toMatch(/READ MORE|contributed|^Ferry crews walk out/);
        expect(marksBalanced(sentence)).toBe(true);
      }
      const but = sentences.findIndex((sentence) => sentence.startsWith('But'));
      if (but >= 0) expect(sentences[but - 1]).toMatch(/^The operator/);
    }
  });

  test('grows with the words it may have, up to what the article holds', () => {
    const sizes = [20, 60, 100, 400].map((wordsMax) => summarize(article, { wordsMax }).join(' ').split(/\s+/).length);
    expect(sizes).toEqual(sizes.toSorted((a, b) => a - b));
    expect(sizes[3]).toBeGreaterThan(60);
  });

  test('is one sentence though longer than asked, a stub where there is no more, and empty for nothing', () => {
    expect(summarize(article, { wordsMax: 3 })).toHaveLength(1);
    expect(summarize({ title: '', paragraphs: ['About 900 deckhands stopped …'] })).toEqual([
      'About 900 deckhands stopped …',
    ]);
    expect(summarize({ title: '', paragraphs: ['Strike'] })).toEqual(['Strike']);
    expect(summarize({ title: '', paragraphs: [] })).toEqual([]);
    expect(summarize({ title: '', paragraphs: ['', ' … '] })).toEqual([]);
  });

  const seed = '/work/shared/seed/expected.json';
  test.skipIf(!existsSync(seed))(
    'of the seed page starts with its lead, once (left out where the seed is missing)',
    () => {
      const { lead, ...page } = JSON.parse(readFileSync(seed, 'utf8')) as {
        title: string;
        lead: string;
        paragraphs: string[];
      };
      const repeated = { ...page, paragraphs: [...page.paragraphs, `${page.paragraphs.at(-1)} ${lead}`] };
      for (const wordsMax of [60, 200]) {
        const sentences = summarize(repeated, { wordsMax });
        expect(sentences[0]).toBe(lead);
        expect(sentences.filter((sentence) => sentence === lead)).toHaveLength(1);
      }
    },
  );

  test.each([
    'A. B. C. ',
    'He said it. ',
    'The ferry of the Sound ran late on day 5 again and again. ',
    '“',
    'word ',
    '. ',
  ])('of %j repeated to 200 kB takes linear time', (piece) => {
    const started = performance.now();
    summarize({ title: piece.repeat(1_000), paragraphs: [piece.repeat(Math.ceil(200_000 / piece.length))] });
    expect(performance.now() - started).toBeLessThan(1_500);
  });
});

test('trees send a value at or above the split to the right and sum their leaves', () => {
  const model = { depth: 1, features: [0, 1], splits: [2, 5], leaves: [1, 10, 100, 1_000] };
  expect(boostedValue(model, [1.9, 5])).toBe(1_001);
  expect(boostedValue(model, [2, 4])).toBe(110);
});
