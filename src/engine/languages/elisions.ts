import { subtagOf } from './subtag.ts';

/** Matches an elided word with its apostrophe at the beginning of a token ("l'"). */
const before = (words: string): RegExp => new RegExp(`^(?:${words.replaceAll(' ', '|')})['’](?=\\p{L})`, 'iu');
/** Matches the case ending of a name with its apostrophe: "'da" in "Ankara'da". */
const ending = /(?<=^\p{Lu}[\p{L}\p{M}]+)['’].*$/u;

const patterns: Readonly<Record<string, RegExp>> = {
  fr: before('l d j m t s n c qu jusqu lorsqu puisqu quoiqu'),
  it: before(
    'l un d c m t s v n gl all dall dell nell sull coll agl dagl degl negl sugl quell quest tutt anch com dov cos senz nessun alcun ciascun qualcun',
  ),
  ca: before('l d m t s n'),
  oc: before('l d m t s n qu'),
  pt: before('d'),
  tr: ending,
  az: ending,
};

/** Languages that join short words or endings to a word by an apostrophe. */
export const elidingLanguages: readonly string[] = Object.keys(patterns);

/**
 * Matches the short word or ending at an apostrophe: "l'" in "l'Ukraine". Undefined for other languages, where
 * "O'Brien" is one word.
 */
export const elisionOf = (language: string | undefined): RegExp | undefined => patterns[subtagOf(language) ?? ''];
