/** A list marker in running text. It begins an item, and its own period ends no sentence. */
export interface Marker {
  readonly start: number;
  readonly end: number;
}

interface Candidate extends Marker {
  readonly style: string;
  readonly value: number;
  readonly mayBegin: boolean;
}

const roman = ['i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix', 'x', 'xi', 'xii'];
const marker = /(?<=^|\s|[•⁃◦‣▪])(\(?)(\d{1,3}|[a-z]|[ivx]{2,4}|[A-Z])(\.\)|\.|\))(?=\s)/g;

function valuesOf(label: string): { style: string; value: number }[] {
  if (/^\d/.test(label)) return [{ style: '1', value: Number(label) }];
  const values = roman.includes(label) ? [{ style: 'i', value: roman.indexOf(label) + 1 }] : [];
  if (label.length > 1) return values;
  return [...values, { style: label < 'a' ? 'A' : 'a', value: label.charCodeAt(0) }];
}

/**
 * The markers of lists written in one running line ("1. Fish 2. Bread", "a) … b) …"). A marker counts only next to one
 * with the value before or after. A list's first marker must also stand at the start of the text or after the end of a
 * sentence, because "won 5. 6 were" isn't a list.
 */
export function listMarkers(text: string): Marker[] {
  const chains = new Map<string, Candidate[]>();
  const found = new Map<number, Marker>();
  for (const match of text.matchAll(marker)) {
    const [whole, open = '', label = '', close = ''] = match;
    if (open === '(' && close !== ')') continue;
    const mayBegin =
      /(?:^|[.!?:\n•⁃◦‣▪]["”’)]?\s{0,6})$/.test(text.slice(Math.max(0, match.index - 6), match.index)) ||
      match.index === 0;
    for (const { style, value } of valuesOf(label)) {
      const key = `${open}${style}${close}`;
      const candidate = { start: match.index, end: match.index + whole.length, style: key, value, mayBegin };
      const chain = chains.get(key);
      const last = chain?.at(-1);
      if (chain && last && value === last.value + 1) {
        chain.push(candidate);
        for (const one of [last, candidate]) found.set(one.start, one);
      } else if (mayBegin) chains.set(key, [candidate]);
    }
  }
  return [...found.values()].sort((one, other) => one.start - other.start);
}
