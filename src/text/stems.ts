/**
 * Porter's stemmer of 1980 ("An algorithm for suffix stripping"), in its published steps: one form for "vote", "votes", "voted", "voting".
 * A measure counts the vowel-consonant sequences of what would remain.
 */
const isVowelAt = (word: string, at: number): boolean => {
  const letter = word.charAt(at);
  if ('aeiou'.includes(letter)) return true;
  return letter === 'y' && at > 0 && !isVowelAt(word, at - 1);
};

function measure(stem: string): number {
  let count = 0;
  let before = false;
  for (let at = 0; at < stem.length; at++) {
    // "yyyy…" alternates, so the letter before decides and no recursion over the word is needed.
    const letter = stem.charAt(at);
    const vowel: boolean = 'aeiou'.includes(letter) || (letter === 'y' && at > 0 && !before);
    if (before && !vowel) count++;
    before = vowel;
  }
  return count;
}

function hasVowel(stem: string): boolean {
  return /[aeiou]|[^aeiou]y/.test(stem);
}

const endsDouble = (word: string): boolean => /([^aeiou])\1$/.test(word);
const endsShort = (word: string): boolean =>
  /[^aeiou][aeiouy][^aeiouwxy]$/.test(word) && !isVowelAt(word, word.length - 3);

const second: readonly (readonly [string, string])[] = [
  ['ational', 'ate'],
  ['tional', 'tion'],
  ['enci', 'ence'],
  ['anci', 'ance'],
  ['izer', 'ize'],
  ['bli', 'ble'],
  ['alli', 'al'],
  ['entli', 'ent'],
  ['eli', 'e'],
  ['ousli', 'ous'],
  ['ization', 'ize'],
  ['ation', 'ate'],
  ['ator', 'ate'],
  ['alism', 'al'],
  ['iveness', 'ive'],
  ['fulness', 'ful'],
  ['ousness', 'ous'],
  ['aliti', 'al'],
  ['iviti', 'ive'],
  ['biliti', 'ble'],
  ['logi', 'log'],
];
const third: readonly (readonly [string, string])[] = [
  ['icate', 'ic'],
  ['ative', ''],
  ['alize', 'al'],
  ['iciti', 'ic'],
  ['ical', 'ic'],
  ['ful', ''],
  ['ness', ''],
];
const fourth = 'ement ance ence able ible ment ant ent ion ism ate iti ous ive ize al er ic ou'.split(' ');

function replaced(word: string, rules: readonly (readonly [string, string])[]): string {
  for (const [suffix, by] of rules) {
    if (!word.endsWith(suffix)) continue;
    const stem = word.slice(0, -suffix.length);
    return measure(stem) > 0 ? stem + by : word;
  }
  return word;
}

function firstStep(start: string): string {
  let word = start;
  if (word.endsWith('sses') || word.endsWith('ies')) word = word.slice(0, -2);
  else if (word.endsWith('s') && !word.endsWith('ss')) word = word.slice(0, -1);

  if (word.endsWith('eed')) {
    if (measure(word.slice(0, -3)) > 0) word = word.slice(0, -1);
  } else {
    const suffix = word.endsWith('ed') ? 2 : word.endsWith('ing') ? 3 : 0;
    const stem = word.slice(0, word.length - suffix);
    if (suffix > 0 && hasVowel(stem)) {
      if (/(?:at|bl|iz)$/.test(stem)) word = `${stem}e`;
      else if (endsDouble(stem) && !/[lsz]$/.test(stem)) word = stem.slice(0, -1);
      else if (measure(stem) === 1 && endsShort(stem)) word = `${stem}e`;
      else word = stem;
    }
  }
  if (word.endsWith('y') && hasVowel(word.slice(0, -1))) word = `${word.slice(0, -1)}i`;
  return word;
}

function lastSteps(start: string): string {
  let word = start;
  const suffix = fourth.find((one) => word.endsWith(one));
  if (suffix !== undefined) {
    const stem = word.slice(0, -suffix.length);
    if (measure(stem) > 1 && (suffix !== 'ion' || /[st]$/.test(stem))) word = stem;
  }
  if (word.endsWith('e')) {
    const stem = word.slice(0, -1);
    const size = measure(stem);
    if (size > 1 || (size === 1 && !endsShort(stem))) word = stem;
  }
  return word.endsWith('ll') && measure(word) > 1 ? word.slice(0, -1) : word;
}

/** The stem of one lower-case English word of ASCII letters. */
export function porter(word: string): string {
  if (word.length <= 2) return word;
  return lastSteps(replaced(replaced(firstStep(word), second), third));
}

/** German endings taken off and umlauts folded, so that "Regierungen" meets "Regierung"; not linguistics, only enough for matching. */
export function germanStem(word: string): string {
  const folded = word.replaceAll('ß', 'ss').replaceAll('ä', 'a').replaceAll('ö', 'o').replaceAll('ü', 'u');
  const once = folded.length > 5 ? folded.replace(/(?:ern|em|en|er|es|e|s|n)$/, '') : folded;
  return once.length > 5 ? once.replace(/(?:est|en|er|st)$/, '') : once;
}
