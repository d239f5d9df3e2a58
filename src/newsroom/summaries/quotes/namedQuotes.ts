import { opensSentence } from '../../../languages/en/sentenceWords.ts';
import { languageIn } from '../../../languages/languages.ts';
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
    return speaker === undefined || isThing(speaker, paragraphs)
      ? []
      : [{ text: quote.text, speaker: withOffice(speaker, paragraphs) }];
  });
}

/** False for a fragment inside another sentence, and for the half before "she said, “and then …”". */
function isWhole({ text, paragraph }: Quote, within: string, next: Quote | undefined): boolean {
  const after = within.slice(within.indexOf(text) + text.length);
  const goesOn = text.endsWith(',') && next?.paragraph === paragraph && /^\p{Ll}/u.test(next.text);
  // Outside America the comma follows the closing mark.
  return /^[\p{Lu}\p{N}¿¡]/u.test(text) && !goesOn && (/[.!?…,]['’]?$/.test(text) || /^\s?["“”’'«»],/.test(after));
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

function nameOf(speaker: string, paragraph: string, named: ReadonlyMap<string, string>): string | undefined {
  // "Ms. Serre" and "Mme Serre" resolve to the full name given before.
  const single = named.get(speaker.replace(/^(?:Dr|Frau|Herr|M|Mme|Mr|Mrs|Ms|Mx|Sra?)\.?\s/, ''));
  if (single !== undefined) return single;
  const at = paragraph.indexOf(speaker);
  // "its chief executive, Per Ravn": the name follows the role.
  const behind =
    speaker === '' || at < 0
      ? undefined
      : follows.exec(paragraph.slice(at + speaker.length, at + speaker.length + 80))?.[1];
  if (behind !== undefined && !plainNames.test(speaker)) return behind;
  if (/^(?:the|an?|der|die|das|eine?)\s/i.test(speaker) || opensSentence(speaker)) return undefined;
  return twoNames.test(speaker) ? speaker : undefined;
}

/** A name that the text puts after "the" isn't a person's: "in the Lok Sabha". */
const isThing = (speaker: string, paragraphs: readonly string[]): boolean =>
  paragraphs.some((paragraph) =>
    ['the', 'The'].some(
      (article) => paragraph.includes(`${article} ${speaker},`) || paragraph.includes(`${article} ${speaker} `),
    ),
  ) && !role.test(speaker);

const role =
  /(?:^|\s)(?:boss|CEO|captain|chair|chef|chief|coach|head|judge|justice|king|lawmaker|mayor|MP|nurse|PM|pope|prince|princess|queen|\p{L}{2,}(?:ant|ary|ent|er|ian|ist|or|yst|man|woman|person)(?:in)?)(?=\s|$)/iu;
const noRole = /^(?:after|another|either|ever|however|never|other|over|rather|than|under|whether)$/i;
/** Words before a name that may state an office: capitalised, or lower-case of three letters and more. */
const runBefore = /(?:(?:\p{Lu}[\p{L}.’'-]*|(?<=\p{Lu}[\p{L}.’'-]*\s)(?:of|for|and|the)|\p{Ll}{3,})\s)+$/u;

/** Adds the office that the article gives with the first mention of the name: before the name, or after a comma. */
function withOffice(speaker: string, paragraphs: readonly string[]): string {
  const paragraph = paragraphs.find((one) => one.includes(speaker)) ?? '';
  const at = paragraph.indexOf(speaker);
  // In a language that capitalises nouns, a lower-case word before a name isn't a role.
  const { capitalisesNouns } = languageIn(paragraph);
  const before = officeBefore(paragraph.slice(Math.max(0, at - 80), at), capitalisesNouns);
  if (before !== '' || capitalisesNouns) return `${before}${speaker}`;
  if (role.test(speaker.split(' ').slice(0, -2).join(' '))) return speaker;
  const [, determiner = '', behind = ''] =
    officeBehind.exec(paragraph.slice(at + speaker.length, at + speaker.length + 120)) ?? [];
  const opening = behind
    .split(' ')
    .slice(0, determiner === '' ? 2 : 5)
    .join(' ');
  return role.test(opening) ? `${speaker}, ${determiner}${behind}` : speaker;
}

const officeBehind =
  /^,\s((?:(?:the|an?|its|his|her|\p{Lu}[\p{L}-]*[’']s)\s)?)(?!(?:who|which|and|but|in|on|at|as|when|after|under|over)\s)([^,.;:“”"()]{3,80}?)(?=[,.;])/u;

/** The office right before a name: a run of words that are capitalised or roles. Empty if none of them is a role. */
function officeBefore(text: string, capitalisesNouns: boolean): string {
  const run = runBefore.exec(text);
  const words = run?.[0].trim().split(' ') ?? [];
  // The first word may be cut off, as in "J&K spokesperson"; leave it out.
  if (run && /\S$/.test(text.slice(0, run.index))) words.shift();
  let from = words.length;
  while (from > 0) {
    const word = words[from - 1] ?? '';
    const fits =
      /^\p{Lu}/u.test(word) ||
      /^(?:of|for|the)$/.test(word) ||
      (!capitalisesNouns && role.test(word) && !noRole.test(word));
    if (!fits || /\.\p{Lu}/u.test(word)) break;
    from--;
  }
  while (from < words.length && /^(?:of|for|the|The|But|And|Der|Die)$/.test(words[from] ?? '')) from++;
  const office = words.slice(from).join(' ');
  return role.test(office) && !/[.!?]$/.test(office) ? `${office} ` : '';
}
