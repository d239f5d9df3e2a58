const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/**
 * The beginning of a text with a `length` of at most `max`: whole letters with their accents and whole emoji, or whole
 * code points if one letter alone is longer.
 */
export function cut(text: string, max: number): string {
  if (text.length <= max) return text;
  // The code point after the cut shows whether a letter continues there.
  const torn = graphemes.segment(text.slice(0, max + 2)).containing(max);
  return text.slice(0, torn?.index || max).replace(/[\ud800-\udbff]$/, '');
}
