import { describe, expect, test } from 'vitest';
import { presentOf } from '../../src/engine/present.ts';
import { rateTitles } from '../../src/engine/stories/headline.ts';

const hour = 3_600_000;
const article = (id: string, hours: number, title: string, ...paragraphs: string[]) => ({
  id,
  outlet: id,
  outletId: id,
  title,
  paragraphs,
  language: 'en',
  preferred: false,
  publishedAt: hours * hour,
});
const back = 'Ferries return to the Sound at dawn as crews sign';
const called = article(
  'post',
  1,
  'Conciliator calls ferry crews of the Sound to Customs House',
  'The conciliator called the crews of the Sound ferries and their company Soundline to the Customs House at 15:00.',
);
const rest =
  'Ferries return to the Sound at dawn after crews and Soundline signed for eleven hours of rest on Thursday.';
const signed = article('radio', 20, back, rest);
const silent = { ...signed, paragraphs: [] };
const ofRadio = { mayHead: ({ id }: { id: string }) => id === 'radio' };

describe('what a story shows', () => {
  test('is headline and sentence of its latest stage', () => {
    const present = presentOf([called, signed]);
    expect(present?.headline).toBe(signed);
    expect(present?.sentence?.text).toBe(rest);
  });

  test('is the headline that the sentence tells, of two as good', () => {
    const vague = { ...article('metro', 20, 'Union thanks its members after a long week'), newsroom: 'one' };
    const told = { ...signed, newsroom: 'one' };
    expect(rateTitles([vague, told])[0]?.article).toBe(vague);
    expect(presentOf([vague, told])?.headline).toBe(told);
  });

  test('is a headline alone if the only sentence is a scene', () => {
    expect(presentOf([article('metro', 20, back, 'We were there when they came.')])?.sentence).toBeUndefined();
  });

  test.each([
    ['a word twice', 'Ferries return return to the Sound at dawn as crews sign'],
    ['an open bracket', '[CJP Ferries return to the Sound at dawn as crews sign'],
    ['a year with a digit too many', 'Ferries return to the Sound at dawn as crews sign for 20207'],
    ['wrongly read UTF-8', 'Ferries return to SmÃ¥land at dawn as crews sign'],
    ['a label', 'Ferries return to the Sound at dawn as crews sign | Special Report'],
  ])('is not the title with %s, if another one says as much', (_, title) => {
    const whole = { ...signed, newsroom: 'one' };
    const damaged = { ...article('metro', 20, title, rest), newsroom: 'one' };
    expect(rateTitles([damaged, whole])[0]?.article).toBe(whole);
  });

  test('quotes no sentence that has a word twice', () => {
    const twice = 'Ferries return to the the Sound after crews and Soundline signed for for eleven hours hours.';
    expect(presentOf([article('metro', 20, back, twice)])?.sentence).toBeUndefined();
  });

  test('has a sentence of a preferred outlet if that has one, and only a headline that is allowed', () => {
    const friday = article('coast', 20, back, 'The crews will go back to work on Friday at dawn.');
    const preferred = { ...friday, preferred: true };
    expect(presentOf([signed, preferred])?.sentence?.articleId).toBe('coast');
    expect(presentOf([called, signed], { mayHead: ({ id }) => id === 'post' })?.headline).toBe(called);
    expect(presentOf([called, signed], { mayHead: () => false })).toBeUndefined();
  });

  test('quotes another outlet below an update from up to three hours before its headline', () => {
    const wrote = (before: number) => article('coast', 20 - before, 'Crews sign', rest);
    const below = (before: number) =>
      presentOf([wrote(before), silent], { ...ofRadio, told: ['Ferry crews walk out.'] });
    expect(below(1)?.sentence?.articleId).toBe('coast');
    expect(below(4)?.sentence).toBeUndefined();
  });

  test('says nothing that readers were told, nor quotes an earlier stage below an update', () => {
    expect(presentOf([called, silent], ofRadio)?.sentence?.articleId).toBe('post');
    const told = ['Ferry crews of the Sound walk out.'];
    expect(presentOf([called, silent], { ...ofRadio, told })?.sentence).toBeUndefined();
    expect(presentOf([signed], { told: signed.paragraphs })?.sentence).toBeUndefined();
  });
});
