/**
 * Returns the lower-case host of a URL or domain, without "www.", with the port if given. Undefined for a bare
 * top-level domain.
 */
export function domainOf(given: string): string | undefined {
  const typed = given.trim();
  const url = URL.parse(/^[a-z][a-z\d+.-]*:\/\//i.test(typed) ? typed : `https://${typed}`);
  if (url === null || !url.hostname.includes('.') || url.hostname.startsWith('.')) return undefined;
  return url.host.replace(/^www\./, '').replace(/\.$/, '');
}

/** Whether the URL's host is one of the domains or a subdomain. */
export function isOfDomain(domains: ReadonlySet<string>, address: string | undefined): boolean {
  if (domains.size === 0 || address === undefined) return false;
  const url = URL.parse(address);
  if (url === null) return false;
  if (domains.has(url.host)) return true;
  const labels = url.hostname.replace(/\.$/, '').split('.');
  return labels.some((_, at) => domains.has(labels.slice(at).join('.')));
}
