import { beforeEach, expect, test } from 'vitest';
import { controls, fieldsOf, read, sceneForAll } from '../scene.ts';

const at = await sceneForAll({}, { sites: ['Harbour Post', 'Courier', 'Courier on Sunday'] });
beforeEach(async () => {
  at.enterServer();
  await at.run('subscribe', { topic: 'world' });
});

const stances = async () =>
  (await at.ask.channelOutlets(at.serverId, at.channelId)).map(({ id, stance }) => [id, stance]);

test('an outlet is chosen from suggestions or by its whole name; an ambiguous name asks which one is meant', async () => {
  expect(await at.suggest('outlets mute', { outlet: 'cour' }, 'outlet')).toEqual([
    'Courier=courier',
    'Courier on Sunday=courier-on-sunday',
  ]);
  expect(read(await at.run('outlets mute', { outlet: 'cour' }))).toContain('There is no outlet “cour”, or several');
  const message = await at.run('outlets mute', { outlet: 'COURIER' });
  expect(read(message)).toBe(
    `**Courier** is muted in <#${at.channelId}>: its articles no longer count or show in the digests there.`,
  );
  expect(await stances()).toEqual([['courier', 'muted']]);
});

test('entering it again changes nothing; the other choice replaces it', async () => {
  await at.run('outlets mute', { outlet: 'harbour-post' });
  expect(read(await at.run('outlets mute', { outlet: 'harbour-post' }))).toBe(
    `**Harbour Post** is already muted in <#${at.channelId}>.`,
  );
  expect(read(await at.run('outlets prefer', { outlet: 'harbour-post' }))).toContain(
    '**Harbour Post** is preferred in',
  );
  expect(read(await at.run('outlets list'))).toBe(`### Outlets in <#${at.channelId}>\n**Preferred** Harbour Post`);
});

test('a form mutes, prefers and takes back several outlets at once, with one undo', async () => {
  await at.run('outlets mute', { outlet: 'harbour-post' });
  const form = await at.form('outlets mute', {});
  expect(fieldsOf(form)).toEqual({ muted: ['harbour-post'], preferred: [] });
  const list = await at.submit(form, { muted: ['courier'], preferred: ['harbour-post', 'courier-on-sunday'] });
  expect(read(list)).toContain('**Muted** Courier\n**Preferred** Courier on Sunday, Harbour Post');
  const emptied = await at.submit(await at.pressForm(list, `outlets:set:${at.channelId}`), {
    muted: [],
    preferred: [],
  });
  expect(read(emptied)).toContain('neither mutes nor prefers');
  await at.press(emptied, controls(emptied)[0] ?? '');
  expect(await stances()).toHaveLength(3);
});

test('is for those who manage the server, for channels with a digest, and in German', async () => {
  expect(() => at.run('outlets list', {}, at.reader)).toThrow('needs permissions');
  expect(read(await at.run('outlets list'))).toContain('neither mutes nor prefers an outlet');
  at.enterServer();
  expect(read(await at.run('outlets prefer', { outlet: 'harbour-post' }))).toContain('doesn’t get a digest yet');
  const german = at.server.setup.addUser({ name: 'Ute', locale: 'de' }).id;
  at.server.setup.addMember(at.serverId, german, { admin: true });
  await at.run('subscribe', { topic: 'world' });
  expect(read(await at.run('outlets mute', { outlet: 'harbour-post' }, german))).toContain(
    `**Harbour Post** ist in <#${at.channelId}> stummgeschaltet`,
  );
});
