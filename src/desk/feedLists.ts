import type { EpochMs } from '../clock.ts';
import type { TopicLabel } from '../digests/digest.ts';
import type { Problem } from '../feeds/lookup.ts';
import type { ProblemCode } from '../web/problem.ts';

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
