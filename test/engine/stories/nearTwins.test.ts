import { expect, test } from 'vitest';
import { pressArticles } from '../../../playground/press/article.ts';
import { pressOutlets } from '../../../playground/press/outlets.ts';
import type { GroupedArticle } from '../../../src/engine/stories/change.ts';
import { createGrouper } from '../../../src/engine/stories/grouper.ts';

const hour = 3_600_000;
const start = Date.UTC(2026, 10, 24, 6);

const press = pressArticles.map((one) => {
  const outlet = pressOutlets.find(({ id }) => id === one.outletId);
  const article: GroupedArticle = {
    id: one.id,
    outlet: outlet?.name ?? '',
    title: one.original.title,
    text: one.original.paragraphs.join('\n'),
    publishedAt: start + one.publishedOffsetMs,
    language: outlet?.language,
  };
  return { article, event: `${one.event.id} ${article.language}` };
});

const grouper = createGrouper();
for (const { article } of press) grouper.add(article);

test('most stories of the press are about one event, and its next stage is another story', () => {
  const stories = Map.groupBy(press, ({ article }) => grouper.storyOf(article.id));
  const events = [...stories.values()].map((told) => new Set(told.map(({ event }) => event)));
  expect(events.filter(({ size }) => size === 1).length / events.length).toBeGreaterThanOrEqual(0.85);
});

test('of ten articles on events that go on after half a day of silence, nine are in one story of their event', () => {
  const goingOn = [...Map.groupBy(press, ({ event }) => event).values()].filter((told) =>
    told.some(({ article }, i) => i > 0 && article.publishedAt - (told[i - 1]?.article.publishedAt ?? 0) >= 12 * hour),
  );
  const largest = goingOn.map((told) => {
    const stories = Map.groupBy(told, ({ article }) => grouper.storyOf(article.id));
    return Math.max(...[...stories.values()].map(({ length }) => length));
  });
  const sum = (counts: number[]) => counts.reduce((all, count) => all + count, 0);
  expect(goingOn.length).toBeGreaterThanOrEqual(20);
  expect(sum(largest) / sum(goingOn.map(({ length }) => length))).toBeGreaterThanOrEqual(0.9);
});

test('a toll that rises overnight is not another event', () => {
  const quake = (dead: number, injured: number, missing: number, at: number): GroupedArticle[] =>
    ['Quake shakes the coast of Ustane', 'Strong quake hits Ustane at night'].map((title, i) => ({
      id: `quake-${at}-${i}`,
      outlet: `Outlet ${i}`,
      title,
      text: `The quake at the coast of Ustane killed ${dead} people and left ${injured} injured, ${missing} victims are missed. Houses fell in the old harbour.`,
      publishedAt: start + at * hour + i * 600_000,
    }));
  const grouper = createGrouper();
  const all = [...quake(12, 40, 90, 0), ...quake(71, 260, 15, 20)];
  for (const article of all) grouper.add(article);
  expect(new Set(all.map(({ id }) => grouper.storyOf(id))).size).toBe(1);
});
