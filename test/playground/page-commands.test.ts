import { expect, test } from 'vitest';

// The browser's files are JavaScript that tsc checks on its own, with the browser's types.
const file: string = new URL('../../playground/page/browser/commands.js', import.meta.url).href;
const { namedLast, typedOptions } = (await import(file)) as {
  namedLast(options: readonly object[], text: string): { name: string; from: number } | undefined;
  typedOptions(options: readonly object[], rest: string): Record<string, string>;
};

const options = [
  { type: 3, name: 'topic', description: 'Which' },
  { type: 3, name: 'since', description: 'Since when' },
];

test.each([
  ['', {}],
  ['world', { topic: 'world' }],
  ['what the minister said: no', { topic: 'what the minister said: no' }],
  ['topic: water bill', { topic: 'water bill' }],
  ['topic:World since: 3 days', { topic: 'World', since: '3 days' }],
  ['Since: 3 days TOPIC: 10:30 trains', { since: '3 days', topic: '10:30 trains' }],
])('“%s” fills the options', (rest, filled) => expect(typedOptions(options, rest)).toEqual(filled));

test.each([
  ['topic:', 'topic', 0],
  ['water bill since: ', 'since', 11],
])('“%s” ends in the name of an option', (text, name, from) =>
  expect(namedLast(options, text)).toMatchObject({ name, from }),
);

test.each(['topic: water', 'he said:', 'topic'])('“%s” ends in no name of an option', (text) =>
  expect(namedLast(options, text)).toBeUndefined(),
);

test('a command without options accepts no words', () => expect(typedOptions([], 'topic: x')).toEqual({}));
