import { inAny } from '../languages/languages.ts';

/** Openings that refer to the previous sentence. */
const leaning = new RegExp(`^["“„«»'‘(]?\\s?(?:${inAny(({ leaning }) => leaning.openers)})(?![\\p{L}-])`, 'u');

/** Speaker labels in transcripts ("BRANDT: …"). Announcements such as "UPDATE: …" don't match. */
const label = /^(?!(?:BREAKING|UPDATE|WATCH|LIVE|CORRECTION|EXCLUSIVE)\b)\p{Lu}[\p{Lu} .'’-]{2,40}:\s/u;

/** Whether a sentence's opening refers to earlier sentences. */
export function leansBack(sentence: string): boolean {
  return leaning.test(sentence) || label.test(sentence);
}

/** A quotation with its marks. */
export const quotation = /“[^“”]*”|"[^"]*"|„[^„“”]*[“”]|«[^«»]*»|»[^«»]*«/gu;

/** Whether a reader who sees only this sentence understands it. */
export function standsAlone(sentence: string): boolean {
  return marksBalanced(sentence) && !leansBack(sentence) && !/[?:]["”’“«»]?$/.test(sentence);
}

const anyMark = /["“”„«»()]|``|''/;

/** Whether all quotation marks and brackets are closed. If not, words could seem to be somebody else's. */
export function marksBalanced(sentence: string): boolean {
  if (!anyMark.test(sentence)) return true;
  const count = (mark: string): number => sentence.split(mark).length - 1;
  if ((count('"') - (sentence.match(/\d"/g)?.length ?? 0) * (count('"') % 2)) % 2 !== 0) return false;
  if (sentence.includes('„')) return count('„') === count('“') + count('”');
  return (
    count('“') === count('”') && count('``') === count("''") && count('(') === count(')') && count('«') === count('»')
  );
}
