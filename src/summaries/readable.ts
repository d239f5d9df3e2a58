import { pointsBack } from './pronouns.ts';

/** Openings that lean on the sentence before. */
const leaning =
  /^["“„«'‘(]?(?:He|She|They|It|His|Her|Their|Its|Him|Them|This|That|These|Those|But|And|Or|So|Yet|Nor|Then|However|Instead|Also|Meanwhile|Moreover|Furthermore|Nevertheless|Nonetheless|Still|Therefore|Thus|Besides|Otherwise|Both|Such|There,|Here|Which|Another|Er|Sie|Es|Dies|Diese|Dieser|Dieses|Aber|Doch|Und|Oder|Denn|Sein|Seine|Ihr|Ihre|Dabei|Damit|Dort|Deshalb|Außerdem)(?![\p{L}-])/u;

/** "BRANDT: …" in a transcript; "UPDATE: …" announces and may stand. */
const label = /^(?!(?:BREAKING|UPDATE|WATCH|LIVE|CORRECTION|EXCLUSIVE)\b)\p{Lu}[\p{Lu} .'’-]{2,40}:\s/u;

/** Whether a sentence opens in a way that leans on the ones before it; the summary model learned it like this. */
export function leansBack(sentence: string): boolean {
  return leaning.test(sentence) || label.test(sentence);
}

/** Whether a reader who sees only this sentence understands it: whole quotations, nobody and nothing that was named before it, no question. */
export function standsAlone(sentence: string): boolean {
  return marksBalanced(sentence) && !leansBack(sentence) && !pointsBack(sentence) && !/[?:]["”’]?$/.test(sentence);
}

/** Whether every quotation mark and bracket that opens in the sentence closes in it, so that nothing stands in a stranger's mouth. */
export function marksBalanced(sentence: string): boolean {
  const count = (mark: string): number => sentence.split(mark).length - 1;
  if ((count('"') - (sentence.match(/\d"/g)?.length ?? 0) * (count('"') % 2)) % 2 !== 0) return false;
  if (sentence.includes('„')) return count('„') === count('“') + count('”');
  return (
    count('“') === count('”') && count('``') === count("''") && count('(') === count(')') && count('«') === count('»')
  );
}
