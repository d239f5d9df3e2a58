import { setImmediate } from 'node:timers/promises';
import { beforeEach, describe, expect, test } from 'vitest';
import { feedQuestions } from '../../commands/feeds/ask.ts';
import { storyQuestions } from '../../src/desk/stories.ts';
import { storyOf, tellAfter, tellMadeUp } from '../commands/madeUpStories.ts';
import { createScene, instead, read, type Scene, sceneForAll } from '../commands/scene.ts';

const callback = /\/callback$/;
const original = /^\/webhooks\/.*\/messages\/@original$/;
const sent = (at: Scene) => at.server.requests.list('POST', callback).length;
const lost = ['500-after-commit', 'reset-after-commit', 500, 'reset'] as const;

const at = await sceneForAll();
const deferring = await sceneForAll({ promiseAfterMs: 0 });
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

const problems = (log: { level: string; message: string }[]) =>
  log.filter(({ level }) => level !== 'debug').map(({ message }) => message);

test.each([
  ['its first request', callback, {}],
  ['its first request, in the body alone', callback, { bare: true }],
  ['the request after a promise', /^\/webhooks\//, {}],
] as const)('an answer that meets a limit with %s is given when that is over', async (_, path, more) => {
  const at = await createScene({ promiseAfterMs: path === callback ? 600_000 : 0 });
  const { promise, resolve } = Promise.withResolvers<void>();
  tellAfter(at, () => promise);
  if (path === callback) resolve();
  at.server.on((event) => {
    if (event.type === 'interaction' && event.life.acknowledged) resolve();
  });
  const limited = at.server.fail({ path, how: { rateLimitMs: 300, ...more } });
  expect(read(await at.run('story', { query: 'ferry crews' }))).toContain('Ferry crews');
  expect([limited.hits, problems(at.log)]).toEqual([1, []]);
});

test('an answer that Discord would accept only after fifteen minutes is given up, and nothing else pauses', async () => {
  const at = await createScene();
  at.server.fail({ path: callback, how: { rateLimitMs: 16 * 60_000 }, times: 2 });
  at.server.acts.run({ user: at.admin, channel: at.channelId, command: 'help' });
  await expect.poll(() => problems(at.log)).toEqual(['interaction failed', 'the asker could not be told']);
  expect(await at.bot.sender.post(at, { content: 'x' }, 'n')).toMatchObject({ kind: 'posted' });
});

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
});
