/**
 * How a publisher declines something, in this order: robots.txt closes the page; robots.txt declines search
 * (`Content-Signal`, `Content-Usage`); an RSL licence doesn't allow search; TDMRep reserves text mining; the page
 * forbids snippets; the page forbids pictures. docs/publishers.md explains each signal and links its definition.
 */
export const signals = ['robots', 'search', 'licence', 'mining', 'snippet', 'picture'] as const;
export type Signal = (typeof signals)[number];

const withoutSentences: ReadonlySet<Signal> = new Set(['search', 'licence', 'mining', 'snippet']);
const withoutPicture: ReadonlySet<Signal> = new Set(['search', 'licence', 'picture']);

export const allowsSentences = (declined: readonly Signal[]): boolean =>
  !declined.some((one) => withoutSentences.has(one));
export const allowsPicture = (declined: readonly Signal[]): boolean => !declined.some((one) => withoutPicture.has(one));

/** Parses signals that are separated by spaces. */
export const signalsIn = (text = ''): Signal[] => signals.filter((signal) => text.split(' ').includes(signal));

/** How much of a page others may show, as its headers and markup state. */
export interface PageLimits {
  declined: readonly Signal[];
  /** Characters that may be quoted; undefined without a limit. */
  charactersMax?: number;
}

/**
 * The limits in robots directives (`X-Robots-Tag` and `meta`, in any case) and in `tdm-reservation`. Directives for a
 * single crawler count too.
 */
export function limitsIn(directives: string, reservations: readonly string[]): PageLimits {
  const counts = [...directives.matchAll(/max-snippet\s?:\s?(\d{1,9})(?!\d)/gi)].map((match) => Number(match[1]));
  const charactersMax = counts.length === 0 ? undefined : Math.min(...counts);
  const isReserved = reservations.some((value) => value.trim() === '1');
  const noSnippet = charactersMax === 0 || /(?<![\w-])nosnippet(?![\w-])/i.test(directives);
  const noPicture = /(?<![\w-])(?:noimageindex|max-image-preview\s?:\s?none)(?![\w-])/i.test(directives);
  const declined = { mining: isReserved, snippet: noSnippet, picture: noPicture };
  return { declined: (['mining', 'snippet', 'picture'] as const).filter((signal) => declined[signal]), charactersMax };
}

export function strictest(one: PageLimits, other: PageLimits): PageLimits {
  const counts = [one.charactersMax, other.charactersMax].filter((count) => count !== undefined);
  return {
    declined: signals.filter((signal) => one.declined.includes(signal) || other.declined.includes(signal)),
    charactersMax: counts.length === 0 ? undefined : Math.min(...counts),
  };
}
