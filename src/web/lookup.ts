import type { EpochMs } from '../clock.ts';
import type { ReadCode } from '../engine/feeds/document.ts';
import type { OpmlFeed } from '../engine/feeds/opml.ts';
import type { ProblemCode } from './problem.ts';

/**
 * Why an address gives no feed: an English sentence without query, token or password, and a code to translate it by.
 */
export interface Problem {
  reason: string;
  /** A ProblemKind, or `http-` with the status. */
  code?: string;
  /** The host that the sentence names. */
  host?: string;
}

export type ProblemKind = ProblemCode | ReadCode | 'no-feed';

export interface FeedPreview {
  url: string;
  /** The feed's title, or its host if it has none. All servers that add the feed see it. */
  title: string;
  items: readonly { title: string; url?: string; publishedAt?: EpochMs }[];
}

export interface FeedChoice {
  url: string;
  /** The feed's own title, or the site's title for it. */
  title: string;
  /** Absent if the feed was not read, because there were too many or it was slow. */
  preview?: FeedPreview;
}

export type FeedLookup =
  | { kind: 'feed'; preview: FeedPreview }
  /** The address is a site with several feeds. */
  | { kind: 'choices'; feeds: readonly FeedChoice[] }
  | ({ kind: 'failed'; code: string } & Problem);

/** A file with a list of feeds from a member. */
export type FeedFile =
  | { kind: 'read'; feeds: readonly OpmlFeed[] }
  | {
      kind: 'failed';
      code: 'unreachable' | 'too-large' | 'too-slow' | 'no-list' | 'broken' | 'empty' | 'too-many';
    };

export type TextFile = { kind: 'read'; text: string } | { kind: 'failed'; code: 'unreachable' | 'too-large' };
