import type { EpochMs } from '../clock.ts';
import type { FetchOutcome } from '../web/fetch.ts';

/** What a feed states of one article, tidied but not judged: dates may lie in the future, texts may be a snippet. */
export interface FeedItem {
  /**
   * Of the feed's own making where it has one (guid, id), else its link, else a hash of title and date. A careless
   * feed may give one twice.
   */
  id: string;
  /** One line of plain text; '' where the feed gives none. */
  title: string;
  /** Absolute, http or https. */
  url?: string;
  publishedAt?: EpochMs;
  updatedAt?: EpochMs;
  /** The longest text the feed gives, as HTML. */
  html?: string;
  /** The outlet that an aggregator has the item from, as plain text. */
  sourceName?: string;
  /** Absolute, http or https. */
  imageUrl?: string;
  imageAlt?: string;
  categories: string[];
}

/** A feed document as read, whatever its format. */
export interface FeedDocument {
  format: 'rss' | 'atom' | 'rdf' | 'json';
  title: string;
  /** Absolute, http or https. */
  siteUrl?: string;
  /** Lower-case primary subtag ("de" where "de-AT" is stated); all that comes after compares it as it is. */
  language?: string;
  ttlMinutes?: number;
  /** Hours of the day in UTC (0 to 23) in which the publisher wants no requests. */
  skipHours?: number[];
  /** Days of the week in UTC (0 is Sunday) on which the publisher wants no requests. */
  skipDays?: number[];
  hubUrl?: string;
  /** The address that the feed gives for itself; a hub must be asked for this one. */
  selfUrl?: string;
  /** In the feed's order, at most 2,000. */
  items: FeedItem[];
}

/** What is known of a document beside its bytes. */
export interface ReadContext {
  url: string;
  contentType?: string;
  /** Its Content-Encoding, if it is still packed. */
  packing?: string;
}

export function contextOf({ url, headers, packing }: Extract<FetchOutcome, { kind: 'ok' }>): ReadContext {
  return { url, contentType: headers.contentType, packing };
}

/** Why a document could not be read as a feed. */
export type ReadCode = 'empty' | 'not-a-feed' | 'broken' | 'too-large' | 'too-slow' | 'worker-died';

/** A document that could not be read; the message is a sentence for users. */
export class ReadError extends Error {
  readonly code: ReadCode;
  constructor(code: ReadCode, sentence: string, cause?: unknown) {
    super(sentence, { cause });
    this.name = 'ReadError';
    this.code = code;
  }
}
