/** @import { Messages } from '../../../locales/texts.d.ts' */

import { IntlMessageFormat } from 'intl-messageformat';
import { store } from './store.js';

/**
 * Formats a message of the locale file: a text, or a function if the message takes arguments. Lists and groups of
 * messages keep their shape.
 *
 * @param {unknown} message
 * @param {string} locale
 * @returns {unknown}
 */
function spokenIn(message, locale) {
  if (typeof message === 'object' && message !== null && !Array.isArray(message)) {
    return Object.fromEntries(Object.entries(message).map(([key, one]) => [key, spokenIn(one, locale)]));
  }
  if (typeof message !== 'string' || !message.includes('{')) return message;
  /** @type {IntlMessageFormat | undefined} */
  let parsed;
  return (/** @type {Record<string, string | number>} */ values) => {
    parsed ??= new IntlMessageFormat(message, locale, undefined, { ignoreTag: true });
    return String(parsed.format(values));
  };
}

/** A language's name for itself. @param {string} locale */
function nameOf(locale) {
  const name = new Intl.DisplayNames(locale, { type: 'language' }).of(locale.slice(0, 2)) ?? locale;
  return name.slice(0, 1).toLocaleUpperCase(locale) + name.slice(1);
}

/**
 * The languages of the page, English first, with Discord's codes.
 *
 * @type {{ locale: string, name: string, words: Messages['playground'] }[]}
 */
export const languages = [];

/** Fills `languages`; comes before anything that the page says. */
export async function loadLanguages() {
  const response = await fetch('assets/texts.json');
  /** @type {{ locale: string, messages: unknown }[]} */
  const texts = await response.json();
  for (const { locale, messages } of texts) {
    const words = /** @type {Messages['playground']} */ (spokenIn(messages, locale));
    languages.push({ locale, name: nameOf(locale), words });
  }
}

/** The language that the visitor chose, or English. */
export const spoken = () =>
  languages.find(({ locale }) => locale === store.state?.me.locale) ??
  /** @type {typeof languages[0]} */ (languages[0]);

/** The page's own texts in the visitor's language. */
export const say = () => spoken().words;

/** Translates the fixed parts of the page into the visitor's language. */
export function drawFrame() {
  const words = /** @type {Record<string, unknown>} */ (/** @type {unknown} */ (say()));
  document.documentElement.lang = spoken().locale.slice(0, 2);
  for (const element of document.querySelectorAll('[data-say]')) {
    element.textContent = String(words[element.getAttribute('data-say') ?? '']);
  }
  for (const name of ['aria-label', 'title']) {
    for (const element of document.querySelectorAll(`[data-${name}]`)) {
      element.setAttribute(name, String(words[element.getAttribute(`data-${name}`) ?? '']));
    }
  }
}
