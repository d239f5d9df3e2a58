import { choiceWords, optionWords } from './commands.js';
import { freshId, h } from './dom.js';
import { createListbox } from './listbox.js';
import { act, attach, channelOf, known, store } from './store.js';
import { say } from './words.js';

/**
 * @import { WireCommandOption } from '../../discord/wire.ts'
 * @import { Runnable } from './commands.js'
 * @typedef {{ element: HTMLElement, input: HTMLElement, description: string, isRequired: boolean, value(): string | number | undefined, settled?: () => Promise<void> }} Field
 */

const askAfterMs = 120;

/**
 * One field of a command.
 * @param {Runnable} command @param {WireCommandOption} option @param {string | undefined} given
 * @param {() => Record<string, string | number>} others the values of the other fields
 * @returns {Field}
 */
export function createField(command, option, given, others) {
  const id = freshId('field');
  const words = optionWords(option);
  const label = h('label', { for: id }, words.name, option.required === true && ' *');
  const make =
    option.type === 11
      ? fileField
      : option.choices !== undefined || [5, 7, 8].includes(option.type)
        ? pickField
        : typeField;
  const { description } = words;
  const { input, extra, value, settled } = make({ id, command, option, given, others });
  input.title = description;
  const isRequired = option.required === true;
  return { element: h('div', { class: 'field' }, label, input, extra), input, description, isRequired, value, settled };
}

/**
 * @typedef {{ id: string, command: Runnable, option: WireCommandOption, given: string | undefined, others: () => Record<string, string | number> }} Making
 * @typedef {{ input: HTMLElement, extra?: HTMLElement, value: () => string | number | undefined, settled?: () => Promise<void> }} Made
 */

/**
 * A field for a file, which is uploaded as soon as it is chosen; `settled` waits for the upload.
 * @param {Making} making @returns {Made}
 */
function fileField({ id, option }) {
  const problem = h('p', { class: 'problem', role: 'alert' });
  const accept = option.file_types?.map((type) => (type.startsWith('.') ? type : `${type}/*`)).join(',');
  const input = h('input', { id, type: 'file', accept });
  /** @type {string | undefined} */
  let value;
  let chosen = 0;
  let handing = Promise.resolve();
  const hand = async () => {
    value = undefined;
    problem.textContent = '';
    chosen += 1;
    const mine = chosen;
    const file = input.files?.[0];
    if (file === undefined) return;
    const answer = await attach(file);
    if (mine !== chosen) return;
    if (answer.kind === 'attached') value = answer.id;
    if (answer.kind === 'refused') problem.textContent = answer.reason;
  };
  input.addEventListener('change', () => {
    handing = hand();
  });
  return { input, extra: problem, value: () => value, settled: () => handing };
}

/** A field with a fixed list: choices, channels or roles. @param {Making} making @returns {Made} */
function pickField({ id, option, given }) {
  const choices = listed(option);
  const select = h('select', { id }, h('option', { value: '' }, option.required === true ? `${say().choose} …` : '–'));
  for (const { name, value } of choices) select.append(h('option', { value: String(value) }, name));
  const typed = given?.toLowerCase();
  const meant = choices.find(({ name, value }) =>
    [String(value), name, name.replace(/^[#@]/, '')].some((one) => one.toLowerCase() === typed),
  );
  select.value = String(meant?.value ?? '');
  return {
    input: select,
    value: () => choices.find(({ value }) => String(value) === select.value)?.value,
  };
}

/** @param {WireCommandOption} option @returns {readonly { name: string, value: string | number }[]} */
function listed(option) {
  if (option.choices !== undefined) {
    return option.choices.map((choice) => ({ name: choiceWords(choice), value: choice.value }));
  }
  if (option.type === 5) return Object.entries(say().truth).map(([value, name]) => ({ name, value }));
  if (option.type === 8) return known().roles.map(({ id, name }) => ({ name: `@${name}`, value: id }));
  const here = channelOf(store.channelId ?? '')?.guildId ?? known().guild.id;
  return known()
    .channels.filter(({ guildId, type }) => guildId === here && (option.channel_types?.includes(type) ?? true))
    .map(({ id, name, kind }) => ({ name: kind === 'category' ? say().category({ name }) : `#${name}`, value: id }));
}

/** A text field, with the bot's suggestions if the option has autocomplete. @param {Making} making @returns {Made} */
function typeField({ id, command, option, given, others }) {
  const isNumber = option.type === 4;
  const input = h('input', {
    id,
    type: isNumber ? 'number' : 'text',
    autocomplete: 'off',
    spellcheck: 'false',
    maxlength: option.max_length,
    min: option.min_value,
    max: option.max_value,
    value: given,
  });
  if (option.autocomplete !== true) {
    return { input, value: () => (input.value === '' ? undefined : isNumber ? Number(input.value) : input.value) };
  }
  /** The picked suggestion's label and value. @type {{ words: string, value: string } | undefined} */
  let picked;
  let asked = 0;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  input.setAttribute('role', 'combobox');
  input.setAttribute('aria-autocomplete', 'list');
  /** Ignores suggestions that have not arrived yet. */
  const forget = () => {
    clearTimeout(timer);
    asked += 1;
    list.hide();
  };
  /** @param {{ label: string, value: string }} choice */
  const pick = (choice) => {
    picked = { words: choice.label, value: choice.value };
    input.value = choice.label;
    forget();
  };
  const list = createListbox(input, { label: say().suggestions({ name: optionWords(option).name }), onPick: pick });
  const suggest = async () => {
    asked += 1;
    const mine = asked;
    const options = { ...others(), [option.name]: input.value };
    const answer = await act('type', { command: command.name, options, focused: option.name });
    if (mine !== asked || document.activeElement !== input || answer.kind !== 'choices') return;
    // In an empty optional field nothing is preselected, so that Enter sends the command.
    const first = input.value === '' && option.required !== true ? -1 : 0;
    list.show(
      answer.choices.map(({ name, value }) => ({ label: name, value: String(value) })),
      first,
    );
  };
  input.addEventListener('input', () => {
    if (input.value === '') list.hide();
    clearTimeout(timer);
    timer = setTimeout(suggest, askAfterMs);
  });
  input.addEventListener('focus', suggest);
  input.addEventListener('click', () => !list.isOpen() && suggest());
  input.addEventListener('blur', forget);
  input.addEventListener('keydown', (event) => {
    if (list.move(event)) return;
    const active = list.active();
    if (event.key === 'Escape' && list.isOpen()) {
      event.stopPropagation();
      list.hide();
    } else if ((event.key === 'Enter' || event.key === 'Tab') && list.isOpen() && active !== undefined) {
      // As in Discord, the first Enter picks and the second sends; Tab picks and goes on.
      if (event.key === 'Enter') event.preventDefault();
      if (event.key === 'Enter' || input.value !== '') pick(active);
      else forget();
    }
  });
  return {
    input,
    extra: list.element,
    value: () => (input.value === '' ? undefined : picked?.words === input.value ? picked.value : input.value),
  };
}
