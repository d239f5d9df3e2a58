import { matchTopic } from '../stories/topics.ts';

/** A text with its language, which decides how words are inflected. */
export interface Said {
  text: string;
  language?: string;
}

/** The first of the words that stands in one of the texts. */
export function mutedWordIn(texts: readonly Said[], words: readonly string[]): string | undefined {
  if (!texts.some((said) => saysMuted(said, words))) return undefined;
  return words.find((word) => texts.some((said) => saysMuted(said, [word])));
}

/** Whether one of the words stands in it, in any form. */
export function saysMuted({ text, language }: Said, words: readonly string[]): boolean {
  return words.length > 0 && matchTopic({ all: [], any: words, not: [] }, text, language);
}
