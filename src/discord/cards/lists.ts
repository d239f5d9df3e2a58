import type { Texts } from '../texts/texts.ts';
import { messageLimits } from './parts.ts';

/** A line of a list, with a shorter form for when room is short. */
export type Entry = string | { full: string; short: string };

/** Characters left in a message with these texts. */
export function charactersLeft(...texts: readonly string[]): number {
  return texts.reduce<number>((left, { length }) => left - length, messageLimits.characters);
}

/** Joins entries within `room` characters: shortens the last ones if needed, and counts the rest. */
export function joined(entries: readonly Entry[], room: number, texts: Texts, between = '\n'): string {
  const lines = entries.map((entry) => (typeof entry === 'string' ? entry : entry.full));
  let shown = lines.length;
  const draw = () => {
    const more = shown < lines.length ? [texts.story.andMore({ count: lines.length - shown })] : [];
    return [lines.slice(0, shown).join(between), ...more].filter(Boolean).join(between.trim() === '' ? between : ' ');
  };
  for (let at = lines.length - 1; at >= 0 && draw().length > room; at -= 1) {
    const entry = entries[at];
    if (typeof entry === 'object') lines[at] = entry.short;
  }
  while (shown > 0 && draw().length > room) shown -= 1;
  return draw();
}

/** A heading with the entries that fit below it. The default `room` is a whole message. */
export function listed(
  heading: string,
  entries: readonly Entry[],
  texts: Texts,
  room: number = messageLimits.characters,
): string {
  return entries.length === 0 ? heading : `${heading}\n${joined(entries, room - heading.length - 1, texts)}`;
}
