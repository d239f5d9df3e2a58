import { dropParameters } from '../../engine/articles/canonicalUrl.ts';
import { cut } from '../../engine/text/cut.ts';

// Discord reads these as markup anywhere in a line, and hides a backslash before them.
const anywhere = /[\\`*_~|<>[\]@]/g;
// Headings, lists, quotes and small print, only at the start of a line.
const lineStart = /^(?=#|-|\+)/;
const listNumber = /^(\d{1,9})(?=[.)](?:\s|$))/;
// Also matches a name at the end of the text, because the card may add the closing colon.
const emoji = /:(?=[\w+-]{1,64}(?::|$))/g;
const invites = /(discord(?:app)?)\.(?=gg|com|me|io|li|new|gift)/gi;
const schemes = /:(?=\/\/)/g;
// Bidirectional controls reorder text, and invisible characters hide words. Joiners, variation selectors and tags stay:
// emoji and several scripts need them.
const unseen =
  /[[\p{Cc}--\s]\u2800\ufff9-\ufffb[\p{Default_Ignorable_Code_Point}--[\p{Join_Control}\p{Variation_Selector}\u{e0020}-\u{e007f}]]]/gv;
const blank = /^[\p{Default_Ignorable_Code_Point}\s]*$/v;
const stackedMarks = /(\p{M}{4})\p{M}+/gu;

/** One line of visible characters, cut at whole words to `charactersMax` with an ellipsis. */
export function oneLine(text: string, charactersMax: number): string {
  // Cut first, so that a megabyte in a title costs nothing.
  const line = cut(text, charactersMax * 4 + 200)
    .toWellFormed()
    .replace(unseen, '')
    .replace(stackedMarks, '$1')
    .replace(/\s+/g, ' ')
    .trim();
  if (blank.test(line)) return '';
  if (line.length <= charactersMax) return line;
  const start = cut(line, charactersMax - 1);
  const space = start.lastIndexOf(' ');
  return `${(space > charactersMax / 2 ? start.slice(0, space) : start).trimEnd()}…`;
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

/**
 * Like `escapeMarkdown`, for the label of a masked link. Brackets that don't pair become full-width ones, because
 * Discord would end the link at the wrong one.
 */
export function escapeLabel(text: string, charactersMax = 300): string {
  const line = oneLine(text, charactersMax);
  return escapeMarkdown(bracketsPair(line) ? line : line.replaceAll('[', '［').replaceAll(']', '］'), charactersMax);
}

/** Whether all square brackets pair, without nesting. */
const bracketsPair = (line: string): boolean => /^(?:[^[\]]|\[[^[\]]*\])*$/.test(line);

// Query parameters that only track where the reader came from.
const tracking =
  /^(utm_\w+|at_\w+|fbclid|gclid|dclid|msclkid|igshid|mc_[ce]id|cmpid|cmp|ns_\w+|ito|xtor|smid|ref_src|guccounter|__twitter_impression|wt_\w+|oc|mkt_tok|_hs\w+|yclid|ocid|icid|ftag|sh)$/i;
/** Maximum length of an address: Discord's limit for a link button. Longer ones would leave a list too little room. */
const addressMax = 512;
/**
 * Maximum length of an address in a message with room for it. Discord limits only the whole message, and an encoded
 * Arabic letter takes six characters.
 */
const longAddressMax = 1_500;

/** The http(s) address without tracking parameters, encoded for a masked link; undefined if unfit or too long. */
export function safeUrl(address: string, charactersMax: number = addressMax): string | undefined {
  const url = address.length > 4_000 ? null : URL.parse(address);
  if (url === null || (url.protocol !== 'https:' && url.protocol !== 'http:')) return undefined;
  // An IPv6 host needs its brackets, which would end a masked link.
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

/** Percent-encodes characters that would end a masked link or begin markup. */
const encoded = (href: string): string =>
  href.replace(/[()[\]<>"'`|*\\]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`);

/** A function that draws links, such as `link`. */
export type Links = (text: string, address: string, charactersMax?: number) => string;

/** A masked link, or only its escaped text if the address is unfit; "…" if the text has no visible characters. */
export const link: Links = (text, address, charactersMax = 300) => linkTo(safeUrl(address), text, charactersMax);

/** Like `link`, but also links long addresses, in order, as long as they fit into the `room` characters left. */
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

/** Like `links`, with a mark after each paywalled link. */
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
