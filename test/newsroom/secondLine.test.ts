import { expect, test } from 'vitest';
import type { ToldArticle } from '../../src/newsroom/candidate.ts';
import { secondLine } from '../../src/newsroom/secondLine.ts';

const at = Date.UTC(2026, 10, 26, 8);
const hour = 3_600_000;

const article = (outlet: string, title: string, hours = 0): ToldArticle => ({
  id: outlet,
  outletId: outlet,
  outletName: outlet,
  url: `https://${outlet}.example/`,
  title,
  paragraphs: [],
  textFrom: 'feed',
  categories: [],
  language: 'en',
  publishedAt: at + hours * hour,
  firstSeenAt: at + hours * hour,
  sentencesMax: 3,
});

const headline = article('post', 'Ferry strike on the Sound ends');
const deal = article('radio', 'Sound ferry strike ends with eleven hours of rest for 900 deckhands');
const lineOf = (others: readonly ToldArticle[], given: Partial<Parameters<typeof secondLine>[2]> = {}) =>
  secondLine(headline, others, { mutedWords: [], ...given })?.text;

test('the second line is another outlet’s headline that covers the story’s own and adds to it', () => {
  expect(lineOf([deal])).toBe(deal.title);
  expect(lineOf([article('post', deal.title)])).toBeUndefined();
  expect(lineOf([{ ...deal, language: 'de' }])).toBeUndefined();
  expect(lineOf([article('radio', 'Comet Hallan loses half its brightness within two nights')])).toBeUndefined();
});

test('a headline that only repeats the story’s own is no second line', () => {
  expect(lineOf([article('radio', 'Strike of the Sound ferries is over')])).toBeUndefined();
});

test('a headline that asks, teases or contains a muted word is no second line', () => {
  expect(lineOf([{ ...deal, title: `${deal.title}?` }])).toBeUndefined();
  expect(lineOf([{ ...deal, title: `Live: ${deal.title}` }])).toBeUndefined();
  expect(lineOf([deal], { mutedWords: ['deckhand'] })).toBeUndefined();
});

test('a sentence that covers more of the headline stays', () => {
  const less = article('radio', 'Ferry deckhands of the Sound get eleven hours of rest between shifts');
  expect(lineOf([less], { sentence: 'The ferry is back.' })).toBe(less.title);
  expect(lineOf([less], { sentence: 'The strike on the Sound has ended.' })).toBeUndefined();
});

test('an update’s second line is neither older than the update’s headline nor already known to the channel', () => {
  const before = { ...deal, publishedAt: at - hour };
  expect(lineOf([before])).toBe(deal.title);
  expect(lineOf([before], { told: [] })).toBeUndefined();
  expect(lineOf([deal], { told: [] })).toBe(deal.title);
  expect(lineOf([deal], { told: [deal.title] })).toBeUndefined();
});
