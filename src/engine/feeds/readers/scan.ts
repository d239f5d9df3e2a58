const namePattern = /[a-z_][\w.:-]*/iy;

export interface Tag {
  name: string;
  lower: string;
  closing: boolean;
  selfClosing: boolean;
  attributes: string;
  /** The index of its `<`, and the index after its `>`. */
  start: number;
  end: number;
}

/** The tag whose `<` is at `start`; undefined if the `<` is just text. */
export function tagAt(text: string, start: number): Tag | undefined {
  const closing = text.charCodeAt(start + 1) === 47;
  namePattern.lastIndex = start + (closing ? 2 : 1);
  const name = namePattern.exec(text)?.[0];
  if (name === undefined) return undefined;
  const from = namePattern.lastIndex;
  const end = tagEnd(text, from);
  if (end < 0) return undefined;
  const selfClosing = text.charCodeAt(end - 1) === 47;
  const attributes = closing ? '' : text.slice(from, selfClosing ? end - 1 : end);
  return { name, lower: name.toLowerCase(), closing, selfClosing, attributes, start, end: end + 1 };
}

/** The index of a tag's `>`, or -1. A `>` in quotes doesn't count, unless the quotation mark isn't closed soon. */
function tagEnd(text: string, from: number): number {
  let at = from;
  const limit = Math.min(text.length, from + 8_000);
  while (at < limit) {
    const code = text.charCodeAt(at);
    if (code === 62) return at;
    if (code === 60) return -1;
    if (code === 34 || code === 39) {
      const close = text.indexOf(code === 34 ? '"' : "'", at + 1);
      if (close < 0 || close > limit) return text.indexOf('>', at) < limit ? text.indexOf('>', at) : -1;
      at = close;
    }
    at++;
  }
  return -1;
}

/** The index after a comment, CDATA section or instruction that begins at `at`; else `at`. */
export function skipped(text: string, at: number): number {
  const behind = (mark: string): number => {
    const end = text.indexOf(mark, at);
    return end < 0 ? text.length : end + mark.length;
  };
  if (text.startsWith('<![CDATA[', at)) return behind(']]>');
  if (text.startsWith('<!--', at)) return behind('-->');
  if (text.startsWith('<?', at)) return behind('>');
  return at;
}

/** Text and CDATA sections in their order, without comments and instructions. */
export function pieces(text: string): { text: string; cdata: boolean }[] {
  const found: { text: string; cdata: boolean }[] = [];
  let at = 0;
  while (at < text.length) {
    let special = text.indexOf('<', at);
    while (special >= 0 && skipped(text, special) === special) special = text.indexOf('<', special + 1);
    found.push({ text: text.slice(at, special < 0 ? text.length : special), cdata: false });
    if (special < 0) break;
    at = skipped(text, special);
    if (text.startsWith('<![CDATA[', special))
      found.push({ text: text.slice(special + 9, text.endsWith(']]>', at) ? at - 3 : at), cdata: true });
  }
  return found;
}
