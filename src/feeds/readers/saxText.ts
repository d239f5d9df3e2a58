/** Nearly all references, as they go on behind the `&`. */
const usual = [
  ['lt;', '<'],
  ['gt;', '>'],
  ['amp;', '&'],
  ['quot;', '"'],
  ['apos;', "'"],
] as const;
const numbered = /^#(?:0*([1-9]\d{0,6})|x0*([1-9a-f][\da-f]{0,5}))$/i;
const nameCharactersMax = 8;

/** The character that sax reads for a number; undefined where it fails, or for a name that it may know. */
function numberedCharacter(name: string): string | undefined {
  const found = numbered.exec(name);
  if (!found) return undefined;
  const code = found[1] === undefined ? Number.parseInt(found[2] ?? '', 16) : Number(found[1]);
  // What XML lets stand in a text: its production Char.
  const allowed = code >= 0x20 ? !(code >= 0xd800 && code < 0xe000) && code <= 0x10ffff : [9, 10, 13].includes(code);
  return allowed && code !== 0xfffe && code !== 0xffff ? String.fromCodePoint(code) : undefined;
}

function usualAt(text: string, at: number): (typeof usual)[number] | undefined {
  for (const one of usual) if (text.startsWith(one[0], at)) return one;
  return undefined;
}

/** A text or an attribute's value as sax decodes it; undefined where only sax knows. */
export function saxText(text: string): string | undefined {
  let whole = '';
  let from = 0;
  for (let at = text.indexOf('&'); at >= 0; at = text.indexOf('&', from)) {
    const known = usualAt(text, at + 1);
    const end = known ? at + known[0].length : text.indexOf(';', at);
    if (end < 0 || end - at > nameCharactersMax + 1) return undefined;
    const character = known ? known[1] : numberedCharacter(text.slice(at + 1, end));
    if (character === undefined) return undefined;
    whole += text.slice(from, at) + character;
    from = end + 1;
  }
  return from === 0 ? text : whole + text.slice(from);
}
