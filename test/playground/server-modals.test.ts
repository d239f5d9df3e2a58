import { MessageFlags, type ModalSubmitInteraction, SlashCommandBuilder } from 'discord.js';
import { beforeEach, describe, expect, test } from 'vitest';
import { ActRefused } from '../../playground/discord/acts/begin.ts';
import { answer, callback, useBot } from './bot.ts';

const at = useBot({ validate: true });
const commands = [new SlashCommandBuilder().setName('set').setDescription('Set').toJSON()];
beforeEach(() => at.client.application.commands.set(commands));

const input = (id: string, more: object = {}) => ({ type: 4, custom_id: id, style: 1, ...more });
const label = (component: object, more: object = {}) => ({ type: 18, label: 'Field', component, ...more });
const option = (value: string, more: object = {}) => ({ label: value.toUpperCase(), value, ...more });
const select = { type: 3, custom_id: 'pick', options: [option('a', { default: true }), option('b')] };
const boxes = { type: 22, custom_id: 'boxes', required: false, min_values: 0, options: [option('x'), option('y')] };
const roles = { type: 6, custom_id: 'role', required: false, min_values: 0 };
const whole = [
  label(input('name', { value: 'Ferry', max_length: 10 })),
  label(select),
  label({ type: 21, custom_id: 'radio', options: [option('1'), option('2')] }),
  label(boxes),
  label(roles, { description: 'Which' }),
];

/** Answers every command with this modal, and every submission by `submitted`; failures are collected. */
const open = (data: object, submitted?: (interaction: ModalSubmitInteraction) => Promise<unknown>) =>
  answer(at.client, (interaction) =>
    interaction.isModalSubmit() ? submitted?.(interaction) : callback(interaction, { type: 9, data }),
  );

const run = () => at.server.acts.run({ user: at.member, channel: at.channelId, command: 'set' });
const submit = (modalId: string, values: Record<string, string | string[]>, user = at.member) =>
  at.server.acts.submit({ user, channel: at.channelId, modalId, values });

describe('a modal', () => {
  test('is kept for the user who opened it, and carries what they filled in', async () => {
    const seen: unknown[] = [];
    open({ custom_id: 'set:1', title: 'Set', components: whole }, async (interaction) => {
      const { fields } = interaction;
      seen.push(interaction.customId, fields.getTextInputValue('name'), fields.getStringSelectValues('pick'));
      seen.push(fields.getRadioGroup('radio'), fields.getCheckboxGroup('boxes'), interaction.isFromMessage());
      seen.push(fields.getSelectedRoles('role')?.size ?? 0);
      await interaction.reply({ content: 'done', flags: MessageFlags.Ephemeral });
    });
    const role = at.server.setup.addRole(at.guildId, { name: 'desk' }).id;
    const life = run();
    expect(await life.shown).toMatchObject({ kind: 'modal', modal: { custom_id: 'set:1', title: 'Set' } });
    const { id } = life.origin;
    const values = { name: 'Boats', radio: ['2'], boxes: ['y', 'x'], role: [role] };
    expect(await submit(id, values).shown).toMatchObject({ message: { content: 'done' } });
    expect(seen).toEqual(['set:1', 'Boats', ['a'], '2', ['y', 'x'], false, 1]);
    const wrong: Record<string, string | string[]>[] = [
      {},
      { radio: ['3'] },
      { radio: ['1', '2'] },
      { radio: ['1'], name: 'eleven long' },
      { radio: ['1'], name: '' },
      { radio: ['1'], pick: [] },
      { radio: ['1'], other: 'x' },
      { radio: ['1'], role: ['1'] },
    ];
    for (const one of wrong) expect(() => submit(id, one)).toThrow(ActRefused);
    expect(() => submit(id, values, at.admin)).toThrow(ActRefused);
  });

  const modal = (...components: object[]) => ({ custom_id: 'set', title: 'Set', components });
  test.each([
    ['no title', { custom_id: 'set', components: [label(input('a'))] }, 'title'],
    ['a long title', { ...modal(label(input('a'))), title: 't'.repeat(46) }, 'title'],
    ['no custom id', { title: 'Set', components: [label(input('a'))] }, 'custom_id'],
    ['a long custom id', { ...modal(label(input('a'))), custom_id: 'i'.repeat(101) }, 'custom_id'],
    ['no field', modal(), 'components'],
    ['six fields', modal(...['a', 'b', 'c', 'd', 'e', 'f'].map((id) => label(input(id)))), 'components'],
    ['a field twice', modal(label(input('a')), label(input('a'))), 'custom_id'],
    ['a long label', modal(label(input('a'), { label: 'l'.repeat(46) })), 'label'],
    ['a long description', modal(label(input('a'), { description: 'd'.repeat(101) })), 'description'],
    ['a label in a label', modal(label(input('a', { label: 'Twice' }))), 'label'],
    ['a long value', modal(label(input('a', { value: 'four', max_length: 3 }))), 'value'],
    ['an option twice', modal(label({ ...select, options: [option('a'), option('a')] })), 'options'],
    ['a lone radio button', modal(label({ type: 21, custom_id: 'r', options: [option('1')] })), 'options'],
    ['a disabled select', modal(label({ ...select, disabled: true })), 'disabled'],
    ['no box, though one is required', modal(label({ ...boxes, required: true })), 'required'],
    ['a button', modal({ type: 2, style: 1, label: 'x', custom_id: 'x' }), 'components'],
  ])('with %s is refused with 50035', async (_, data, place) => {
    const errors = open(data);
    run();
    await expect.poll(() => errors).toMatchObject([{ code: 50035 }]);
    expect(JSON.stringify((errors[0] as { rawError: unknown }).rawError)).toContain(`"${place}"`);
  });

  test('can’t answer a submission, or what was answered already', async () => {
    const data = modal(label(input('a')));
    const errors = open(data, (interaction) => callback(interaction, { type: 9, data }));
    const life = run();
    await life.shown;
    submit(life.origin.id, { a: 'x' });
    await expect.poll(() => errors).toMatchObject([{ code: 50035 }]);
  });
});
