import { expect, test } from 'vitest';
import {
  firstSentences,
  isBoilerplate,
  repeatsOf,
  standfirstOf,
  withoutDateline,
} from '../../../src/engine/leads/lead.ts';

const news = 'About 900 deckhands stopped work at 04:00 on Tuesday, the first walkout since 1998.';

test.each([
  'WASHINGTON (Reuters) — ',
  'WASHINGTON — ',
  'HALDEN, Norway (AP) - ',
  'AUGUSTA, Me. — ',
  'PARIS, Nov. 3 (AFP) -- ',
  '(CNN) ',
  '(CNN) -- ',
  'Berlin (dpa) - ',
  'New York (CNN Business) — ',
  '[Metro] ',
  '[Metro] Halden -- ',
  '[Metro] Halden / El Pellow / Ed Venn -- ',
  'Rio de Janeiro, Brazil -- ',
  'Halden, DC – ',
  'CALI, Colombia (AP) — ',
  'HALDEN/PELLOW, July 31 : ',
  'July 31 : ',
  'HALDEN, Sound, 3 May: ',
  'ZÜRICH - ',
  'GENÈVE, 30 nov. (ATS) - ',
  'Madrid, 30 nov (EFE).- ',
  'BOGOTÁ, 30 de noviembre — ',
])('%j is cut off, and what remains is a piece of the sentence', (head) => {
  expect(withoutDateline(head + news)).toBe(news);
});

test.each([
  'Jean-Luc Dahl – the mayor – resigned.',
  'Volkswagen – Europe’s largest carmaker – will close.',
  'On July 31 the ferry sank.',
  'DEAR IDA: My ferry is late.',
  'The U.S. — once a friend — has left.',
  'NATO allies met.',
  'Between Aug. 11–14, nine ferries stood still.',
  'Between Aug. 11 – Sept. 2, 2026, nine ferries stood still.',
  'Aug. 11-14 is when the ferries rest.',
])('%j has no dateline', (sentence) => {
  expect(withoutDateline(sentence)).toBe(sentence);
});

test('service lines of a page are not sentences of the news, but sentences that only begin like them are', () => {
  for (const text of [
    'Watch: the ferry leaves',
    'READ MORE: Strike law',
    'Photo: A. Lens',
    '© 2026 Harbour Post',
    'By Ida Brandt and Olav Dahl',
    'Ann Lee contributed to this report.',
    'Sign up for our letter.',
    'The following is the full text of a statement by the ministers.',
    'Im Wortlaut die Erklärung der Minister:',
    'Cet article a été mis à jour à 15 h.',
    'Este artículo fue actualizado a las 15 h.',
    'Follow the strike with us.',
  ])
    expect(isBoilerplate(text), text).toBe(true);
  for (const text of [
    'Share prices fell on Tuesday.',
    'Video shows a ferry on fire.',
    'Follow-up talks were cancelled.',
    'By noon the quay was empty.',
    'The following day the crews went back.',
    'Im Wortlaut des Gesetzes steht davon nichts.',
    'More than 900 people came.',
  ])
    expect(isBoilerplate(text), text).toBe(false);
});

test.each(['New Delhi: ', 'KYIV: ', 'KYRO PIGADI : ', 'Exclusive: '])('%j is cut before a first sentence', (head) => {
  expect(withoutDateline(head + news, 'Crews walk out')).toBe(news);
  expect(withoutDateline(head + news)).toBe(head + news);
});

test('a name and a colon stay where somebody may be speaking, or the headline names him', () => {
  for (const sentence of ['Ida Brandt: We have been patient.', 'Brandt: The union is right.', 'Also: A storm is near.'])
    expect(withoutDateline(sentence, 'Brandt defends the union')).toBe(sentence);
});

test('the clean sentences of an article begin with the news, without bylines, labels and cut sentences', () => {
  const clean = `[Metro] HALDEN -- ${news} Two run. And then …`;
  const paragraphs = ['By Ida Brandt', 'Image: The Alma', 'Crews want more pay', clean];
  expect(firstSentences(paragraphs, { count: 9, letters: 900 }, 'en', 'Crews walk out')).toEqual([news, 'Two run.']);
});

test('a line without a full stop is a standfirst; a label, a cut line and the headline again are none', () => {
  const line = 'Crews want more pay for their night shifts';
  expect(standfirstOf([line], 'Ferries stop')).toBe(line);
  for (const none of ['Crews want more', `${line} and …`, 'Watch how the crews left the ferries', news])
    expect(standfirstOf([none], 'Ferries stop'), none).toBeUndefined();
  expect(standfirstOf([line], line)).toBeUndefined();
});

test('a sentence repeats the headline if it adds nothing', () => {
  const repeats = repeatsOf('Ferry crews walk out across the Sound');
  expect(repeats('Crews of ferries walk out across the Sound.')).toBe(true);
  expect(repeats(news)).toBe(false);
});
