import { byId, freshId, h } from './dom.js';
import { selectElement } from './listbox.js';
import { act, known } from './store.js';
import { say } from './words.js';

/**
 * @import { WireComponent, WireModal } from '../protocol.ts'
 * @typedef {{ element: HTMLElement, values(): string | string[] }} Field
 */

/**
 * Shows a form of the bot over the page, until it is submitted or left. A failure leaves it open with what was typed.
 * @param {string} modalId @param {WireModal} modal
 */
export function openModal(modalId, modal) {
  const titleId = freshId('modal');
  const problem = h('p', { class: 'problem', role: 'alert' });
  const send = h('button', { type: 'submit', class: 'button primary' }, say().submit);
  /** @type {Map<string, Field>} */
  const fields = new Map();
  const parts = modal.components.map((part) => {
    const { component } = part;
    if (component === undefined) return h('p', {}, part.content ?? '');
    const field = fieldOf(part, component);
    fields.set(component.custom_id ?? '', field);
    return field.element;
  });
  const leave = () => dialog.close();
  const form = h(
    'form',
    { autocomplete: 'off' },
    h(
      'header',
      {},
      h('h2', { id: titleId }, modal.title),
      h('button', { class: 'quiet', 'aria-label': say().cancel, onclick: leave }, '✕'),
    ),
    h('div', { class: 'modal-fields' }, h('p', { class: 'small' }, say().formNote), parts),
    h('footer', {}, problem, h('button', { class: 'button', onclick: leave }, say().cancel), send),
  );
  const dialog = h('dialog', { class: 'modal', 'aria-labelledby': titleId }, form);
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    if (send.getAttribute('aria-busy') === 'true') return;
    send.setAttribute('aria-busy', 'true');
    problem.textContent = '';
    const values = Object.fromEntries([...fields].map(([id, field]) => [id, field.values()]));
    const answer = await act('submit', { modalId, values });
    send.removeAttribute('aria-busy');
    if (answer.kind === 'done') return leave();
    problem.textContent = answer.kind === 'refused' ? answer.reason : say().formFailed;
  });
  dialog.addEventListener('close', () => {
    dialog.remove();
    // The control that opened it may have been drawn anew since.
    if (document.activeElement === document.body) byId('words', HTMLInputElement).focus();
  });
  document.body.append(dialog);
  dialog.showModal();
  const first = form.querySelector('.modal-fields :is(input, select, button)');
  if (first instanceof HTMLElement) first.focus();
}

// Types by Discord's numbers: 4 text, 6 select of roles, 21 radio buttons, 22 checkboxes, 23 one checkbox.

/** A field with its label and description. @param {WireComponent} part @param {WireComponent} component @returns {Field} */
function fieldOf(part, component) {
  const id = freshId('field');
  const description = part.description === undefined ? undefined : freshId('about');
  const isRequired = component.required !== false && component.type !== 22 && component.type !== 23;
  const title = [part.label ?? '', isRequired && h('span', { class: 'star', 'aria-hidden': 'true' }, ' *')];
  const about = description !== undefined && h('p', { class: 'small', id: description }, part.description ?? '');
  if (component.type === 21 || component.type === 22) {
    const boxes = boxesOf(component, isRequired);
    const set = { class: 'modal-field', 'aria-describedby': description };
    return { element: h('fieldset', set, h('legend', {}, ...title), about, boxes.elements), values: boxes.values };
  }
  const made = controlOf(component, { id, 'aria-describedby': description, required: isRequired }, part.label ?? '');
  const label = h('label', { for: id }, ...title);
  return { element: h('div', { class: 'modal-field' }, label, about, made.element), values: made.values };
}

/**
 * @param {WireComponent} component @param {Record<string, string | boolean | undefined>} attributes
 * @param {string} label @returns {Field}
 */
function controlOf(component, attributes, label) {
  const { type, options, placeholder, max_length, min_length, value } = component;
  if (type === 4) {
    const texts = { ...attributes, maxlength: max_length, minlength: min_length, placeholder, spellcheck: 'false' };
    const input = component.style === 2 ? h('textarea', { ...texts, rows: 4 }) : h('input', { ...texts, type: 'text' });
    input.value = value ?? '';
    return { element: input, values: () => input.value };
  }
  if (type === 23) {
    const box = h('input', { ...attributes, type: 'checkbox' });
    box.checked = component.default === true;
    return { element: box, values: () => [String(box.checked)] };
  }
  const choices = options?.map(({ default: chosen, ...one }) => ({ ...one, chosen })) ?? listed(component);
  if ((component.max_values ?? 1) > 1) {
    /** @type {string[]} */
    let chosen = choices.filter((one) => one.chosen).map((one) => one.value);
    const element = selectElement({
      label: placeholder ?? label,
      choices,
      min: component.min_values ?? 1,
      max: component.max_values ?? 1,
      hint: false,
      onDone: (values) => {
        chosen = values;
      },
    });
    element.querySelector('button')?.setAttribute('id', String(attributes.id));
    return { element, values: () => chosen };
  }
  const select = h('select', attributes);
  if (attributes.required !== true) select.append(h('option', { value: '' }, placeholder ?? '–'));
  for (const one of choices) {
    const words = one.description === undefined ? one.label : `${one.label} · ${one.description}`;
    select.append(h('option', { value: one.value, selected: one.chosen === true }, words));
  }
  return { element: select, values: () => (select.value === '' ? [] : [select.value]) };
}

/** The roles or channels of the server. @param {WireComponent} component */
function listed({ type, default_values = [], channel_types }) {
  const chosen = (/** @type {string} */ id) => default_values.some((one) => one.id === id);
  const all =
    type === 6
      ? known().roles.map(({ id, name }) => ({ label: `@${name}`, value: id }))
      : known()
          .channels.filter((one) => one.guildId === known().guild.id && (channel_types?.includes(one.type) ?? true))
          .map(({ id, name }) => ({ label: `#${name}`, value: id }));
  return all.map((one) => ({ ...one, description: undefined, chosen: chosen(one.value) }));
}

/** Radio buttons or boxes. @param {WireComponent} component @param {boolean} isRequired */
function boxesOf({ type, options = [], custom_id }, isRequired) {
  const inputs = options.map((one) =>
    h('input', {
      type: type === 21 ? 'radio' : 'checkbox',
      name: custom_id,
      value: one.value,
      checked: one.default === true,
      required: type === 21 && isRequired,
    }),
  );
  return {
    elements: inputs.map((input, nth) =>
      h(
        'label',
        { class: 'box' },
        input,
        h(
          'span',
          {},
          options[nth]?.label ?? '',
          options[nth]?.description !== undefined && h('span', { class: 'small' }, ` ${options[nth]?.description}`),
        ),
      ),
    ),
    values: () => inputs.filter((input) => input.checked).map((input) => input.value),
  };
}
