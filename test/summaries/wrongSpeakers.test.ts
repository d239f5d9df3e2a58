import { describe, expect, test } from 'vitest';
import { namedQuotes } from '../../src/summaries/namedQuotes.ts';

const namedIn = (paragraph: string) => namedQuotes([paragraph]).map(({ speaker }) => speaker);

describe('a pronoun is nobody who was merely named', () => {
  test.each([
    [
      'Ann Lowe won the vote in May. She beat Carla Moss by ten points. “I want to thank all who voted for me,” she said.',
      'Ann Lowe',
    ],
    ['President Tom Reed flew to Orn. There he met Paul Dale. “We had a very good talk today,” he said.', 'Tom Reed'],
    [
      'Tom Reed said the fans were “angry,” but owner Leo Marsh backs him. “I know they are angry with me now,” he said.',
      'Tom Reed',
    ],
  ])('%s', (paragraph, speaker) => {
    expect(namedIn(paragraph).filter((one) => !speaker.endsWith(one) && !one.endsWith(speaker))).toEqual([]);
  });

  test.each([
    'She was arrested for the murder of Anna Price. “I did nothing wrong that day at all,” she told the court.',
    'She was charged with killing Anna Price. “I did nothing wrong that day at all,” she told the court.',
    'Police were called after Kevin Moss was shot dead on Monday. “He never had a chance to run,” he said.',
    'The crowd sang for Anna Price. “I did nothing wrong that day at all,” she said.',
  ])('%s', (paragraph) => {
    expect(namedIn(paragraph)).toEqual([]);
  });
});
