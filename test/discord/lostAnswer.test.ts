import { describe, expect, test } from 'vitest';
import { storyQuestions } from '../../src/desk/stories.ts';
import { storyOf, tellAfter, tellMadeUp } from '../commands/madeUpStories.ts';
import { createScene, instead, read, type Scene } from '../commands/scene.ts';

const callback = /\/callback$/;
const original = /^\/webhooks\/.*\/messages\/@original$/;
const sent = (at: Scene) => at.server.requests.list('POST', callback).length;
const lost = ['500-after-commit', 'reset-after-commit', 500, 'reset'] as const;

describe.each(lost)('an answer after which Discord’s response is %s, whether it took effect or not,', (how) => {
  test('is sent once more, so that the asker sees once what was done', async () => {
    const at = await createScene();
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
    expect(at.server.acts.whispers(at.admin)).toHaveLength(3);
    expect(at.log.filter(({ level }) => level !== 'debug')).toEqual([]);
    await at.close();
  });

  test('after deferring, even if the answers to both requests got lost', async () => {
    const at = await createScene({ promiseAfterMs: 0 });
    const { promise, resolve } = Promise.withResolvers<void>();
    tellAfter(at, () => promise);
    at.server.fail({ path: callback, how });
    at.server.fail({ path: original, how });
    at.server.on((event) => {
      if (event.type === 'interaction' && event.life.acknowledged) resolve();
    });
    expect(read(await at.run('story', { query: 'ferry' }))).toContain('Ferry crews');
    expect(at.server.acts.whispers(at.admin)).toHaveLength(1);
    expect(at.log.filter(({ level }) => level !== 'debug')).toEqual([]);
    await at.close();
  });
});

test('a card that is shared for all after a deferral is not sent again, neither by itself nor by pressing again', async () => {
  const at = await createScene({ promiseAfterMs: 0 });
  tellMadeUp(at);
  const { promise, resolve } = Promise.withResolvers<void>();
  const card = await at.run('story', { query: 'ferry' });
  instead(at, storyQuestions, { storyById: () => promise.then(() => storyOf('ferry')) });
  at.server.fail({ method: 'POST', path: /^\/webhooks\//, how: '500-after-commit' });
  const pressed = at.press(card, 'story:share:ferry');
  await expect.poll(() => sent(at)).toBe(2);
  resolve();
  await pressed;
  const told = () => at.server.acts.whispers(at.admin).map(read);
  await expect.poll(() => told().at(-1)).toContain('Discord did not confirm that this was shared');
  await at.press(card, 'story:share:ferry');
  expect(told().at(-1)).toContain('You have already shared this here');
  expect(at.server.acts.messages(at.channelId).map(read)).toEqual([expect.stringContaining('Shared by')]);
  await at.close();
});

test('a second answer to an interaction is not mistaken for one that arrived', async () => {
  const at = await createScene();
  at.server.fail({ path: callback, how: { status: 400, code: 40_060, message: 'acknowledged' }, times: 2 });
  at.server.acts.run({ user: at.admin, channel: at.channelId, command: 'help' });
  await expect.poll(() => at.log.map(({ message }) => message)).toContain('the asker could not be told');
  await at.close();
});
