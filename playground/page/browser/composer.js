import { matching, namedLast, runnables, typedOptions, typedOut } from './commands.js';
import { announce, byId, fill, h } from './dom.js';
import { createField } from './fields.js';
import { createListbox } from './listbox.js';
import { act, channelOf, store, titleOf } from './store.js';
import { tick } from './tour.js';
import { say } from './words.js';

/**
 * @import { ActAnswer } from '../protocol.ts'
 * @import { Runnable } from './commands.js'
 * @import { Field } from './fields.js'
 */

/**
 * The line in which a visitor writes, chooses a command and fills in its fields.
 * @param {{ onAnswer(answer: ActAnswer): void }} options
 */
export function createComposer({ onAnswer }) {
  const form = byId('composer', HTMLFormElement);
  const input = byId('words', HTMLInputElement);
  const place = byId('fields', HTMLElement);
  const send = byId('send', HTMLButtonElement);
  /** @type {{ command: Runnable, fields: Map<string, Field> } | undefined} */
  let chosen;
  /** The description of the field that has the focus. */
  const hint = h('p', { class: 'hint' });
  input.setAttribute('role', 'combobox');
  input.setAttribute('aria-autocomplete', 'list');
  const list = createListbox(input, { label: say().commands, onPick: (choice) => start(choice.value) });
  byId('picker', HTMLElement).append(list.element);

  const suggest = () => {
    const text = input.value;
    if (!text.startsWith('/')) return list.hide();
    const whole = /\s$/.test(text) ? typedOut(text.trimEnd()) : undefined;
    if (whole !== undefined) return void start(whole.command.name);
    list.show(
      matching(text.slice(1)).map(({ name, shown, description }) => ({ value: name, label: `/${shown}`, description })),
    );
  };

  const values = () => {
    /** @type {Record<string, string | number>} */
    const filled = {};
    for (const [name, field] of chosen?.fields ?? []) {
      const value = field.value();
      if (value !== undefined) filled[name] = value;
    }
    return filled;
  };

  const leave = () => {
    chosen = undefined;
    fill(place);
    place.hidden = true;
    input.hidden = false;
    input.value = '';
    list.hide();
  };

  /** @param {string} name @param {Record<string, string>} [given] */
  const start = (name, given = {}) => {
    const command = runnables().find((one) => one.name === name);
    if (command === undefined) return false;
    list.hide();
    const fields = new Map(
      command.options.map((option) => [option.name, createField(command, option, given[option.name], values)]),
    );
    chosen = { command, fields };
    fill(
      place,
      h('span', { class: 'command' }, `/${command.shown}`),
      h('button', { class: 'quiet', 'aria-label': say().leave, onclick: away }, '✕'),
      [...fields.values()].map((field) => field.element),
      hint,
    );
    hint.textContent = command.description;
    place.hidden = false;
    input.hidden = true;
    input.value = '';
    const empty = [...fields.values()].filter((field) => field.value() === undefined);
    // As in Discord, a second Enter sends a command that needs nothing more; in a list, Enter would only open it.
    const first = empty.find((field) => field.isRequired) ?? empty[0];
    (first === undefined || (first.input instanceof HTMLSelectElement && !first.isRequired)
      ? send
      : first.input
    ).focus();
    announce(`/${command.shown}: ${command.description}`);
    return true;
  };

  const away = () => {
    leave();
    input.focus();
  };

  const run = async () => {
    const { command } = chosen ?? {};
    if (command === undefined) return;
    await Promise.all([...(chosen?.fields.values() ?? [])].map((field) => field.settled?.()));
    if (chosen?.command !== command) return;
    const options = values();
    const missing = command.options.find((option) => option.required === true && options[option.name] === undefined);
    if (missing !== undefined) {
      chosen?.fields.get(missing.name)?.input.focus();
      return announce(say().isNeeded({ name: missing.name }));
    }
    leave();
    input.focus();
    tick(command.name);
    onAnswer(await act('run', { command: command.name, options }));
  };

  const write = async () => {
    const content = input.value.trim();
    const typed = content.startsWith('/') ? typedOut(content) : undefined;
    if (typed !== undefined) {
      const given = typedOptions(typed.command.options, typed.rest);
      start(typed.command.name, given);
      // Shows the visitor which field rejected its text.
      const refused = Object.keys(given).find((name) => chosen?.fields.get(name)?.value() === undefined);
      if (refused === undefined) return run();
      chosen?.fields.get(refused)?.input.focus();
      return announce(say().notAmong({ name: refused, value: given[refused] ?? '' }));
    }
    if (content === '') return;
    const unknown = /^\/([\p{L}][\p{L}\p{N}_-]*)/u.exec(content)?.[1];
    // Discord would post it as a message for everyone, which nobody who types a command wants.
    if (unknown !== undefined) return onAnswer({ kind: 'refused', reason: say().notOffered({ name: unknown }) });
    input.value = '';
    onAnswer(await act('say', { content }));
  };

  // As in Discord, an option's name with a colon goes to its field: `/story query: ferry`.
  place.addEventListener('input', ({ target }) => {
    if (!(target instanceof HTMLInputElement) || target.type !== 'text') return;
    target.value = target.value.trimStart();
    const named = chosen === undefined ? undefined : namedLast(chosen.command.options, target.value);
    if (named === undefined) return;
    target.value = target.value.slice(0, named.from).trimEnd();
    chosen?.fields.get(named.name)?.input.focus();
  });
  place.addEventListener('focusin', ({ target }) => {
    const field = [...(chosen?.fields.values() ?? [])].find(({ input }) => input === target);
    hint.textContent = field?.description ?? chosen?.command.description ?? '';
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void (chosen === undefined ? write() : run());
  });
  form.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && chosen !== undefined) away();
  });
  input.addEventListener('input', suggest);
  input.addEventListener('blur', () => list.hide());
  input.addEventListener('keydown', (event) => {
    if (list.move(event)) return;
    const active = list.active();
    if (list.isOpen() && active !== undefined && (event.key === 'Enter' || event.key === 'Tab')) {
      // Enter sends a command that was typed with its arguments.
      if (event.key === 'Enter' && (typedOut(input.value)?.rest ?? '') !== '') return;
      event.preventDefault();
      start(active.value);
    } else if (event.key === 'Escape') list.hide();
  });

  return {
    refresh() {
      const channel = channelOf(store.channelId ?? '');
      const isOpen = channel?.canWrite === true;
      // Keeps the text being typed, but updates the suggestions, since the available commands may have changed.
      if (chosen !== undefined || !isOpen) leave();
      else if (document.activeElement === input) suggest();
      list.element.setAttribute('aria-label', say().commands);
      input.disabled = !isOpen;
      send.disabled = !isOpen;
      input.placeholder = !isOpen ? say().cannotWrite : say().write({ channel: titleOf(channel) });
    },
    start,
  };
}
