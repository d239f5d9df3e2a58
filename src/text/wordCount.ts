const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/gu;

/** Words as white space parts them; scripts without spaces count two characters as a word. */
export function wordCount(text: string): number {
  const spaced = text.match(/\S+/g)?.length ?? 0;
  const characters = text.match(unspaced)?.length ?? 0;
  return spaced + Math.floor(characters / 2);
}
