/**
 * Namespaces that feeds use, by the prefix that readers know them by; matched without scheme, case and a last slash.
 */
const knownUris = new Map(
  Object.entries({
    'purl.org/dc/elements/1.1': 'dc',
    'purl.org/dc/elements/1.0': 'dc',
    'purl.org/dc/terms': 'dcterms',
    'purl.org/rss/1.0/modules/content': 'content',
    'search.yahoo.com/mrss': 'media',
    'video.search.yahoo.com/mrss': 'media',
    'tools.search.yahoo.com/mrss': 'media',
    'search.yahoo.com/mrss/source': 'media',
    'www.itunes.com/dtds/podcast-1.0.dtd': 'itunes',
    'example.com/dtds/podcast-1.0.dtd': 'itunes',
    'www.w3.org/2005/atom': 'atom',
    'purl.org/atom/ns#': 'atom',
    'www.w3.org/1999/xhtml': 'xhtml',
    'purl.org/rss/1.0': '',
    'my.netscape.com/rdf/simple/0.9': '',
    'channel.netscape.com/rdf/simple/0.9': '',
    'backend.userland.com/rss2': '',
    'blogs.law.harvard.edu/tech/rss': '',
  }),
);

/** The prefix by which readers know a namespace; '' for RSS's own. */
export function knownPrefix(uri: string): string | undefined {
  return knownUris.get(
    uri
      .trim()
      .toLowerCase()
      .replace(/^https?:\/\//, '')
      .replace(/\/$/, ''),
  );
}

const declaration = /xmlns:([\w.-]{1,40})\s*=\s*["']([^"']{1,250})["']/iy;
/** They stand at the root, or at the first item that needs them. */
const searched = 64_000;

/**
 * A text is searched for a word in a fifth of the time that a pattern takes, so these two are all spellings that are
 * looked for.
 */
const words = ['xmlns:', 'XMLNS:'];

/** Which prefixes of the document mean a known namespace under another name; most documents give an empty map. */
export function renamedPrefixes(text: string, from: number): Map<string, string> {
  const renamed = new Map<string, string>();
  const head = text.slice(from, from + searched);
  for (const word of words) {
    for (let at = head.indexOf(word); at >= 0; at = head.indexOf(word, at + 1)) {
      declaration.lastIndex = at;
      const found = /\s/.test(head.charAt(at - 1)) ? declaration.exec(head) : null;
      if (!found) continue;
      at = declaration.lastIndex;
      const [, prefix = '', uri = ''] = found;
      const known = knownPrefix(uri);
      const lower = prefix.toLowerCase();
      if (known !== undefined && known !== lower && !renamed.has(lower)) renamed.set(lower, known);
    }
  }
  return renamed;
}

/** Lower-case name with its prefix changed to the known one. */
export function canonicalName(name: string, renamed: ReadonlyMap<string, string>): string {
  const lower = name.toLowerCase();
  const colon = lower.indexOf(':');
  if (colon < 0 || renamed.size === 0) return lower;
  const prefix = renamed.get(lower.slice(0, colon));
  if (prefix === undefined) return lower;
  return prefix === '' ? lower.slice(colon + 1) : `${prefix}:${lower.slice(colon + 1)}`;
}
