import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { storyQuestions } from '../../src/desk/stories.ts';
import { storyOf, tellAfter, tellMadeUp } from '../commands/madeUpStories.ts';
import { createScene, instead, read, type Scene } from '../commands/scene.ts';

const callback = /\/callback$/;
const original = /^\/webhooks\/.*\/messages\/@original$/;
const sent = (at: Scene) => at.server.requests.list('POST', callback).length;
const lost = ['500-after-commit', 'reset-after-commit', 500, 'reset'] as const;

let at: Scene;
let deferring: Scene;
beforeAll(async () => {
  at = await createScene();
  deferring = await createScene({ promiseAfterMs: 0 });
});
afterAll(() => Promise.all([at.close(), deferring.close()]));
beforeEach(() => {
  for (const scene of [at, deferring]) {
    scene.enterServer();
    scene.log.length = 0;
  }
});

const told = ({ server, admin, channelId }: Scene) =>
  server.acts.whispers(admin).filter((message) => message.channel_id === channelId);

describe.each(lost)('an answer after which Discord’s response is %s, whether it took effect or not,', (how) => {
  test('is sent once more, so that the asker sees once what was done', async () => {
    await at.run('subscribe', { topic: 'world' });
    const before = sent(at);
    at.server.fail({ path: callback, how });
    const muted = await at.run('digest settings', { mute: 'football' });
    expect(read(muted)).toContain('**football** is muted');
    await expect.poll(() => sent(at)).toBe(before + 2);
    const known = await at.run('digest settings', { mute: 'football' });
    // A component of an ephemeral message updates that message.
    at.server.fail({ path: callback, how });
    expect(read(await at.press(known, 'digest:unmute:football'))).toContain('is no longer muted');
    await expect.poll(() => sent(at)).toBe(before + 5);
    expect(told(at)).toHaveLength(3);
    expect(at.log.filter(({ level }) => level !== 'debug')).toEqual([]);
  });

  test('after deferring, even if the answers to both requests got lost', async () => {
    const { server, log } = deferring;
    const { promise, resolve } = Promise.withResolvers<void>();
    tellAfter(deferring, () => promise);
    server.fail({ path: callback, how });
    server.fail({ path: original, how });
    server.on((event) => {
      if (event.type === 'interaction' && event.life.acknowledged) resolve();
    });
    expect(read(await deferring.run('story', { query: 'ferry' }))).toContain('Ferry crews');
    expect(told(deferring)).toHaveLength(1);
    expect(log.filter(({ level }) => level !== 'debug')).toEqual([]);
  });
});

test('a card that is shared for all after a deferral is not sent again, neither by itself nor by pressing again', async () => {
  const { server, channelId } = deferring;
  tellMadeUp(deferring);
  const { promise, resolve } = Promise.withResolvers<void>();
  const before = sent(deferring);
  const card = await deferring.run('story', { query: 'ferry' });
  instead(deferring, storyQuestions, { storyById: () => promise.then(() => storyOf('ferry')) });
  server.fail({ method: 'POST', path: /^\/webhooks\//, how: '500-after-commit' });
  const pressed = deferring.press(card, 'story:share:ferry');
  await expect.poll(() => sent(deferring)).toBe(before + 2);
  resolve();
  await pressed;
  const last = () => told(deferring).map(read).at(-1);
  await expect.poll(last).toContain('Discord did not confirm that this was shared');
  await deferring.press(card, 'story:share:ferry');
  expect(last()).toContain('You have already shared this here');
  expect(server.acts.messages(channelId).map(read)).toEqual([expect.stringContaining('Shared by')]);
});

test('a second answer to an interaction is not mistaken for one that arrived', async () => {
  at.server.fail({ path: callback, how: { status: 400, code: 40_060, message: 'acknowledged' }, times: 2 });
  at.server.acts.run({ user: at.admin, channel: at.channelId, command: 'help' });
  await expect.poll(() => at.log.map(({ message }) => message)).toContain('the asker could not be told');
});
