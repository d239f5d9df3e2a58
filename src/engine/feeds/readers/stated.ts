export interface StatedPicture {
  url: string;
  /** MIME type or Media RSS medium. */
  kind?: string;
  alt?: string;
  width?: number;
}

/** A link as an item or feed states it, perhaps relative. */
export interface StatedLink {
  href: string;
  /** In lower case. */
  rel?: string;
  type?: string;
}

/** The outlet that an item names as its source. */
export interface StatedSource {
  name?: string;
  /** '' if the source names no address, undefined if the format has none. */
  url?: string;
}

/** An item before tidying: texts as HTML, links perhaps relative, dates as text. Lists have the best entry first. */
export interface StatedItem {
  base?: string;
  titles: readonly (string | undefined)[];
  links: StatedLink[];
  guid?: string;
  /** Whether the feed says that the guid is a link; undefined if it doesn't say. */
  guidIsLink?: boolean;
  published: readonly (string | undefined)[];
  updated: readonly (string | undefined)[];
  /** Full text first, then teasers. */
  texts: readonly (string | undefined)[];
  source?: StatedSource;
  pictures: StatedPicture[];
  categories: readonly (string | undefined)[];
  /** The item's RSL licence forbids search. */
  isClosed?: boolean;
}

/** A whole document before tidying. */
export interface StatedFeed {
  format: 'rss' | 'atom' | 'rdf' | 'json';
  base?: string;
  titles: readonly (string | undefined)[];
  links: StatedLink[];
  language?: string;
  ttl?: string | number;
  skipHours?: (string | number)[];
  skipDays?: string[];
  items: StatedItem[];
}

export const feedItemsMax = 2000;
