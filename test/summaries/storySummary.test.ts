import { describe, expect, test } from 'vitest';
import { leansBack, marksBalanced } from '../../src/summaries/readable.ts';
import { summarizeStory } from '../../src/summaries/storySummary.ts';

const story = [
  {
    id: 'a',
    outlet: 'Harbour Post',
    title: 'Ferry crews walk out across the Sound',
    paragraphs: [
      'HALDEN (AP) — About 900 deckhands of the Sound ferries stopped work on Tuesday, the first walkout since 1998.',
      'They want higher pay for night shifts. “We have been patient for nine years,” said Ida Brandt, who leads the union.',
      'The operator said two of eleven routes would run until the strike ends. Can it go on for weeks?',
    ],
  },
  {
    id: 'b',
    outlet: 'Courier',
    title: 'Nine routes closed',
    paragraphs: [
      'Nine of eleven ferry routes across the Sound were closed on Tuesday after deckhands walked out over night pay.',
      'The union of the deckhands asks for a raise of nine percent, and the operator of the ferries has offered four.',
      'He said it was sad.',
    ],
  },
  {
    id: 'c',
    outlet: 'Lantern',
    title: 'Strike',
    paragraphs: [
      'About 900 deckhands of the Sound ferries stopped work on Tuesday, the first walkout since 1998.',
      'The museum shop is open as always, and visitors can buy old tickets there for two crowns.',
    ],
  },
];

describe('the summary of a story', () => {
  test('quotes its articles word for word within the words, at most two sentences of each', () => {
    for (const wordsMax of [25, 60, 100]) {
      const lines = summarizeStory(story, { wordsMax });
      expect(lines.length).toBeGreaterThan(0);
      expect(lines.flatMap(({ text }) => text.split(/\s+/)).length).toBeLessThanOrEqual(wordsMax);
      for (const { id, paragraphs } of story) {
        const own = lines.filter(({ articleId }) => articleId === id);
        expect(own.length).toBeLessThanOrEqual(2);
        for (const { text } of own) expect(paragraphs.some((paragraph) => paragraph.includes(text))).toBe(true);
      }
    }
  });

  test('begins with what several outlets tell and holds no sentence twice', () => {
    const lines = summarizeStory(story, { wordsMax: 60 });
    expect(lines[0]?.text).toMatch(/deckhands/);
    expect(lines.some(({ text }) => text.includes('museum'))).toBe(false);
    expect(new Set(lines.map(({ text }) => text)).size).toBe(lines.length);
    expect(lines.filter(({ articleId }) => articleId === 'c')).toEqual([]);
  });

  test('takes no sentence that leans on another, asks, or repeats a headline', () => {
    for (const { text } of summarizeStory(story)) {
      expect(leansBack(text)).toBe(false);
      expect(marksBalanced(text)).toBe(true);
      expect(text.endsWith('?')).toBe(false);
    }
  });

  test('gives the newest figure where a later article replaced an older one', () => {
    const hour = 3_600_000;
    const toll = (id: string, hours: number, text: string) => ({
      id,
      outlet: id,
      title: 'Night train leaves the rails near Halden',
      paragraphs: [text],
      publishedAt: 1_780_000_000_000 + hours * hour,
    });
    const old = 'The crash of the night train near Halden killed nine people on Tuesday, the police said.';
    const late = 'Twelve people died in the crash of the night train near Halden, the hospital said on Wednesday.';
    const asText = (lines: { text: string }[]) => lines.map(({ text }) => text);
    expect(asText(summarizeStory([toll('a', 0, old), toll('b', 1, old), toll('c', 9, late)]))).toEqual([late]);
    expect(asText(summarizeStory([toll('a', 0, old), toll('c', 0.5, late)]))).toContain(old);
  });

  test('does not say the same in other words', () => {
    const same = [
      'About 900 deckhands of the Sound ferries stopped work on Tuesday in the first walkout since 1998.',
      'On Tuesday about 900 deckhands of the Sound ferries stopped work in their first walkout since 1998.',
      'Some 900 deckhands of the Sound ferries stopped work on Tuesday, their first walkout since 1998.',
    ];
    const articles = same.map((text, n) => ({ id: `${n}`, outlet: `${n}`, title: '', paragraphs: [text] }));
    expect(summarizeStory(articles)).toHaveLength(1);
  });

  test('is the same every time, one poor sentence rather than none, and empty for nothing', () => {
    expect(summarizeStory(story)).toEqual(summarizeStory(story));
    expect(
      summarizeStory([{ id: 'x', outlet: 'X', title: '', paragraphs: ['He said that it was over for all of them.'] }]),
    ).toHaveLength(1);
    expect(summarizeStory([])).toEqual([]);
    expect(summarizeStory([{ id: 'x', outlet: 'X', title: 'T', paragraphs: [] }])).toEqual([]);
  });

  test('of three hundred long articles takes no longer than a second', () => {
    const long = Array.from({ length: 300 }, (_, n) => ({
      id: `${n}`,
      outlet: 'O',
      title: '',
      paragraphs: Array.from(
        { length: 60 },
        (_, m) => `Deckhand ${n} of ferry ${m} told the court on day ${n + m} that pay item ${n * m} was late again.`,
      ),
    }));
    const started = performance.now();
    summarizeStory(long);
    expect(performance.now() - started).toBeLessThan(3_000);
  });
});

test('quotation marks and brackets balance or not', () => {
  for (const text of [
    '“All is well,” he said.',
    'A 6" pipe broke.',
    '"Yes," she said, "no."',
    '„So ist es“, sagte sie.',
    "He said ``no''.",
  ])
    expect(marksBalanced(text), text).toBe(true);
  for (const text of ['“All is well, he said.', 'No,” he said.', 'He left (at noon.', '"Yes, she said.'])
    expect(marksBalanced(text), text).toBe(false);
});
