import { decodeEntities } from './entities.ts';
import { piecesOf } from './markup.ts';

/** No page that a person reads has more; the rest of a longer text is not looked at. */
const charactersMax = 2_000_000;

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));

const inline = words(
  'a abbr acronym b bdi bdo big cite code data del dfn em font i img ins kbd label mark q rp rt ruby s samp small span strike strong sub sup time tt u var wbr',
);
const block = words(
  'address article aside blockquote body center dd details dialog div dl dt fieldset figure footer form h1 h2 h3 h4 h5 h6 head header hgroup hr html legend li main menu ol p pre section summary table tbody td tfoot th thead tr ul',
);
const dropped = words(
  'audio button canvas figcaption h1 h2 h3 h4 h5 h6 head iframe math nav noscript object script select style svg template textarea title video',
);
const others = words(
  'br input link meta source embed param track picture option optgroup caption col colgroup area map',
);

const isElement = (name: string): boolean =>
  inline.has(name) ||
  block.has(name) ||
  dropped.has(name) ||
  others.has(name) ||
  name.includes('-') ||
  name.includes(':');

const hidden = /[\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]/g;

/** What a plain line can't hold; most texts hold none of it, and then need no writing again. */
const untidy = /\s\s|[^\S ]|[\p{Cc}\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]/u;

/** One line without control characters, bidi controls and zero-width fill; every run of white space is one space. */
export function plainLine(text: string): string {
  if (!untidy.test(text)) return text.trim();
  const spaced = text.replace(hidden, '').replace(/\s+/g, ' ');
  return spaced.replace(/\p{Cc}/gu, '').trim();
}

function withoutTags(html: string): string {
  if (!html.includes('<')) return html;
  let text = '';
  for (const piece of piecesOf(html)) {
    if (piece.kind === 'text') text += piece.text;
    else if (!isElement(piece.name)) text += piece.text;
    else if (!inline.has(piece.name)) text += ' ';
  }
  return text;
}

/**
 * A headline as plain text: tags stripped and entities decoded twice, since feeds escape them once or twice. What only looks like a tag
 * ("x < y", "Vector<T>") stays.
 */
export function titleText(html: string): string {
  if (!html.includes('<') && !html.includes('&')) return plainLine(html.slice(0, 20_000));
  const once = decodeEntities(withoutTags(html.slice(0, 20_000)));
  return plainLine(decodeEntities(withoutTags(once)));
}

/** The text of every block of the HTML, in order; no markup left, captions, headings, menus and scripts left out. */
export function paragraphsOf(html: string): string[] {
  const cut = html.slice(0, charactersMax);
  const found = collect(cut, dropped);
  // A page of headings only, or an element that should be left out and was never closed: better too much than nothing.
  return found.length > 0 || !cut.includes('<') ? found : collect(cut, words('script style template textarea title'));
}

function collect(html: string, without: ReadonlySet<string>): string[] {
  const paragraphs: string[] = [];
  let text = '';
  let breaks = 0;
  let hidden = '';
  let depth = 0;
  const end = (): void => {
    const line = plainLine(decodeEntities(text));
    if (line !== '') paragraphs.push(line);
    text = '';
    breaks = 0;
  };
  let marked = false;
  for (const piece of piecesOf(html)) {
    if (piece.kind !== 'text') marked = true;
    if (hidden !== '') {
      if (piece.kind === 'text' || piece.name !== hidden) continue;
      if (piece.kind === 'open') depth++;
      else if (--depth === 0) hidden = '';
    } else if (piece.kind === 'text') {
      if (piece.text.trim() !== '') breaks = 0;
      text += piece.text;
    } else if (without.has(piece.name)) {
      end();
      if (piece.kind === 'open' && !piece.text.endsWith('/>')) {
        hidden = piece.name;
        depth = 1;
      }
    } else if (piece.name === 'br') {
      text += ' ';
      if (++breaks === 2) end();
    } else if (block.has(piece.name)) end();
    else if (!isElement(piece.name)) text += piece.text;
    else if (!inline.has(piece.name)) text += ' ';
  }
  if (!marked)
    return html
      .split(/\n[^\S\n]*\n/)
      .map((part) => plainLine(decodeEntities(part)))
      .filter((part) => part !== '');
  end();
  return paragraphs;
}
