import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { renderNotices } from '../../../src/discord/cards/notice.ts';
import { measure, sentence } from '../../../src/discord/cards/parts.ts';
import { cut } from '../../../src/engine/text/cut.ts';
import { sampleOf } from '../../sampleOf.ts';

const letters = ['a', 'ß', 'e\u0301', '名', '😀', '👩‍👩‍👧', '👍🏽', '🇩🇪', '☎\ufe0f', '👨🏿‍🚀', 'क्षि', '\u{1d11e}', ' '];
const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });
const lettersOf = (text: string) => [...graphemes.segment(text)].map(({ segment }) => segment);

describe('a text that is cut', () => {
  test('keeps as many whole letters as fit', () => {
    const text = fc.array(fc.constantFrom(...letters), { maxLength: 30 }).map((chosen) => chosen.join(''));
    fc.assert(
      fc.property(text, fc.integer({ min: 12, max: 60 }), (whole, max) => {
        let fitting = '';
        for (const letter of lettersOf(whole)) {
          if (fitting.length + letter.length > max) break;
          fitting += letter;
        }
        expect(cut(whole, max)).toBe(fitting);
      }),
      { numRuns: sampleOf(2_000), seed: 20_261_201 },
    );
  });

  test.each([
    ['a letter with a thousand accents', `e${'\u0301'.repeat(1_000)}`, 20],
    ['an emoji of many', `${'👩\u200d'.repeat(40)}👧`, 19],
  ])('is never empty, and ends with a whole code point: %s', (_, text, max) => {
    const start = cut(text, max);
    expect(start.length).toBeGreaterThan(max - 2);
    expect(start.length).toBeLessThanOrEqual(max);
    expect(start.isWellFormed()).toBe(true);
  });
});

test.each([3_998, 3_999])('an answer that is too long ends with a whole emoji at character %i', (length) => {
  const text = 'a'.repeat(length);
  const body = sentence(`${text}😀😀`);
  expect(JSON.stringify(body)).toContain(length === 3_998 ? `"${text}😀"` : `"${text}"`);
  expect(measure(body).characters).toBeLessThanOrEqual(4_000);
});

test('a notice that is too long ends with a whole emoji', () => {
  const ends = Array.from({ length: 4 }, (_, before) => {
    const title = `${'a'.repeat(before)}${'😀'.repeat(60)}`;
    const notice = { kind: 'feed-failing', title, url: 'https://a.example/', code: 'http', reason: '😀'.repeat(100) };
    return JSON.stringify(renderNotices([notice as unknown as Parameters<typeof renderNotices>[0][number]], 'en-GB'));
  });
  for (const shown of ends) expect(shown).not.toMatch(/\\ud[89a-f]/i);
  expect(new Set(ends.map((shown) => shown.length)).size).toBeGreaterThan(1);
});
