import type { Client } from 'discord.js';
import { SlashCommandBuilder } from 'discord.js';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Scene } from './bot.ts';
import { ready, scene } from './bot.ts';

const V2 = 1 << 15;
const text = (content: string) => ({ type: 10, content });
const button = (custom_id: string, more: object = {}) => ({ type: 2, style: 1, label: 'x', custom_id, ...more });
const row = (...components: object[]) => ({ type: 1, components });
const section = (components: object[], accessory?: object) => ({ type: 9, components, accessory });
const picture = { type: 11, media: { url: 'https://a.example/p.jpg' }, description: 'alt' };
const container = (...components: object[]) => ({ type: 17, accent_color: 0x3355aa, components });
const option = (value: string) => ({ label: value, value });
const select = (options: object[], more: object = {}) => ({ type: 3, custom_id: 's', options, ...more });
const v2 = (...components: object[]) => ({ flags: V2, components });

let at: Scene;
let strict: Scene;
let client: Client<true>;
let strictClient: Client<true>;

beforeAll(async () => {
  [at, strict] = await Promise.all([scene(), scene({ validate: true })]);
  [client, strictClient] = await Promise.all([ready(at.server, { retries: 0 }), ready(strict.server, { retries: 0 })]);
});

afterAll(async () => {
  await Promise.all([client.destroy(), strictClient.destroy()]);
  await Promise.all([at.server.close(), strict.server.close()]);
});

/** The codes and paths Discord's answer names, or 'sent'. */
async function send(body: object, who = client, where = at): Promise<string> {
  try {
    await who.rest.post(`/channels/${where.channelId}/messages`, { body });
    return 'sent';
  } catch (error) {
    const raw = (error as { rawError?: { code: number; errors?: object } }).rawError;
    return raw === undefined
      ? String(error)
      : `${raw.code}${raw.errors === undefined ? '' : ` ${paths(raw.errors, []).join(' ')}`}`;
  }
}

function paths(tree: object, at: string[]): string[] {
  return Object.entries(tree).flatMap(([key, value]: [string, unknown]) =>
    key === '_errors' && Array.isArray(value)
      ? value.map(({ code }: { code: string }) => `${at.join('.')}:${code}`)
      : paths(value as object, [...at, key]),
  );
}

const many = <T>(count: number, make: (index: number) => T): T[] => Array.from({ length: count }, (_, i) => make(i));

const GOOD: [string, object][] = [
  ['plain text of 2,000 characters', { content: 'a'.repeat(2_000) }],
  ['a row of five buttons', { content: 'x', components: [row(...many(5, (i) => button(`${i}`)))] }],
  ['a select of 25', { content: 'x', components: [row(select(many(25, (i) => option(`${i}`))))] }],
  ['40 components', v2(container(...many(39, () => text('a'))))],
  ['4,000 characters in one text', v2(text('a'.repeat(4_000)))],
  [
    'the digest of the design',
    v2(
      container(
        text('## Tuesday'),
        section([text('**1**'), text('more')], picture),
        { type: 14, divider: true, spacing: 1 },
        text('**2**'),
        row(select([option('a')], { placeholder: 'Open a story' })),
        row(button('share'), button('more')),
      ),
    ),
  ],
  ['a section with a button', v2(section([text('a')], button('more')))],
];

const BAD: [string, object, string][] = [
  ['nothing', {}, '50006'],
  ['blanks only', { content: ' \n ' }, '50006'],
  ['more than 2,000 characters', { content: 'a'.repeat(2_001) }, '50035 content:BASE_TYPE_MAX_LENGTH'],
  ['V2 parts without the flag', { components: [text('a')] }, '50035 components.0.type:UNION_TYPE_CHOICES'],
  [
    'the flag with content',
    { ...v2(text('a')), content: 'x' },
    '50035 content:MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2',
  ],
  [
    'the flag with embeds',
    { ...v2(text('a')), embeds: [{ title: 'x' }] },
    '50035 embeds:MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2',
  ],
  ['the flag without components', { flags: V2, components: [] }, '50006'],
  [
    '41 components',
    v2(container(...many(40, () => text('a')))),
    '50035 components:COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED',
  ],
  [
    'accessories counted: 41 in all',
    v2(...many(13, () => section([text('a')], picture)), text('a'), text('b')),
    '50035 components:COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED',
  ],
  [
    '4,001 characters over two texts',
    v2(text('a'.repeat(4_000)), text('b')),
    '50035 components:COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED',
  ],
  ['an empty text', v2(text('')), '50035 components.0.content:BASE_TYPE_MIN_LENGTH'],
  [
    'one custom id twice',
    v2(row(button('a')), row(button('a'))),
    '50035 components.1.components.0.custom_id:COMPONENT_CUSTOM_ID_DUPLICATED',
  ],
  [
    'a custom id of 101',
    v2(row(button('a'.repeat(101)))),
    '50035 components.0.components.0.custom_id:BASE_TYPE_MAX_LENGTH',
  ],
  [
    'a button without custom id',
    v2(row({ type: 2, style: 1, label: 'x' })),
    '50035 components.0.components.0.custom_id:BASE_TYPE_REQUIRED',
  ],
  [
    'a label of 81',
    v2(row(button('a', { label: 'a'.repeat(81) }))),
    '50035 components.0.components.0.label:BASE_TYPE_MAX_LENGTH',
  ],
  [
    'a button with an address',
    v2(row(button('a', { url: 'https://a.example/' }))),
    '50035 components.0.components.0.url:BUTTON_COMPONENT_URL',
  ],
  ['a button of style 5', v2(row(button('a', { style: 5 }))), '50035 components.0.components.0.style:NUMBER_TYPE_MAX'],
  [
    'a gallery',
    v2({ type: 12, items: [{ media: { url: 'https://a.example/p.jpg' } }] }),
    '50035 components.0.type:UNION_TYPE_CHOICES',
  ],
  ['a section without accessory', v2(section([text('a')])), '50035 components.0.accessory:BASE_TYPE_REQUIRED'],
  [
    'a section of four texts',
    v2(
      section(
        many(4, () => text('a')),
        picture,
      ),
    ),
    '50035 components.0.components:BASE_TYPE_BAD_LENGTH',
  ],
  ['an empty section', v2(section([], picture)), '50035 components.0.components:BASE_TYPE_BAD_LENGTH'],
  [
    'a container in a container',
    v2(container(container(text('a')))),
    '50035 components.0.components.0.type:UNION_TYPE_CHOICES',
  ],
  [
    'a select of 26',
    v2(row(select(many(26, (i) => option(`${i}`))))),
    '50035 components.0.components.0.options:BASE_TYPE_BAD_LENGTH',
  ],
  [
    'a select beside a button',
    v2(row(select([option('a')]), button('b'))),
    '50035 components.0.components:COMPONENT_LAYOUT_WIDTH_EXCEEDED',
  ],
  [
    'a choice given twice',
    v2(row(select([option('a'), option('a')]))),
    '50035 components.0.components.0.options.1.value:SELECT_COMPONENT_OPTION_VALUE_DUPLICATED',
  ],
  [
    'six buttons in a row',
    v2(row(...many(6, (i) => button(`${i}`)))),
    '50035 components.0.components:BASE_TYPE_BAD_LENGTH',
  ],
  [
    'a picture from a file',
    v2(section([text('a')], { type: 11, media: { url: 'file:///etc/passwd' } })),
    '50035 components.0.accessory.media.url:URL_TYPE_INVALID_SCHEME',
  ],
  ['an embed', { embeds: [{ title: 'x' }] }, '50035 embeds:BASE_TYPE_BAD_LENGTH'],
];

describe('a message', () => {
  test.each(GOOD)('with %s is taken, by the published schema too', async (_, body) => {
    expect(await send(body)).toBe('sent');
    expect(await send(body, strictClient, strict)).toBe('sent');
  });

  test.each(BAD)('with %s is refused', async (_, body, expected) => {
    expect(await send(body)).toBe(expected);
    expect(await send(body, strictClient, strict)).toBe(expected);
  });

  test('of Japanese beyond 10,170 bytes fails with 500, as Discord does', async () => {
    expect(await send(v2(text('あ'.repeat(3_386))))).toBe('sent');
    expect(await send(v2(text('あ'.repeat(3_387))))).toContain('Internal Server Error');
  });

  test('with a field that the schema does not know is refused only when schemas are checked', async () => {
    expect(await send({ content: 'x', contents: 'y' })).toBe('sent');
    expect(await send({ content: 'x', contents: 'y' }, strictClient, strict)).toBe('50035 contents:SPEC');
    expect(await send({ content: 'x', tts: false, enforce_nonce: false }, strictClient, strict)).toBe('sent');
  });

  test('numbers its components, and keeps no null', async () => {
    const body = v2(container(text('a'), section([text('b')], { ...picture, description: null })));
    await client.rest.post(`/channels/${at.channelId}/messages`, { body });
    expect(at.server.acts.messages(at.channelId).at(-1)?.components).toEqual([
      {
        ...container(
          { ...text('a'), id: 2 },
          { ...section([{ ...text('b'), id: 4 }], { type: 11, id: 5, media: picture.media }), id: 3 },
        ),
        id: 1,
      },
    ]);
  });

  test('never loses the V2 flag, and cannot get content later', async () => {
    const path = `/channels/${at.channelId}/messages` as const;
    const message = (await client.rest.post(path, { body: v2(text('a')) })) as { id: string };
    const edit = (body: object) => client.rest.patch(`${path}/${message.id}`, { body });
    await edit({ components: [text('b')], flags: 0 });
    expect(at.server.acts.messages(at.channelId).at(-1)).toMatchObject({ flags: V2, components: [{ content: 'b' }] });
    await expect(edit({ content: 'x' })).rejects.toMatchObject({ code: 50035 });
  });
});

describe('commands', () => {
  const command = (more: object = {}) => ({ name: 'story', description: 'd', ...more });
  const put = (body: unknown[]) =>
    client.rest.put(`/applications/${at.server.applicationId}/commands`, { body }).then(
      () => 'taken',
      (error: { rawError: { errors: object } }) => paths(error.rawError.errors, []).join(' '),
    );

  test.each<[string, unknown[], string]>([
    ['a capital letter in the name', [command({ name: 'Story' })], '0.name:APPLICATION_COMMAND_INVALID_NAME'],
    ['no description', [{ name: 'story' }], '0.description:BASE_TYPE_REQUIRED'],
    ['a description of 101', [command({ description: 'a'.repeat(101) })], '0.description:BASE_TYPE_MAX_LENGTH'],
    ['one name twice', [command(), command()], '1.name:APPLICATION_COMMANDS_DUPLICATE_NAME'],
    [
      '26 options',
      [command({ options: many(26, (i) => ({ type: 3, name: `o${i}`, description: 'd' })) })],
      '0.options:BASE_TYPE_BAD_LENGTH',
    ],
    [
      'a required option after others',
      [
        command({
          options: [
            { type: 3, name: 'a', description: 'd' },
            { type: 3, name: 'b', description: 'd', required: true },
          ],
        }),
      ],
      '0.options.1:APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID',
    ],
    [
      'an unknown locale',
      [command({ name_localizations: { xx: 'story' } })],
      '0.name_localizations.xx:ENUM_TYPE_COERCE',
    ],
    ['a context menu command', [{ type: 3, name: 'story', description: 'd' }], '0.type:BASE_TYPE_CHOICES'],
  ])('with %s are refused', async (_, body, expected) => {
    expect(await put(body)).toBe(expected);
  });

  test('keep their ids when registered again, and default_member_permissions stays a string', async () => {
    const admin = new SlashCommandBuilder()
      .setName('news')
      .setDescription('d')
      .setDefaultMemberPermissions(32n)
      .toJSON();
    const first = await strictClient.application.commands.set([admin]);
    const second = await strictClient.application.commands.set([admin, command()]);
    expect(second.find(({ name }) => name === 'news')?.id).toBe(first.first()?.id);
    expect(strict.server.world.commands[0]?.default_member_permissions).toBe('32');
    expect((await strictClient.application.commands.fetch()).size).toBe(2);
  });
});
