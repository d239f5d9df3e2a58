import { describe, expect, test } from 'vitest';
import { articleTerms } from '../../src/stories/articleTerms.ts';
import type { GroupedArticle, PlacedArticle } from '../../src/stories/change.ts';
import { createGrouper, type Grouper } from '../../src/stories/grouper.ts';
import { LiveStories } from '../../src/stories/liveStories.ts';

const hour = 3_600_000;
const start = Date.UTC(2026, 10, 24, 6);
const syllables = 'ba de fi go ku la me ni po ru sa te vi wo za bre dri fla gro plu'.split(' ');

/** Words that nobody knows, another one for each number. */
function words(from: number, count: number): string {
  const digits = (number: number): number[] => [
    number % 20,
    Math.floor(number / 20) % 20,
    Math.floor(number / 400) % 20,
  ];
  return Array.from(
    { length: count },
    (_, i) =>
      `${digits(from + i)
        .map((digit) => syllables[digit])
        .join('')}k`,
  ).join(' ');
}

/** What a report tells: the event, one of its two sides, and things of its own. */
function report(own: number, side: 1 | 2): string {
  const event = `${words(0, 7)} ${words(100 * side, 2)}`;
  return `${event} ${words(500 + 100 * own, 80)} ${event}`;
}

const article = (id: string, text: string, at = 0): GroupedArticle => ({
  id,
  outlet: `outlet of ${id}`,
  title: '',
  text,
  publishedAt: start + at,
});

const reports = [report(1, 2), report(2, 2), report(3, 1), report(4, 2)].map((text, i) =>
  article(`report ${i}`, text, hour),
);
const wire = report(5, 1);
const first = article('first', wire);
const printed = article('printed', `${wire} Advertisement`, hour);
const printedAgain = article('printed again', `Vessmark (Agency) ${wire}`, 2 * hour);

const storiesOf = (grouper: Grouper, articles: readonly GroupedArticle[]): number =>
  new Set(articles.map(({ id }) => grouper.storyOf(id))).size;

describe('a report that another outlet prints word for word', () => {
  test('parts no story: two copies are no tighter event among the reports', () => {
    const all = [...reports, first, printed];
    const grouper = createGrouper();
    for (const one of all) grouper.add(one);
    expect(storiesOf(grouper, all)).toBe(1);
  });

  test('parts none after a restart either', () => {
    const before = [...reports, first];
    const grouper = createGrouper();
    const state = before.map((one): PlacedArticle => {
      const [change] = grouper.add(one);
      return { ...one, storyId: 'one', terms: change?.kind === 'placed' ? change.terms : '' };
    });
    const again = createGrouper(state);
    expect(again.add(printed)).toEqual(grouper.add(printed).map((change) => ({ ...change, storyId: 'one' })));
    expect(storiesOf(again, [...before, printed])).toBe(1);
  });

  test('parts none when the first of its copies has expired', () => {
    const left = [...reports, printed];
    const grouper = createGrouper();
    for (const one of [...reports, first, printed]) grouper.add(one);
    grouper.expire(start + 1);
    expect(grouper.has(first.id)).toBe(false);
    grouper.add(printedAgain);
    expect(storiesOf(grouper, [...left, printedAgain])).toBe(1);
  });

  test('costs no more when all print it', () => {
    const grouper = createGrouper();
    const before = performance.now();
    for (let i = 0; i < 1_500; i++) grouper.add(article(`copy ${i}`, `${wire} ${words(7_000 + i, 1)}`));
    expect(performance.now() - before).toBeLessThan(3_000);
  });
});

describe('copies', () => {
  const live = (): ((id: string, text: string) => string[]) => {
    const stories = new LiveStories(() => false);
    return (id, text) => {
      const taken = stories.take(id, start, undefined, articleTerms({ outlet: '', title: '', text }));
      return [...(taken.copies?.keys() ?? [])].map((copy) => copy.id);
    };
  };

  test('are found among many other texts, with another first line or a part cut off', () => {
    const take = live();
    const texts = Array.from({ length: 60 }, (_, i) => `${words(0, 15)} ${words(300 + 110 * i, 100)}`);
    texts.forEach((text, i) => {
      expect(take(`first ${i}`, text)).toEqual([]);
    });
    texts.forEach((text, i) => {
      const changed = i % 2 === 0 ? `Vessmark, Tuesday (Agency) ${text}` : text.slice(0, text.length * 0.9);
      expect(take(`copy ${i}`, changed)).toEqual([`first ${i}`]);
    });
  });

  test('are not short texts, nor such as share half of their words', () => {
    const take = live();
    take('short', words(0, 40));
    expect(take('short again', words(0, 40))).toEqual([]);
    take('long', words(100, 100));
    expect(take('half of it', `${words(100, 50)} ${words(400, 50)}`)).toEqual([]);
  });
});
