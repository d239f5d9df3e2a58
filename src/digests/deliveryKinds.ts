import { type EpochMs, minuteMs } from '../clock.ts';
import { lateMaxMs } from '../schedule/slots.ts';
import type { Digest, Telling } from './digest.ts';

/** A newsroom's own report of a story. */
export interface Report {
  outlet: string;
  url: string;
  /** When the outlet published it. */
  at: EpochMs;
  /** ISO 3166-1 alpha-2; undefined if unknown. */
  country?: string;
  owner?: string;
}

/** Stories that enough newsrooms reported independently of each other. */
export interface Alert extends Telling {
  /** By story, each newsroom's own report, first to latest. */
  reports: Readonly<Record<string, readonly Report[]>>;
  /** The role that the message pings. */
  roleId?: string;
  /** Tags of the post, in a forum. */
  tagIds?: readonly string[];
  /** Time when newsrooms were last added to a posted alert. */
  joinedAt?: EpochMs;
}

/** Any delivery's content; only alerts have `reports`. */
export type MaybeAlert = Telling & Partial<Pick<Alert, 'reports'>>;

/** A message for followers of a story: that it starts, what is new, or that it ends. */
export interface FollowUpdate extends Telling {
  storyId: string;
  /** The story's headline when it was followed. */
  title: string;
  step: 'begins' | 'goes-on' | 'ends';
}

/** What each kind of delivery tells. */
interface Contents {
  /** A digest for a slot. */
  daily: Digest;
  /** A digest that somebody asked for. */
  asked: Digest;
  /** Stories that several newsrooms have just confirmed. */
  alert: Alert;
  /** One such story, as a post of a forum. */
  post: Alert;
  /** The first message on a followed story; updates go in a thread below it. */
  follow: FollowUpdate;
  /** News of a followed story, or that it is over. */
  update: FollowUpdate;
}

export type DeliveryKind = keyof Contents;

/** A content with its kind. */
export type Outgoing = { [Kind in DeliveryKind]: { kind: Kind; content: Contents[Kind] } }[DeliveryKind];

/**
 * What the channel must still have; otherwise the delivery is dropped. 'digest' allows a paused digest,
 * 'running-digest' doesn't.
 */
export type Need = 'alerts' | 'digest' | 'running-digest' | 'nothing';

interface Rules {
  needs: Need;
  /** Longest delay, ms: of the first message after it was due, and of the others after the first. */
  lateMaxMs: number;
  /** Somebody waits for it, so it goes first. */
  isAwaited?: true;
  /** Posted even without stories, to say that the day was quiet; other kinds are not. */
  saysQuiet?: true;
  /** An admin is told if it can't be posted. */
  isMissed?: true;
  /** Posted as a thread of a forum; the thread has the id of its first message. */
  isForumPost?: true;
}

/** An alert that comes later than this is no longer news. */
const alertLateMaxMs = 30 * minuteMs;

/** How each kind of delivery is sent. */
export const deliveryKinds: Readonly<Record<DeliveryKind, Rules>> = {
  daily: { needs: 'running-digest', lateMaxMs, saysQuiet: true, isMissed: true },
  asked: { needs: 'digest', lateMaxMs, saysQuiet: true, isMissed: true, isAwaited: true },
  alert: { needs: 'alerts', lateMaxMs: alertLateMaxMs },
  post: { needs: 'alerts', lateMaxMs: alertLateMaxMs, isForumPost: true },
  follow: { needs: 'nothing', lateMaxMs: alertLateMaxMs },
  update: { needs: 'nothing', lateMaxMs },
};

/** The kinds whose rules fulfil the condition. */
export const kindsThat = (say: (rules: Rules) => boolean): DeliveryKind[] =>
  (Object.entries(deliveryKinds) as [DeliveryKind, Rules][]).flatMap(([kind, rules]) => (say(rules) ? [kind] : []));
