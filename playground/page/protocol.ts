import type { EpochMs } from '../../src/clock.ts';
import type { WireCommand, WireComponent, WireMessage, WireModal } from '../discord/wire.ts';

/** starting: the bot connects; reading: it reads all feeds; ready: the clock runs; skipping: the clock jumps. */
export type Phase = 'starting' | 'reading' | 'ready' | 'skipping';

export interface PageUser {
  id: string;
  name: string;
  bot: boolean;
  /** Set for the two people that the visitor can be. */
  seat?: 'admin' | 'member';
  locale: string;
}

export type PageChannelKind = 'text' | 'announcement' | 'voice' | 'category' | 'forum' | 'thread' | 'dm';

/** A channel as one user sees it. */
export interface PageChannel {
  id: string;
  /** Absent for direct messages. */
  guildId?: string;
  name: string;
  kind: PageChannelKind;
  /** Discord's channel type. */
  type: number;
  parentId?: string;
  topic?: string;
  canWrite: boolean;
  /** Whether Lede may write here. Absent where Lede is not a member. */
  ledeMayWrite?: boolean;
  /** Set for a thread, which may be a post of a forum. */
  thread?: PageThread;
}

export interface PageThread {
  isArchived: boolean;
  /** Number of messages, without a post's first one. */
  replies: number;
  lastAt: EpochMs;
  /** Names of a post's tags. */
  tags: readonly string[];
  /** The first line of a post. */
  opening: string;
  /** Whether a post's first message was edited. */
  isEdited: boolean;
}

/** Counts so far; during a skip, only those since its start. */
export interface Progress {
  phase: Phase;
  outlets: number;
  items: number;
  stories: number;
  digests: number;
  alerts: number;
  /** Whether the press has published its last day, so that a skip would bring nothing. */
  isOver: boolean;
}

export interface PageClock {
  now: EpochMs;
  running: boolean;
}

/** The server as one user sees it, without messages. */
export interface PageState {
  /** Changes when the playground starts again. */
  run: string;
  me: PageUser;
  users: PageUser[];
  guild: { id: string; name: string };
  /** A second server of the user, which has neither the bot nor its commands. */
  elsewhere?: { id: string; name: string };
  channels: PageChannel[];
  /** Without @everyone. */
  roles: { id: string; name: string }[];
  /** The channel that is opened first. */
  homeId: string;
  /** The channel that the page proposes to subscribe. */
  proposedId: string;
  clock: PageClock;
  progress: Progress;
  /** Whether the sample press is used. Only then the page has #every-item, and the clock can skip. */
  isSample: boolean;
}

/** The messages that a plain feed bot would have posted in the period of one digest. */
export interface EveryItem {
  since: EpochMs;
  until: EpochMs;
  topics: string[];
  items: { id: string; outlet: string; title: string; url: string; text: string; at: EpochMs }[];
}

/** What the page hears while it waits for the digest of the visitor's own feeds; `digest` comes last. */
export type OwnFeedsLine =
  | { kind: 'looking'; url: string; nth: number; of: number }
  | { kind: 'reading'; articles: number; stories: number }
  /** Another one is being made. */
  | { kind: 'busy' }
  | {
      kind: 'digest';
      /** No address could be looked up. */
      offline: boolean;
      /** The components of each message; none if no address has a feed. */
      messages: WireComponent[][];
      /** Addresses and feeds that could not be read. */
      failures: { url: string; reason: string }[];
      /** What outlets do not allow. */
      declined: { outlet: string; what: string[] }[];
    };

/** An interaction of the user. */
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
  | { type: 'channel'; channel: PageChannel }
  | { type: 'commands' }
  | { type: 'clock'; clock: PageClock }
  | { type: 'progress'; progress: Progress };

export type ActAnswer =
  | { kind: 'done' }
  | { kind: 'choices'; choices: readonly { name: string; value: string | number }[] }
  /** A form to fill in; `id` names it when it is submitted. */
  | { kind: 'modal'; id: string; modal: WireModal }
  | { kind: 'failed' }
  /** The value of an option that takes a file. */
  | { kind: 'attached'; id: string }
  /** Discord's client wouldn't offer this act. */
  | { kind: 'refused'; reason: string };

export type { WireCommand, WireComponent, WireMessage, WireModal };
