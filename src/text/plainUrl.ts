/**
 * Host, path and query of an address that `URL.parse` would give back as it stands, which makes an object of each:
 * http(s), a host of ASCII labels, of which the last is letters (others may be a number, and so an address), and in the
 * path no segment that begins with a full stop.
 */
const plain = /^https?:\/\/((?:[a-z0-9-]+\.)+[a-z]{2,})((?:\/(?:[\w~-][\w.~-]*)?)+)(?:\?([\w.~!$&()*+,;=:@/?%-]*))?$/;

/**
 * Parts of an http(s) address that is as the URL Standard writes it; undefined for any that may not be. `query` without
 * its mark.
 */
export function plainUrl(url: string): { host: string; path: string; query: string | undefined } | undefined {
  const found = plain.exec(url);
  if (found === null) return undefined;
  const [, host = '', path = '', query] = found;
  return { host, path, query };
}
