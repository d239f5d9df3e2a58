const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/gu;

/** Counts words separated by white space; in scripts without spaces, two characters count as a word. */
export function wordCount(text: string): number {
  const spaced = text.match(/\S+/g)?.length ?? 0;
  return spaced + Math.floor((text.match(unspaced)?.length ?? 0) / 2);
}
