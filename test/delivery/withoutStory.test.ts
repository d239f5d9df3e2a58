import { expect, test } from 'vitest';
import { withoutStory } from '../../src/delivery/withoutStory.ts';
import type { Digest, DigestLine, DigestPlace } from '../../src/digests/digest.ts';

const line = (storyId: string): DigestLine => ({
  storyId,
  title: storyId,
  url: `https://post.example/${storyId}`,
  articleId: storyId,
  outlet: 'Post',
  topicId: 'world',
});
const place = (storyId: string, picture = false): DigestPlace => ({
  ...line(storyId),
  sentences: [],
  outlets: 1,
  voices: 1,
  since: 0,
  ...(picture ? { picture: { url: 'https://post.example/a.jpg', alt: 'a' } } : {}),
});
const digest = (places: DigestPlace[], also: DigestLine[] = []): Digest => ({
  channelId: '1',
  serverId: '2',
  localDate: '2026-11-24',
  zone: 'UTC',
  locale: 'en-GB',
  topics: [],
  windowStart: 0,
  windowEnd: 1,
  places,
  also,
  articles: 0,
  outletsAnswered: 0,
  outletsAll: 0,
  quiet: false,
});
const told = (...ids: string[]) =>
  ids.map((storyId, index) => ({
    storyId,
    articleIds: [],
    sentences: [],
    part: 0,
    path: `components.0.components.${1 + 2 * index}`,
  }));
const first = (componentPath: string) => ({ part: 0, componentPath });
const ids = (left: Digest | undefined) => left?.places.map((one) => one.storyId);

test('the story goes that the error points at, the sixth as well as the first', () => {
  const six = ['a', 'b', 'c', 'd', 'e', 'f'];
  const whole = digest(six.map((id) => place(id)));
  const at = (path: string) => ids(withoutStory(whole, told(...six), first(path)));
  expect(at('components.0.components.1.content')).toEqual(['b', 'c', 'd', 'e', 'f']);
  expect(at('components.0.components.11.accessory.media.url')).toEqual(['a', 'b', 'c', 'd', 'e']);
  expect(at('components.0.components.11')).toEqual(['a', 'b', 'c', 'd', 'e']);
});

test('without a hint pictures go first, then the short lines, then the last story, and a digest without any is the end', () => {
  const steps: (Digest | undefined)[] = [digest([place('a', true), place('b')], [line('c')])];
  for (let last = steps[0]; last !== undefined; last = steps.at(-1))
    steps.push(withoutStory(last, told('a', 'b'), { part: 0 }));
  expect(
    steps.map(
      (step) => step && [step.places.length, step.also.length, step.places.some((one) => one.picture), step.quiet],
    ),
  ).toEqual([
    [2, 1, true, false],
    [2, 1, false, false],
    [2, 0, false, false],
    [1, 0, false, true],
    [0, 0, false, true],
    undefined,
  ]);
});

test('the only story goes too when it is at fault', () => {
  const left = withoutStory(digest([place('a', true)]), told('a'), first('components.0.components.1.content'));
  expect(left).toMatchObject({ places: [], also: [], quiet: true });
});

test('what is left is a quiet digest when it has fewer than two stories: its button can be found again', () => {
  const left = withoutStory(digest([place('a')], [line('b')]), told('a'), first('components.0.components.1'));
  expect(left).toMatchObject({ places: [], also: [{ storyId: 'b' }], quiet: true });
});

test('of a later message the story goes that the error points at, or all of them; what stands before it stays', () => {
  const whole = digest([place('a', true), place('b')], [line('c'), line('d')]);
  const [, , c, d] = told('a', 'b', 'c', 'd').map((entry, at) => ({ ...entry, part: at < 2 ? 0 : 1 }));
  const both = [
    ...told('a', 'b'),
    ...[c, d].flatMap((entry) => (entry ? [{ ...entry, path: `x.${entry.storyId}` }] : [])),
  ];
  const also = (left: Digest | undefined) => left?.also.map((one) => one.storyId);
  const one = withoutStory(whole, both, { part: 1, componentPath: 'x.c.content' });
  expect([ids(one), also(one)]).toEqual([['a', 'b'], ['d']]);
  const all = withoutStory(whole, both, { part: 1 });
  expect([ids(all), also(all), all?.places[0]?.picture]).toEqual([['a', 'b'], [], whole.places[0]?.picture]);
  expect(all && withoutStory(all, told('a', 'b'), { part: 1 })).toBeUndefined();
});
