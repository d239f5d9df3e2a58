import { fill, freshId, h } from './dom.js';
import { say } from './words.js';

/**
 * @typedef {{ value: string, label: string, description?: string, chosen?: boolean }} Choice
 * @typedef {{ element: HTMLElement, move(event: KeyboardEvent): boolean, show(choices: readonly Choice[], first?: number): void, hide(): void, isOpen(): boolean, active(): Choice | undefined }} Listbox
 */

/**
 * A list of choices below or above the focused control. The control keeps the focus and passes its key presses on.
 * @param {HTMLElement} control carries the ARIA attributes
 * @param {{ label: string, many?: boolean, onPick(choice: Choice): void }} options
 * @returns {Listbox}
 */
export function createListbox(control, options) {
  const id = freshId('list');
  const element = h('ul', {
    id,
    class: 'listbox',
    role: 'listbox',
    'aria-label': options.label,
    'aria-multiselectable': options.many === true ? 'true' : undefined,
    tabindex: '-1',
    hidden: true,
  });
  // Keeps the focus on the control when a choice is clicked.
  element.addEventListener('mousedown', (event) => event.preventDefault());
  control.setAttribute('aria-controls', id);
  control.setAttribute('aria-expanded', 'false');
  /** @type {readonly Choice[]} */
  let choices = [];
  let at = -1;

  /** @param {number} index */
  const activate = (index) => {
    at = index;
    const items = [...element.children];
    for (const [place, item] of items.entries()) item.classList.toggle('active', place === at);
    const item = items[at];
    if (item === undefined) control.removeAttribute('aria-activedescendant');
    else {
      control.setAttribute('aria-activedescendant', item.id);
      item.scrollIntoView({ block: 'nearest' });
    }
  };
  const hide = () => {
    element.hidden = true;
    control.setAttribute('aria-expanded', 'false');
    control.removeAttribute('aria-activedescendant');
    at = -1;
  };
  /** Whether there is room below the control. */
  const fitsBelow = () => {
    const end = control.closest('.messages')?.getBoundingClientRect().bottom ?? innerHeight;
    return control.getBoundingClientRect().bottom + element.offsetHeight + 8 <= end;
  };
  /** @param {Choice} choice @param {number} index */
  const item = (choice, index) =>
    h(
      'li',
      {
        id: `${id}-${index}`,
        role: 'option',
        'aria-selected': choice.chosen === true ? 'true' : 'false',
        onclick: () => options.onPick(choice),
        onmousemove: () => at !== index && activate(index),
      },
      h('span', { class: 'label' }, choice.label),
      choice.description !== undefined && h('span', { class: 'description' }, choice.description),
    );

  return {
    element,
    /** `first` is the index of the preselected choice, which Enter would pick; -1 for none. */
    show(shown, first = 0) {
      choices = shown;
      fill(element, shown.map(item));
      if (shown.length === 0) return hide();
      element.hidden = false;
      element.classList.toggle('above', !fitsBelow());
      control.setAttribute('aria-expanded', 'true');
      activate(Math.min(Math.max(at, first), shown.length - 1));
    },
    hide,
    isOpen: () => !element.hidden,
    active: () => choices[at],
    move(event) {
      const last = choices.length - 1;
      /** @type {{ [key: string]: number }} */
      const places = {
        ArrowDown: at >= last ? 0 : at + 1,
        ArrowUp: at <= 0 ? last : at - 1,
        PageDown: Math.min(last, at + 6),
        PageUp: Math.max(0, at - 6),
      };
      const place = places[event.key];
      if (element.hidden || place === undefined) return false;
      event.preventDefault();
      activate(place);
      return true;
    },
  };
}

/**
 * A select of a message or a form. A single choice closes it; multiple choices are sent when it closes.
 * @param {{ label: string, choices: readonly Choice[], min: number, max: number, disabled?: boolean, hint?: boolean, onDone(values: string[]): void }} options
 * @returns {HTMLElement}
 */
export function selectElement(options) {
  const many = options.max > 1;
  const chosen = new Set(options.choices.filter((choice) => choice.chosen).map((choice) => choice.value));
  const words = h('span', { class: 'words' });
  const button = h(
    'button',
    {
      class: 'select',
      role: 'combobox',
      'aria-haspopup': 'listbox',
      disabled: options.disabled === true,
    },
    words,
  );
  const current = () => options.choices.map((choice) => ({ ...choice, chosen: chosen.has(choice.value) }));
  const describe = () => {
    const labels = options.choices.filter((choice) => chosen.has(choice.value)).map((choice) => choice.label);
    words.textContent = labels.length === 0 ? options.label : labels.join(', ');
    words.classList.toggle('chosen', labels.length > 0);
    button.setAttribute('aria-label', labels.length === 0 ? options.label : `${options.label}: ${labels.join(', ')}`);
  };
  let before = '';
  const close = () => {
    if (!list.isOpen()) return;
    list.hide();
    const values = [...chosen];
    if (many && values.length >= options.min && values.join('\n') !== before) options.onDone(values);
  };
  const list = createListbox(button, {
    label: options.label,
    many,
    onPick: (choice) => pick(choice),
  });
  /** @param {Choice} choice */
  const pick = (choice) => {
    if (many) {
      if (!chosen.delete(choice.value) && chosen.size < options.max) chosen.add(choice.value);
      list.show(current());
      return describe();
    }
    chosen.clear();
    chosen.add(choice.value);
    list.hide();
    describe();
    options.onDone([choice.value]);
  };
  const open = () => {
    before = [...chosen].join('\n');
    list.show(current());
  };
  button.addEventListener('click', () => (list.isOpen() ? close() : open()));
  button.addEventListener('blur', close);
  button.addEventListener('keydown', (event) => {
    if (list.move(event)) return;
    if (!list.isOpen()) {
      if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
      event.preventDefault();
      open();
      return;
    }
    const active = list.active();
    if ((event.key === 'Enter' || event.key === ' ') && active !== undefined) {
      event.preventDefault();
      pick(active);
    } else if (event.key === 'Escape') {
      event.preventDefault();
      event.stopPropagation();
      close();
    }
  });
  describe();
  const hint = many && options.hint !== false && h('p', { class: 'hint' }, say().asMany);
  return h('div', { class: 'select-box' }, button, list.element, hint);
}
