import type { EpochMs } from '../clock.ts';
import type { TopicLabel } from '../digests/digest.ts';
import type { ReadCode } from '../feeds/document.ts';
import type { OpmlFeed } from '../feeds/opml.ts';
import type { ProblemCode } from '../web/problem.ts';

/** Why an address brings nothing: a sentence in English, and what those go by who say it in another language. Never a query, token or password. */
export interface Problem {
  reason: string;
  /** A ProblemKind or `http-` with the status; absent or another one in what older versions stored. */
  code?: string;
  /** The host that the sentence names. */
  host?: string;
}

export type ProblemKind = ProblemCode | ReadCode | 'no-feed';

/** A feed that a server added and how it is doing. */
export interface FeedHealth {
  id: string;
  url: string;
  title: string;
  topic: TopicLabel;
  state: 'new' | 'ok' | 'failing' | 'gone';
  siteUrl?: string;
  lastSuccessAt?: EpochMs;
  nextDueAt: EpochMs;
  /** What went wrong last. */
  problem?: Problem;
  articlesLastWeek: number;
  /** A hub tells of its news. */
  toldByHub?: boolean;
}

/** What a feed would bring, before it counts. */
export interface FeedPreview {
  url: string;
  title: string;
  items: readonly { title: string; url?: string; publishedAt?: EpochMs }[];
}

/** One of the feeds of a site. */
export interface FeedChoice {
  url: string;
  title: string;
  /** Absent for one that was not read: there were many, or it was too slow. */
  preview?: FeedPreview;
}

export type FeedLookup =
  | { kind: 'feed'; preview: FeedPreview }
  /** The address is a site with several feeds. */
  | { kind: 'choices'; feeds: readonly FeedChoice[] }
  | ({ kind: 'failed'; code: string } & Problem);

/** A file of feeds that a member gave. */
export type FeedFile =
  | { kind: 'read'; feeds: readonly OpmlFeed[] }
  | {
      kind: 'failed';
      code: 'unreachable' | 'too-large' | 'too-slow' | 'no-list' | 'broken' | 'empty' | 'too-many';
    };

/** A feed of a file, and why it was not added. */
export interface RefusedFeed {
  url: string;
  title?: string;
  code:
    | Extract<ProblemCode, 'bad-url' | 'bad-scheme' | 'has-credentials' | 'private-address'>
    | 'too-many-feeds'
    | 'feed-forgotten';
}

/** What became of a list of feeds. */
export interface FeedImport {
  /** Unread as yet, and due. */
  added: readonly { url: string; title?: string; topic: TopicLabel }[];
  /** Those that the server had, or that the list named before. */
  known: readonly { url: string; title?: string }[];
  refused: readonly RefusedFeed[];
}

/** What an exported list is called and how its folders are. */
export interface ExportNames {
  title: string;
  folderOf(topic: TopicLabel): string;
}
