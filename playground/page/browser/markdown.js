/**
 * The subset of Discord's markdown that bots use.
 * @typedef {(
 *   | { kind: 'text' | 'code', text: string }
 *   | { kind: 'strong' | 'em' | 'underline' | 'strike', children: Inline[] }
 *   | { kind: 'link', url: string, children: Inline[] }
 *   | { kind: 'time', at: number, style: string }
 *   | { kind: 'channel' | 'user' | 'role', id: string }
 *   | { kind: 'command', name: string }
 *   | { kind: 'break' }
 * )} Inline
 * @typedef {(
 *   | { kind: 'heading', level: 1 | 2 | 3, children: Inline[] }
 *   | { kind: 'small' | 'paragraph', children: Inline[] }
 *   | { kind: 'quote', children: Block[] }
 *   | { kind: 'list', ordered: boolean, start: number, items: Inline[][] }
 * )} Block
 */

const listItem = /^ {0,6}(?:[-*]|(\d{1,9})[.)]) +(.*)$/;

/** @param {string} source @returns {Block[]} */
export function parseMarkdown(source) {
  const lines = source.split('\n');
  /** @type {Block[]} */
  const blocks = [];
  for (let at = 0; at < lines.length; ) at += takeBlock(lines, at, blocks);
  return blocks;
}

/**
 * Parses the block that begins at a line.
 * @param {string[]} lines @param {number} at @param {Block[]} into
 * @returns {number} how many lines it took
 */
function takeBlock(lines, at, into) {
  const line = lines[at] ?? '';
  const quoted = countWhile(lines, at, (one) => one.startsWith('> '));
  if (quoted > 0) {
    const inner = lines.slice(at, at + quoted).map((one) => one.slice(2));
    into.push({ kind: 'quote', children: parseMarkdown(inner.join('\n')) });
    return quoted;
  }
  const listed = countWhile(lines, at, (one) => listItem.test(one));
  if (listed > 0) {
    const items = lines.slice(at, at + listed).map((one) => listItem.exec(one) ?? []);
    const first = items[0]?.[1];
    into.push({
      kind: 'list',
      ordered: first !== undefined,
      start: Number(first ?? 1),
      items: items.map((match) => parseInline(match[2] ?? '')),
    });
    return listed;
  }
  const heading = /^(#{1,3}) +(.*)$/.exec(line);
  if (heading !== null) {
    const level = /** @type {1 | 2 | 3} */ ((heading[1] ?? '').length);
    into.push({ kind: 'heading', level, children: parseInline(heading[2] ?? '') });
    return 1;
  }
  if (line.startsWith('-# ')) {
    into.push({ kind: 'small', children: parseInline(line.slice(3)) });
    return 1;
  }
  const plain = Math.max(1, countWhile(lines, at, isPlain));
  const text = lines.slice(at, at + plain).join('\n');
  if (text.trim() !== '') into.push({ kind: 'paragraph', children: parseInline(text) });
  return plain;
}

/** @param {string} line */
function isPlain(line) {
  return !/^(?:#{1,3} |-# |> )/.test(line) && !listItem.test(line);
}

/** @param {string[]} lines @param {number} from @param {(line: string) => boolean} test */
function countWhile(lines, from, test) {
  let count = 0;
  while (from + count < lines.length && test(lines[from + count] ?? '')) count += 1;
  return count;
}

/** @type {[mark: string, kind: 'strong' | 'em' | 'underline' | 'strike'][]} */
const marks = [
  ['**', 'strong'],
  ['__', 'underline'],
  ['~~', 'strike'],
  ['*', 'em'],
  ['_', 'em'],
];

/**
 * Parses inline markup. The depth is bounded, so that a text full of marks stays cheap to parse.
 * @param {string} source @param {number} [depth] @returns {Inline[]}
 */
export function parseInline(source, depth = 0) {
  /** @type {Inline[]} */
  const parts = [];
  let text = '';
  const flush = () => {
    if (text !== '') parts.push({ kind: 'text', text });
    text = '';
  };
  for (let at = 0; at < source.length; ) {
    const character = source[at] ?? '';
    if (character === '\\' && /[^\sA-Za-z0-9]/.test(source[at + 1] ?? '')) {
      text += source[at + 1];
      at += 2;
      continue;
    }
    if (character === '\n') {
      flush();
      parts.push({ kind: 'break' });
      at += 1;
      continue;
    }
    const found = depth < 8 ? special(source, at, depth) : undefined;
    if (found === undefined) {
      text += character;
      at += 1;
      continue;
    }
    flush();
    parts.push(found.part);
    at += found.length;
  }
  flush();
  return parts;
}

/** @param {string} url @returns {Inline | undefined} */
const bareLink = (url) =>
  URL.canParse(url) ? { kind: 'link', url, children: [{ kind: 'text', text: url }] } : undefined;

/** @type {[pattern: RegExp, read: (match: RegExpExecArray) => Inline | undefined][]} */
const patterns = [
  [/^(`{1,2})([^`]+)\1(?!`)/, ([, , text = '']) => ({ kind: 'code', text })],
  [/^<t:(-?\d{1,12})(?::([tTdDfFR]))?>/, ([, at, style = 'f']) => ({ kind: 'time', at: Number(at) * 1_000, style })],
  [/^<\/([^:<>\n]{1,100}):\d{1,20}>/, ([, name = '']) => ({ kind: 'command', name })],
  [/^<#(\d{1,20})>/, ([, id = '']) => ({ kind: 'channel', id })],
  [/^<@&(\d{1,20})>/, ([, id = '']) => ({ kind: 'role', id })],
  [/^<@!?(\d{1,20})>/, ([, id = '']) => ({ kind: 'user', id })],
  [/^<(https?:\/\/[^\s<>]{1,500})>/, ([, url = '']) => bareLink(url)],
  [/^https?:\/\/[^\s<>]{0,499}[^\s<>.,:;!?)\]'"]/, ([url]) => bareLink(url)],
];

/**
 * Parses the markup that begins at a position; undefined if it is plain text.
 * @param {string} source @param {number} at @param {number} depth
 * @returns {{ part: Inline, length: number } | undefined}
 */
function special(source, at, depth) {
  const rest = source.slice(at, at + 2_000);
  if (rest.startsWith('[')) return maskedLink(rest, depth);
  for (const [pattern, read] of patterns) {
    const match = pattern.exec(rest);
    const part = match === null ? undefined : read(match);
    if (match !== null && part !== undefined) return { part, length: match[0].length };
  }
  return marked(source, at, depth);
}

/**
 * Parses a masked link: a label in balanced brackets, then a URL in parentheses.
 * @param {string} rest @param {number} depth @returns {{ part: Inline, length: number } | undefined}
 */
function maskedLink(rest, depth) {
  let open = 0;
  let end = -1;
  for (let at = 0; at < rest.length && end < 0; at += 1) {
    if (rest[at] === '\\') at += 1;
    else if (rest[at] === '[') open += 1;
    else if (rest[at] === ']') {
      open -= 1;
      if (open === 0) end = at;
    } else if (rest[at] === '\n') return undefined;
  }
  if (end < 2) return undefined;
  const address = /^\(<?(https?:\/\/[^\s()<>]{1,1500})>?\)/.exec(rest.slice(end + 1));
  if (address === null || !URL.canParse(address[1] ?? '')) return undefined;
  const children = parseInline(rest.slice(1, end), depth + 1);
  return { part: { kind: 'link', url: address[1] ?? '', children }, length: end + 1 + address[0].length };
}

/**
 * @param {string} source @param {number} at @param {number} depth
 * @returns {{ part: Inline, length: number } | undefined}
 */
function marked(source, at, depth) {
  for (const [mark, kind] of marks) {
    if (!source.startsWith(mark, at)) continue;
    const from = at + mark.length;
    const end = closing(source, from, mark);
    if (end <= from) continue;
    const inner = source.slice(from, end);
    const isWord = mark === '_' && (/\w/.test(source[at - 1] ?? '') || /\w/.test(source[end + 1] ?? ''));
    if (isWord || (kind === 'em' && /^\s|\s$/.test(inner))) continue;
    return { part: { kind, children: parseInline(inner, depth + 1) }, length: end + mark.length - at };
  }
  return undefined;
}

/**
 * Position of the closing mark. Escaped marks and those within a longer mark do not count.
 * @param {string} source @param {number} from @param {string} mark
 */
function closing(source, from, mark) {
  for (let at = from; at < source.length; at += 1) {
    if (source[at] === '\\') at += 1;
    else if (source.startsWith(mark, at)) {
      const single = mark.length === 1;
      if (single && source[at + 1] === mark) at += 1;
      else if (!single && at === from) continue;
      else return at;
    }
  }
  return -1;
}
