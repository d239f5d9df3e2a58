import { knownWords } from './knownWords.ts';
import { tokensOf } from './tokens.ts';

/**
 * The stem of a word: lower case, accents folded, endings cut by the rules of its language. Languages without a folder
 * in `languages/` use English rules. Words with digits stay whole.
 */
export function stemOf(word: string, language?: string): string {
  return knownWords(language).of(word).stem;
}

export function stemsOf(words: readonly string[], language?: string): string[] {
  const known = knownWords(language);
  return words.map((word) => known.of(word).stem);
}

/** The stems of a text's words in order, with repetitions, without stop words. */
export function termsOf(text: string, language?: string): string[] {
  const known = knownWords(language);
  return tokensOf(text, language).flatMap((token) => {
    const { stop, stem } = known.of(token);
    return stop ? [] : [stem];
  });
}
