import { h } from './dom.js';
import { selectElement } from './listbox.js';
import { textElement } from './text.js';
import { say } from './words.js';

/**
 * @import { WireComponent } from '../protocol.ts'
 * @import { Ways } from './text.js'
 */

/**
 * What a control of a message does.
 * @typedef {Ways & { click(customId: string): Promise<void>, choose(customId: string, values: string[]): Promise<void> }} Controls
 */

const buttonStyles = ['', 'primary', 'secondary', 'success', 'danger'];

/**
 * Draws a component and its children.
 * @param {WireComponent} part @param {Controls} controls @returns {Node | string}
 */
export function componentElement(part, controls) {
  const inner = () => (part.components ?? []).map((one) => componentElement(one, controls));
  switch (part.type) {
    case 1:
      return h('div', { class: 'row' }, inner());
    case 2:
      return buttonElement(part, controls);
    case 3:
      return selectOf(part, (values) => controls.choose(part.custom_id ?? '', values));
    case 9:
      return h(
        'div',
        { class: 'section' },
        h('div', { class: 'words' }, inner()),
        part.accessory !== undefined && h('div', { class: 'beside' }, componentElement(part.accessory, controls)),
      );
    case 10:
      return textElement(part.content ?? '', controls);
    case 11:
      return pictureElement(part.media?.url ?? '', part.description);
    case 12:
      return h(
        'div',
        { class: 'gallery' },
        (part.items ?? []).map(({ media, description }) => pictureElement(pathOf(media.url), description)),
      );
    case 13:
      return fileElement(part.file?.url ?? '', part.name ?? '', part.size ?? 0);
    case 14:
      return part.divider === false ? h('div', { class: 'gap' }) : h('hr');
    case 17:
      return containerElement(part, inner());
    default:
      return h('p', { class: 'small' }, say().notDrawn({ kind: part.type }));
  }
}

/** @param {WireComponent} part @param {(Node | string)[]} inner */
function containerElement(part, inner) {
  const element = h('div', { class: 'container' }, inner);
  if (part.accent_color !== undefined) {
    element.style.setProperty('--accent', `#${part.accent_color.toString(16).padStart(6, '0')}`);
  }
  return element;
}

/** @param {WireComponent} part @param {Controls} controls */
function buttonElement(part, controls) {
  const button = h(
    'button',
    { class: `button ${buttonStyles[part.style ?? 2] ?? ''}`, disabled: part.disabled === true },
    part.label ?? '',
  );
  button.addEventListener('click', async () => {
    if (button.getAttribute('aria-busy') === 'true') return;
    button.setAttribute('aria-busy', 'true');
    await controls.click(part.custom_id ?? '');
    button.removeAttribute('aria-busy');
  });
  return button;
}

/** @param {WireComponent} part @param {(values: string[]) => void} onDone */
function selectOf(part, onDone) {
  return selectElement({
    label: part.placeholder ?? say().choose,
    choices: (part.options ?? []).map(({ default: chosen, ...option }) => ({ ...option, chosen })),
    min: part.min_values ?? 1,
    max: part.max_values ?? 1,
    disabled: part.disabled,
    onDone,
  });
}

/** Reduces a file's URL to its path, because this server is reached under several host names. @param {string} url */
const pathOf = (url) => (URL.canParse(url) ? new URL(url).pathname : '');

/**
 * A file to download. @param {string} url
 * @param {string} name @param {number} size
 */
export function fileElement(url, name, size) {
  return h(
    'p',
    { class: 'file' },
    h('a', { href: pathOf(url), download: name }, name),
    h('span', { class: 'small' }, size < 1_024 ? say().bytes({ size }) : `${Math.ceil(size / 1_024)} KB`),
  );
}

/** @param {string} url @param {string} [description] */
function pictureElement(url, description) {
  const image = h('img', { src: url, alt: description ?? '', loading: 'lazy' });
  image.addEventListener('error', () => image.remove());
  return image;
}
