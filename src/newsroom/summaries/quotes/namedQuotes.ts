import { opensSentence } from '../../../languages/en/sentenceWords.ts';
import { inAny, languageIn, languages } from '../../../languages/languages.ts';
import { wordCount } from '../../../text/wordCount.ts';
import { findQuotes, type Quote } from './quotes.ts';

/** A complete statement with its speaker's name. */
export interface NamedQuote {
  text: string;
  /** The full name, with the office that the article gives beside its first mention. */
  speaker: string;
}

/**
 * Minimum and maximum words of a quotation that may be shown: shorter ones are catchphrases, longer ones statements.
 */
const words = { min: 5, max: 40 };
const lettersRead = 20_000;
const name = "\\p{Lu}[\\p{L}'’-]*\\p{L}";
const fullName = new RegExp(
  `${name}(?:\\s\\p{Lu}\\.)?(?:\\s(?:${name}|(?:de|van|von|der|al|bin)(?=\\s\\p{Lu}))){1,3}`,
  'gu',
);
const twoNames = new RegExp(`${name}\\s(?:\\p{Lu}\\.\\s)?(?:(?:de|van|von|der|al|bin)\\s)*${name}`, 'u');
const plainNames = new RegExp(`^${name}(?:\\s${name})+$`, 'u');
const follows = new RegExp(`^,\\s(${twoNames.source}(?:\\s${name})?)(?=[,.;:]|$)`, 'u');

/**
 * Complete statements of people with a full name in the article, in order. Half sentences and speakers such as "he" or
 * "the minister" are skipped.
 */
export function namedQuotes(paragraphs: readonly string[]): NamedQuote[] {
  const quotes = findQuotes(paragraphs);
  const named = namesIn(paragraphs);
  return quotes.flatMap((quote, at) => {
    const count = wordCount(quote.text);
    const paragraph = paragraphs[quote.paragraph] ?? '';
    if (count < words.min || count > words.max || !isWhole(quote, paragraph, quotes[at + 1])) return [];
    const speaker = nameOf(quote.speaker ?? '', paragraph, named);
    return speaker === undefined || paragraphs.some((one) => isThing(speaker, one))
      ? []
      : [{ text: quote.text, speaker: withOffice(speaker, paragraphs) }];
  });
}

const isThing = (name: string, paragraph: string): boolean =>
  languages.some(({ offices }) => offices.isThing?.(name, paragraph));

/** False for a fragment inside another sentence, and for the half before "she said, “and then …”". */
function isWhole({ text, paragraph }: Quote, within: string, next: Quote | undefined): boolean {
  const after = within.slice(within.indexOf(text) + text.length);
  const goesOn = text.endsWith(',') && next?.paragraph === paragraph && /^\p{Ll}/u.test(next.text);
  // Outside America, a comma follows the closing mark. A period there ends a quotation only after a colon (he said:
  // “…”.); otherwise the quotation may be a title.
  const isAnnounced = /:\s?["“„«]\s?$/.test(within.slice(0, within.length - after.length - text.length));
  const closed = isAnnounced ? /^\s?["“”’'«»][,.]/ : /^\s?["“”’'«»],/;
  return /^[\p{Lu}\p{N}¿¡]/u.test(text) && !goesOn && (/[.!?…,]['’]?$/.test(text) || closed.test(after));
}

/** Maps each part of a name to the full name; the first one with that part wins. */
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

const address = new RegExp(`^(?:${inAny(({ address }) => address)})\\.?\\s`);
const article = new RegExp(`^(?:${inAny(({ articles }) => articles)})\\s`, 'i');

function nameOf(speaker: string, paragraph: string, named: ReadonlyMap<string, string>): string | undefined {
  // "Ms. Serre" and "Mme Serre" resolve to the full name given before.
  const single = named.get(speaker.replace(address, ''));
  if (single !== undefined) return single;
  const at = paragraph.indexOf(speaker);
  // "its chief executive, Per Ravn": the name follows the role.
  const behind =
    speaker === '' || at < 0
      ? undefined
      : follows.exec(paragraph.slice(at + speaker.length, at + speaker.length + 80))?.[1];
  if (behind !== undefined && !plainNames.test(speaker)) return behind;
  if (article.test(speaker) || opensSentence(speaker)) return undefined;
  return twoNames.test(speaker) ? speaker : undefined;
}

/** Adds the office that the article gives with the first mention of the name: before the name, or after a comma. */
function withOffice(speaker: string, paragraphs: readonly string[]): string {
  const paragraph = paragraphs.find((one) => one.includes(speaker)) ?? '';
  const at = paragraph.indexOf(speaker);
  const end = at + speaker.length;
  const before = paragraph.slice(Math.max(0, at - 80), at);
  return languageIn(paragraph).offices.withOffice(speaker, before, paragraph.slice(end, end + 120));
}
