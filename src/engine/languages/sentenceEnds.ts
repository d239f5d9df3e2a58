/** How to find the ends of sentences in a language. A mark is a period, "!", "?" or an ellipsis. */
export interface SentenceEnds {
  /** Closing quotation marks and brackets right after a mark. Sticky. */
  closers: RegExp;
  /** The last word of the text before a period. */
  lastWord: RegExp;
  /** Opening quotation marks, brackets, dashes and white space at the start of the text after a mark. */
  opening: RegExp;
  /** Punctuation after a mark that shows that the sentence goes on, such as a comma. */
  goesOn: RegExp;
  /** Closing quotation marks that make a period end the sentence. */
  closing: RegExp;
  /** The start of a sentence that lost the space before it: "fin.Le". */
  unspaced: RegExp;
  /**
   * Whether a period after `word` ends the sentence. `before` is the text up to the period, `rest` the text after it,
   * without opening marks.
   */
  endsByPeriod(word: string, rest: string, before: string): boolean;
}

/**
 * The lists of a `sentences.json`. `leading`: abbreviations before a name, number or noun, in lower case. `doubtful`:
 * abbreviations that end a sentence only if an opener follows, in lower case. `openers`: words that open sentences and
 * rarely begin a name, such as "The" or "L'".
 */
export const setsOf = (words: Readonly<Record<'leading' | 'doubtful' | 'openers', readonly string[]>>) => ({
  leading: new Set(words.leading),
  doubtful: new Set(words.doubtful),
  openers: new Set(words.openers),
});

/** How many characters before and after a mark are read. The limit keeps the time linear. */
const reach = 120;
const terminator = /\.(?: \.){2,}|[.!?…]+/gu;

/** Whether a word before a period is a Roman numeral, an initial or several initials: "II", "J", "U.S.A", "J.-C". */
export const isInitials = (word: string): boolean =>
  /^[IVX]{1,5}$|^(?:\p{L}{1,2}[.-]+)*\p{L}{1,2}$/u.test(word) && /^\p{L}$|^[IVX]+$|[.-]/u.test(word);

export function* splitBlock(text: string, ends: SentenceEnds): Generator<string> {
  let start = 0;
  for (const match of text.matchAll(terminator)) {
    if (match.index < start) continue;
    ends.closers.lastIndex = match.index + match[0].length;
    const closed = ends.closers.exec(text)?.[0] ?? '';
    const end = match.index + match[0].length + closed.length;
    const before = text.slice(Math.max(start, match.index - reach), match.index);
    if (!endsSentence(before, match[0], closed, text.slice(end, end + reach), ends)) continue;
    yield text.slice(start, end);
    start = end;
  }
  yield text.slice(start);
}

function endsSentence(before: string, mark: string, closed: string, after: string, ends: SentenceEnds): boolean {
  const rest = after.trimStart();
  if (rest === '') return true;
  const word = ends.lastWord.exec(before)?.[0] ?? '';
  if (rest === after) return closed === '' && lostItsSpace(word, mark) && ends.unspaced.test(after);
  if (ends.goesOn.test(rest)) return false;
  const bare = rest.replace(ends.opening, '');
  if (/^\p{Ll}/u.test(bare)) return false;
  if (mark !== '.' || ends.closing.test(closed)) return true;
  return ends.endsByPeriod(word, bare, before);
}

/** Whether a missing space after a mark is a typo. Not in addresses, numbers or an ellipsis. */
const lostItsSpace = (word: string, mark: string): boolean =>
  mark.length === 1 && mark !== '…' && /^(?:\p{Ll}{2,}|\p{Lu}\p{Ll}{2,})$/u.test(word);
