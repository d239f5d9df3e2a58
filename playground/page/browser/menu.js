import { menuEntries } from './commands.js';
import { fill, h } from './dom.js';
import { say } from './words.js';

const marginPx = 8;

/**
 * The Apps menu of a message. Opens by its button, a right click or the menu key.
 * @param {HTMLElement} item the message
 * @param {(name: string) => Promise<void>} choose
 */
export function menuElement(item, choose) {
  const entries = h('div', { class: 'entries', role: 'menu', 'aria-label': say().apps, hidden: true });
  const opener = h('button', { class: 'opener', 'aria-haspopup': 'menu', 'aria-expanded': 'false' }, say().apps);
  /** @param {boolean} isOpen */
  const show = (isOpen) => {
    entries.hidden = !isOpen;
    opener.setAttribute('aria-expanded', String(isOpen));
  };
  const close = () => {
    show(false);
    opener.focus({ preventScroll: true });
  };
  /** Opens it at a point in the window, or below its button. @param {{ clientX: number, clientY: number }} [place] */
  const open = (place) => {
    fill(
      entries,
      h('p', { class: 'small', role: 'presentation' }, say().apps),
      menuEntries().map(({ name, shown }) =>
        h(
          'button',
          {
            role: 'menuitem',
            onclick: () => {
              close();
              void choose(name);
            },
          },
          shown,
        ),
      ),
    );
    entries.classList.toggle('placed', place !== undefined);
    show(true);
    if (place !== undefined) {
      const inside = (/** @type {number} */ at, /** @type {number} */ size, /** @type {number} */ room) =>
        `${Math.max(marginPx, Math.min(at, room - size - marginPx))}px`;
      entries.style.left = inside(place.clientX, entries.offsetWidth, innerWidth);
      entries.style.top = inside(place.clientY, entries.offsetHeight, innerHeight);
    } else entries.removeAttribute('style');
    entries.querySelector('button')?.focus({ preventScroll: true });
  };
  /** False for links and text fields, which keep the browser's own menu. @param {Event} event */
  const isOurs = ({ target }) =>
    menuEntries().length > 0 && !(target instanceof Element && target.closest('a, input, textarea, .entries') !== null);
  opener.addEventListener('click', () => (entries.hidden ? open() : show(false)));
  item.addEventListener('contextmenu', (event) => {
    if (!isOurs(event)) return;
    event.preventDefault();
    open(event);
  });
  const menu = h('div', { class: 'apps' }, opener, entries);
  menu.addEventListener('keydown', (event) => {
    if (entries.hidden) return;
    if (event.key === 'Escape') close();
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const all = [...entries.querySelectorAll('button')];
    const at = all.findIndex((one) => one.matches(':focus'));
    all[(at + step + all.length) % all.length]?.focus();
  });
  menu.addEventListener('focusout', ({ relatedTarget }) => {
    if (!(relatedTarget instanceof Node && menu.contains(relatedTarget))) show(false);
  });
  return menu;
}
