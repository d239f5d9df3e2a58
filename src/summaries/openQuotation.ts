import type { QuoteSpan } from './quoteSpans.ts';
import type { Quote } from './quotes.ts';
import { personal } from './subjects.ts';

/**
 * A quotation over several paragraphs, each left without its closing mark but the last. Whose it is may stand in the last one, else in the
 * paragraph before the first.
 */
export class OpenQuotation {
  #from = -1;
  #introducedBy: string | undefined;

  /** `quotes` end in those of this paragraph; `reported` is who spoke, unquoted, at the end of the paragraph before. */
  endParagraph(quotes: readonly Quote[], spans: readonly QuoteSpan[], reported: string | undefined): void {
    const here = quotes.length - spans.length;
    const first = quotes[here]?.speaker;
    const leads = spans[0]?.outerStart === 0;
    const isOpen = spans.at(-1)?.closed === false && quotes.at(-1)?.speaker === undefined;
    const goesOn = isOpen && spans.length === 1 && this.#from >= 0;
    if (goesOn) return;
    if (leads && this.#from >= 0) {
      const named = first === undefined ? this.#introducedBy : personal.test(first) ? undefined : first;
      if (named !== undefined) for (const quote of quotes.slice(this.#from, here + 1)) quote.speaker ??= named;
    }
    this.#from = isOpen ? quotes.length - 1 : -1;
    this.#introducedBy = leads && spans.length === 1 ? reported : undefined;
  }
}
