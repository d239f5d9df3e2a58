import { describe, expect, test } from 'vitest';
import { splitSentences } from '../../src/text/sentences.ts';
import { passages } from './newsSentences.ts';
import { abbreviations } from './passages/abbreviations.ts';
import { agenciesAbroad } from './passages/abroad.ts';
import { agencies } from './passages/agencies.ts';
import { english } from './passages/english.ts';
import { german } from './passages/german.ts';
import { newspapers } from './passages/newspapers.ts';
import { others } from './passages/others.ts';
import { french, italian, spanish } from './passages/romance.ts';
import { chinese, japanese, thai } from './passages/unspaced.ts';

const byLanguage: [language: string, list: readonly string[], between: string][] = [
  ['en', english, ' '],
  ['de', german, ' '],
  ['fr', french, ' '],
  ['es', spanish, ' '],
  ['it', italian, ' '],
  ['ja', japanese, ''],
  ['zh', chinese, ''],
  ['th', thai, ' '],
  ['en', agencies, ' '],
  ['en', newspapers, ' '],
  ...Object.entries(agenciesAbroad).map(([language, list]): [string, readonly string[], string] => [
    language,
    list,
    ['ja', 'zh'].includes(language) ? '' : ' ',
  ]),
  ...[...Object.entries(others), ...Object.entries(abbreviations)].map(
    ([language, list]): [string, readonly string[], string] => [language, list, ' '],
  ),
];

describe.each(byLanguage)('sentences of news in %s', (language, list, between) => {
  test.each(list)('%s', (passage) => {
    const sentences = passage.split('|');
    expect(splitSentences(sentences.join(between), language)).toEqual(sentences);
  });
});

describe('sentences of English news', () => {
  test.each(passages.map((sentences) => [sentences[0]?.slice(0, 40), sentences] as const))(
    '%s …',
    (_name, sentences) => {
      expect(splitSentences(sentences.join(' '), 'en')).toEqual([...sentences]);
    },
  );

  test('are over 60 boundaries', () => {
    expect(passages.reduce((sum, sentences) => sum + sentences.length - 1, 0)).toBeGreaterThan(60);
  });
});

describe('a sentence', () => {
  const text =
    'The vote, set for Monday, was\ncalled off. Mr. Hale said:\n\n"No comment." <b>More soon</b>//////////\r\nTop stories\nFerry runs again';

  test('is a trimmed piece of the text, and line wraps, blank lines, tags and rulers part no sentence wrongly', () => {
    const sentences = splitSentences(text);
    expect(sentences).toEqual([
      'The vote, set for Monday, was\ncalled off.',
      'Mr. Hale said:',
      '"No comment."',
      'More soon',
      'Top stories',
      'Ferry runs again',
    ]);
    for (const sentence of sentences) expect(text).toContain(sentence);
  });

  test('keeps its list marker, and a lone number ends nothing', () => {
    expect(splitSentences('Steps: 1. Mix the dough. 2. Bake it. 3. Wait')).toEqual([
      'Steps:',
      '1. Mix the dough.',
      '2. Bake it.',
      '3. Wait',
    ]);
    expect(splitSentences('City won by 3. Ten years ago they lost by 5. Nobody cared.')).toHaveLength(3);
  });

  test('in German ends neither at ordinals nor at abbreviations', () => {
    expect(
      splitSentences('Am 3. Oktober sprach Dr. Weiß in St. Gallen. Rund 2,5 Mio. Menschen sahen zu.', 'de-DE'),
    ).toEqual(['Am 3. Oktober sprach Dr. Weiß in St. Gallen.', 'Rund 2,5 Mio. Menschen sahen zu.']);
  });

  test('in Japanese and Chinese ends at the full-width stop', () => {
    expect(splitSentences('今日は雨です。明日は晴れます。', 'ja')).toHaveLength(2);
    expect(splitSentences('今日は雨です。明日は晴れます。')).toHaveLength(2);
  });

  test('is missing from empty text and unknown languages fall back to English rules', () => {
    expect(splitSentences('')).toEqual([]);
    expect(splitSentences(' … — ! ')).toEqual([]);
    expect(splitSentences('Mr. Li left. He won.', '???')).toHaveLength(2);
  });
});

const capitals = `“No?” ${'A'.repeat(200)} `;
test.each([
  ...['A. ', '. ', 'a. 1) ', '"', '! ', '<b', '1. ', '\n', ' ', '/', 'U.S. ', '“No?” Ida ', '. . ', '(', 'x'],
  capitals,
])('sentences of %j repeated to 100 kB take linear time', (piece) => {
  const text = piece.repeat(Math.ceil(100_000 / piece.length));
  const started = performance.now();
  for (const language of ['en', 'de', 'ja']) splitSentences(text, language);
  expect(performance.now() - started).toBeLessThan(8_000);
});
