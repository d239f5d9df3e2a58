import { expect, test } from 'vitest';
import { failOn } from '../storage/beside.ts';
import { openDesk } from './desk.ts';

const another = '123456789012345678';

test('settings that two admins change at the same moment are both kept', async () => {
  const at = await openDesk({ sites: [] });
  const { change, ask } = at;
  const colleague = { ...at.by, userId: another };
  await change.subscribe(at.by, at.channelId, ['world']);
  const ticks = async (count: number) => {
    for (let tick = 0; tick < count; tick += 1) await Promise.resolve();
  };
  // Each change reads and writes several times, so the second one starts a little later in each round.
  for (let round = 0; round < 60; round += 1) {
    const zone = round % 2 === 0 ? 'Asia/Tokyo' : 'America/Lima';
    await change.setLogChannel(at.by, undefined);
    const first = change.saveSettings(colleague, at.channelId, { zone });
    await ticks(round);
    await Promise.all([first, change.setLogChannel(at.by, at.channelId)]);
    expect(await ask.server(at.serverId), `${round} ticks later`).toMatchObject({ zone, logChannelId: at.channelId });
  }
});

test('settings that can’t be stored fail only for the member who changed them, and don’t block later changes', async () => {
  const at = await openDesk({ sites: [] });
  failOn(at.databaseUrl, 'insert on keyv', 'broken', `new.value like '%${another}%'`);
  const broken = at.change.setLogChannel(at.by, another);
  const sound = at.change.setLogChannel(at.by, at.channelId);
  await expect(broken).rejects.toThrow('broken');
  await sound;
  expect((await at.ask.server(at.serverId)).logChannelId).toBe(at.channelId);
});

test('digests follow the server to the language that its admins set in Discord, also while Lede is away', async () => {
  const at = await openDesk({ sites: [], digest: { topics: ['world'], zone: 'UTC', quiet: 'post' } });
  at.server.setup.setLocale(at.serverId, 'de');
  await expect.poll(async () => (await at.ask.server(at.serverId)).locale).toBe('de');
  await at.to(1, '08:00');
  expect(at.posted().at(-1)).toContain('Mittwoch');
  await at.app.stop();
  at.server.setup.setLocale(at.serverId, 'en-GB');
  await at.restart();
  await expect.poll(async () => (await at.ask.server(at.serverId)).locale).toBe('en-GB');
  // A zone that an admin set in Lede is kept.
  expect(await at.ask.server(at.serverId)).toMatchObject({ zone: 'UTC' });
  await at.to(2, '08:00');
  expect(at.posted().at(-1)).toContain('Thursday');
});

test('a deleted log channel is no longer the log channel', async () => {
  const at = await openDesk({ sites: [] });
  const log = at.server.setup.addChannel(at.serverId, { name: 'log' }).id;
  await at.change.setLogChannel(at.by, log);
  at.server.setup.removeChannel(log);
  await expect.poll(async () => (await at.ask.server(at.serverId)).logChannelId).toBeUndefined();
});
