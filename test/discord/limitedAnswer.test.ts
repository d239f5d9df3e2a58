import { expect, test } from 'vitest';
import { tellAfter } from '../commands/madeUpStories.ts';
import { createScene, read } from '../commands/scene.ts';

const callback = /\/callback$/;
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
  await at.close();
});

test('an answer that Discord would accept only after fifteen minutes is given up, and nothing else pauses', async () => {
  const at = await createScene();
  at.server.fail({ path: callback, how: { rateLimitMs: 16 * 60_000 }, times: 2 });
  at.server.acts.run({ user: at.admin, channel: at.channelId, command: 'help' });
  await expect.poll(() => problems(at.log)).toEqual(['interaction failed', 'the asker could not be told']);
  expect(await at.bot.sender.post(at, { content: 'x' }, 'n')).toMatchObject({ kind: 'posted' });
  await at.close();
});
