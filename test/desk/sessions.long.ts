import { expect, test } from 'vitest';
import { openDesk } from './desk.ts';

/** discord.js waits five seconds between two sessions. */
const soon = { timeout: 30_000 };

test('a channel and a server lost between two gateway sessions are noticed at the second one', async () => {
  const at = await openDesk({ sites: [] });
  const { ask, change } = at;
  const other = at.server.setup.addGuild({ name: 'Elsewhere' });
  const gone = at.server.setup.addChannel(at.serverId, { name: 'gone' }).id;
  const left = at.server.setup.addChannel(other.id, { name: 'left' });
  await change.subscribe(at.by, gone, ['world']);
  await change.subscribe({ ...at.by, serverId: other.id }, left.id, ['world']);
  const again = async (work: () => void) => {
    at.server.gateway.forget();
    work();
    at.server.gateway.drop();
    await at.server.connected();
  };
  await again(() => {
    at.server.setup.removeChannel(gone);
    at.server.setup.removeGuild(other.id);
  });
  await expect.poll(() => ask.subscription(other.id, left.id), soon).toMatchObject({ paused: 'server-left' });
  for (const clock of ['08:00', '08:11']) await at.to(0, clock);
  expect((await ask.subscription(at.serverId, gone))?.paused).toBe('channel-gone');
  await again(() => {
    at.server.world.guilds.set(other.id, other);
    at.server.world.channels.set(left.id, left);
  });
  await expect.poll(() => ask.subscription(other.id, left.id), soon).toMatchObject({ paused: undefined });
});
