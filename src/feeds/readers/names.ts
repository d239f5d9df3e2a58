/** Namespaces that feeds use, by the prefix that readers know them by; without scheme and last slash. */
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

const declaration = /\sxmlns:([\w.-]{1,40})\s*=\s*["'](?:https?:\/\/)?([^"']{1,250}?)\/?["']/gi;
/** They stand at the root, or at the first item that needs them. */
const searched = 64_000;

/** Which prefixes of the document mean a known namespace that is usually named otherwise; '' is RSS's own. */
function renamedPrefixes(text: string, from: number): Map<string, string> {
  const renamed = new Map<string, string>();
  for (const [, prefix = '', uri = ''] of text.slice(from, from + searched).matchAll(declaration)) {
    const known = knownUris.get(uri.trim().toLowerCase());
    const lower = prefix.toLowerCase();
    if (known !== undefined && known !== lower && !renamed.has(lower)) renamed.set(lower, known);
  }
  return renamed;
}

/** Gives the lower-case name of an element of this document, with the prefix that readers know. */
export function canonicalNames(text: string, from: number): (name: string) => string {
  const renamed = renamedPrefixes(text, from);
  return (name) => {
    const lower = name.toLowerCase();
    const colon = lower.indexOf(':');
    const prefix = colon < 0 ? undefined : renamed.get(lower.slice(0, colon));
    if (prefix === undefined) return lower;
    return prefix === '' ? lower.slice(colon + 1) : `${prefix}:${lower.slice(colon + 1)}`;
  };
}
