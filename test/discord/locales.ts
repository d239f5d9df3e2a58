import { readFileSync } from 'node:fs';
import { localesFolder } from '../../src/schedule/languages.ts';

/** All messages of a file of `locales/` by their keys, joined by dots. */
export function messagesOf(file: string): Map<string, string> {
  const messages = new Map<string, string>();
  const collect = (value: unknown, key: string): void => {
    if (typeof value === 'string') messages.set(key, value);
    else for (const [name, one] of Object.entries(value as object)) collect(one, key === '' ? name : `${key}.${name}`);
  };
  const { locale, ...groups } = JSON.parse(readFileSync(new URL(file, localesFolder), 'utf8'));
  collect(groups, '');
  return messages;
}
