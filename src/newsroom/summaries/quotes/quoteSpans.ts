/** A quotation inside a paragraph; `start` and `end` exclude the marks. */
export interface QuoteSpan {
  readonly start: number;
  readonly end: number;
  /** Offsets with the marks. */
  readonly outerStart: number;
  readonly outerEnd: number;
  readonly closed: boolean;
}

/** Bounds the work; no real paragraph has more. */
const spansMax = 200;

const mark = /[“”„«»"]|``|''/g;

/**
 * Finds quotations in curly, straight, pointed and typewriter marks. An unclosed quotation runs to the end of the
 * paragraph, but one with a straight mark counts only if it opens the paragraph.
 */
export function quoteSpans(paragraph: string): QuoteSpan[] {
  const spans: QuoteSpan[] = [];
  let open: { at: number; size: number; kind: string } | undefined;
  for (const match of paragraph.matchAll(mark)) {
    if (spans.length >= spansMax) return spans;
    const found = match[0];
    const before = paragraph.charAt(match.index - 1);
    const after = paragraph.charAt(match.index + found.length);
    if (!open) {
      // German text opens with », French and Swiss text with «.
      const opens = '"»'.includes(found)
        ? /\S/.test(after) && !/[\p{L}\p{N}]/u.test(before) && (found === '"' || /[\p{L}\p{N}„‚›…]/u.test(after))
        : '“„«``'.includes(found);
      if (opens) open = { at: match.index, size: found.length, kind: found };
      continue;
    }
    const closes = closesQuote(open.kind, found, before, after);
    if (!closes) {
      continue;
    }
    spans.push(span(paragraph, open.at, open.size, match.index, match.index + found.length, true));
    open = undefined;
  }
  if (open && (open.at <= 1 || open.kind !== '"'))
    spans.push(span(paragraph, open.at, open.size, paragraph.length, paragraph.length, false));
  return spans.filter((one) => one.end > one.start);
}

/** Real pages mix typewriter and curly marks: `“so it went," he said`. */
function closesQuote(kind: string, found: string, before: string, after: string): boolean {
  if (kind === '``') return found === "''";
  if (kind === '«') return found === '»';
  if (kind === '»') return found === '«';
  if (kind === '„') return found === '“' || found === '”' || found === '"';
  if (found === '”') return true;
  return found === '"' && (kind === '"' || (/\S/.test(before) && !/[\p{L}\p{N}]/u.test(after)));
}

function span(text: string, at: number, size: number, end: number, outerEnd: number, closed: boolean): QuoteSpan {
  let start = at + size;
  let last = end;
  while (start < last && /\s/.test(text.charAt(start))) start++;
  while (last > start && /\s/.test(text.charAt(last - 1))) last--;
  return { start, end: last, outerStart: at, outerEnd, closed };
}
