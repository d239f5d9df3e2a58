import type { Client } from 'discord.js';
import { SlashCommandBuilder } from 'discord.js';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ready, type Scene, scene } from './bot.ts';

const V2 = 1 << 15;
const text = (content: string) => ({ type: 10, content });
const button = (custom_id: string, more: object = {}) => ({ type: 2, style: 1, label: 'x', custom_id, ...more });
const row = (...components: object[]) => ({ type: 1, components });
const section = (components: object[], accessory?: object) => ({ type: 9, components, accessory });
const pictureAt = (url: string) => ({ type: 11, media: { url }, description: 'alt' });
const picture = pictureAt('https://a.example/p.jpg');
const container = (...components: object[]) => ({ type: 17, accent_color: 0x3355aa, components });
const option = (value: string) => ({ label: value, value });
const select = (options: object[], more: object = {}) => ({ type: 3, custom_id: 's', options, ...more });
const v2 = (...components: object[]) => ({ flags: V2, components });
const many = <T>(count: number, make: (index: number) => T): T[] => Array.from({ length: count }, (_, i) => make(i));

let at: Scene;
let client: Client<true>;

beforeAll(async () => {
  at = await scene({ validate: true });
  client = await ready(at.server);
});

afterAll(async () => {
  await client.destroy();
  await at.server.close();
});

/** The error codes in Discord's answer, without the number of a bad body, or 'taken' if it accepted the request. */
async function outcome(request: Promise<unknown>): Promise<string> {
  try {
    await request;
    return 'taken';
  } catch (error) {
    const { rawError, message } = error as { rawError?: { code: number; errors?: object }; message: string };
    const named = JSON.stringify(rawError?.errors ?? {}).matchAll(/"code":"(\w+)"/g);
    if (rawError === undefined) return message;
    return [...(rawError.code === 50035 ? [] : [rawError.code]), ...[...named].map(([, code]) => code)].join(' ');
  }
}

const post = (body: object) => client.rest.post(`/channels/${at.channelId}/messages`, { body });
const send = (body: object) => outcome(post(body));

describe('a message', () => {
  test.each<[string, object]>([
    ['plain text of 2,000 characters', { content: 'a'.repeat(2_000) }],
    ['a row of five buttons', { content: 'x', components: [row(...many(5, (i) => button(`${i}`)))] }],
    ['a select of 25', { content: 'x', components: [row(select(many(25, (i) => option(`${i}`))))] }],
    ['40 components', v2(container(...many(39, () => text('a'))))],
    ['4,000 characters in one text', v2(text('a'.repeat(4_000)))],
    ['a picture, a line and a button in a section', v2(section([text('a')], picture), { type: 14 }, row(button('b')))],
  ])('with %s is accepted', async (_, body) => expect(await send(body)).toBe('taken'));

  test.each<[string, object, string]>([
    ['nothing', {}, '50006'],
    ['blanks only', { content: ' \n ' }, '50006'],
    ['more than 2,000 characters', { content: 'a'.repeat(2_001) }, 'BASE_TYPE_MAX_LENGTH'],
    ['V2 parts without the flag', { components: [text('a')] }, 'UNION_TYPE_CHOICES'],
    [
      'the flag with content',
      { ...v2(text('a')), content: 'x' },
      'MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2',
    ],
    ['the flag without components', { flags: V2, components: [] }, '50006'],
    [
      '41 components, accessories counted',
      v2(...many(13, () => section([text('a')], picture)), text('a'), text('b')),
      'COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED',
    ],
    ['4,001 characters', v2(text('a'.repeat(4_000)), text('b')), 'COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED'],
    ['one custom id twice', v2(row(button('a')), row(button('a'))), 'COMPONENT_CUSTOM_ID_DUPLICATED'],
    ['a select beside a button', v2(row(select([option('a')]), button('b'))), 'COMPONENT_LAYOUT_WIDTH_EXCEEDED'],
    ['one choice twice', v2(row(select([option('a'), option('a')]))), 'SELECT_COMPONENT_OPTION_VALUE_DUPLICATED'],
    ['a file as picture', v2(section([text('a')], pictureAt('file:///etc/passwd'))), 'URL_TYPE_INVALID_SCHEME'],
    ['a label of 81', v2(row(button('a', { label: 'a'.repeat(81) }))), 'SPEC'],
    ['a section without accessory', v2(section([text('a')])), 'SPEC'],
    ['a field that the document does not know', { content: 'x', contents: 'y' }, 'SPEC'],
  ])('with %s is refused', async (_, body, expected) => expect(await send(body)).toBe(expected));

  test('that is refused names the place', async () => {
    const errors = { components: { 1: { components: { 0: { custom_id: { _errors: [{}] } } } } } };
    const sent = post(v2(row(button('a')), row(button('a'))));
    await expect(sent).rejects.toMatchObject({ code: 50035, rawError: { errors } });
  });

  test('of Japanese beyond 10,170 bytes fails with 500, as Discord does', async () => {
    expect(await send(v2(text('あ'.repeat(3_386))))).toBe('taken');
    expect(await send(v2(text('あ'.repeat(3_387))))).toContain('Internal Server Error');
  });

  test('may hold the fields that discord.js adds to every body', async () =>
    expect(await send({ content: 'x', tts: false, enforce_nonce: false })).toBe('taken'));

  test('numbers its components, and keeps no null', async () => {
    const accessory = { ...picture, description: null };
    expect(await send(v2(container(text('a'), section([text('b')], accessory))))).toBe('taken');
    const inside = section([{ ...text('b'), id: 4 }], { type: 11, id: 5, media: picture.media });
    const numbered = { ...container({ ...text('a'), id: 2 }, { ...inside, id: 3 }), id: 1 };
    expect(at.server.acts.messages(at.channelId).at(-1)?.components).toEqual([numbered]);
  });

  test('never loses the V2 flag, and cannot get content later', async () => {
    const { id } = (await post(v2(text('a')))) as { id: string };
    const edit = (body: object) => client.rest.patch(`/channels/${at.channelId}/messages/${id}`, { body });
    await edit({ components: [text('b')], flags: 0 });
    expect(at.server.acts.messages(at.channelId).at(-1)).toMatchObject({ flags: V2, components: [{ content: 'b' }] });
    expect(await outcome(edit({ content: 'x' }))).toBe('MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2');
  });
});

describe('commands', () => {
  const command = (more: object = {}) => ({ name: 'story', description: 'd', ...more });
  const textOption = (name: string, more: object = {}) => ({ type: 3, name, description: 'd', ...more });
  const path = () => `/applications/${at.server.applicationId}/commands` as const;

  test.each<[string, object[], string]>([
    ['a capital letter in the name', [command({ name: 'Story' })], 'APPLICATION_COMMAND_INVALID_NAME'],
    ['no description', [{ name: 'story' }], 'BASE_TYPE_REQUIRED'],
    ['a description of 101', [command({ description: 'a'.repeat(101) })], 'SPEC'],
    ['one name twice', [command(), command()], 'APPLICATION_COMMANDS_DUPLICATE_NAME'],
    ['26 options', [command({ options: many(26, (i) => textOption(`o${i}`)) })], 'SPEC'],
    [
      'a required option after others',
      [command({ options: [textOption('a'), textOption('b', { required: true })] })],
      'APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID',
    ],
    ['an unknown locale', [command({ name_localizations: { xx: 'story' } })], 'ENUM_TYPE_COERCE'],
    [
      'more than 8,000 characters',
      [command({ options: many(25, (i) => textOption(`o${i}`, { choices: many(4, (n) => choice(i, n)) })) })],
      'APPLICATION_COMMAND_TOO_LARGE',
    ],
  ])('with %s are refused', async (_, body, expected) => {
    expect(await outcome(client.rest.put(path(), { body }))).toBe(expected);
  });

  test('keep their ids when registered again, and default_member_permissions stays a string', async () => {
    const news = new SlashCommandBuilder().setName('news').setDescription('d').setDefaultMemberPermissions(32n);
    const first = await client.application.commands.set([news.toJSON()]);
    const second = await client.application.commands.set([news.toJSON(), command()]);
    expect(second.find(({ name }) => name === 'news')?.id).toBe(first.first()?.id);
    expect(at.server.world.commands[0]?.default_member_permissions).toBe('32');
    expect((await client.application.commands.fetch()).size).toBe(2);
  });
});

/** A choice whose name and value have the maximum length. */
function choice(option: number, number: number) {
  const name = `${option} ${number} `.padEnd(100, 'a');
  return { name, value: name };
}
