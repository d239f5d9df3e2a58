import { expect, test } from 'vitest';
import { allComponents } from '../../playground/discord/reading.ts';
import { type Digest, hasFewStories } from '../../src/newsroom/digest.ts';
import { withoutStory } from '../../src/outbox/withoutStory.ts';
import { minute, wait } from '../desk/desk.ts';
import { digestOf, placeOf } from '../discord/digestFixture.ts';
import { twoMessages } from '../twoMessages.ts';
import { correct } from './correct.ts';
import { always, failPosts, filtered, naming, notTaken, partsIn, posts, refused, statesOf, withNews } from './scene.ts';

test('a message that Discord refuses because of one story is posted without it, and the story does not count as posted', async () => {
  const at = await withNews();
  const digest = await at.ask.previewDigest(at.channelId, at.serverId);
  failPosts(at, refused);
  await at.to(0, '08:00');
  expect(posts(at)).toBe(2);
  const options = allComponents(at.messages()[0]?.components ?? []).flatMap((part) => part.options ?? []);
  expect(options.length).toBeLessThan(digest.places.length + digest.also.length);
  const told = at.rows<{ id: string }>('select story_id as id from told');
  expect(told.map(({ id }) => id).sort()).toEqual(options.map((option) => option.value).sort());
});

test('a refused message is reduced and sent again even after attempts that never arrived', async () => {
  const at = await withNews();
  failPosts(at, notTaken, { times: 5 });
  failPosts(at, refused);
  await at.to(0, '08:00');
  await wait(at, 15 * minute);
  expect(statesOf(at)).toEqual(['sent']);
});

test('a digest is posted as a quiet one if Discord refuses all of its stories', async () => {
  const at = await withNews();
  failPosts(at, filtered, { times: 100, ...naming('://') });
  await at.to(0, '08:00');
  await wait(at, minute);
  expect(statesOf(at)).toEqual(['sent']);
  expect(at.posted()[0]).toContain('A quiet day');
  expect(at.rows('select * from told')).toEqual([]);
});

test('a message that Discord refuses whatever is left out is reported, and the next one is posted', async () => {
  const at = await withNews();
  const fault = failPosts(at, refused, always);
  await at.to(0, '08:00');
  await wait(at, minute);
  expect(statesOf(at)).toEqual(['refused']);
  expect(at.told()).toEqual([expect.stringContaining('Discord rejected the digest')]);
  fault.remove();
  await at.to(1, '08:00');
  expect(at.posted()).toEqual([expect.stringContaining('deckhands')]);
});

test.each([
  ['is left out, and its stories are not told', refused, ['#0'], 1],
  ['for one story goes without it', { ...refused, at: ['components', 0, 'components', 1] }, ['#0', '#0/1'], 3],
])('a second message that Discord refuses %s', async (_, how, parts, told) => {
  const at = await withNews({ kinds: twoMessages });
  failPosts(at, how, { after: 1 });
  await at.to(0, '08:00');
  await wait(at, minute);
  expect(partsIn(at)).toEqual(parts);
  expect(statesOf(at)).toEqual(['sent']);
  expect(at.rows('select * from told')).toHaveLength(told);
  expect(at.told()).toEqual([]);
});

const picture = { url: 'https://post.example/a.jpg', alt: 'a' };
const [line] = digestOf().also;
const lineOf = (storyId: string) => ({ ...(line ?? placeOf(0)), storyId });
const digest = (places: string[], also: string[] = []) =>
  digestOf({ places: places.map((storyId) => placeOf(0, { storyId, picture })), also: also.map(lineOf) });
const toldAt = (part: number, ...ids: string[]) =>
  ids.map((storyId, at) => ({ storyId, articleIds: [], sentences: [], part, path: `components.${at}` }));
const idsIn = (left: Digest | undefined) => left && [...left.places, ...left.also].map(({ storyId }) => storyId);

test.each([
  ['the story that the error points at', 0, 'components.1.content', ['a', 'c', 'd']],
  ['no story if the error points at a component that does not exist', 0, 'components.11.content', ['a', 'b', 'c', 'd']],
  ['the story in a later message', 1, 'components.0', ['a', 'b', 'd']],
  ['all stories of a later message if the error points at none', 1, undefined, ['a', 'b']],
])('a refused message loses %s', (_, part, componentPath, left) => {
  const told = [...toldAt(0, 'a', 'b'), ...toldAt(1, 'c', 'd')];
  expect(idsIn(withoutStory(digest(['a', 'b'], ['c', 'd']), told, { part, componentPath }))).toEqual(left);
});

test('without a hint pictures are dropped first, then the brief lines, then the last story, until none is left', () => {
  const steps: (Digest | undefined)[] = [digest(['a', 'b'], ['c'])];
  for (let last = steps[0]; last !== undefined; last = steps.at(-1))
    steps.push(withoutStory(last, toldAt(0, 'a', 'b'), { part: 0 }));
  const shown = (step: Digest | undefined) =>
    step && [step.places.length, step.also.length, step.places.some((one) => one.picture), hasFewStories(step)];
  expect(steps.map(shown)).toEqual([
    [2, 1, true, false],
    [2, 1, false, false],
    [2, 0, false, false],
    [1, 0, false, true],
    [0, 0, false, true],
    undefined,
  ]);
});

test('a post of a forum loses its tags only if they are at fault', () => {
  const post = { ...digestOf({ places: [placeOf(1), placeOf(2)], also: [] }), tagIds: ['1'] };
  const without = (componentPath: string) => withoutStory(post, [], { part: 0, componentPath });
  expect(without('applied_tags.0')).toEqual({ ...post, tagIds: [] });
  expect(without('message.components.0')?.tagIds).toEqual(['1']);
});

test.each([true, false])(
  'a link that Discord’s filter blocks (named: %s) is left out, and no other story with it',
  async (isNamed) => {
    const at = await withNews();
    const host = at.sites[1]?.host ?? '';
    const message = isNamed ? `Message blocked: ${host}` : filtered.message;
    const fault = failPosts(at, { ...filtered, message }, { times: 100, ...naming(`${host}/`) });
    await at.to(0, '08:00');
    await wait(at, minute);
    expect(statesOf(at)).toEqual(['sent']);
    for (const words of ['deckhands', 'Moose', 'phones']) expect(at.posted()[0]).toMatch(new RegExp(words, 'i'));
    expect(at.posted()[0]).not.toContain(host);
    expect(fault.hits).toBeLessThanOrEqual(isNamed ? 1 : 3);
    expect(at.rows('select * from told')).toHaveLength(3);
    // An edit omits it, too.
    const [{ id } = { id: '' }] = at.rows<{ id: string }>("select id from articles where title like 'Moose%'");
    await correct(at.app.storage, id, 'It was an elk.', at.now);
    await at.skip(minute);
    expect(at.posted()[0]).toContain('It was an elk.');
    expect(at.posted()[0]).not.toContain(host);
  },
);

test('of two messages each loses only the link that the filter blocks', async () => {
  const at = await withNews({ kinds: twoMessages });
  const host = at.sites[2]?.host ?? '';
  failPosts(at, filtered, { times: 100, ...naming(`${host}/`) });
  await at.to(0, '08:00');
  await wait(at, minute);
  expect(partsIn(at)).toEqual(['#0', '#0/1']);
  expect(statesOf(at)).toEqual(['sent']);
  for (const words of ['deckhands', 'Moose', 'water bill']) expect(at.posted().join()).toMatch(new RegExp(words, 'i'));
  expect(at.posted().join()).not.toContain(host);
  expect(at.rows('select * from told')).toHaveLength(3);
});
