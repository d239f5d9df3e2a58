import { expect, test } from 'vitest';
import { pressArticles } from '../../src/playground/press/edition.ts';
import { pressOutlets } from '../../src/playground/press/outlets.ts';
import type { GroupedArticle } from '../../src/stories/change.ts';
import { createGrouper, type Grouper } from '../../src/stories/grouper.ts';

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

test('each story of the press tells one event, whose next stage or next round is another', () => {
  const grouper = createGrouper();
  for (const { article } of press) grouper.add(article);
  const stories = Map.groupBy(press, ({ article }) => grouper.storyOf(article.id));
  const mixed = [...stories.values()].map((told) => [...new Set(told.map(({ event }) => event))]);
  expect(mixed.filter((events) => events.length > 1)).toEqual([]);
});

test('a first reading that has some outlets later than others parts the stages of a bill as well', () => {
  const known = press.filter(({ article }) => article.publishedAt < start + 8 * hour);
  const isEarly = ({ article }: (typeof press)[number]) =>
    ['Plainly So', 'Courier', 'Metro', 'Sound Radio'].includes(article.outlet);
  const grouper = createGrouper();
  for (const { article } of [...known.filter(isEarly), ...known.filter((one) => !isEarly(one))]) grouper.add(article);
  const bill = known.filter(({ event }) => event.startsWith('water-bill'));
  const stories = Map.groupBy(bill, ({ article }) => grouper.storyOf(article.id));
  for (const told of stories.values()) expect(new Set(told.map(({ event }) => event)).size).toBe(1);
});

test('most events of the press that go on after half a day of silence stay one story', () => {
  const grouper = createGrouper();
  for (const { article } of press) grouper.add(article);
  const goingOn = [...Map.groupBy(press, ({ event }) => event).values()].filter((told) =>
    told.some(({ article }, i) => i > 0 && article.publishedAt - (told[i - 1]?.article.publishedAt ?? 0) >= 12 * hour),
  );
  const whole = goingOn.filter((told) => new Set(told.map(({ article }) => grouper.storyOf(article.id))).size === 1);
  expect(goingOn.length).toBeGreaterThanOrEqual(12);
  expect(whole.length / goingOn.length).toBeGreaterThanOrEqual(0.75);
});

/** Two outlets tell of a stage in the same words; only what is counted differs from stage to stage. */
const stage = (nth: string, minutes: number, knots: number, boats: number, at: number): GroupedArticle[] =>
  [
    [
      `Tour of the Sound: Orvik sails home first again`,
      `Kaja Orvik won the ${nth} stage of the Tour of the Sound from Tornvik to Harl, ${minutes} lengths before Jonna Reik. ` +
        `The wind blew at ${knots} knots, and ${boats} boats reached the harbour before the evening. Orvik leads the Tour.`,
    ],
    [
      `Orvik beats Reik on the Sound and leads the Tour`,
      `In the ${nth} stage of the Tour of the Sound Kaja Orvik came to the harbour of Harl ${minutes} lengths before Jonna Reik. ` +
        `With ${knots} knots of wind only ${boats} boats arrived from Tornvik before the evening.`,
    ],
  ].map(([title = '', text = ''], i) => ({
    id: `${nth}-${minutes}-${i}-${at}`,
    outlet: `Outlet ${i}`,
    title,
    text,
    publishedAt: start + at * hour + i * 600_000,
  }));

function storiesOf(grouper: Grouper, articles: readonly GroupedArticle[]): number {
  return new Set(articles.map(({ id }) => grouper.storyOf(id))).size;
}

test('the next stage of a series is another story, though all words are the same', () => {
  const grouper = createGrouper();
  const [fourth, fifth] = [stage('fourth', 12, 9, 31, 0), stage('fifth', 40, 17, 22, 24)];
  for (const article of [...fourth, ...fifth]) grouper.add(article);
  expect([storiesOf(grouper, fourth), storiesOf(grouper, fifth)]).toEqual([1, 1]);
  expect(storiesOf(grouper, [...fourth, ...fifth])).toBe(2);
});

test('the reason says that figures kept it apart', () => {
  const grouper = createGrouper();
  for (const article of stage('fourth', 12, 9, 31, 0)) grouper.add(article);
  const [next] = stage('5th', 40, 17, 22, 24);
  const [change] = grouper.add(next as GroupedArticle);
  expect(change).toMatchObject({ kind: 'placed', isNew: true, reasons: { guard: 'figures' } });
});

test.each([
  ['figures that stay the same', stage('4th', 12, 9, 31, 24)],
  ['other figures within hours', stage('fifth', 40, 17, 22, 6)],
])('%s leave it one story', (_, later) => {
  const grouper = createGrouper();
  const all = [...stage('fourth', 12, 9, 31, 0), ...later];
  for (const article of all) grouper.add(article);
  expect(storiesOf(grouper, all)).toBe(1);
});

test('a toll that rises over night is no other event', () => {
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
  expect(storiesOf(grouper, all)).toBe(1);
});

test('a restart knows the figures, and takes articles that were stored before figures were', () => {
  const before = stage('fourth', 12, 9, 31, 0);
  const first = createGrouper();
  const placed = before.map((article) => {
    const [change] = first.add(article);
    const terms = change?.kind === 'placed' ? change.terms : '';
    return { id: article.id, publishedAt: article.publishedAt, storyId: first.storyOf(article.id), terms };
  });
  const withoutFigures = placed.map((one) => ({ ...one, terms: one.terms.split('|').slice(0, 4).join('|') }));
  const later = stage('fifth', 40, 17, 22, 24);
  for (const [state, stories] of [
    [placed, 2],
    [withoutFigures, 1],
  ] as const) {
    const again = createGrouper(state);
    for (const article of later) again.add(article);
    expect(storiesOf(again, [...before, ...later])).toBe(stories);
  }
});
