import { decodeEntities } from '../../text/entities.ts';

/** The format by the root element. */
export interface Root {
  kind: 'rss' | 'atom' | 'rdf' | 'json';
  at: number;
  /** What links are relative to, where it says so. */
  base?: string;
  language?: string;
}

/** Looked for within this many characters; junk before the document is rarely longer. */
const searched = 200_000;

const declarationsMax = 20;

const tagStart = /<(?:([a-z][\w.-]*):)?([a-z][\w.-]*)(?=[\s/>])/iy;

/**
 * Skips comments, declarations and whatever stands before the first element that can be a feed's root; undefined where
 * there is none.
 */
export function rootOf(text: string): Root | undefined {
  const first = /\S/.exec(text);
  if (first && (first[0] === '{' || first[0] === '[')) return { kind: 'json', at: first.index };
  const head = text.slice(0, searched);
  let at = 0;
  let declarations = 0;
  while (at >= 0 && at < head.length) {
    at = head.indexOf('<', at);
    if (at < 0) return undefined;
    if (head.startsWith('<!--', at)) {
      const end = head.indexOf('-->', at + 4);
      at = end < 0 ? -1 : end + 3;
      continue;
    }
    if (head.startsWith('<!', at)) {
      at = ++declarations > declarationsMax ? at + 2 : declarationEnd(head, at);
      continue;
    }
    tagStart.lastIndex = at;
    const found = tagStart.exec(head);
    if (!found) {
      at++;
      continue;
    }
    const kind = kindOf(found[2] ?? '');
    if (kind === 'page') return undefined;
    if (kind) return { kind, at: found.index, ...inherited(head.slice(found.index, found.index + 2000)) };
    at = found.index + 1;
  }
  return undefined;
}

function kindOf(name: string): 'rss' | 'atom' | 'rdf' | 'page' | undefined {
  const lower = name.toLowerCase();
  if (lower === 'rss' || lower === 'channel') return 'rss';
  if (lower === 'feed') return 'atom';
  if (lower === 'rdf') return 'rdf';
  if (lower === 'html' || lower === 'head' || lower === 'body') return 'page';
  return undefined;
}

const inheritedPattern = /\sxml:(base|lang)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;

/** What the root states for all that is in it. */
function inherited(text: string): Pick<Root, 'base' | 'language'> {
  const end = text.indexOf('>');
  const tag = end < 0 ? text : text.slice(0, end);
  const found: Pick<Root, 'base' | 'language'> = {};
  for (const [, name, double, single] of tag.matchAll(inheritedPattern))
    found[name === 'base' ? 'base' : 'language'] ??= decodeEntities(double ?? single ?? '');
  return found;
}

/**
 * Behind a `<!…>`, which can hold an internal subset in brackets; one that never ends gives the place behind its start.
 */
function declarationEnd(text: string, from: number): number {
  const close = text.indexOf('>', from);
  if (close < 0) return from + 2;
  const bracket = text.indexOf('[', from);
  if (bracket < 0 || bracket > close) return close + 1;
  const end = /\]\s*>/g;
  end.lastIndex = bracket;
  const found = end.exec(text);
  return found ? found.index + found[0].length : close + 1;
}
