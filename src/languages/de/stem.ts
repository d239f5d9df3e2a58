/** Drops German endings and folds umlauts, so that "Regierungen" and "Regierung" have one stem. */
export function stem(word: string): string {
  const folded = word.replaceAll('ß', 'ss').replaceAll('ä', 'a').replaceAll('ö', 'o').replaceAll('ü', 'u');
  const once = folded.length > 5 ? folded.replace(/(?:ern|em|en|er|es|e|s|n)$/, '') : folded;
  return once.length > 5 ? once.replace(/(?:est|en|er|st)$/, '') : once;
}

/** Spellings of a word with and without umlauts (ä, ae) and ß. */
export function germanSpellings(word: string): string[] {
  const typed = word.replaceAll('ae', 'ä').replaceAll('oe', 'ö').replaceAll('ue', 'ü');
  const spelt = word.replaceAll('ä', 'ae').replaceAll('ö', 'oe').replaceAll('ü', 'ue').replaceAll('ß', 'ss');
  return [typed, spelt, word.replaceAll('ss', 'ß'), typed.replaceAll('ss', 'ß')];
}
