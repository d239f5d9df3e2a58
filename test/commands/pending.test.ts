import { expect, test } from 'vitest';
import { controls, createScene, read } from './scene.ts';

test('a confirmation is good in its own server only, whoever sends its id from another', async () => {
  const at = await createScene();
  const other = at.server.setup.addGuild({ name: 'Elsewhere' });
  at.server.setup.addMember(other.id, at.admin, { admin: true });
  const channelId = at.server.setup.addChannel(other.id, { name: 'general' }).id;
  const preview = await at.run('topics create', { name: 'Ferries', all: 'ferry' });
  const save = controls(preview).find((id) => id.startsWith('topics:save:')) ?? expect.fail();
  const button = { type: 2, style: 2, label: 'Press', custom_id: save };
  const components = [{ type: 1, components: [button] }];
  await at.bot.sender.post({ serverId: other.id, channelId }, { flags: 32_768, components }, 'n');
  const [posted = expect.fail()] = at.server.acts.messages(channelId);
  expect(read(await at.press(posted, save))).toContain('This button has expired');
  const created = async () => (await at.ask.ownTopics(at.serverId)).map(({ name }) => name);
  expect(await created()).toEqual([]);
  expect(read(await at.press(preview, save))).toContain('Ferries');
  expect(await created()).toEqual(['Ferries']);
  await at.close();
});
