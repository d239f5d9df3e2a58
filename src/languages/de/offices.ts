import type { Offices } from '../language.ts';

const role =
  /(?:^|\s)(?:boss|CEO|coach|\p{L}*chef|\p{L}{2,}(?:ant|ent|er|ist|or)|\p{L}*(?:chef|ant|ent|er|ist|or)in)(?=\s|$)/iu;
/** Capitalised words right before a name. */
const runBefore = /(?:\p{Lu}[\p{L}.’'-]*\s)+$/u;

/** "Bürgermeisterin Ines Roth": German nouns are capitalised, so a lower-case word before a name is no office. */
function withOffice(name: string, before: string): string {
  const run = runBefore.exec(before);
  const words = run?.[0].trim().split(' ') ?? [];
  // The first word may be cut off.
  if (run && /\S$/.test(before.slice(0, run.index))) words.shift();
  const from = words.findLastIndex((word) => /\.\p{Lu}/u.test(word)) + 1;
  const office = words
    .slice(from)
    .join(' ')
    .replace(/^(?:(?:Der|Die)\s)+/, '');
  return role.test(office) && !/[.!?]$/.test(office) ? `${office} ${name}` : name;
}

export const offices: Offices = { withOffice };
