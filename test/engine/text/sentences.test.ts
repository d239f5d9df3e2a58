import { describe, expect, test } from 'vitest';
import { splitSentences } from '../../../src/engine/text/sentences.ts';
import { passages } from './passages.ts';

const unspaced = ['ja', 'zh'];

test.each(Object.entries(passages).flatMap(([language, list]) => list.map((passage) => [language, passage] as const)))(
  'sentences of news in %s: %s',
  (language, passage) => {
    const sentences = passage.split('|');
    expect(splitSentences(sentences.join(unspaced.includes(language) ? '' : ' '), language)).toEqual(sentences);
  },
);

describe('a sentence', () => {
  test('is a trimmed piece of the text, and line wraps, blank lines, tags and rulers part no sentence wrongly', () => {
    const parts = ['The vote, set for Monday, was\ncalled off.', 'Mr. Hale said:', '"No comment."', 'More soon'];
    const text = `${parts.slice(0, 2).join(' ')}\n\n${parts[2]} <b>${parts[3]}</b>//////////\r\nTop stories\nFerry runs again`;
    expect(splitSentences(text)).toEqual([...parts, 'Top stories', 'Ferry runs again']);
  });

  test('keeps its list marker, and a lone number ends nothing', () => {
    const steps = ['Steps:', '1. Mix the dough.', '2. Bake it.', '3. Wait'];
    expect(splitSentences(steps.join(' '))).toEqual(steps);
    expect(splitSentences('City won by 3. Ten years ago they lost by 5. Nobody cared.')).toHaveLength(3);
  });

  test('is missing from empty text and unknown languages fall back to English rules', () => {
    expect(splitSentences('')).toEqual([]);
    expect(splitSentences(' … — ! ')).toEqual([]);
    expect(splitSentences('Mr. Li left. He won.', '???')).toHaveLength(2);
  });
});

test.each(['A. ', 'a. 1) ', '! ', '<b', '1. ', '\n', 'U.S. ', '“No?” Ida ', '. . ', `“No?” ${'A'.repeat(200)} `])(
  'the sentences of %j repeated to 20 kB are found',
  (piece) => {
    const text = piece.repeat(Math.ceil(20_000 / piece.length));
    for (const language of ['en', 'de', 'ja']) expect(splitSentences(text, language)).toBeInstanceOf(Array);
  },
);
