import { inAny } from '../languages/languages.ts';
import { fullNamesIn } from '../text/names.ts';
import { splitSentences } from '../text/sentences.ts';
import { isBoilerplate, isWhole, withoutDateline } from './lead.ts';
import { marksBalanced, quotation, standsAlone } from './readable.ts';

/** A sentence, word for word, with a quotation and a name, so that readers know who spoke. */
interface Quote {
  readonly text: string;
  /** The last word of the first full name outside the quotation, usually the speaker's surname. */
  readonly speaker: string;
  readonly paragraph: number;
}

/** Characters read per paragraph and per sentence. Real ones are not longer. */
const lettersRead = { paragraph: 8_000, sentence: 400 };
/** Lower-case words that a statement must have. Titles of works and catchphrases have fewer. */
const smallWordsMin = 4;
/** Pronouns for speakers who are named in an earlier sentence. */
const pronoun = new RegExp(`(?<!\\p{L})(?:${inAny(({ leaning }) => leaning.pronouns)})(?!\\p{L})`, 'iu');

/** Sentences with a statement by somebody whom the article names in full, in their order. */
export function findQuotes(paragraphs: readonly string[], language?: string): Quote[] {
  const surnames = new Set(fullNamesIn(paragraphs, language).map((name) => name.split(' ').at(-1)));
  return paragraphs.flatMap((paragraph, at) =>
    sentencesOf(paragraph.slice(0, lettersRead.paragraph), language).flatMap((text) => {
      const outside = text.replace(quotation, ' ');
      const words = outside.match(/\p{Lu}[\p{L}'’-]*\p{L}/gu) ?? [];
      const speaker = words.map((word) => word.replace(/['’]s$/, '')).find((word) => surnames.has(word));
      const stands = isWhole(text) && standsAlone(text) && !isBoilerplate(text) && !pronoun.test(outside);
      return speaker !== undefined && stands && holdsStatement(text) ? [{ text, speaker, paragraph: at }] : [];
    }),
  );
}

/** The sentences of a paragraph. A quotation of several sentences is not split. */
function sentencesOf(paragraph: string, language: string | undefined): string[] {
  const text = withoutDateline(paragraph);
  const found: string[] = [];
  let from = 0;
  let to = 0;
  for (const piece of splitSentences(text, language)) {
    to = text.indexOf(piece, to) + piece.length;
    const sentence = text.slice(from, to).trim();
    const isLong = sentence.length > lettersRead.sentence;
    if (!isLong && !marksBalanced(sentence)) continue;
    if (!isLong) found.push(sentence);
    from = to;
  }
  return found;
}

/** Whether a quotation in the sentence is a statement rather than a few words or a title. */
const holdsStatement = (sentence: string): boolean =>
  [...sentence.matchAll(quotation)].some(({ 0: marked, index }) => {
    const words = marked.slice(1, -1).trim();
    const isClosed = /[.!?…,]['’]?$/.test(words) || /^,|^\.$/.test(sentence.slice(index + marked.length));
    const small = words.match(/(?<![\p{L}'’-])\p{Ll}/gu)?.length ?? 0;
    return isClosed && small >= smallWordsMin && /^[\p{Lu}\p{N}¿¡]/u.test(words);
  });
