import { store } from './store.js';
import { german } from './words-de.js';
import { english } from './words-en.js';

/** The page's own texts in the visitor's language. */
export const say = () => (store.state?.me.locale === 'de' ? german : english);

/** Translates the fixed parts of the page into the visitor's language. */
export function drawFrame() {
  const words = /** @type {Record<string, unknown>} */ (say());
  document.documentElement.lang = words === english ? 'en' : 'de';
  for (const element of document.querySelectorAll('[data-say]')) {
    element.textContent = String(words[element.getAttribute('data-say') ?? '']);
  }
  for (const name of ['aria-label', 'title']) {
    for (const element of document.querySelectorAll(`[data-${name}]`)) {
      element.setAttribute(name, String(words[element.getAttribute(`data-${name}`) ?? '']));
    }
  }
}
