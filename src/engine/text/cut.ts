const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/**
 * The beginning of a text, at most `max` UTF-16 units long. Never cuts an accented letter or an emoji in two, unless it
 * alone is longer than `max`. Even then, no surrogate pair is cut.
 */
export function cut(text: string, max: number): string {
  if (text.length <= max) return text;
  // The code point after the cut shows whether a letter continues there.
  const torn = graphemes.segment(text.slice(0, max + 2)).containing(max);
  return text.slice(0, torn?.index || max).replace(/[\ud800-\udbff]$/, '');
}
