import { matchTopic } from '../stories/topics.ts';

/** A text and its language, which decides how words are stemmed. */
export interface Said {
  text: string;
  language?: string;
}

/** The first of the words that one of the texts contains, in any inflected form. */
export function mutedWordIn(texts: readonly Said[], words: readonly string[]): string | undefined {
  if (!texts.some((said) => saysMuted(said, words))) return undefined;
  return words.find((word) => texts.some((said) => saysMuted(said, [word])));
}

/** Whether the text contains one of the words, in any inflected form. */
export function saysMuted({ text, language }: Said, words: readonly string[]): boolean {
  return words.length > 0 && matchTopic({ all: [], any: words, not: [] }, text, language);
}
