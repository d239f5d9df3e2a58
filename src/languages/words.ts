const split = (words: string): string[] => words.trim().split(/\s+/);

/** A set of words, given in one text. */
export const list = (words: string): ReadonlySet<string> => new Set(split(words));

/** The source of a pattern that matches one of the words or phrases, given in one text. */
export const either = (words: string): string => split(words).join('|');
