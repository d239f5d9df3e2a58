/** The words of one sentence around one quotation; other quotations in it stand as “Qn”. */
export interface Around {
  readonly quote: string;
  readonly before: string;
  readonly after: string;
}

/** Words since the quotation before this one. */
export const sinceQuote = (text: string): string => text.slice(text.lastIndexOf('”') + 1);
