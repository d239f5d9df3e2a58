const segmenters = new Map<string, Intl.Segmenter>();

function segmenterOf(language: string): Intl.Segmenter {
  const key = /^[a-z]{2,3}/i.exec(language)?.[0].toLowerCase() ?? 'en';
  let segmenter = segmenters.get(key);
  if (!segmenter) {
    segmenter = new Intl.Segmenter(key, { granularity: 'sentence' });
    segmenters.set(key, segmenter);
  }
  return segmenter;
}

const abbreviation =
  /(?:^|[\s("„«])(?:\p{Lu}|Dr|Prof|Hr|Fr|Frau|Herr|St|Nr|Art|Abs|bzw|ca|usw|evtl|ggf|inkl|Mio|Mrd|z\. ?B|d\. ?h|u\. ?a|Mme|Mlle|MM|M|Sr|Sra|Srta|Dra|Ud|av|etc|Sig|dott|on|dhr|mevr|dr|prof|nr|tel|vgl|geb|gest|sog|jun|sen|Jh|Std|Min|Sek)\.\s*$/u;

/** Languages that write ordinals and dates with a point ("am 3. Oktober"). */
const pointedOrdinals = /^(?:de|da|nb|nn|no|fi|is|cs|sk|sl|hr|sr|bs|pl|hu|et|lv|tr)\b/i;

/** The sentences of one block as the platform's segmenter sees them, joined again after initials, abbreviations, ordinals and before small letters. */
export function splitByLocale(text: string, language: string): string[] {
  const pieces: string[] = [];
  const ordinals = pointedOrdinals.test(language);
  let start = 0;
  for (const { segment, index } of segmenterOf(language).segment(text)) {
    if (index === start) continue;
    const tail = text.slice(Math.max(start, index - 20), index);
    const joins =
      abbreviation.test(tail) || /^["“”»]?\s*\p{Ll}/u.test(segment) || (ordinals && /(?:^|\s)\d{1,2}\.\s*$/.test(tail));
    if (joins) continue;
    pieces.push(text.slice(start, index));
    start = index;
  }
  if (start < text.length) pieces.push(text.slice(start));
  return pieces;
}
