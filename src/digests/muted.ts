import { matchTopic } from '../stories/topics.ts';

/** A text with its language, which decides how words are inflected. */
export interface Said {
  text: string;
  language?: string;
}

/** Whether one of the words stands in it, in any form. */
export function saysMuted({ text, language }: Said, words: readonly string[]): boolean {
  return words.length > 0 && matchTopic({ all: [], any: words, not: [] }, text, language);
}
