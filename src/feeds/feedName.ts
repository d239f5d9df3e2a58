/** The feed's title, else its address without the query, which may hold a token. */
export function feedName({ title, url }: { title?: string; url: string }): string {
  if (title) return title;
  const address = URL.parse(url);
  if (address === null) return '';
  return address.search === '' ? `${address.host}${address.pathname.replace(/\/$/, '')}` : address.host;
}
