const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/gu;

/** Words as white space parts them; scripts without spaces count two characters as a word. */
export function wordCount(text: string): number {
  let spaced = 0;
  let within = false;
  let mayBeUnspaced = false;
  // By hand, since this is asked of every sentence several times and a pattern would make a string of each word.
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    const blank = code <= 0x20 ? code === 0x20 || (code >= 9 && code <= 13) : code >= 0xa0 && isBlank(text.charAt(at));
    if (!blank && !within) spaced++;
    within = !blank;
    if (code >= 0x2e80 || (code >= 0xe00 && code < 0xe80)) mayBeUnspaced = true;
  }
  const characters = mayBeUnspaced ? (text.match(unspaced)?.length ?? 0) : 0;
  return spaced + Math.floor(characters / 2);
}

const isBlank = (character: string): boolean => /\s/.test(character);
