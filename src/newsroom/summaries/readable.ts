import { english } from '../../languages/en/language.ts';
import { inAny, languageOf } from '../../languages/languages.ts';

/** Openings that need the sentence before. */
const leaning = new RegExp(`^["“„«»'‘(]?\\s?(?:${inAny(({ leaning }) => leaning.openers)})(?![\\p{L}-])`, 'u');

/** Speaker labels of transcripts ("BRANDT: …"). Announcements such as "UPDATE: …" are fine. */
const label = /^(?!(?:BREAKING|UPDATE|WATCH|LIVE|CORRECTION|EXCLUSIVE)\b)\p{Lu}[\p{Lu} .'’-]{2,40}:\s/u;

/** Counts whose noun is in the sentence before: "Sixteen were dropped". */
const countsUnnamed = new RegExp(
  `^["“„«]?(?:${inAny(({ leaning }) => leaning.quantities)}|\\d{1,3}) (?:${inAny(({ leaning }) => leaning.auxiliaries)})(?![\\p{L}])`,
  'u',
);

/** The outlet refers to its own reporter: "our correspondent …". */
const handsOver = new RegExp(
  `^(?:[^“"„]{0,80}\\s)?(?:${inAny(({ leaning }) => leaning.ours)})\\s(?:[\\p{L}-]{1,20}\\s){0,3}(?:${inAny(({ leaning }) => leaning.reporters)})(?:s|in|innen|en)?(?!\\p{L})`,
  'iu',
);

/** Whether a sentence's opening needs the sentences before it. */
export function leansBack(sentence: string): boolean {
  return leaning.test(sentence) || label.test(sentence);
}

/** Characters read of a sentence; bounds the work for hostile input. */
const lettersRead = 1_000;

/** A quotation with its marks. */
export const quotation = /“[^“”]*”|"[^"]*"|„[^„“”]*[“”]|«[^«»]*»|»[^«»]*«/gu;

/** Masks quotations: inside them, pronouns may refer to anybody. */
const withoutQuotes = (sentence: string): string => sentence.slice(0, lettersRead).replace(quotation, '“”');

/** Whether a reader who sees only this sentence understands it. */
export function standsAlone(sentence: string, language?: string): boolean {
  return (
    marksBalanced(sentence) &&
    !leansBack(sentence) &&
    !(languageOf(language) ?? english).pointsBack(withoutQuotes(sentence)) &&
    !handsOver.test(sentence) &&
    !countsUnnamed.test(sentence) &&
    !/[?:]["”’“«»]?$/.test(sentence)
  );
}

const anyMark = /["“”„«»()]|``|''/;

/** Whether all quotation marks and brackets are closed; if not, words could be quoted as somebody else's. */
export function marksBalanced(sentence: string): boolean {
  if (!anyMark.test(sentence)) return true;
  const count = (mark: string): number => sentence.split(mark).length - 1;
  if ((count('"') - (sentence.match(/\d"/g)?.length ?? 0) * (count('"') % 2)) % 2 !== 0) return false;
  if (sentence.includes('„')) return count('„') === count('“') + count('”');
  return (
    count('“') === count('”') && count('``') === count("''") && count('(') === count(')') && count('«') === count('»')
  );
}
