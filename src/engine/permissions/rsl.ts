import { Parser } from 'htmlparser2';
import { charactersMax, pathRules, rulesText } from './robotsRules.ts';

const namespace = 'rslstandard.org/rsl';
const contentsMax = 1_000;
const usageCharactersMax = 2_000;
/** Reading stops at a deeper element, because the parser takes quadratic time for such elements. */
const depthMax = 100;
/** The parser gets the text in pieces, so that it stops soon after the limit. */
const pieceCharacters = 8_192;
/** Payment types that ask nothing for search. `training` and `use` are charged only for AI. */
const freeOfCharge: ReadonlySet<string> = new Set(['free', 'attribution', 'contribution', 'training', 'use']);

/** The terms of an RSL document or feed for one asset. */
interface Content {
  /** An address, or a path with the wildcards of robots.txt; '' for the document that contains the licence. */
  url: string;
  /** Whether a licence allows everyone to build a search and show links and short extracts. */
  isOpen: boolean;
}

/** One licence. `permits` is undefined if the licence permits no usage by name. */
interface Licence {
  permits?: string[];
  prohibits: string[];
  /** Whether the licence demands what Lede can't give: money, reports, or a certain country or kind of user. */
  asksMore: boolean;
}

const covers = (usage: readonly string[]) => usage.includes('search') || usage.includes('all');
const isOpenBy = ({ permits, prohibits, asksMore }: Licence) =>
  !asksMore && (permits === undefined || covers(permits)) && !covers(prohibits);

/** Reads the licences of an RSL document or of a feed with RSL elements. Takes linear time on any text. */
class LicenceReader {
  readonly contents: Content[] = [];
  /** For each item of the feed, in order, whether a licence forbids search. */
  readonly items: boolean[] = [];
  depth = 0;
  private readonly prefixes: ReadonlySet<string>;
  private content: { url: string; licences: Licence[]; needsServer: boolean } | undefined;
  private licence: Licence | undefined;
  /** The open `permits` or `prohibits` element, with its text so far. */
  private usage: { is: 'permits' | 'prohibits'; text: string } | undefined;
  private isInItem = false;

  constructor(prefixes: ReadonlySet<string>) {
    this.prefixes = prefixes;
  }

  private ownName(name: string): string {
    const [prefix, local] = name.includes(':') ? name.split(':', 2) : ['', name];
    return this.prefixes.has(prefix ?? '') ? (local ?? '') : '';
  }

  onopentag(name: string, attributes: Readonly<Record<string, string>>): void {
    const { type = '' } = attributes;
    this.depth++;
    if (/^(?:item|entry)$/i.test(name)) {
      this.isInItem = true;
      this.items.push(false);
    }
    const own = this.ownName(name);
    if (own === 'content')
      this.content = { url: attributes.url ?? '', licences: [], needsServer: attributes.server !== undefined };
    if (own === 'license') this.licence = { prohibits: [], asksMore: false };
    if (!this.licence) return;
    if (own === 'permits' || own === 'prohibits') {
      if (type === 'usage') this.usage = { is: own, text: '' };
      else this.licence.asksMore = true;
    }
    if (own === 'reporting' || (own === 'payment' && type !== '' && !freeOfCharge.has(type)))
      this.licence.asksMore = true;
  }

  ontext(text: string): void {
    if (this.usage && this.usage.text.length < usageCharactersMax) this.usage.text += text;
  }

  onclosetag(name: string): void {
    this.depth--;
    if (/^(?:item|entry)$/i.test(name)) this.isInItem = false;
    const own = this.ownName(name);
    if (this.usage?.is === own && this.licence) {
      const stated = this.licence[this.usage.is] ?? [];
      stated.push(...this.usage.text.toLowerCase().split(/[\s,]+/));
      this.licence[this.usage.is] = stated;
      this.usage = undefined;
    }
    if (own === 'license') {
      if (this.licence) this.content?.licences.push(this.licence);
      this.licence = undefined;
    }
    if (own === 'content') this.close();
  }

  private close(): void {
    const { content } = this;
    this.content = undefined;
    if (!content || content.licences.length === 0 || this.contents.length >= contentsMax) return;
    const isOpen = !content.needsServer && content.licences.some(isOpenBy);
    if (this.isInItem && !isOpen) this.items[this.items.length - 1] = true;
    if (!this.isInItem) this.contents.push({ url: content.url, isOpen });
  }
}

function licencesIn(text: string, { isFeed }: { isFeed: boolean }): LicenceReader | undefined {
  if (!text.includes(namespace)) return undefined;
  const bound = [...text.matchAll(/\sxmlns:([\w.-]{1,40})\s*=\s*["']https?:\/\/rslstandard\.org\/rsl\/?["']/g)];
  const prefixes = new Set([...(isFeed ? [] : ['']), ...bound.map(([, prefix = '']) => prefix)]);
  const reader = new LicenceReader(prefixes);
  const parser = new Parser(reader, { xmlMode: true });
  for (let at = 0; at < text.length && reader.depth <= depthMax; at += pieceCharacters)
    parser.write(text.slice(at, at + pieceCharacters));
  if (reader.depth <= depthMax) parser.end();
  return reader;
}

/**
 * What an RSL 1.0 document allows for search, as JSON for `rulesAt`; '' without licences. A page is open if one of its
 * licences allows `search` free of charge. Call it in a worker thread.
 */
export function rslRules(body: Uint8Array): string {
  const contents = licencesIn(rulesText(body), { isFeed: false })?.contents ?? [];
  let characters = 0;
  const kept = contents.filter(({ url }) => {
    characters += url.length;
    return characters <= charactersMax;
  });
  return kept.length === 0 ? '' : JSON.stringify(kept);
}

/** Converts JSON from `rslRules` into a robots.txt for `origin`. Returns rules that aren't JSON as they are. */
export function rulesAt(rules: string, origin: string): string {
  if (!rules.startsWith('[')) return rules;
  const open = new Map<string, boolean>();
  for (const { url, isOpen } of JSON.parse(rules) as Content[]) {
    const path = pathAt(url, origin);
    if (path !== undefined) open.set(path, isOpen && open.get(path) !== false);
  }
  return pathRules([...open].map(([path, isOpen]) => ({ path, isOpen })));
}

const bareHost = ({ host }: URL) => host.replace(/^www\./, '');

/** The asset's path; undefined if it is on another site. */
function pathAt(asset: string, origin: string): string | undefined {
  const url = URL.parse(asset, `${origin}/`);
  return url && bareHost(url) === bareHost(new URL(origin)) ? url.pathname + url.search : undefined;
}

/**
 * For each item of a feed, in order, whether its licences forbid search; undefined if the feed doesn't use RSL. A
 * licence outside of the items applies to all items.
 */
export function itemsClosed(feed: string): readonly boolean[] | undefined {
  const found = licencesIn(feed, { isFeed: true });
  if (!found) return undefined;
  const isClosed = found.contents.some(({ isOpen }) => !isOpen);
  return found.items.map((closed) => closed || isClosed);
}
