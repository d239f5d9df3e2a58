import { oneLine } from './escape.ts';

interface Named {
  title: string;
  url: string;
}

const labelMax = 100;
const addressMax = 56;

/**
 * What a feed of a server is called among all of them, as plain text for a suggestion: its title, with its address where another has
 * the same one or where it has none.
 */
export function feedLabel(feed: Named, feeds: readonly Named[]): string {
  const title = titleOf(feed);
  if (title === '') return addressOf(feed.url);
  if (feeds.filter((other) => titleOf(other) === title).length < 2) return title;
  const address = addressOf(feed.url);
  return `${oneLine(title, labelMax - address.length - ' · '.length)} · ${address}`;
}

const titleOf = ({ title }: Named) => oneLine(title, labelMax);

/** Host and path: the query may hold a token. Of a long one the end, since feeds of one site begin alike. */
function addressOf(url: string): string {
  const parsed = URL.parse(url);
  if (parsed === null) return oneLine(url, addressMax);
  const address = oneLine(`${parsed.host.replace(/^www\./, '')}${parsed.pathname.replace(/\/$/, '')}`, 2_000);
  return address.length <= addressMax ? address : `…${address.slice(1 - addressMax)}`;
}
