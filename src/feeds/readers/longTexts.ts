/** A document whose long texts stand beside it. */
export interface ShortDocument {
  xml: string;
  /** Puts the long texts back into the text of one element; any other text stays as it is. */
  restored(text: string): string;
}

/** sax reads character by character: below this, taking a text out costs as much. */
const longCharacters = 64;

/** Stands around the number of a text; decoding takes all control characters out, so that no document holds one. */
const mark = '\u0001';
// biome-ignore lint/suspicious/noControlCharactersInRegex: the mark is one, so that no document holds it
const marked = /\u0001(\d+)\u0001/g;

/** What sax takes without complaint, and a `>` in quotes can't end; a document with any other tag is left alone. */
const tag = /<(?:\/[^\s<>"'/=!?&]+\s*|[^\s<>"'/=!?&]+(?:\s+[^\s<>"'/=]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*\s*\/?)>/y;

const named = new Map([
  ['lt', '<'],
  ['gt', '>'],
  ['amp', '&'],
  ['quot', '"'],
  ['apos', "'"],
]);
const numbered = /^#(?:([1-9]\d{0,6})|x([1-9a-f][\da-f]{0,5}))$/;
const nameCharactersMax = 8;

/** The character that sax reads for the name of a reference; undefined where it fails, or knows more names than XML does. */
function characterOf(name: string): string | undefined {
  const known = named.get(name);
  if (known !== undefined) return known;
  const found = numbered.exec(name);
  if (!found) return undefined;
  const code = found[1] === undefined ? Number.parseInt(found[2] ?? '', 16) : Number(found[1]);
  // What XML lets stand in a text: its production Char.
  const allowed = code >= 0x20 ? !(code >= 0xd800 && code < 0xe000) && code <= 0x10ffff : [9, 10, 13].includes(code);
  return allowed && code !== 0xfffe && code !== 0xffff ? String.fromCodePoint(code) : undefined;
}

/** As sax decodes it; undefined where only sax knows. */
function decoded(text: string): string | undefined {
  const parts: string[] = [];
  let from = 0;
  for (let at = text.indexOf('&'); at >= 0; at = text.indexOf('&', from)) {
    const end = text.indexOf(';', at);
    if (end < 0 || end - at > nameCharactersMax + 1) return undefined;
    const character = characterOf(text.slice(at + 1, end));
    if (character === undefined) return undefined;
    parts.push(text.slice(from, at), character);
    from = end + 1;
  }
  return from === 0 ? text : parts.join('') + text.slice(from);
}

/** Behind the comment, CDATA section, instruction or tag that begins here; undefined for what needs sax to be understood. */
function behind(xml: string, at: number): number | undefined {
  const end = (close: string, from: number): number | undefined => {
    const found = xml.indexOf(close, from);
    return found < 0 ? undefined : found + close.length;
  };
  const next = xml.charCodeAt(at + 1);
  if (next === 33) {
    if (xml.startsWith('<![CDATA[', at)) return end(']]>', at + 9);
    return xml.startsWith('<!--', at) ? end('-->', at + 4) : undefined;
  }
  if (next === 63) {
    const close = end('?>', at + 2);
    // sax takes question marks in pairs: in front of the end, another may have used this one up.
    return close !== undefined && xml.charCodeAt(close - 3) !== 63 ? close : undefined;
  }
  tag.lastIndex = at;
  return tag.test(xml) ? tag.lastIndex : undefined;
}

/**
 * The document with every long text and CDATA section taken out, so that the parser, which goes over each character, sees a
 * quarter of it: what it makes of the rest is exactly what it makes of the whole, once `restored`. From the root element on;
 * a document that sax might read in another way than this does comes back as it is.
 */
export function withoutLongTexts(xml: string): ShortDocument {
  const whole: ShortDocument = { xml, restored: (text) => text };
  if (xml.includes(mark)) return whole;
  const texts: string[] = [];
  let short = '';
  let kept = 0;
  const takeOut = (from: number, to: number, text: string): void => {
    short += `${xml.slice(kept, from)}${mark}${texts.length}${mark}`;
    texts.push(text);
    kept = to;
  };
  let at = 0;
  for (;;) {
    const open = xml.indexOf('<', at);
    const textEnd = open < 0 ? xml.length : open;
    if (textEnd - at > longCharacters) {
      const text = xml.slice(at, textEnd);
      const plain = /\S/.test(text) ? decoded(text) : undefined;
      if (plain !== undefined) takeOut(at, textEnd, plain);
    }
    if (open < 0) break;
    const end = behind(xml, open);
    if (end === undefined) return whole;
    if (xml.startsWith('<![CDATA[', open)) {
      // Also a short one, which takes sax as long as many letters. One without a word means something else when it is wrapped.
      const text = xml.slice(open + 9, end - 3);
      if (/\S/.test(text)) takeOut(open, end, text);
    }
    at = end;
  }
  if (texts.length === 0) return whole;
  return {
    xml: short + xml.slice(kept),
    restored: (text) => {
      const first = text.indexOf(mark);
      if (first < 0) return text;
      // Nearly always it is the text that was taken out, and nothing else.
      if (first === 0 && text.indexOf(mark, 1) === text.length - 1) return texts[Number(text.slice(1, -1))] ?? '';
      return text.replace(marked, (_, index: string) => texts[Number(index)] ?? '');
    },
  };
}
