import { knownWords } from './knownWords.ts';
import { tokensOf } from './tokens.ts';

/**
 * One form for the inflections of a word: lower-case, accents folded, Porter's steps for English or German endings for
 * `de`. Words with digits stay whole.
 */
export function stemOf(word: string, language?: string): string {
  return knownWords(language).of(word).stem;
}

/** The content of a text: the stems of its words in order, repeated ones too, without stop words. */
export function termsOf(text: string, language?: string): string[] {
  const known = knownWords(language);
  return tokensOf(text, language).flatMap((token) => {
    const { stop, stem } = known.of(token);
    return stop ? [] : [stem];
  });
}
