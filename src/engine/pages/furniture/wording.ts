const cjk = /[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/g;
const namesMax = 400;
const invisible = /[\u00ad\u200b\u2060\ufeff]/g;

/** Folds white space to single spaces and drops invisible break hints. */
export function folded(text: string): string {
  return text.replace(invisible, '').replace(/\s+/g, ' ').trim();
}

/** Letters and digits in lower case with single spaces, to compare lines without their punctuation. */
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

/** Whether the text ends like a sentence. A closing quote or bracket may follow the mark. */
export function endsSentence(text: string): boolean {
  return /[.!?…。！？।؟]["'”’»«)\]）」』]{0,3}$/u.test(text);
}

/** The words in class names and ids, in lower case; camelCase, hyphens and underscores split them. */
export function nameWords(names: string): string[] {
  const spaced = names.slice(0, namesMax).replace(/([a-z])([A-Z])/g, '$1 $2');
  return spaced.toLowerCase().match(/[a-z]+/g) ?? [];
}
