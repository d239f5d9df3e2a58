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
  /** Its own report of each newsroom by story, first to latest. */
  reports: Readonly<Record<string, readonly Report[]>>;
  /** A role that is pinged when it is posted. */
  roleId?: string;
  /** Tags of a forum's post. */
  tagIds?: readonly string[];
  /** When newsrooms that joined later were last added. */
  joinedAt?: EpochMs;
}

/** A digest, or an alert with its newsrooms. */
export type MaybeAlert = Telling & Partial<Pick<Alert, 'reports'>>;

/** What somebody who follows a story gets: the story where the following begins, what is new of it, or that it ended. */
export interface FollowUpdate extends Telling {
  storyId: string;
  /** The story's headline when it was followed. */
  title: string;
  step: 'begins' | 'goes-on' | 'ends';
}

/** What each kind of delivery tells. */
interface Contents {
  /** For a slot. */
  daily: Digest;
  /** For somebody who asked for it now. */
  asked: Digest;
  /** Of stories that several newsrooms have just confirmed. */
  alert: Alert;
  /** The same of one story, as a post of a forum. */
  post: Alert;
  /** A story that somebody follows in a thread below. */
  follow: FollowUpdate;
  /** What is new of a story that somebody follows. */
  update: FollowUpdate;
}

export type DeliveryKind = keyof Contents;

/** A content with its kind. */
export type Outgoing = { [Kind in DeliveryKind]: { kind: Kind; content: Contents[Kind] } }[DeliveryKind];

/**
 * What its channel must have, else the delivery is dropped: alerts, a digest, even a paused one, or one that isn't
 * paused. What was asked for of one story needs nothing.
 */
export type Need = 'alerts' | 'digest' | 'running-digest' | 'nothing';

interface Rules {
  needs: Need;
  /** The first message may go for so long after it was due, the others for so long after the first. */
  lateMaxMs: number;
  /** It goes before what nobody waits for. */
  isAwaited?: true;
  /** Without stories it says that the day was quiet; others are not posted then. */
  saysQuiet?: true;
  /** An admin is told if it could not be posted. */
  isMissed?: true;
  /** It is a post of its own in a forum: a thread whose first message has its id. */
  isForumPost?: true;
}

/** An alert is no news for long. */
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

/** The kinds whose rules say so. */
export const kindsThat = (say: (rules: Rules) => boolean): DeliveryKind[] =>
  (Object.entries(deliveryKinds) as [DeliveryKind, Rules][]).flatMap(([kind, rules]) => (say(rules) ? [kind] : []));
