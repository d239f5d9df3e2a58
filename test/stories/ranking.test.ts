import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type RankedStory, rankStories } from '../../src/stories/ranking.ts';

const hour = 3_600_000;
const now = Date.UTC(2026, 10, 24, 8);
const ago = (...hours: number[]): number[] => hours.map((count) => now - count * hour);

const story = (id: string, more: Partial<RankedStory> = {}): RankedStory => ({
  id,
  voices: 1,
  outlets: 1,
  articleTimes: ago(5),
  leadOutlet: `outlet of ${id}`,
  ...more,
});
const idsOf = (stories: readonly RankedStory[]): string[] => rankStories(stories, now).map((place) => place.id);

describe('ranking', () => {
  test('more independent voices go first, copies count little', () => {
    const six = story('six', { voices: 6, outlets: 6 });
    const copied = story('copied', { voices: 2, outlets: 9 });
    expect(idsOf([story('one'), copied, six])).toEqual(['six', 'copied', 'one']);
  });

  test('a story that two outlets tell is never behind a fresh single item', () => {
    const old = story('old', { voices: 2, outlets: 2, articleTimes: ago(60, 70) });
    const fresh = story('fresh', { outlets: 8, articleTimes: ago(0, 0, 0, 0) });
    expect(idsOf([fresh, old])).toEqual(['old', 'fresh']);
  });

  test('of two alike the newer goes first, and the growing one', () => {
    expect(idsOf([story('old', { articleTimes: ago(20) }), story('new', { articleTimes: ago(1) })])[0]).toBe('new');
    const growing = story('growing', { voices: 3, outlets: 3, articleTimes: ago(1, 2, 3, 4) });
    const fading = story('fading', { voices: 3, outlets: 3, articleTimes: ago(1, 7, 8, 9) });
    expect(idsOf([fading, growing])[0]).toBe('growing');
  });

  test('one outlet heads two stories at most while others have some', () => {
    const post = ['p1', 'p2', 'p3'].map((id) => story(id, { leadOutlet: 'post', articleTimes: ago(1) }));
    const places = rankStories([...post, story('other', { articleTimes: ago(30) })], now);
    expect(places.map((place) => place.id)).toEqual(['p1', 'p2', 'other', 'p3']);
    expect(places.map((place) => place.parts.outletRepeated)).toEqual([false, false, false, true]);
  });

  test('the parts add up to the score', () => {
    for (const { score, parts } of rankStories([story('a', { voices: 3 }), story('b')], now)) {
      expect(parts.voices + parts.outlets + parts.freshness + parts.growth).toBeCloseTo(score, 9);
    }
  });

  test('does not depend on the order given, and loses none', () => {
    const arbitrary = fc.uniqueArray(
      fc.record({
        id: fc.string({ minLength: 1, maxLength: 4 }),
        voices: fc.integer({ min: 1, max: 9 }),
        outlets: fc.integer({ min: 1, max: 9 }),
        articleTimes: fc.array(fc.integer({ min: now - 90 * hour, max: now + hour }), { minLength: 1, maxLength: 5 }),
        leadOutlet: fc.constantFrom('a', 'b', 'c'),
      }),
      { selector: (one) => one.id, maxLength: 12 },
    );
    fc.assert(
      fc.property(arbitrary, (stories) => {
        const ids = idsOf(stories);
        expect(ids).toEqual(idsOf([...stories].reverse()));
        expect([...ids].sort()).toEqual(stories.map((one) => one.id).sort());
      }),
      { numRuns: 100, seed: 3 },
    );
  });
});
