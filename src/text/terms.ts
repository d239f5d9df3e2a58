import { knownWords } from './knownWords.ts';
import { tokensOf, word } from './tokens.ts';

export { isStopWord } from './locales/stopWords.ts';

/**
 * One form for the inflections of a word: lower-case, accents folded, Porter's steps for English or German endings for
 * `de`. Words with digits stay whole.
 */
export function stemOf(word: string, language?: string): string {
  return knownWords(language).of(word).stem;
}

/**
 * How many terms a text has if all are among those given, or undefined; reads no further than the first that is not.
 */
export function termsWithin(text: string, given: ReadonlySet<string>, language?: string): number | undefined {
  const known = knownWords(language);
  let count = 0;
  const next = new RegExp(word);
  for (let match = next.exec(text); match; match = next.exec(text)) {
    for (const token of tokensOf(match[0], language)) {
      const { stop, stem } = known.of(token);
      if (stop) continue;
      if (!given.has(stem)) return undefined;
      count++;
    }
  }
  return count;
}

/** The content of a text: its words in order, stop words left out, each as its stem; repeated words are repeated. */
export function termsOf(text: string, language?: string): string[] {
  const known = knownWords(language);
  const terms: string[] = [];
  for (const token of tokensOf(text, language)) {
    const { stop, stem } = known.of(token);
    if (!stop) terms.push(stem);
  }
  return terms;
}
