import fc from 'fast-check';
import { expect, test } from 'vitest';
import { leansOf, sharesOf, type Tally, type Vote, votedPoints } from '../../src/digests/votes.ts';

/** What a digest is of, by topic and by outlet. */
interface Made {
  topics: Record<string, number>;
  outlets?: Record<string, number>;
}
/** One member's votes by the number of the digest; 0 for none. */
type Said = readonly (Vote | 0)[];

const tallyOf = (digests: readonly Made[], members: readonly Said[]): Tally => ({
  shares: digests.flatMap(({ topics, outlets = {} }, at) => [
    ...Object.entries(topics).map(([id, share]) => ({ deliveryId: `${at}`, kind: 'topic' as const, id, share })),
    ...Object.entries(outlets).map(([id, share]) => ({ deliveryId: `${at}`, kind: 'outlet' as const, id, share })),
  ]),
  given: members.flatMap((said) =>
    said.flatMap((vote, at) => {
      const votes = said.filter((one) => one !== 0).length;
      return vote === 0 ? [] : [{ deliveryId: `${at}`, vote, votes, members: 1 }];
    }),
  ),
});

/** Of every second digest, half is sports; of the others a tenth. */
const days = (count: number): Made[] =>
  Array.from({ length: count }, (_, day) => {
    const sports = day % 2 === 0 ? 0.5 : 0.1;
    return { topics: { sports, world: 1 - sports }, outlets: { post: sports, radio: 0.2 } };
  });
/** Who likes the days with little sports, and only those. */
const noFan = (count: number): Said => Array.from({ length: count }, (_, day) => (day % 2 === 0 ? -1 : 1));
const many = (members: number, said: Said): Said[] => Array.from({ length: members }, () => said);
const leans = (digests: readonly Made[], members: readonly Said[]) => leansOf(tallyOf(digests, members));
const sportsAfter = (count: number, members: number) =>
  leans(days(count), many(members, noFan(count))).topics.get('sports') ?? Number.NaN;

const someDay = fc.double({ min: 0, max: 1, noNaN: true }).map((sports) => ({
  topics: { sports, world: 1 - sports },
  outlets: { post: sports },
}));
const someDays = fc.array(someDay, { minLength: 1, maxLength: 60 });
const someVotes = fc.array(fc.constantFrom<Vote | 0>(1, -1, 0), { minLength: 60, maxLength: 60 });
const saidOf = (digests: readonly Made[], votes: Said) => votes.slice(0, digests.length);
const topicMax = 1 / 3;
const outletMax = 1 / 6;

test('a digest’s shares are of its places, by topic and by the outlet whose headline stands', () => {
  const place = (topicId: string, articleId: string) => ({ topicId, articleId });
  const places = [place('world', 'a'), place('world', 'b'), place('sports', 'c'), place('world', '')];
  const outlets = new Map([
    ['a', 'post'],
    ['b', 'radio'],
    ['c', 'post'],
  ]);
  expect(sharesOf(places, outlets)).toEqual([
    { kind: 'topic', id: 'world', share: 0.75 },
    { kind: 'topic', id: 'sports', share: 0.25 },
    { kind: 'outlet', id: 'post', share: 0.5 },
    { kind: 'outlet', id: 'radio', share: 0.25 },
  ]);
  expect(sharesOf([], outlets)).toEqual([]);
});

test('a topic on days that members like less loses, the others gain; an outlet that is always there moves nothing', () => {
  const { topics, outlets } = leans(days(14), many(30, noFan(14)));
  expect(topics.get('sports')).toBeLessThan(-0.1);
  expect(topics.get('world')).toBeGreaterThan(0.05);
  expect(outlets.get('post')).toBeCloseTo((topics.get('sports') ?? 0) / 2, 10);
  expect(outlets.get('radio')).toBeCloseTo(0, 10);
});

test('who likes every digest, or none, moves nothing, however many vote on which day', () => {
  fc.assert(
    fc.property(
      someDays,
      fc.array(someVotes, { minLength: 1, maxLength: 5 }),
      fc.constantFrom<Vote>(1, -1),
      (digests, members, vote) => {
        const alike = members.map((said) => saidOf(digests, said).map((one) => (one === 0 ? 0 : vote)));
        const { topics, outlets } = leans(digests, alike);
        for (const points of [...topics.values(), ...outlets.values()]) expect(points).toBeCloseTo(0, 10);
      },
    ),
  );
  expect(leans([], [])).toEqual({ topics: new Map(), outlets: new Map() });
});

test('one vote moves nothing, a dozen members over a week are felt, and more members and weeks more', () => {
  expect(sportsAfter(1, 1)).toBeCloseTo(0, 10);
  const dozen = sportsAfter(8, 12);
  expect(dozen).toBeLessThan(-0.05);
  expect(dozen).toBeGreaterThan(-0.15);
  expect(sportsAfter(8, 100)).toBeLessThan(dozen);
  expect(sportsAfter(40, 12)).toBeLessThan(dozen);
});

test('one member, however often they vote and on whatever days, moves less than a sixth of what all can', () => {
  expect(Math.abs(sportsAfter(60, 1))).toBeLessThan(0.02);
  fc.assert(
    fc.property(someDays, someVotes, (digests, votes) => {
      const { topics, outlets } = leans(digests, [saidOf(digests, votes)]);
      for (const points of topics.values()) expect(Math.abs(points)).toBeLessThan(topicMax / 6);
      for (const points of outlets.values()) expect(Math.abs(points)).toBeLessThan(outletMax / 6);
    }),
  );
});

test('no vote moves a story by more than half a point', () => {
  fc.assert(
    fc.property(someDays, fc.array(someVotes, { minLength: 1, maxLength: 4 }), (digests, said) => {
      const members = said.flatMap((votes) => many(1_000, saidOf(digests, votes)));
      const all = leans(digests, members);
      const points = votedPoints({ topicId: 'sports', outletIds: new Set(['post']) }, all);
      expect(Math.abs(points)).toBeLessThanOrEqual(topicMax + outletMax);
    }),
    { numRuns: 20 },
  );
});

test('a story has its topic’s points, and the mean of the outlets that may head it', () => {
  const lean = { topics: new Map([['sports', -0.3]]), outlets: new Map([['post', 0.1]]) };
  const points = (topicId: string, ...outletIds: string[]) =>
    votedPoints({ topicId, outletIds: new Set(outletIds) }, lean);
  expect(points('sports', 'post')).toBeCloseTo(-0.2, 10);
  expect(points('world', 'post', 'radio')).toBeCloseTo(0.05, 10);
  expect(points('world')).toBe(0);
});
