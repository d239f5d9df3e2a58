import { oneLine } from './escape.ts';

interface Named {
  title: string;
  url: string;
}

const labelMax = 100;
const addressMax = 56;

/**
 * What a feed of a server is called among all of them, as plain text for a suggestion: its title, with its address
 * where another has the same one or where it has none, and with a number where that is the same, too.
 */
export function feedLabel(feed: Named, feeds: readonly Named[]): string {
  const title = titleOf(feed);
  const sameTitle = feeds.filter((other) => titleOf(other) === title);
  if (title !== '' && sameTitle.length < 2) return title;
  const address = numbered(feed, sameTitle);
  return title === '' ? address : `${oneLine(title, labelMax - address.length - ' · '.length)} · ${address}`;
}

/** A number by the order of whole addresses, so that it stays whatever the order of the feeds. */
function numbered({ url }: Named, sameTitle: readonly Named[]): string {
  const address = addressOf(url);
  const urls = sameTitle.map((other) => other.url).filter((other) => addressOf(other) === address);
  return urls.length < 2 ? address : `${address} · ${urls.toSorted().indexOf(url) + 1}`;
}

const titleOf = ({ title }: Named) => oneLine(title, labelMax);

/** Host and path: the query may hold a token. Of a long one the end, since feeds of one site begin alike. */
function addressOf(url: string): string {
  const parsed = URL.parse(url);
  if (parsed === null) return oneLine(url, addressMax);
  const address = oneLine(`${parsed.host.replace(/^www\./, '')}${parsed.pathname.replace(/\/$/, '')}`, 2_000);
  return address.length <= addressMax ? address : `…${address.slice(1 - addressMax)}`;
}
