import { opensSentence } from '../../../languages/sentenceWords.ts';
import { wordCount } from '../../../text/wordCount.ts';
import { findQuotes, type Quote, readsGerman } from './quotes.ts';

/** A whole statement and who made it, by name. */
export interface NamedQuote {
  text: string;
  /** A name as the article gives it in full, with the office that stands beside it where it is first named. */
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
const plainNames = new RegExp(`^${name}(?:\\s${name})+$`, 'u');
const follows = new RegExp(`^,\\s(${twoNames.source}(?:\\s${name})?)(?=[,.;:]|$)`, 'u');

/**
 * Whole statements of people whom the article names, first said first; a pronoun, "the minister" or half a sentence
 * are none.
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

/** Neither a fragment inside somebody else's sentence nor the half before "she said, “and then …”". */
function isWhole({ text, paragraph }: Quote, within: string, next: Quote | undefined): boolean {
  const after = within.slice(within.indexOf(text) + text.length);
  const goesOn = text.endsWith(',') && next?.paragraph === paragraph && /^\p{Ll}/u.test(next.text);
  // Everywhere but in America the comma stands behind the mark.
  return /^[\p{Lu}\p{N}¿¡]/u.test(text) && !goesOn && (/[.!?…,]['’]?$/.test(text) || /^\s?["“”’'«»],/.test(after));
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
  if (behind !== undefined && !plainNames.test(speaker)) return behind;
  if (/^(?:the|an?|der|die|das|eine?)\s/i.test(speaker) || opensSentence(speaker)) return undefined;
  return twoNames.test(speaker) ? speaker : undefined;
}

/** "in the Lok Sabha": what has an article is no person's name. */
const isThing = (speaker: string, paragraphs: readonly string[]): boolean =>
  paragraphs.some((paragraph) =>
    ['the', 'The'].some(
      (article) => paragraph.includes(`${article} ${speaker},`) || paragraph.includes(`${article} ${speaker} `),
    ),
  ) && !role.test(speaker);

const role =
  /(?:^|\s)(?:boss|CEO|captain|chair|chef|chief|coach|head|judge|justice|king|lawmaker|mayor|MP|nurse|PM|pope|prince|princess|queen|\p{L}{2,}(?:ant|ary|ent|er|ian|ist|or|yst|man|woman|person)(?:in)?)(?=\s|$)/iu;
const noRole = /^(?:after|another|either|ever|however|never|other|over|rather|than|under|whether)$/i;
/** Behind a verb of speech no office begins. */
const runBefore = /(?:(?:\p{Lu}[\p{L}.’'-]*|(?<=\p{Lu}[\p{L}.’'-]*\s)(?:of|for|and|the)|\p{Ll}{3,})\s)+$/u;

/** The speaker as the article first names him: with the office in front of the name or behind its comma. */
function withOffice(speaker: string, paragraphs: readonly string[]): string {
  const paragraph = paragraphs.find((one) => one.includes(speaker)) ?? '';
  const at = paragraph.indexOf(speaker);
  // German roles are nouns: a small word in front of a name is none.
  const german = readsGerman(paragraph);
  const before = officeBefore(paragraph.slice(Math.max(0, at - 80), at), german);
  if (before !== '' || german) return `${before}${speaker}`;
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

/** The words of an office right before a name, each with a capital or a role; none where no word is one. */
function officeBefore(text: string, german: boolean): string {
  const run = runBefore.exec(text);
  const words = run?.[0].trim().split(' ') ?? [];
  // Of "J&K spokesperson" no half is quoted.
  if (run && /\S$/.test(text.slice(0, run.index))) words.shift();
  let from = words.length;
  while (from > 0) {
    const word = words[from - 1] ?? '';
    const fits =
      /^\p{Lu}/u.test(word) || /^(?:of|for|the)$/.test(word) || (!german && role.test(word) && !noRole.test(word));
    if (!fits || /\.\p{Lu}/u.test(word)) break;
    from--;
  }
  while (from < words.length && /^(?:of|for|the|The|But|And|Der|Die)$/.test(words[from] ?? '')) from++;
  const office = words.slice(from).join(' ');
  return role.test(office) && !/[.!?]$/.test(office) ? `${office} ` : '';
}
