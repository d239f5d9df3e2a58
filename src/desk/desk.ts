import type { EpochMs, Wall } from '../clock.ts';
import type { Outlets } from '../engine/articles/outlets.ts';
import type { ChannelId, ServerId, TopicId } from '../ids.ts';
import type { Topic } from '../newsroom/catalogue.ts';
import type { DigestMaker } from '../newsroom/digestFor.ts';
import type { CoverageChart } from '../newsroom/pictures/coverage.ts';
import type { DrawingParts } from '../outbox/kinds.ts';
import type { LinkedPage } from '../reading/readLinked.ts';
import type { KeyValues } from '../storage/keyv.ts';
import type { Storage } from '../storage/storage.ts';
import type { FeedFile, FeedLookup, TextFile } from '../web/lookup.ts';
import { createPrefer, type Prefer, type ServerPreferences } from './preferences.ts';
import { createUndoable, type Undoable } from './undoable.ts';

/** What every command may use: storage, configuration, and functions that read the web. Knows no feature. */
export interface DeskParts extends DrawingParts {
  storage: Storage;
  preferences: KeyValues<ServerPreferences>;
  topics: readonly Topic[];
  outletsById: Outlets;
  /** Topics that have a front page or world feed. */
  generalTopicIds: ReadonlySet<TopicId>;
  wall: Wall;
  version: string;
  startedAt: () => EpochMs;
  keptDays: number;
  /** `host:port` of private addresses whose pictures may be shown. */
  pictureOrigins: ReadonlySet<string>;
  /** `host:port` of private addresses that feeds may be read from. */
  privateOrigins: ReadonlySet<string>;
  digestFor: DigestMaker;
  isAnnouncement(serverId: ServerId, channelId: ChannelId): Promise<boolean>;
  /** The name of the topic "Our feeds" in this locale. */
  feedsTopicName(locale: string): string;
  lookUpFeed(serverId: ServerId, url: string): Promise<FeedLookup>;
  readFeedFile(address: string): Promise<FeedFile>;
  readLinked(url: string): Promise<LinkedPage>;
  draw(chart: CoverageChart): Promise<Uint8Array | undefined>;
  readTextFile(address: string): Promise<TextFile>;
  /** The URL below which features serve pages, without a slash at its end; undefined if there is none. */
  publicUrl(): string | undefined;
  messageUrl(serverId: ServerId, channelId: ChannelId, messageId: string): string;
}

/** The answer while another look-up or import of the server runs. */
export interface Busy {
  kind: 'busy';
}

/** Makes a feature's questions or changes for a desk. */
type Made<Part> = (desk: Desk) => Part;

export interface Desk extends DeskParts {
  prefer: Prefer;
  undoable: Undoable;
  /** Runs at most one task at a time for each server, so that no server can fill the queue of web requests. */
  oneAtATime<Found>(serverId: ServerId, task: () => Promise<Found>): Promise<Found | Busy>;
  /** Calls `make` once for each desk and keeps the result, so that questions and changes can hold state. */
  use<Part>(make: Made<Part>): Part;
}

export function createDesk(parts: DeskParts): Desk {
  const made = new Map<Made<unknown>, unknown>();
  const busy = new Set<ServerId>();
  const prefer = createPrefer(parts.preferences);
  const desk: Desk = {
    ...parts,
    prefer,
    undoable: createUndoable({ storage: parts.storage, prefer }),
    async oneAtATime(serverId, task) {
      if (busy.has(serverId)) return { kind: 'busy' };
      busy.add(serverId);
      try {
        return await task();
      } finally {
        busy.delete(serverId);
      }
    },
    use<Part>(make: Made<Part>): Part {
      if (!made.has(make)) made.set(make, make(desk));
      return made.get(make) as Part;
    },
  };
  return desk;
}
