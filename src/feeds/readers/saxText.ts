import { characterNamed, latinNames } from '../../text/entities.ts';

type Reference = readonly [behindAmpersand: string, character: string];
const lt: Reference = ['lt;', '<'];
const gt: Reference = ['gt;', '>'];
const amp: Reference = ['amp;', '&'];
const quot: Reference = ['quot;', '"'];
const apos: Reference = ['apos;', "'"];

const numbered = /^#(?:0*([1-9]\d{0,6})|x0*([1-9a-f][\da-f]{0,5}))$/i;
const nameCharactersMax = 8;
/** Names of HTML that sax knows by the same characters; XML knows none of them, but feeds have them. */
export const htmlNames: ReadonlySet<string> = new Set([
  ...latinNames,
  ...'lsquo rsquo sbquo ldquo rdquo bdquo lsaquo rsaquo ndash mdash hellip bull trade euro'.split(' '),
]);

/** The character that sax reads for a number, or for one of these names; undefined where it fails, or for a name that it may know. */
function characterOf(name: string): string | undefined {
  if (htmlNames.has(name)) return characterNamed(name);
  const found = numbered.exec(name);
  if (!found) return undefined;
  const code = found[1] === undefined ? Number.parseInt(found[2] ?? '', 16) : Number(found[1]);
  // What XML lets stand in a text: its production Char. From 128 to 159 something else is meant than sax reads.
  const allowed = code >= 0x20 ? !(code >= 0xd800 && code < 0xe000) && code <= 0x10ffff : [9, 10, 13].includes(code);
  const isMeant = code < 128 || code > 159;
  return allowed && isMeant && code !== 0xfffe && code !== 0xffff ? String.fromCodePoint(code) : undefined;
}

/** The one of these that may begin with such characters: an escaped feed has thousands, and to try all five takes longer. */
function usualBy(code: number, next: number): Reference | undefined {
  if (code === 108) return lt;
  if (code === 103) return gt;
  if (code === 113) return quot;
  return code === 97 ? (next === 109 ? amp : apos) : undefined;
}

/** A text or an attribute's value as sax decodes it; undefined where only sax knows. */
export function saxText(text: string): string | undefined {
  let whole = '';
  let from = 0;
  for (let at = text.indexOf('&'); at >= 0; at = text.indexOf('&', from)) {
    const usual = usualBy(text.charCodeAt(at + 1), text.charCodeAt(at + 2));
    const known = usual && text.startsWith(usual[0], at + 1) ? usual : undefined;
    const end = known ? at + known[0].length : text.indexOf(';', at);
    if (end < 0 || end - at > nameCharactersMax + 1) return undefined;
    const character = known ? known[1] : characterOf(text.slice(at + 1, end));
    if (character === undefined) return undefined;
    whole += text.slice(from, at) + character;
    from = end + 1;
  }
  return from === 0 ? text : whole + text.slice(from);
}
