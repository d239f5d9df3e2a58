import { expect, test } from 'vitest';
import { messageOf, openDesk } from '../../desk/desk.ts';
import { controls, createScene, fieldsOf, read, type Scene } from '../scene.ts';
import { addNewsRole } from './roleDesk.ts';

const about = (at: Scene) => `alerts:set:${at.channelId}`;
const how = (at: Scene) => `alerts:how:${at.channelId}`;
const rule = async (at: Scene) => (await at.ask.alert(at.serverId, at.channelId)) ?? {};
const undoIn = (message: Parameters<typeof controls>[0]) => controls(message).find((id) => id.includes(':undo:')) ?? '';

test('/alerts set without options opens a form that starts alerts, and later changes them, with Undo', async () => {
  const at = await createScene();
  const first = await at.form('alerts set', { channel: at.channelId });
  expect(first.modal.title).toBe('Alerts in #front-page');
  expect(fieldsOf(first)).toEqual({ topic: ['-'], words: '', voices: ['3'], per_day: [] });
  const card = await at.submit(first, { topic: ['world'], voices: ['4'] });
  expect(read(card)).toContain('as soon as 4 newsrooms have independently reported a story on **World**');
  expect(await rule(at)).toMatchObject({ topicId: 'world', voices: 4, perDay: 5 });
  const form = await at.pressForm(card, about(at));
  expect(fieldsOf(form)).toMatchObject({ topic: ['world'], voices: ['4'], per_day: ['5'] });
  // Words take the place of a topic that was not touched.
  const changed = await at.submit(form, { words: 'ferry, harbour', per_day: ['2'] });
  expect(changed.id).toBe(card.id);
  expect(read(changed)).toContain(
    'Saved: *Topic* World → **everything** · *Words* everything → **ferry, harbour** · *At most a day* 5 → **2**',
  );
  await at.press(changed, undoIn(changed));
  expect(await rule(at)).toMatchObject({ topicId: 'world', perDay: 5 });
  expect(await rule(at)).not.toHaveProperty('words', ['ferry', 'harbour']);
});

test('a second form has quiet hours, notifications, role, language and thread; emptying a field removes its value', async () => {
  const at = await createScene();
  const role = addNewsRole(at);
  const card = await at.run('alerts set', { words: 'ferry' });
  const form = await at.pressForm(card, how(at));
  expect(fieldsOf(form)).toEqual({ quiet: '', silent: ['never'], role: [], language: ['-'], more: [] });
  const values = { quiet: '22-7', silent: ['quiet'], role: [role], language: ['de'], more: ['thread'] };
  const set = await at.submit(form, values);
  expect(read(set)).toContain('*Quiet hours* none → **22:00–07:00**');
  expect(await rule(at)).toMatchObject({
    words: ['ferry'],
    quiet: { from: '22:00', until: '07:00' },
    silent: 'quiet',
    roleId: role,
    locale: 'de',
    thread: true,
  });
  const again = await at.pressForm(set, how(at));
  expect(fieldsOf(again)).toEqual({ ...values, quiet: '22:00-07:00' });
  const taken = await at.submit(again, { quiet: '', role: [], language: ['-'], more: [] });
  expect(read(taken)).toContain(`*Quiet hours* 22:00–07:00 → **none**`);
  const left = await rule(at);
  expect(left).toMatchObject({ words: ['ferry'], thread: false });
  for (const key of ['quiet', 'silent', 'roleId', 'locale'] as const)
    expect(left).not.toHaveProperty(key, expect.anything());
});

test('a refused value is explained, and the form opens again as it was left', async () => {
  const at = await createScene();
  const role = at.server.setup.addRole(at.serverId, { name: 'Mods', permissions: ['ManageMessages'] }).id;
  const card = await at.run('alerts set', { words: 'ferry' });
  const refused = await at.submit(await at.pressForm(card, how(at)), { quiet: 'at night', role: [role] });
  expect(read(refused)).not.toContain('Saved');
  const again = await at.pressForm(refused, controls(refused)[0] ?? '');
  expect(fieldsOf(again)).toMatchObject({ quiet: 'at night', role: [role] });
  const still = await at.submit(again, { role: [] });
  expect(read(still)).toContain('“at night” isn’t a span of time.');
  expect(await rule(at)).not.toHaveProperty('quiet', expect.anything());
});

test('own feeds are chosen in the form, and /alerts list opens it for each channel', async () => {
  const at = await createScene();
  const site = at.desk.sites[0];
  const lookup = { url: `${site?.origin}/own.xml`, title: 'Lighthouse', items: [] };
  await at.change.addFeed(at.by, lookup, 'world');
  const form = await at.form('alerts set');
  const [feed] = form.modal.components.flatMap(({ component }) =>
    component?.custom_id === 'feed' ? (component.options ?? []) : [],
  );
  expect(feed?.label).toBe('Lighthouse');
  await at.submit(form, { feed: [feed?.value ?? ''] });
  expect(await rule(at)).toMatchObject({ voices: 1, feedIds: [feed?.value], perDay: 20 });
  const list = await at.run('alerts list');
  const opened = await at.pressForm(list, 'alerts:set:', [at.channelId]);
  expect(fieldsOf(opened)).toMatchObject({ voices: ['1'], feed: [feed?.value], per_day: ['20'] });
  const all = await at.submit(opened, { feed: [] });
  expect(read(all)).toContain('*Own feeds* Lighthouse → **all**');
  expect(await rule(at)).toMatchObject({ voices: 1 });
});

test('a form is refused if its alerts ended meanwhile, or if Lede may not write in the channel', async () => {
  const at = await createScene();
  const card = await at.run('alerts set', { words: 'ferry' });
  const form = await at.pressForm(card, how(at));
  await at.run('alerts off');
  expect(read(await at.submit(form, { quiet: '22-7' }))).toContain('That channel gets no alerts.');
  expect(await at.ask.alert(at.serverId, at.channelId)).toBeUndefined();
  at.server.setup.setOverwrite(at.channelId, 'bot', { deny: ['SendMessages'] });
  await expect.poll(async () => read(await at.run('alerts set'))).toContain('Send Messages');
});

test('after a restart, an open form can be submitted and a refused one reopened', async () => {
  const at = await openDesk();
  const place = { user: at.admin, channel: at.channelId };
  const opened = at.server.acts.run({ ...place, command: 'alerts set' });
  await opened.shown;
  await at.restart();
  const act = { ...place, modalId: opened.origin.id };
  const refused = await messageOf(at.server.acts.submit({ ...act, values: { words: '!!', voices: ['2'] } }));
  await at.restart();
  const again = at.server.acts.click({ ...place, messageId: refused.id, customId: controls(refused)[0] ?? '' });
  expect(await again.shown).toMatchObject({ kind: 'modal' });
  const values = { words: 'ferry' };
  expect(read(await messageOf(at.server.acts.submit({ ...place, modalId: again.origin.id, values })))).toContain(
    '2 newsrooms have independently reported a story that mentions **ferry**',
  );
});

test('feeds that don’t fit into the list stay in the rule when others are taken out', async () => {
  const at = await createScene();
  for (let n = 0; n < 27; n += 1) {
    const lookup = { url: `https://club.example/${n}`, title: `Club ${n}`, items: [] };
    await at.change.addFeed(at.by, lookup, undefined);
  }
  const feedIds = (await at.ask.feeds(at.serverId)).map(({ id }) => id);
  await at.change.setAlert(at.by, at.channelId, { feedIds });
  const form = await at.form('alerts set');
  const shown = fieldsOf(form).feed ?? [];
  expect(shown).toHaveLength(25);
  await at.submit(form, { feed: shown.slice(1) });
  expect(await rule(at)).toMatchObject({ feedIds: { length: 26 } });
  expect(await rule(at)).not.toHaveProperty('feedIds', expect.arrayContaining([shown[0]]));
});
