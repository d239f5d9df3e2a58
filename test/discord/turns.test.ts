import { setImmediate } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { feedQuestions } from '../../commands/feeds/ask.ts';
import { tellAfter } from '../commands/madeUpStories.ts';
import { createScene, instead, read } from '../commands/scene.ts';

test('of a hundred commands at one instant few are worked on at once, and the answers to the others are deferred first', async () => {
  const at = await createScene({ promiseAfterMs: 600_000 });
  const query = { query: 'ferry crews' };
  let [working, most] = [0, 0];
  tellAfter(at, async () => {
    working += 1;
    most = Math.max(most, working);
    await setImmediate();
    working -= 1;
  });
  const place = { user: at.admin, channel: at.channelId };
  const lives = Array.from({ length: 100 }, () => at.server.acts.run({ ...place, command: 'story', options: query }));
  const first = await Promise.all(lives.map(({ answered }) => answered));
  const shown = await Promise.all(lives.map((life) => life.shown));
  expect(shown.map((one) => one.kind === 'message' && read(one.message))).toEqual(
    lives.map(() => expect.stringContaining('Ferry crews')),
  );
  expect(most).toBeLessThanOrEqual(3);
  expect(first[0]?.kind).toBe('message');
  expect(first.at(-1)?.kind).toBe('deferred');
  await at.close();
});

test('commands that wait for the web do not delay others', async () => {
  const at = await createScene();
  const { promise, resolve } = Promise.withResolvers<undefined>();
  instead(at, feedQuestions, { lookUpFeed: async () => (await promise) ?? { kind: 'busy' } });
  const place = { user: at.admin, channel: at.channelId };
  const options = { url: 'https://slow.example' };
  const slow = Array.from({ length: 6 }, () => at.server.acts.run({ ...place, command: 'feeds add', options }));
  expect(read(await at.run('help'))).toContain('Lede');
  expect(slow.map(({ final }) => final)).toEqual(slow.map(() => undefined));
  resolve(undefined);
  await Promise.all(slow.map(({ shown }) => shown));
  await at.close();
});
