import { subtagOf } from './subtag.ts';

/** What stands before an apostrophe and is a word of its own. */
const before = (words: string): RegExp => new RegExp(`^(?:${words.replaceAll(' ', '|')})['’](?=\\p{L})`, 'iu');
/** A name keeps its form, and its case stands behind the apostrophe: "Ankara'da". */
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

/** Languages with such words. */
export const elidingLanguages: readonly string[] = Object.keys(patterns);

/** What an apostrophe parts from a word ("l'Ukraine"), if the language does so; English "O'Brien" is one word. */
export const elisionOf = (language: string | undefined): RegExp | undefined => patterns[subtagOf(language) ?? ''];
