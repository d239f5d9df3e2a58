/** Endings, cut one after another if enough letters stay: [ending, replacement, letters that must stay]. */
const endings: readonly (readonly [ending: RegExp, instead: string, min: number])[] = [
  [/mente$/, '', 4],
  [/es(?:es|as|a)?$/, '', 3],
  [/s$/, '', 3],
  [/(?:aron|ieron|aban?|aran?|arian?|ando|iendo)$/, '', 4],
  [/[aeo]$/, '', 3],
  [/[ai]d$/, '', 4],
  [/[aei]r$/, '', 4],
  [/[ae]n$/, '', 4],
  [/qu$/, 'c', 2],
  [/gu$/, 'g', 2],
  [/(?:cion|c)$/, 'c', 3],
];

/**
 * Folds accents and cuts endings of plural, gender and verb, so that "elecciones" and "elección", "alemanas" and
 * "alemán", "atacaron" and "ataque" have one stem.
 */
export function stem(lower: string): string {
  // "jueces", but not "francés".
  let word = lower
    .replace(/(?<=\p{L}{2})ces$/u, 'z')
    .normalize('NFD')
    .replace(/\p{M}/gu, '');
  for (const [ending, instead, min] of endings) {
    const cut = word.replace(ending, '');
    if (cut !== word && cut.length >= min) word = cut + instead;
  }
  return word;
}
