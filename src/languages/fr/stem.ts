/** Endings, cut in turn if enough letters stay: [ending, replacement, letters that must stay]. */
const endings: readonly (readonly [ending: RegExp, instead: string, min: number])[] = [
  [/(?<=e)aux$/, 'au', 2],
  [/aux$/, 'al', 3],
  [/[sx]$/, '', 3],
  [/ail$/, 'al', 3],
  [/ee$/, 'e', 2],
  [/(?:aient|erent|erait|eront)$/, '', 4],
  [/ement$/, '', 5],
  [/ive$/, 'if', 3],
  [/(?:trice|teuse|teur|tion)$/, 't', 3],
  [/(?:euse|eur)$/, 'eu', 3],
  [/sion$/, 's', 4],
  [/(?:ait|ant|ent|era)$/, '', 4],
  [/ere$/, 'er', 3],
  [/e$/, '', 3],
  [/er$/, '', 4],
];

/**
 * Folds accents and cuts endings of plural, feminine and verb, so that "nationales" meets "national", "élection"
 * "électeurs" and "demandaient" "demande". Good enough for matching.
 */
export function stem(lower: string): string {
  const plain = lower.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('œ', 'oe').replaceAll('æ', 'ae');
  let word = plain;
  for (const [ending, instead, min] of endings) {
    const cut = word.replace(ending, '');
    if (cut !== word && cut.length >= min) word = cut + instead;
  }
  return word.length > 4 ? word.replace(/([bcdflmnprt])\1$/, '$1') : word;
}

/** Spellings of a word with and without œ and æ. */
export const frenchSpellings = (word: string): string[] => [
  word.replaceAll('oe', 'œ').replaceAll('ae', 'æ'),
  word.replaceAll('œ', 'oe').replaceAll('æ', 'ae'),
];
