import { plainUrl } from '../text/plainUrl.ts';

/** Query parameters that say how a reader came, not what is read: what browsers' and ClearURLs' lists agree on. */
const tracking =
  /^(?:utm_.*|at_(?:medium|campaign|link_.*|format|ptr_name|bbc_team)|ns_(?:mchannel|source|campaign|linkname|fee)|mc_[ce]id|fb(?:clid)|gclid|dclid|gbraid|wbraid|msclkid|twclid|igshid|yclid|_hsenc|_hsmi|mkt_tok|oc|ocid|cmpid|cmp|icid|ncid|ref|ref_src|referrer|source|src|smid|sref|xtor|wt_mc|wtmc|partner|rss|feed|ftag|sh|guccounter|traffic_source|outputType)$/i;

const urlCharactersMax = 2_000;

/** Change logs and live pages give each item an anchor of one page; `#xtor=…` and its like say how a reader came. */
const anchor = /^#[\p{L}\p{N}_!/.:~-]{1,100}$/u;
/** Anchors that stand on any page. */
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

/** Cuts parameters out of the query and leaves all others as they are written: some sites have a path there. */
export function dropParameters(url: URL, names: RegExp): void {
  const parts = url.search.slice(1).split('&');
  const kept = parts.filter((part) => !names.test(new URLSearchParams(`?${part}`).keys().next().value ?? ''));
  const query = kept.join('&');
  // A question mark before it would be taken for the one that begins a query.
  if (kept.length < parts.length) url.search = query === '' ? '' : `?${query}`;
}

function cleaned(url: string): URL | undefined {
  const parsed = url.length > urlCharactersMax ? null : URL.parse(url);
  if (parsed?.protocol !== 'https:' && parsed?.protocol !== 'http:') return undefined;
  // Each change writes the whole address anew, and most addresses need none.
  if (parsed.hash !== '') parsed.hash = keptHash(parsed.hash);
  if (parsed.username !== '') parsed.username = '';
  if (parsed.password !== '') parsed.password = '';
  if (parsed.search !== '') {
    dropParameters(parsed, tracking);
  }
  // A question mark or number sign with nothing behind goes only when told.
  if (parsed.search === '' && parsed.href.includes('?')) parsed.search = '';
  if (parsed.hash === '' && parsed.href.endsWith('#')) parsed.hash = '';
  return parsed;
}

/**
 * One text for all addresses of the same page: no scheme, no www or mobile host, no closing slash, sorted parameters.
 */
export function canonicalUrl(url: string): string | undefined {
  const parsed = cleaned(url);
  return parsed && canonicalOf(parsed);
}

/**
 * `clean`: the address without tracking parameters, and without a fragment that names no place of its own, as readers
 * should open it.
 * `canonical`: what `canonicalUrl` makes of that; one that is too long when clean stands for itself. Undefined for
 * anything but http(s).
 */
export function addressesOf(url: string): { clean: string; canonical: string } | undefined {
  const plain = url.length > urlCharactersMax ? undefined : plainUrl(url);
  if (plain && plain.query === undefined) return { clean: url, canonical: pageOf(plain.host, plain.path) };
  const parsed = cleaned(url);
  if (parsed === undefined) return undefined;
  const clean = parsed.href;
  return { clean, canonical: clean.length > urlCharactersMax ? clean : canonicalOf(parsed) };
}

function canonicalOf(parsed: URL): string {
  if (parsed.search !== '') parsed.searchParams.sort();
  return `${pageOf(parsed.host, parsed.pathname)}${parsed.search}${parsed.hash}`;
}

function pageOf(host: string, path: string): string {
  return host.replace(/^(?:www|m|mobile|amp)\./, '') + path.replace(/(?:\/amp|\/index\.html?)?\/*$/, '');
}
