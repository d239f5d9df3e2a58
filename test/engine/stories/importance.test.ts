import { expect, test } from 'vitest';
import { importanceOf, sumOf, type WeighedArticle } from '../../../src/engine/stories/importance.ts';

const report = (outletId: string, more: Partial<WeighedArticle> = {}): WeighedArticle => ({
  outletId,
  newsroom: outletId,
  general: true,
  topicIds: ['world'],
  notNews: 0,
  ...more,
});
const view = { leads: ({ general }: WeighedArticle) => general, topicShare: () => 1 };
const worth = (fresh: readonly WeighedArticle[], before: readonly WeighedArticle[] = []) =>
  sumOf(importanceOf({ fresh, before }, view));

test('three general outlets weigh more than seven special ones of one country', () => {
  const special = Array.from({ length: 7 }, (_, n) => report(`s${n}`, { general: false }));
  expect(worth([report('a'), report('b'), report('c')])).toBeGreaterThan(worth(special));
});

test('an outlet counts once, however much it writes', () => {
  expect(worth([report('a'), report('b')])).toBeGreaterThan(worth([report('a'), report('a'), report('a')]));
});

test('sister titles count as one, on front pages, elsewhere and in the days before', () => {
  const one = report('a', { newsroom: 'group' });
  const sisters = ['a', 'b', 'c', 'd'].map((id) => report(id, { newsroom: 'group' }));
  const elsewhere = sisters.map((sister) => ({ ...sister, general: false }));
  expect(worth(sisters)).toBe(worth([one]));
  expect(worth([report('e'), ...elsewhere])).toBe(worth([report('e'), { ...one, general: false }]));
  expect(worth([report('e')], sisters)).toBe(worth([report('e')], [one]));
  // Another newsroom counts in addition to them.
  expect(worth([...sisters, report('e')])).toBe(worth([one, report('e')]));
  expect(worth([...sisters, one])).toBe(worth([one, one]));
});

test('stories that general outlets had in the days before keep their importance', () => {
  expect(worth([report('a')], [report('b'), report('c')])).toBeGreaterThan(worth([report('a')]));
});

test('leisure and reviews come after the rest', () => {
  const plain = worth([report('a')]);
  expect(worth([report('a', { topicIds: ['entertainment'] })])).toBeLessThan(plain);
  expect(worth([report('a', { notNews: 0.9 })])).toBeLessThan(plain);
});

test('in a channel of one topic, a story half about another topic comes after one about this topic alone', () => {
  const half = importanceOf({ fresh: [report('a')], before: [] }, { ...view, topicShare: () => 0.5 });
  expect(sumOf(half)).toBeLessThan(worth([report('a')]));
});

test('importance is explained by its parts', () => {
  const fresh = [report('a'), report('a'), report('b'), report('c', { general: false })];
  const { leadingOutlets, otherOutlets, articles } = importanceOf({ fresh, before: [] }, view);
  expect({ leadingOutlets, otherOutlets, articles }).toEqual({ leadingOutlets: 2, otherOutlets: 0.25, articles: 1 });
});
