import { languageOf } from '../languages/languages.ts';

/** How many characters after a mark are read. The limit keeps the time linear. */
const reach = 120;

/** Tags, long rows of slashes, and line ends. A line end before a small letter only wraps the line and is no gap. */
const gap =
  /<\/?[a-zA-Z][^<>]{0,200}>|&lt;\/?[a-zA-Z]{1,10}&gt;|\/{8,}|\{b\^[^{}]{0,40}\^?\}|(?:\r\n?|\n)(?![^\S\r\n]*\p{Ll})/gu;

/**
 * The sentences of a text, in order. Each is a trimmed piece of the text, never altered. Pieces without a letter or
 * digit are left out. `Intl.Segmenter` splits languages that have no folder in `languages/`.
 */
export function splitSentences(text: string, language = 'en'): string[] {
  const split = splitterOf(/^[a-z]{2,3}\b/i.exec(language)?.[0].toLowerCase() ?? 'en');
  return text
    .split(gap)
    .flatMap((block) => [...split(block)])
    .map((piece) => piece.trim())
    .filter((sentence) => /[\p{L}\p{N}]/u.test(sentence));
}

function splitterOf(subtag: string): (block: string) => Iterable<string> {
  const known = languageOf(subtag);
  if (known) return known.splitSentences;
  const segmenter = new Intl.Segmenter(subtag, { granularity: 'sentence' });
  return (block) => splitOther(block, segmenter);
}

/**
 * Matches the continuation of a sentence: a small letter, a closing or dividing mark, or a Japanese particle after a
 * quotation.
 */
const goesOn = /^[\s"'»”’」』),]*(?:\p{Ll}|[»”」』),;:]|と|って|など)/u;
/**
 * Matches an abbreviation before a period that ends no sentence: one letter, two capitals, a short capitalised word, or
 * up to five letters without a vowel.
 */
const abbreviated =
  /(?:^|[^\p{L}\p{N}])(?:\p{L}|\p{Lu}\p{Ll}{1,2}|\p{Lu}{2}|\p{Lu}?[^\P{L}aeiouyàáâãäèéêëìíîïòóôõöùúûüœæаеёиоуыэюяіїє]{1,4})\.\s*$/u;

/** `Intl.Segmenter` knows no abbreviations and cuts after every quotation, so some pieces are joined again. */
function* splitOther(text: string, segmenter: Intl.Segmenter): Generator<string> {
  let start = 0;
  for (const { index } of segmenter.segment(text)) {
    if (index === 0 || goesOn.test(text.slice(index, index + reach))) continue;
    if (abbreviated.test(text.slice(Math.max(start, index - 12), index))) continue;
    yield text.slice(start, index);
    start = index;
  }
  yield text.slice(start);
}
