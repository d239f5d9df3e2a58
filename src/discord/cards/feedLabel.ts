import { oneLine } from './escape.ts';

interface Named {
  title: string;
  url: string;
}

const labelMax = 100;
const addressMax = 56;

/**
 * A feed's label among all feeds of a server, as plain text: its title, with its address if another feed has that
 * title; only the address if it has no title.
 */
export function feedLabel(feed: Named, feeds: readonly Named[]): string {
  const title = titleOf(feed);
  const isOnly = feeds.filter((other) => titleOf(other) === title).length < 2;
  if (title !== '' && isOnly) return title;
  const address = addressOf(feed.url);
  return title === '' ? address : `${oneLine(title, labelMax - address.length - ' · '.length)} · ${address}`;
}

const titleOf = ({ title }: Named) => oneLine(title, labelMax);

/**
 * Host and path, without the query, which may hold a token. A long address keeps its end, because the addresses of a
 * site's feeds have the same beginning.
 */
function addressOf(url: string): string {
  const parsed = URL.parse(url);
  if (parsed === null) return oneLine(url, addressMax);
  const address = oneLine(`${parsed.host.replace(/^www\./, '')}${parsed.pathname.replace(/\/$/, '')}`, 2_000);
  return address.length <= addressMax ? address : `…${address.slice(1 - addressMax)}`;
}
