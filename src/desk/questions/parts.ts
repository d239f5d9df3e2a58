import type { Keyv } from 'keyv';
import type { EpochMs, Wall } from '../../clock.ts';
import type { Outlets, Topic } from '../../feeds/catalogue.ts';
import type { FeedFile, FeedLookup, TextFile } from '../../feeds/lookup.ts';
import type { DigestMaker } from '../../newsroom/digestFor.ts';
import type { CoverageChart } from '../../pictures/coverage.ts';
import type { LinkedPage } from '../../reading/readLinked.ts';
import type { Storage } from '../../storage/storage.ts';

/** A server's preferences; kept in Keyv because nothing else relates to them. */
export interface ServerPreferences {
  zone?: string;
  locale?: string;
  logChannelId?: string;
  /** Its announcement channels, stored because the process that publishes may have no gateway to ask. */
  announcementIds?: readonly string[];
}

/** Where a question is asked; without a server in a DM. */
export interface Asker {
  serverId?: string;
  channelId?: string;
}

/** Dependencies of the questions. */
export interface AskParts {
  storage: Storage;
  preferences: Keyv<ServerPreferences>;
  topics: readonly Topic[];
  /** The outlets of the catalogue. */
  outletsById: Outlets;
  /** Topics that have a front page or world feed. */
  generalTopicIds: ReadonlySet<string>;
  wall: Wall;
  version: string;
  startedAt: () => EpochMs;
  keptDays: number;
  /** `host:port` of private addresses whose pictures may be shown. */
  pictureOrigins: ReadonlySet<string>;
  digestFor: DigestMaker;
  lookUpFeed(url: string): Promise<FeedLookup>;
  readFeedFile(address: string): Promise<FeedFile>;
  readLinked(url: string): Promise<LinkedPage>;
  draw(chart: CoverageChart): Promise<Uint8Array | undefined>;
  readTextFile(address: string): Promise<TextFile>;
  messageUrl(serverId: string, channelId: string, messageId: string): string;
}
