import { readFileSync, writeFileSync } from 'node:fs';
import { type MessageFormatElement, parse, TYPE } from '@formatjs/icu-messageformat-parser';

const english = new URL('../locales/en.json', import.meta.url);
const declaration = new URL('../locales/texts.d.ts', import.meta.url);

/** The argument of each placeholder of a message, with its TypeScript type. Throws SyntaxError if it isn't ICU. */
export function argumentsOf(message: string): Map<string, string> {
  const types = new Map<string, string>();
  const collect = (parts: readonly MessageFormatElement[]): void => {
    for (const part of parts) {
      if (part.type === TYPE.number || part.type === TYPE.plural) types.set(part.value, 'number');
      if (part.type === TYPE.argument && !types.has(part.value)) types.set(part.value, 'Words');
      if (part.type === TYPE.select) types.set(part.value, chosenBy(Object.keys(part.options)));
      if (part.type === TYPE.select || part.type === TYPE.plural)
        for (const { value } of Object.values(part.options)) collect(value);
    }
  };
  collect(parse(message, { ignoreTag: true }));
  return new Map([...types].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** The type of a select's argument: a boolean for the options `true` and `false`; with `none` it may be undefined. */
function chosenBy(options: readonly string[]): string {
  if (options.includes('true') || options.includes('false')) return 'boolean';
  return options.includes('none') ? 'Words | undefined' : 'string';
}

/** The type of a value of en.json. */
function typeOf(value: unknown, indent: string): string {
  if (Array.isArray(value)) return `readonly [${value.map(() => 'string').join(', ')}]`;
  if (typeof value === 'string') {
    if (!value.includes('{')) return 'string';
    const values = [...argumentsOf(value)].map(([name, type]) => `${name}: ${type}`);
    return `(values: { ${values.join('; ')} }) => string`;
  }
  const within = `${indent}  `;
  const lines = Object.entries(value as object).map(
    ([key, one]) => `${within}readonly ${/^[a-z]\w*$/i.test(key) ? key : `'${key}'`}: ${typeOf(one, within)};\n`,
  );
  return `{\n${lines.join('')}${indent}}`;
}

/** `locales/texts.d.ts` for an en.json. */
export function declarationOf(source: string): string {
  const { locale, ...messages } = JSON.parse(source);
  return `// Written by "npm run texts" from en.json.\n\ntype Words = string | readonly string[];\n\nexport interface Messages ${typeOf(messages, '')}\n`;
}

if (import.meta.main) writeFileSync(declaration, declarationOf(readFileSync(english, 'utf8')));
