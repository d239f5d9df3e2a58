/**
 * What a feed is called where many may read it: its title, else where it is; the query may hold a token and is never
 * shown.
 */
export function feedName({ title, url }: { title?: string; url: string }): string {
  if (title) return title;
  const address = URL.parse(url);
  if (address === null) return '';
  return address.search === '' ? `${address.host}${address.pathname.replace(/\/$/, '')}` : address.host;
}
