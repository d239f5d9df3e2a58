import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { isBoilerplate, leadOf, repeatsOf, withoutDateline } from '../../src/summaries/lead.ts';

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
  'Updated: 25 November 2026 14:05 | ',
  'Published 3 hours ago ',
  'Posted on 3 May 2026 at 5 pm GMT ',
  'Last updated on Nov. 19, 2026 at 9:30 a.m. EST — ',
])('%j is taken off, and what remains is a piece of the sentence', (head) => {
  expect(withoutDateline(head + news)).toBe(news);
});

test.each([
  'Published 3 days late, the report is thin.',
  'Jean-Luc Dahl – the mayor – resigned.',
  'DEAR IDA: My ferry is late.',
  'The U.S. — once a friend — has left.',
  'NATO allies met.',
  'Updated rules apply from May.',
])('%j has no dateline', (sentence) => {
  expect(withoutDateline(sentence)).toBe(sentence);
});

test('what serves the page is no sentence of the news, and what only begins like it is', () => {
  for (const text of [
    'Watch: the ferry leaves',
    'READ MORE: Strike law',
    'Photo: A. Lens',
    '© 2026 Harbour Post',
    'By Ida Brandt and Olav Dahl',
    'Ann Lee contributed to this report.',
    'Sign up for our letter.',
    'In this Sept. 30, 2016, file photo, the Alma leaves the North Quay.',
    'Ida Brandt hugs the coach after a match of the Wolves, Sunday, Dec. 31, 2017, in Halden.',
    'Ann Lee is a freelance writer and reporter based in Halden.',
  ])
    expect(isBoilerplate(text), text).toBe(true);
  for (const text of [
    'Share prices fell on Tuesday.',
    'Video shows a ferry on fire.',
    'Related charges were dropped.',
    'By noon the quay was empty.',
    'More than 900 people came.',
    'She died on Tuesday, Dec. 26, 2017, after a long illness.',
    'Ann Lee is a minister who once was a reporter and then sat in the Senate for a year.',
  ])
    expect(isBoilerplate(text), text).toBe(false);
});

describe('the lead', () => {
  const title = 'Ferry crews walk out across the Sound';

  test('is the first paragraph that tells the news, without byline, headline, standfirst and dateline', () => {
    expect(
      leadOf({
        title,
        paragraphs: [
          'By Ida Brandt',
          'Ferry crews walk out across the Sound.',
          'Crews want more pay',
          `HALDEN (AP) — ${news} Two routes run.`,
          'More.',
        ],
      }),
    ).toEqual([news, 'Two routes run.']);
  });

  test('stands below an anecdote', () => {
    const paragraphs = [
      'Is there a life after the night boat?',
      'Marta had never missed her shift before.',
      'The ferry crews of the Sound walked out on Tuesday, and Marta went with them.',
    ];
    expect(leadOf({ title, paragraphs })).toEqual([paragraphs[2]]);
  });

  test('is not replaced by what leans on the anecdote', () => {
    const paragraphs = [
      'Marta had never missed a shift in all those years before.',
      'But this time the ferry crews of the Sound walked out, and Marta with them.',
    ];
    expect(leadOf({ title, paragraphs })).toEqual([paragraphs[0]]);
  });

  test('of a page that is one block is its first four sentences', () => {
    expect(leadOf({ title, paragraphs: [`${news} `.repeat(9)] })).toHaveLength(4);
  });

  test('is what a cut snippet has, and nothing where there is nothing', () => {
    expect(leadOf({ title, paragraphs: ['About 900 deckhands stopped work at 04:00 and then …'] })).toHaveLength(1);
    expect(leadOf({ title: '', paragraphs: ['About 900 deckhands stopped work and'] })).toEqual([
      'About 900 deckhands stopped work and',
    ]);
    expect(leadOf({ title, paragraphs: [] })).toEqual([]);
    expect(leadOf({ title, paragraphs: ['Ferry crews walk out across the Sound'] })).toEqual([]);
  });

  const seed = '/work/shared/seed/expected.json';
  test.skipIf(!existsSync(seed))('of the seed page is its lead (left out where the seed is missing)', () => {
    const article = JSON.parse(readFileSync(seed, 'utf8')) as { title: string; lead: string; paragraphs: string[] };
    expect(leadOf(article)).toEqual([article.lead]);
  });
});

test('a sentence repeats the headline only when it says no more', () => {
  const repeats = repeatsOf('Ferry crews walk out across the Sound');
  expect(repeats('Crews of ferries walk out across the Sound.')).toBe(true);
  expect(repeats(news)).toBe(false);
});
