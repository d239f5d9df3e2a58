import { decodeEntities } from './entities.ts';
import { walkPieces } from './markup.ts';

/** The rest of a longer text is not read. */
const charactersMax = 2_000_000;

/** How an element affects text. `other` becomes a space; `heading` and `dropped` are left out with their text. */
type Role = 'inline' | 'block' | 'heading' | 'dropped' | 'other';

const named = (role: Role, names: string): [string, Role][] => names.split(' ').map((name) => [name, role]);
const roles = new Map([
  ...named(
    'inline',
    'a abbr acronym b bdi bdo big cite code data del dfn em font i img ins kbd label mark q rp rt ruby s samp small span strike strong sub sup time tt u var wbr',
  ),
  ...named(
    'block',
    'address article aside blockquote body center dd details dialog div dl dt fieldset figure footer form header hgroup hr html legend li main menu ol p pre section summary table tbody td tfoot th thead tr ul',
  ),
  ...named('heading', 'h1 h2 h3 h4 h5 h6 head'),
  ...named(
    'dropped',
    'audio button canvas figcaption iframe math nav noscript object script select style svg template textarea title video',
  ),
  ...named(
    'other',
    'br input link meta source embed param track picture option optgroup caption col colgroup area map',
  ),
]);
/** Elements that are never text, even on a page that would otherwise be empty. */
const neverText: ReadonlySet<string> = new Set(['script', 'style', 'template', 'textarea', 'title']);

/** Undefined for a name that no HTML element has: "Vector<T>" only looks like a tag. */
const roleOf = (name: string): Role | undefined =>
  roles.get(name) ?? (name.includes('-') || name.includes(':') ? 'other' : undefined);

const hiddenCharacters = /[\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]/g;
/**
 * Matches characters that `plainLine` replaces. Most texts have none, and this test costs half as much as the
 * replacements.
 */
const untidy = /[^\S ]| {2}|[\p{Cc}\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]/u;

/**
 * One line without control characters, bidi controls and zero-width characters. Every run of white space becomes one
 * space. A lone surrogate becomes U+FFFD, as in the database.
 */
export function plainLine(text: string): string {
  const line = text.trim().toWellFormed();
  if (!untidy.test(line)) return line;
  const spaced = line.replace(hiddenCharacters, '').replace(/\s+/g, ' ');
  return spaced.replace(/\p{Cc}/gu, '').trim();
}

function withoutTags(html: string): string {
  if (!html.includes('<')) return html;
  let text = '';
  walkPieces(html, (kind, name, start, end) => {
    const role = kind === 'text' ? undefined : roleOf(name);
    if (role === undefined) text += html.slice(start, end);
    else if (role !== 'inline') text += ' ';
  });
  return text;
}

/**
 * A headline as plain text: tags stripped and entities decoded twice, because feeds escape them once or twice. Text
 * that only looks like a tag ("x < y", "Vector<T>") stays.
 */
export function titleText(html: string): string {
  const once = decodeEntities(withoutTags(html.slice(0, 20_000)));
  return plainLine(decodeEntities(withoutTags(once)));
}

/** The text of every block of the HTML, in order, without markup, captions, headings, menus and scripts. */
export function paragraphsOf(html: string): string[] {
  const cut = html.slice(0, charactersMax);
  const found = collect(cut);
  // If the page has only headings, or a dropped element never closes, too much text is better than none.
  return found.length > 0 || !cut.includes('<') ? found : collect(cut, neverText);
}

/** The paragraphs of HTML. Leaves out dropped elements and headings, or, if `only` is given, just its elements. */
function collect(html: string, only?: ReadonlySet<string>): string[] {
  const paragraphs: string[] = [];
  let isMarked = false;
  let text = '';
  let breaks = 0;
  /** The element that is being left out, and how deeply elements of that name are nested. */
  let hidden = '';
  let depth = 0;
  const endParagraph = (): void => {
    const line = plainLine(decodeEntities(text));
    if (line !== '') paragraphs.push(line);
    text = '';
    breaks = 0;
  };
  const readTag = (kind: 'open' | 'close', name: string, start: number, end: number): void => {
    const role = roleOf(name);
    if ((role === 'dropped' || role === 'heading') && (only === undefined || only.has(name))) {
      endParagraph();
      if (kind === 'close' || html.startsWith('/>', end - 2)) return;
      hidden = name;
      depth = 1;
    } else if (name === 'br') {
      text += ' ';
      if (++breaks === 2) endParagraph();
    } else if (role === 'block' || role === 'heading') endParagraph();
    else if (role === undefined) text += html.slice(start, end);
    else if (role !== 'inline') text += ' ';
  };
  walkPieces(html, (kind, name, start, end) => {
    isMarked ||= kind !== 'text';
    if (hidden !== '') {
      if (name === hidden) depth += kind === 'open' ? 1 : -1;
      if (depth === 0) hidden = '';
    } else if (kind !== 'text') readTag(kind, name, start, end);
    else {
      const piece = html.slice(start, end);
      if (breaks > 0 && piece.trim() !== '') breaks = 0;
      text += piece;
    }
  });
  if (isMarked) {
    endParagraph();
    return paragraphs;
  }
  return html
    .split(/\n[^\S\n]*\n/)
    .map((part) => plainLine(decodeEntities(part)))
    .filter((part) => part !== '');
}
