/** A pattern source that matches one of the words, separated by white space. */
export const either = (words: string): string => words.trim().split(/\s+/).join('|');
