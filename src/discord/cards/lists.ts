import type { Texts } from '../texts/texts.ts';
import { messageLimits } from './parts.ts';

/** One of many, and what is said of it where there is not room for all of it. */
export type Entry = string | { full: string; short: string };

/** Characters that a message has left beside these texts of it. */
export function charactersLeft(...texts: readonly string[]): number {
  return texts.reduce<number>((left, { length }) => left - length, messageLimits.characters);
}

/**
 * Entries in so many characters: the last ones become short as far as needed, and those that find no room even so are
 * counted.
 */
export function joined(entries: readonly Entry[], room: number, texts: Texts, between = '\n'): string {
  const lines = entries.map(wholeOf);
  let length = lines.join(between).length;
  for (let index = lines.length - 1; index >= 0 && length > room; index -= 1) {
    const [full = '', short = ''] = [lines[index], shortOf(entries[index] ?? '')];
    length -= full.length - short.length;
    lines[index] = short;
  }
  if (length <= room) return lines.join(between);
  const before = between === '\n' ? between : ' ';
  for (let shown = lines.length - 1; shown > 0; shown -= 1) {
    length -= (lines[shown] ?? '').length + between.length;
    const more = `${before}${texts.story.andMore(lines.length - shown)}`;
    if (length + more.length <= room) return `${lines.slice(0, shown).join(between)}${more}`;
  }
  return texts.story.andMore(lines.length);
}

const wholeOf = (entry: Entry) => (typeof entry === 'string' ? entry : entry.full);
const shortOf = (entry: Entry) => (typeof entry === 'string' ? entry : entry.short);

/** A heading and under it the entries that fit; without `room` the message holds nothing else. */
export function listed(
  heading: string,
  entries: readonly Entry[],
  texts: Texts,
  room: number = messageLimits.characters,
): string {
  if (entries.length === 0) return heading;
  return `${heading}\n${joined(entries, room - heading.length - 1, texts)}`;
}
