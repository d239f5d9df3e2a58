/** The source of a pattern that matches one of the words or phrases, given in one text. */
export const either = (words: string): string => words.trim().split(/\s+/).join('|');
