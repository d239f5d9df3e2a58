/** Tracking parameters that are both in ClearURLs and in browsers' own lists. */
const tracking =
  /^(?:utm_.*|at_(?:medium|campaign|link_.*|format|ptr_name|bbc_team)|ns_(?:mchannel|source|campaign|linkname|fee)|mc_[ce]id|fb(?:clid)|gclid|dclid|gbraid|wbraid|msclkid|twclid|igshid|yclid|_hsenc|_hsmi|mkt_tok|oc|ocid|cmpid|cmp|icid|ncid|ref|ref_src|referrer|source|src|smid|sref|xtor|wt_mc|wtmc|partner|rss|feed|ftag|sh|guccounter|traffic_source|outputType)$/i;

const urlCharactersMax = 2_000;

/** Anchors to keep, because change logs and live pages give each item one. `#xtor=…` and the like are tracking. */
const anchor = /^#[\p{L}\p{N}_!/.:~-]{1,100}$/u;
/** Anchors to drop all the same: any page may have them, so they identify no item. */
const commonAnchor =
  /^#(?:!?\/?|rss|feed|comments?|respond|reactions|discussion|more|top|content|main|article|story)$/i;

function keptHash(hash: string): string {
  let text = hash;
  try {
    text = decodeURIComponent(hash);
  } catch {
    return '';
  }
  return anchor.test(text) && !commonAnchor.test(text) ? hash : '';
}

/** Removes parameters from the query. The others stay as written, because some sites keep a path there. */
export function dropParameters(url: URL, names: RegExp): void {
  const parts = url.search.slice(1).split('&');
  const kept = parts.filter((part) => !names.test(new URLSearchParams(`?${part}`).keys().next().value ?? ''));
  const query = kept.join('&');
  // The setter strips one question mark, so add one: the query may itself begin with a question mark.
  if (kept.length < parts.length) url.search = query === '' ? '' : `?${query}`;
}

/** The address without tracking parameters, password and common anchors; undefined if it is too long or not http(s). */
function cleaned(url: string): URL | undefined {
  const parsed = url.length > urlCharactersMax ? null : URL.parse(url);
  if (parsed?.protocol !== 'https:' && parsed?.protocol !== 'http:') return undefined;
  parsed.username = '';
  parsed.password = '';
  dropParameters(parsed, tracking);
  // Assigning '' drops a bare question mark. The next assignment drops a bare number sign likewise.
  if (parsed.search === '') parsed.search = '';
  parsed.hash = keptHash(parsed.hash);
  return parsed.href.length > urlCharactersMax ? undefined : parsed;
}

/**
 * One form for all addresses of the same page: no scheme, no www or mobile host, no trailing slash, sorted parameters.
 * Undefined for an address that is too long or not http(s).
 */
export function canonicalUrl(url: string): string | undefined {
  return addressesOf(url)?.canonical;
}

/** `clean` is the address that readers should open, `canonical` the result of `canonicalUrl`. */
export function addressesOf(url: string): { clean: string; canonical: string } | undefined {
  const parsed = cleaned(url);
  if (parsed === undefined) return undefined;
  const clean = parsed.href;
  parsed.searchParams.sort();
  const host = parsed.host.replace(/^(?:www|m|mobile|amp)\./, '');
  const path = parsed.pathname.replace(/(?:\/amp|\/index\.html?)\/*$|(?<!\/)\/+$/, '');
  return { clean, canonical: host + path + parsed.search + parsed.hash };
}
