import type { EpochMs } from '../../clock.ts';

/** One item after tidying. Its date may still be in the future, and its text a snippet. */
export interface FeedItem {
  /**
   * The guid or id, hashed if it is over 1,000 characters long; else the link, else a hash of title and date. Careless
   * feeds give several items the same id.
   */
  id: string;
  /** One line of plain text; may be ''. */
  title: string;
  /** Absolute, http or https. */
  url?: string;
  publishedAt?: EpochMs;
  updatedAt?: EpochMs;
  /** The longest text the feed gives, as HTML. */
  html?: string;
  /** The outlet that an aggregator took the item from, as plain text. */
  sourceName?: string;
  /** Absolute, http or https. */
  imageUrl?: string;
  imageAlt?: string;
  categories: string[];
  /** The item's RSL licence forbids search. */
  isClosed?: boolean;
}

/** The `Accept` header of a poll: feeds first, then anything. */
export const feedAccept =
  'application/atom+xml, application/rss+xml, application/feed+json, application/rdf+xml;q=0.9, ' +
  'application/xml;q=0.8, text/xml;q=0.8, application/json;q=0.7, */*;q=0.1';

export interface FeedDocument {
  format: 'rss' | 'atom' | 'rdf' | 'json';
  /** The document's size as text, in bytes of UTF-8. */
  bytes: number;
  title: string;
  /** Absolute, http or https. */
  siteUrl?: string;
  /** Lower-case primary subtag: "de" for "de-AT". */
  language?: string;
  ttlMinutes?: number;
  /** Hours of the day in UTC (0 to 23) when the publisher wants no requests. */
  skipHours?: number[];
  /** Days of the week in UTC (0 is Sunday) on which the publisher wants no requests. */
  skipDays?: number[];
  /** In the feed's order, at most 2,000. */
  items: FeedItem[];
}

export interface ReadContext {
  url: string;
  contentType?: string;
  /** The Content-Encoding, if the body is still compressed. */
  packing?: string;
}

export function contextOf(answer: { url: string; headers: { contentType?: string }; packing?: string }): ReadContext {
  return { url: answer.url, contentType: answer.headers.contentType, packing: answer.packing };
}

export type ReadCode = 'empty' | 'not-a-feed' | 'broken' | 'too-large' | 'too-slow' | 'busy' | 'worker-died';

/** A document that could not be read; the message is a sentence for users. */
export class ReadError extends Error {
  readonly code: ReadCode;
  constructor(code: ReadCode, sentence: string, cause?: unknown) {
    super(sentence, { cause });
    this.name = 'ReadError';
    this.code = code;
  }
}

/** Resolves with undefined instead of rejecting with a ReadError. */
export async function unlessUnreadable<T>(reading: Promise<T>): Promise<T | undefined> {
  try {
    return await reading;
  } catch (error) {
    if (error instanceof ReadError) return undefined;
    throw error;
  }
}
