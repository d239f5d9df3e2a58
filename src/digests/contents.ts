import type { Alert } from './alert.ts';
import type { Digest } from './digest.ts';
import type { FollowUpdate } from './followUpdate.ts';

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
