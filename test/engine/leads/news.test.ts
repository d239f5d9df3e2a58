import { expect, test } from 'vitest';
import { newSentences } from '../../../src/engine/leads/news.ts';

const told = [
  'About 900 deckhands stopped work at 04:00, the first walkout since 1998.',
  'The operator said two of eleven routes would run.',
];

test('a sentence that was already posted is no news, in the same or nearly the same words', () => {
  const again = 'Some 900 deckhands stopped their work at 04:00, in the first walkout since 1998.';
  expect(newSentences([told[0] ?? '', again], told)).toEqual([]);
  expect(newSentences(['Two of the 11 routes would run, the operator said on.'], told)).toEqual([]);
});

test('another number or another name in the same words is news', () => {
  const changed = [
    'About 1,200 deckhands stopped work at 04:00, the first walkout since 1998.',
    'Minister Olav Dahl said two of eleven routes would run.',
  ];
  expect(newSentences(changed, told)).toEqual(changed);
});

test('another fact is news, and the order stays', () => {
  const fresh = ['The strike ended on Thursday after a night of talks.', 'Both sides will meet again in May.'];
  expect(newSentences([fresh[0] ?? '', told[1] ?? '', fresh[1] ?? ''], told)).toEqual(fresh);
  expect(newSentences(fresh, [])).toEqual(fresh);
});

test('two figures posted together before are no news in any words; one figure or a time may be', () => {
  const before = ['The Senate passed the bill by 41 votes to 38 at 04:00.'];
  const again = 'Late in the evening the upper house agreed, with 41 in favour and 38 against.';
  const other = ['Six of the 41 belong to Harbour Labour.', 'At 04:00 the ferries stopped as well.'];
  expect(newSentences([again, ...other], before)).toEqual(other);
});
