import { matchTopic } from '../stories/topics.ts';

/** Something said, with the language that tells how its words are inflected. */
export interface Said {
  text: string;
  language?: string;
}

/**
 * Whether one of the words stands in it, in any form. The same for what is hidden and for what a try of a word counts.
 */
export function saysMuted({ text, language }: Said, words: readonly string[]): boolean {
  return words.length > 0 && matchTopic({ all: [], any: words, not: [] }, text, language);
}
