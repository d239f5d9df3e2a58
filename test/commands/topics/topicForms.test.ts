import { expect, test } from 'vitest';
import { controls, createScene, fieldsOf, read, type Scene } from '../scene.ts';

const control = (message: Parameters<typeof controls>[0], part: string) =>
  controls(message).find((id) => id.includes(part)) ?? '';
const own = async (at: Scene) => (await at.ask.ownTopics(at.serverId)).map(({ name, words }) => ({ name, ...words }));
const boats = { name: 'Boats', all: [], any: ['ferry'], not: ['toy'] };

async function withBoats(): Promise<{ at: Scene; id: string }> {
  const at = await createScene();
  const { id } = await at.change.createTopic(at.by, 'Boats', { all: [], any: ['ferry'], not: ['toy'] });
  return { at, id };
}

test('/topics create opens a form with the given options, tries the words, and can be undone', async () => {
  const at = await createScene();
  expect(fieldsOf(await at.form('topics create'))).toEqual({ name: '', all: '', any: '', not: '' });
  expect(fieldsOf(await at.form('topics create', { any: 'ferry' }))).toMatchObject({ name: '', any: 'ferry' });
  const form = await at.form('topics create', { name: 'Boats' });
  expect(fieldsOf(form)).toMatchObject({ name: 'Boats', any: '' });
  const tried = await at.submit(form, { any: 'submarine' });
  expect(await own(at)).toEqual([]);
  // The words can be changed until they find what they should.
  const again = await at.pressForm(tried, control(tried, 'topics:create:'));
  expect(fieldsOf(again)).toEqual({ name: 'Boats', all: '', any: 'submarine', not: '' });
  const better = await at.submit(again, { any: 'ferry', not: 'toy' });
  expect(better.id).toBe(tried.id);
  expect(read(better)).toContain('-# any of: ferry · none of: toy');
  const saved = await at.press(better, control(better, 'topics:save'));
  expect(read(saved)).toContain('**Boats** is saved.');
  expect(await own(at)).toEqual([boats]);
  expect(read(await at.press(saved, control(saved, ':undo:')))).toContain('Undone');
  expect(await own(at)).toEqual([]);
});

test('Undo of a topic’s creation keeps the topic if a channel got it since', async () => {
  const at = await createScene();
  const tried = await at.submit(await at.form('topics create'), { name: 'Boats', any: 'ferry', not: 'toy' });
  const saved = await at.press(tried, control(tried, 'topics:save'));
  await at.run('subscribe', { topic: 'Boats' });
  expect(read(await at.press(saved, control(saved, ':undo:')))).not.toContain('everything is as it was');
  expect(await own(at)).toEqual([boats]);
});

test('a form from the command, the list or the answer edits a topic; untouched fields stay', async () => {
  const { at, id } = await withBoats();
  const form = await at.form('topics edit', { topic: id });
  expect(form.modal.title).toBe('Topic Boats');
  expect(fieldsOf(form)).toEqual({ name: 'Boats', all: '', any: 'ferry', not: 'toy' });
  await at.change.editTopic(at.by, id, { words: { not: ['toy', 'model'] } });
  const renamed = await at.submit(form, { name: 'Ships' });
  expect(read(renamed)).toBe('**Ships** is saved: *Name* Boats → **Ships**');
  expect(await own(at)).toEqual([{ ...boats, name: 'Ships', not: ['toy', 'model'] }]);
  const list = await at.run('topics edit', { any: 'ferry, quay' });
  const listed = await at.pressForm(list, control(list, 'topics:edit:'), [id]);
  expect(fieldsOf(listed)).toMatchObject({ name: 'Ships', any: 'ferry, quay' });
  const tried = await at.submit(listed, { not: '' });
  const saved = await at.press(tried, control(tried, 'topics:save'));
  expect(read(saved)).toBe(
    '**Ships** is saved: *Any of these words* ferry → **ferry, quay** · *None of these words* toy, model → **none**',
  );
  expect(fieldsOf(await at.pressForm(saved, `topics:edit:${id}`))).toMatchObject({ any: 'ferry, quay', not: '' });
  await at.press(saved, control(saved, ':undo:'));
  expect(await own(at)).toEqual([{ ...boats, name: 'Ships', not: ['toy', 'model'] }]);
});

test('a refused topic can be corrected, and one that was deleted meanwhile is refused', async () => {
  const { at, id } = await withBoats();
  const form = await at.form('topics edit', { topic: id });
  const refused = await at.submit(form, { name: 'World', any: 'ferry, dock' });
  expect(read(refused)).toContain('**World** comes with Lede');
  const again = await at.pressForm(refused, control(refused, 'topics:edit:'));
  expect(fieldsOf(again)).toMatchObject({ name: 'World', any: 'ferry, dock' });
  await at.change.deleteTopic(at.by, id);
  expect(read(await at.submit(again, { name: 'Ships' }))).toContain('That topic no longer exists.');
  expect(await own(at)).toEqual([]);
});

test('a topic of another server opens no form', async () => {
  const { at, id } = await withBoats();
  at.enterServer();
  await at.change.createTopic(at.by, 'Trains', { all: [], any: ['train'], not: [] });
  const list = await at.run('topics list');
  const { server, admin, channelId } = at;
  const choose = () =>
    server.acts.choose({ user: admin, channel: channelId, messageId: list.id, customId: 'topics:edit:', values: [id] });
  // Discord itself refuses a value that the select lacks; a form's custom_id is checked by Lede.
  expect(choose).toThrow('no choice');
  const form = await at.form('topics edit', { topic: 'Trains' });
  Object.assign(form.modal, { custom_id: form.modal.custom_id.replace(/own-[\w-]+/, id) });
  expect(read(await at.submit(form, { any: 'bus' }))).toContain('That topic no longer exists.');
});
