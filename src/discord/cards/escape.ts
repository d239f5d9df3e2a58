import { dropParameters } from '../../articles/canonicalUrl.ts';

// What Discord reads as markup anywhere; it hides a backslash before it.
const anywhere = /[\\`*_~|<>[\]@]/g;
// Headings, lists, quotes and small print count only at the start of a line.
const lineStart = /^(?=#|-|\+)/;
const listNumber = /^(\d{1,9})(?=[.)](?:\s|$))/;
// A name at the end of the text counts, too, because the card may go on with a colon.
const emoji = /:(?=[\w+-]{1,64}(?::|$))/g;
const invites = /(discord(?:app)?)\.(?=gg|com|me|io|li|new|gift)/gi;
const schemes = /:(?=\/\/)/g;
// Bidirectional controls reorder text, and invisible characters hide words. Joiners, variation selectors and tags stay,
// since emoji and several scripts need them.
const unseen =
  /[[\p{Cc}--\s]\u2800\ufff9-\ufffb[\p{Default_Ignorable_Code_Point}--[\p{Join_Control}\p{Variation_Selector}\u{e0020}-\u{e007f}]]]/gv;
const blank = /^[\p{Default_Ignorable_Code_Point}\s]*$/v;
const stackedMarks = /(\p{M}{4})\p{M}+/gu;

/** The text as one line of visible characters: whole words up to `charactersMax`, with an ellipsis if it was cut. */
export function oneLine(text: string, charactersMax: number): string {
  // Cut first, so that a megabyte in a title costs nothing.
  const line = text
    .slice(0, charactersMax * 4 + 200)
    .toWellFormed()
    .replace(unseen, '')
    .replace(stackedMarks, '$1')
    .replace(/\s+/g, ' ')
    .trim();
  if (blank.test(line)) return '';
  if (line.length <= charactersMax) return line;
  const cut = line.slice(0, charactersMax - 1).toWellFormed();
  const space = cut.lastIndexOf(' ');
  const whole = space > charactersMax / 2 ? cut.slice(0, space) : cut.replace(/\ufffd$/, '');
  return `${whole.trimEnd()}…`;
}

/** Text from outside as markdown that shows exactly its visible characters: no mention, link, heading, list or time. */
export function escapeMarkdown(text: string, charactersMax = 2_000): string {
  return oneLine(text, charactersMax)
    .replace(anywhere, '\\$&')
    .replace(schemes, '\\:')
    .replace(emoji, '\\:')
    .replace(invites, '$1\\.')
    .replace(lineStart, '\\')
    .replace(listNumber, '$1\\');
}

/** As `escapeMarkdown`, for a masked link, whose brackets must pair: Discord would end the link at the wrong one. */
export function escapeLabel(text: string, charactersMax = 300): string {
  const line = oneLine(text, charactersMax);
  return escapeMarkdown(bracketsPair(line) ? line : line.replaceAll('[', '［').replaceAll(']', '］'), charactersMax);
}

/** At most one pair is open at a time. */
const bracketsPair = (line: string): boolean => /^(?:[^[\]]|\[[^[\]]*\])*$/.test(line);

// Parameters that only tell the publisher where the reader came from.
const tracking =
  /^(utm_\w+|at_\w+|fbclid|gclid|dclid|msclkid|igshid|mc_[ce]id|cmpid|cmp|ns_\w+|ito|xtor|smid|ref_src|guccounter|__twitter_impression|wt_\w+|oc|mkt_tok|_hs\w+|yclid|ocid|icid|ftag|sh)$/i;
/** Discord's limit for an address of a button; a few longer ones in a list would leave no room for its words. */
const addressMax = 512;
/** For a masked link Discord limits only the whole message, and a letter of an Arabic slug takes six characters. */
const longAddressMax = 1_500;

/** An http(s) address that a masked link can hold whole, without tracking parameters; undefined if there is none. */
export function safeUrl(address: string, charactersMax: number = addressMax): string | undefined {
  const url = address.length > 4_000 ? null : URL.parse(address);
  if (url === null || (url.protocol !== 'https:' && url.protocol !== 'http:')) return undefined;
  // A masked link can't hold the brackets of IPv6, and Discord refuses a picture at an address with other signs there.
  if (url.hostname.startsWith('[')) return undefined;
  url.username = '';
  url.password = '';
  dropParameters(url, tracking);
  const whole = encoded(url.href);
  if (whole.length <= charactersMax) return whole;
  url.hash = '';
  const short = encoded(url.href);
  return short.length <= charactersMax ? short : undefined;
}

/** Without characters that would end a masked link or start other markup. */
const encoded = (href: string): string =>
  href.replace(/[()[\]<>"'`|*\\]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`);

/** Draws links of a message; see `link`. */
export type Links = (text: string, address: string, charactersMax?: number) => string;

/** A masked link, or only its words if the address can't be one; "…" for words that nobody would see. */
export const link: Links = (text, address, charactersMax = 300) => linkTo(safeUrl(address), text, charactersMax);

/** As `link`, and also to long addresses, first come, while they fit into the characters that the message has left. */
export function createLinks(room: number): Links {
  let left = room;
  return (text, address, charactersMax = 300) => {
    const url = safeUrl(address);
    const long = url === undefined ? safeUrl(address, longAddressMax) : undefined;
    const taken = long === undefined ? 0 : `[](${long})`.length;
    if (long === undefined || taken > left) return linkTo(url, text, charactersMax);
    left -= taken;
    return linkTo(long, text, charactersMax);
  };
}

/** As `links`, with a mark after those that lie behind a paywall. */
export const markedLinks =
  (links: Links, paywalled: readonly string[], mark: (link: string) => string): Links =>
  (text, address, charactersMax) => {
    const link = links(text, address, charactersMax);
    return paywalled.includes(address) ? mark(link) : link;
  };

function linkTo(url: string | undefined, text: string, charactersMax: number): string {
  if (url === undefined) return escapeMarkdown(text, charactersMax) || '…';
  return `[${escapeLabel(text, charactersMax) || '…'}](${url})`;
}
