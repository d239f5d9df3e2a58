const cjk = /[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/g;
const invisible = /[\u00ad\u200b\u2060\ufeff]/g;

/** Folds white space to single spaces and drops invisible break hints. */
export function folded(text: string): string {
  return text.replace(invisible, '').replace(/\s+/g, ' ').trim();
}

/** Letters and digits in lower case, one space between words: compares lines without their punctuation. */
export function bare(text: string): string {
  return (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).join(' ');
}

/** Length in letters. A Chinese, Japanese or Korean character counts as two and a half. */
export function weightOf(text: string): number {
  cjk.lastIndex = 0;
  if (!cjk.test(text)) return text.length;
  cjk.lastIndex = 0;
  return text.length + 1.5 * (text.match(cjk)?.length ?? 0);
}

/** Does the text end like a sentence? A closing quote or bracket may follow the mark. */
export function endsSentence(text: string): boolean {
  return /[.!?…。！？।؟]["'”’»«)\]）」』]{0,3}$/u.test(text);
}

export function wordCount(text: string): number {
  let count = 0;
  let inside = false;
  for (let i = 0; i < text.length; i++) {
    const space = text.charCodeAt(i) <= 32;
    if (!space && !inside) count++;
    inside = !space;
  }
  return count;
}

/** The words in class names and ids, in lower case; camelCase, hyphens and underscores split them. */
export function nameWords(names: string): string[] {
  const known = splitNames.get(names);
  if (known) return known;
  const words = names
    .slice(0, 400)
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z]+/)
    .filter((word) => word !== '');
  if (splitNames.size > 5_000) splitNames.clear();
  splitNames.set(names, words);
  return words;
}

const splitNames = new Map<string, string[]>();
