/** A picture that an item names. */
export interface StatedPicture {
  url: string;
  /** MIME type or Media RSS medium, where stated. */
  kind?: string;
  alt?: string;
  width?: number;
}

/** A link as an item or feed states it, perhaps relative. */
export interface StatedLink {
  href: string;
  /** In small letters, by the name that it has in RFC 4287. */
  rel?: string;
  type?: string;
  /** Of the link itself. */
  base?: string;
}

/** The outlet or feed that an item names as its source. */
export interface StatedSource {
  name?: string;
  /** Undefined where the format has none. */
  url?: string;
}

/**
 * An item in a reader's words: markup and entities as they stand, links perhaps relative, dates as text; the first of
 * a list is meant most.
 */
export interface StatedItem {
  base?: string;
  titles: readonly (string | undefined)[];
  links: StatedLink[];
  guid?: string;
  /** It should be an absolute IRI, as Atom's. */
  idIsIri?: boolean;
  /** False where the feed says that the guid is no link. */
  guidIsLink?: boolean;
  published: readonly (string | undefined)[];
  updated: readonly (string | undefined)[];
  /** Full text first, then teasers. */
  texts: readonly (string | undefined)[];
  /** Where an aggregator has the item from. */
  source?: StatedSource;
  pictures: StatedPicture[];
  categories: readonly (string | undefined)[];
}

/** A whole document in a reader's words. */
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

/** More items than this are not read. */
export const itemsMax = 2000;
