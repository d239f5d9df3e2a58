import type { EpochMs } from '../../src/clock.ts';
import type { WireCommand, WireComponent, WireMessage } from '../server/wire.ts';

/**
 * starting: the bot is not connected yet; reading: the outlets' first round; ready: the clock runs; skipping: it jumps.
 */
export type Phase = 'starting' | 'reading' | 'ready' | 'skipping';

/** One of the two people that a visitor can be, or somebody else who wrote in the server. */
export interface PageUser {
  id: string;
  name: string;
  bot: boolean;
  /** Only of people that the visitor can be. */
  seat?: 'admin' | 'member';
  locale: string;
}

export type PageChannelKind = 'text' | 'announcement' | 'voice' | 'category' | 'forum' | 'thread' | 'dm';

/** A channel as one user sees it. */
export interface PageChannel {
  id: string;
  name: string;
  kind: PageChannelKind;
  /** Discord's number of the kind, for options that take only some. */
  type: number;
  parentId?: string;
  topic?: string;
  canWrite: boolean;
}

/** What has been read so far, and during a skip what it brought. */
export interface Progress {
  phase: Phase;
  outlets: number;
  items: number;
  stories: number;
  digests: number;
}

/** How the page's clock goes. */
export interface PageClock {
  now: EpochMs;
  running: boolean;
}

/** Everything about the server but its messages, as one user sees it. */
export interface PageState {
  me: PageUser;
  users: PageUser[];
  guild: { id: string; name: string };
  channels: PageChannel[];
  /** The channel that is opened first. */
  homeId: string;
  /** The channel that the chip "subscribe" proposes. */
  proposedId: string;
  clock: PageClock;
  progress: Progress;
  /** Whether the news is made up: then #every-item exists, and the clock can be moved. */
  isSample: boolean;
}

/** The plain feed bot's channel for the time of one digest. */
export interface EveryItem {
  since: EpochMs;
  until: EpochMs;
  topics: string[];
  items: { id: string; outlet: string; title: string; url: string; text: string; at: EpochMs }[];
}

/** An interaction of the user that has no answer yet, or got none. */
export interface PageLife {
  id: string;
  channelId: string;
  name: string;
  state: 'waiting' | 'answered' | 'failed';
}

/** Sent as server-sent events, each under its `type`. */
export type PageEvent =
  | { type: 'state'; state: PageState }
  | { type: 'message'; change: 'created' | 'edited'; channelId: string; message: WireMessage }
  | { type: 'life'; life: PageLife }
  | { type: 'commands' }
  | { type: 'clock'; clock: PageClock }
  | { type: 'progress'; progress: Progress };

/** What the page gets for an act. */
export type ActAnswer =
  | { kind: 'done' }
  | { kind: 'choices'; choices: readonly { name: string; value: string | number }[] }
  | { kind: 'failed' }
  /** The value of an option that takes a file. */
  | { kind: 'attached'; id: string }
  /** Discord's client would not offer this act. */
  | { kind: 'refused'; reason: string };

export type { WireCommand, WireComponent, WireMessage };
