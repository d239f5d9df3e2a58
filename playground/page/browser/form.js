import { selectOf } from './components.js';
import { freshId, h } from './dom.js';
import { act } from './store.js';
import { textElement } from './text.js';

/** @import { ActAnswer, PageModal, WireComponent } from '../protocol.ts' */

/**
 * Shows a form that the bot asks for, and sends it off.
 * @param {PageModal} modal @param {(answer: ActAnswer) => void} onAnswer @param {import('./text.js').Ways} ways
 */
export function openForm(modal, onAnswer, ways) {
  /** @type {Map<string, string | string[]>} */
  const given = new Map();
  const title = freshId('title');
  const problem = h('p', { class: 'problem', role: 'alert' });
  const form = h(
    'form',
    { method: 'dialog' },
    h('h2', { id: title }, modal.title),
    modal.components.map((part) => fieldElement(part, given, ways)),
    problem,
    h(
      'div',
      { class: 'row end' },
      h('button', { type: 'button', class: 'button', onclick: () => dialog.close() }, 'Cancel'),
      h('button', { type: 'submit', class: 'button primary' }, 'Submit'),
    ),
  );
  const dialog = h('dialog', { 'aria-labelledby': title }, form);
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    const answer = await act('submit', { lifeId: modal.lifeId, fields: Object.fromEntries(given) });
    if (answer.kind === 'refused') {
      problem.textContent = answer.reason;
      return;
    }
    dialog.close();
    onAnswer(answer);
  });
  dialog.addEventListener('close', () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
}

/** @param {WireComponent} part @param {Map<string, string | string[]>} given @param {import('./text.js').Ways} ways @param {string} [name] @returns {HTMLElement} */
function fieldElement(part, given, ways, name) {
  if (part.type === 1) {
    return h(
      'div',
      {},
      (part.components ?? []).map((one) => fieldElement(one, given, ways)),
    );
  }
  if (part.type === 18 && part.component !== undefined) {
    const inner = fieldElement(part.component, given, ways, part.label);
    const hint = part.description !== undefined && h('p', { class: 'hint' }, part.description);
    return h('div', {}, part.component.type !== 4 && h('p', { class: 'field-name' }, part.label ?? ''), inner, hint);
  }
  if (part.type === 10) return textElement(part.content ?? '', ways);
  const key = part.custom_id ?? '';
  if (part.type !== 4) return selectOf(part, (values) => given.set(key, values), name);
  const id = freshId('input');
  const attributes = {
    id,
    required: part.required !== false,
    minlength: part.min_length,
    maxlength: part.max_length,
    placeholder: part.placeholder,
  };
  const input =
    part.style === 2 ? h('textarea', { ...attributes, rows: 4 }) : h('input', { ...attributes, type: 'text' });
  input.value = part.value ?? '';
  input.addEventListener('input', () => given.set(key, input.value));
  return h('div', { class: 'form-field' }, h('label', { for: id }, name ?? part.label ?? key), input);
}
