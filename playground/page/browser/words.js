import { store } from './store.js';
import { german } from './words-de.js';
import { english } from './words-en.js';
import { spanish } from './words-es.js';
import { french } from './words-fr.js';

/**
 * The languages of the page, English first: Discord's code, the locale of its dates, and its texts.
 *
 * @type {{ locale: string, dates: string, name: string, words: typeof english }[]}
 */
export const languages = [
  { locale: 'en-US', dates: 'en-GB', name: 'English', words: english },
  { locale: 'de', dates: 'de', name: 'Deutsch', words: german },
  { locale: 'es-ES', dates: 'es', name: 'Español', words: spanish },
  { locale: 'fr', dates: 'fr', name: 'Français', words: french },
];

/** The language that the visitor chose, or English. */
export const spoken = () =>
  languages.find(({ locale }) => locale === store.state?.me.locale) ??
  /** @type {typeof languages[0]} */ (languages[0]);

/** The page's own texts in the visitor's language. */
export const say = () => spoken().words;

/** Translates the fixed parts of the page into the visitor's language. */
export function drawFrame() {
  const words = /** @type {Record<string, unknown>} */ (say());
  document.documentElement.lang = spoken().dates.slice(0, 2);
  for (const element of document.querySelectorAll('[data-say]')) {
    element.textContent = String(words[element.getAttribute('data-say') ?? '']);
  }
  for (const name of ['aria-label', 'title']) {
    for (const element of document.querySelectorAll(`[data-${name}]`)) {
      element.setAttribute(name, String(words[element.getAttribute(`data-${name}`) ?? '']));
    }
  }
}
