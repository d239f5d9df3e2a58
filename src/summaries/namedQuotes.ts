import { opensSentence } from '../text/sentenceWords.ts';
import { wordCount } from '../text/wordCount.ts';
import { findQuotes, type Quote } from './quotes.ts';

/** A whole statement and who made it, by name. */
export interface NamedQuote {
  text: string;
  /** A name as the article gives it in full, or a role with a name. */
  speaker: string;
}

/** Fewer words are a catchword, more are a text of its own. */
const words = { min: 5, max: 40 };
const lettersRead = 20_000;
const name = "\\p{Lu}[\\p{L}'’-]*\\p{L}";
const fullName = new RegExp(
  `${name}(?:\\s\\p{Lu}\\.)?(?:\\s(?:${name}|(?:de|van|von|der|al|bin)(?=\\s\\p{Lu}))){1,3}`,
  'gu',
);
const twoNames = new RegExp(`${name}\\s(?:\\p{Lu}\\.\\s)?(?:(?:de|van|von|der|al|bin)\\s)*${name}`, 'u');
/** "barber Emin", "boss Dag Torvik": a role in small letters, then a name. */
const roleAndName = new RegExp(
  `^(?:(?!(?:the|an?|of|from|in|at|for|its|his|her|their|our|my|that|der|die|das|ein|eine)\\s)\\p{Ll}[\\p{L}-]+\\s){1,3}${name}$`,
  'u',
);
const plainNames = new RegExp(`^${name}(?:\\s${name})+$`, 'u');
const nobiliary = /\s(?:de|van|von|der|al|bin)\s/;
const follows = new RegExp(`^,\\s(${twoNames.source}(?:\\s${name})?)(?=[,.;:]|$)`, 'u');

/** Whole statements of people whom the article names, first said first; a pronoun, "the minister" or half a sentence are none. */
export function namedQuotes(paragraphs: readonly string[]): NamedQuote[] {
  const quotes = findQuotes(paragraphs);
  const named = namesIn(paragraphs);
  return quotes.flatMap((quote, at) => {
    const count = wordCount(quote.text);
    const paragraph = paragraphs[quote.paragraph] ?? '';
    if (count < words.min || count > words.max || !isWhole(quote, paragraph, quotes[at + 1])) return [];
    const speaker = nameOf(quote.speaker ?? '', paragraph, named);
    return speaker === undefined ? [] : [{ text: quote.text, speaker }];
  });
}

/** Neither a fragment inside somebody else's sentence nor the half before "she said, “and then …”". */
function isWhole({ text, paragraph }: Quote, within: string, next: Quote | undefined): boolean {
  if (!/^[\p{Lu}\p{N}¿¡]/u.test(text)) return false;
  if (!/[.!?…,]['’]?$/.test(text) && !endsOutside(text, within)) return false;
  return !(text.endsWith(',') && next?.paragraph === paragraph && /^\p{Ll}/u.test(next.text));
}

/** Of „…“, sagte …, and so everywhere but in America, the comma stands behind the marks; of "the phrase “…”, printed on shirts," too. */
function endsOutside(text: string, paragraph: string): boolean {
  const at = paragraph.indexOf(text);
  return (
    /^\s?["“”’'«»],/.test(paragraph.slice(at + text.length, at + text.length + 3)) &&
    !/[\p{L}\d]\s*["“”‘'„«»]\s?$/u.test(paragraph.slice(Math.max(0, at - 5), at))
  );
}

/** Full names by each of their parts; the first bearer of a part keeps it. */
function namesIn(paragraphs: readonly string[]): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const paragraph of paragraphs) {
    for (const [run] of paragraph.slice(0, lettersRead).matchAll(fullName)) {
      const parts = run.replace(/['’]s$/, '').split(' ');
      if (opensSentence(`${parts[0]} `)) parts.shift();
      if (parts.length < 2) continue;
      for (const part of parts) if (!found.has(part)) found.set(part, parts.join(' '));
    }
  }
  return found;
}

function nameOf(speaker: string, paragraph: string, named: ReadonlyMap<string, string>): string | undefined {
  // "Ms. Serre", "Mme Serre" is whom the article called by her full name before.
  const single = named.get(speaker.replace(/^(?:Dr|Frau|Herr|M|Mme|Mr|Mrs|Ms|Mx|Sra?)\.?\s/, ''));
  if (single !== undefined) return single;
  const at = paragraph.indexOf(speaker);
  // "its chief executive, Per Ravn": the name stands behind the role.
  const behind =
    speaker === '' || at < 0
      ? undefined
      : follows.exec(paragraph.slice(at + speaker.length, at + speaker.length + 80))?.[1];
  // "Karl Vest, Trainer von Halden": of a name the role stands behind.
  const isRole = plainNames.test(speaker) && nobiliary.test(behind ?? '');
  if (behind !== undefined && !isRole) return behind;
  if (/^(?:the|an?)\s/i.test(speaker) || opensSentence(speaker)) return undefined;
  return twoNames.test(speaker) || roleAndName.test(speaker) ? speaker : undefined;
}
