import { known, store } from './store.js';

/**
 * @import { WireCommand } from '../protocol.ts'
 * @import { WireCommandOption } from '../../discord/wire.ts'
 * @typedef {{ name: string, shown: string, description: string, options: readonly WireCommandOption[] }} Runnable a command or subcommand as it is run
 */

/** @param {object} one @param {'name' | 'description'} what */
function inLanguage(one, what) {
  const fields = /** @type {{ [key: string]: unknown }} */ (one);
  const translations = /** @type {{ [locale: string]: string } | undefined} */ (fields[`${what}_localizations`]);
  return String(translations?.[known().me.locale] ?? fields[what] ?? '');
}

/** An option's words in the visitor's language. @param {WireCommandOption} option */
export function optionWords(option) {
  return { name: inLanguage(option, 'name'), description: inLanguage(option, 'description') };
}

/** A choice's words in the visitor's language. @param {object} choice */
export const choiceWords = (choice) => inLanguage(choice, 'name');

/** The name of a command or menu entry in the visitor's language. @param {string} name */
export const commandWords = (name) => inLanguage(store.commands.find((one) => one.name === name) ?? { name }, 'name');

/** Entries in the menu of a message. @returns {{ name: string, shown: string }[]} */
export const menuEntries = () =>
  store.commands
    .filter(({ type }) => type === 3)
    .map((entry) => ({ name: entry.name, shown: inLanguage(entry, 'name') }));

/** All commands that can be run here, with subcommands as separate entries. @returns {Runnable[]} */
export function runnables() {
  return store.commands.filter(({ type }) => type === 1).flatMap((command) => spread(command, '', ''));
}

/**
 * @param {WireCommand | WireCommandOption} command @param {string} before @param {string} shownBefore @returns
 * {Runnable[]}
 */
function spread(command, before, shownBefore) {
  const name = `${before}${command.name}`;
  const shown = `${shownBefore}${inLanguage(command, 'name')}`;
  const options = command.options ?? [];
  const subs = options.filter(({ type }) => type <= 2);
  if (subs.length > 0) return subs.flatMap((sub) => spread(sub, `${name} `, `${shown} `));
  return [{ name, shown, description: inLanguage(command, 'description'), options }];
}

/** Commands that match the text after the slash: matches at the start first, then others. @param {string} typed */
export function matching(typed) {
  const words = typed.toLowerCase().trimStart();
  const all = runnables();
  /** @param {Runnable} one */
  const names = (one) => [one.name, one.shown.toLowerCase()];
  const begin = all.filter((one) => names(one).some((name) => name.startsWith(words)));
  const hold = all.filter((one) => !begin.includes(one) && names(one).some((name) => name.includes(words)));
  return [...begin, ...hold];
}

/**
 * Splits a completely typed command from its arguments, as in `/story ferry`.
 * @param {string} text @returns {{ command: Runnable, rest: string } | undefined}
 */
export function typedOut(text) {
  const typed = text.slice(1);
  const found = runnables()
    .flatMap((command) => [command.name, command.shown].map((name) => ({ command, name })))
    .filter(
      ({ name }) =>
        typed.toLowerCase() === name.toLowerCase() || typed.toLowerCase().startsWith(`${name.toLowerCase()} `),
    )
    .sort((a, b) => b.name.length - a.name.length)[0];
  return found === undefined ? undefined : { command: found.command, rest: typed.slice(found.name.length).trim() };
}

/**
 * Finds the option names that are followed by a colon, in order; `from` and `to` are positions in the text.
 * @param {readonly WireCommandOption[]} options @param {string} text
 * @returns {{ name: string, from: number, to: number }[]}
 */
function namedIn(options, text) {
  return [...text.matchAll(/(?<=^|\s)([\p{L}\p{N}_-]+):/gu)].flatMap((match) => {
    const typed = (match[1] ?? '').toLowerCase();
    const option = options.find((one) => [one.name, optionWords(one).name.toLowerCase()].includes(typed));
    return option === undefined ? [] : [{ name: option.name, from: match.index, to: match.index + match[0].length }];
  });
}

/** The option whose name and colon end the text. @param {readonly WireCommandOption[]} options @param {string} text */
export function namedLast(options, text) {
  return namedIn(options, text).find(({ to }) => to === text.trimEnd().length);
}

/**
 * Parses the arguments of a typed command into values by option name. `topic: World since: today` names the options as
 * in Discord; without names, the whole text belongs to the first option.
 * @param {readonly WireCommandOption[]} options @param {string} rest
 * @returns {Record<string, string>}
 */
export function typedOptions(options, rest) {
  const [first] = options;
  if (first === undefined || rest === '') return {};
  const named = namedIn(options, rest);
  if (named[0]?.from !== 0) return { [first.name]: rest };
  return Object.fromEntries(named.map(({ name, to }, index) => [name, rest.slice(to, named[index + 1]?.from).trim()]));
}
