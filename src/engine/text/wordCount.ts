const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/gu;

/** Counts runs between white space, plus one word per two characters of scripts without spaces. */
export function wordCount(text: string): number {
  const spaced = text.match(/\S+/g)?.length ?? 0;
  return spaced + Math.floor((text.match(unspaced)?.length ?? 0) / 2);
}
