import { matchTopic } from '../engine/stories/topics.ts';

/** A text and its language, which decides how words are stemmed. */
export interface TextInLanguage {
  text: string;
  language?: string;
}

/** Whether the text contains one of the words, in any inflected form. */
export function saysMuted({ text, language }: TextInLanguage, words: readonly string[]): boolean {
  return words.length > 0 && matchTopic({ all: [], any: words, not: [] }, text, language);
}
