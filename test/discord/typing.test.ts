import { expect, test } from 'vitest';
import { storyQuestions } from '../../src/desk/stories.ts';
import { createScene, instead } from '../commands/scene.ts';

/** A desk whose searches end when the test says so, in the order in which they began. */
async function stage(members: number) {
  const at = await createScene();
  const users = Array.from({ length: members }, (_, nth) => {
    const { id } = at.server.setup.addUser({ name: `Reader ${nth}` });
    at.server.setup.addMember(at.serverId, id);
    return id;
  });
  const begun: string[] = [];
  const ends: (() => void)[] = [];
  instead(at, storyQuestions, {
    async suggestStories(_, query) {
      begun.push(query);
      await new Promise<void>((resolve) => ends.push(resolve));
      return [{ storyId: query, title: query }];
    },
  });
  const type = (nth: number, query: string) => {
    const place = { user: users[nth] ?? expect.fail(), channel: at.channelId };
    return at.server.acts.type({ ...place, command: 'story', options: { query }, focused: 'query' });
  };
  const shownFor = async (life: ReturnType<typeof type>) => {
    const shown = await life.shown;
    return shown.kind === 'choices' ? shown.choices.map(({ name }) => name) : expect.fail(shown.kind);
  };
  return { at, begun, ends, type, shownFor };
}

test('only a member’s newest keystroke is searched, and earlier ones are answered at once', async () => {
  const { begun, ends, type, shownFor } = await stage(1);
  const [first, ...later] = ['f', 'fe', 'fer', 'ferr', 'ferry'].map((query) => type(0, query));
  const [last = expect.fail(), ...between] = later.toReversed();
  for (const life of between) expect(await shownFor(life)).toEqual([]);
  expect(begun).toEqual(['f']);
  ends.shift()?.();
  expect(await shownFor(first ?? expect.fail())).toEqual(['f']);
  await expect.poll(() => begun).toEqual(['f', 'ferry']);
  ends.shift()?.();
  expect(await shownFor(last)).toEqual(['ferry']);
});

test('members who type take turns, two at a time, however much one of them types', async () => {
  const { at, begun, ends, type } = await stage(4);
  // Each by the member of its letter.
  for (const query of ['a1', 'b1', 'a2', 'c1', 'a3', 'd1']) type('abcd'.indexOf(query.slice(0, 1)), query);
  await expect.poll(() => begun).toEqual(['a1', 'b1']);
  await expect.poll(() => at.server.requests.list('POST', /\/callback$/).length).toBe(1);
  for (const taken of [3, 4, 5]) {
    ends.shift()?.();
    await expect.poll(() => begun).toEqual(['a1', 'b1', 'a3', 'c1', 'd1'].slice(0, taken));
  }
  for (const end of ends) end();
});

test('a suggestion that hangs is answered with none, and keeps neither other members nor commands waiting', async () => {
  const { at, begun, ends, type, shownFor } = await stage(3);
  const hanging = [type(0, 'a'), type(1, 'b')];
  const next = type(2, 'c');
  await at.run('help');
  for (const life of hanging) expect(await shownFor(life)).toEqual([]);
  await expect.poll(() => begun).toEqual(['a', 'b', 'c']);
  for (const end of ends) end();
  await next.shown;
});

test('a member whose earlier suggestion hung gets the newest keystroke’s once that one ends', async () => {
  const { begun, ends, type, shownFor } = await stage(1);
  expect(await shownFor(type(0, 'f'))).toEqual([]);
  const [replaced, waiting] = [type(0, 'fe'), type(0, 'fer')];
  expect(await shownFor(replaced)).toEqual([]);
  ends.shift()?.();
  await expect.poll(() => begun).toEqual(['f', 'fer']);
  ends.shift()?.();
  expect(await shownFor(waiting)).toEqual(['fer']);
});
