import { menuEntries } from './commands.js';
import { fill, h } from './dom.js';
import { say } from './words.js';

/**
 * The menu of a message: what apps offer for it. Opens by its button or a click with the other mouse button.
 * @param {HTMLElement} item the message
 * @param {(name: string) => Promise<void>} choose
 */
export function menuElement(item, choose) {
  const entries = h('div', { class: 'entries', role: 'menu', hidden: true });
  const opener = h(
    'button',
    { type: 'button', class: 'opener', 'aria-haspopup': 'menu', 'aria-expanded': 'false' },
    say().apps,
  );
  /** @param {boolean} isOpen */
  const show = (isOpen) => {
    entries.hidden = !isOpen;
    opener.setAttribute('aria-expanded', String(isOpen));
  };
  const open = () => {
    fill(
      entries,
      menuEntries().map(({ name, shown }) =>
        h(
          'button',
          {
            type: 'button',
            role: 'menuitem',
            onclick: () => {
              show(false);
              opener.focus();
              void choose(name);
            },
          },
          shown,
        ),
      ),
    );
    show(true);
    entries.querySelector('button')?.focus();
  };
  opener.addEventListener('click', () => (entries.hidden ? open() : show(false)));
  item.addEventListener('contextmenu', (event) => {
    // Links keep the browser's own menu.
    if (menuEntries().length === 0 || (event.target instanceof Element && event.target.closest('a') !== null)) return;
    event.preventDefault();
    open();
  });
  const menu = h('div', { class: 'apps' }, opener, entries);
  menu.addEventListener('keydown', ({ key }) => {
    if (key !== 'Escape' || entries.hidden) return;
    show(false);
    opener.focus();
  });
  menu.addEventListener('focusout', ({ relatedTarget }) => {
    if (!(relatedTarget instanceof Node && menu.contains(relatedTarget))) show(false);
  });
  return menu;
}
