import type { AppSettings } from '../../src/app.ts';
import type { Changer } from '../../src/desk/asker.ts';
import type { SplitVote } from '../../src/desk/undoable.ts';

/** The clocks of Lede's machine; `monotonicMs` is the real one if left out. */
interface Clocks {
  now: number;
  monotonicMs?: number;
}

/** Messages from the parent to the Lede process. The virtual clock stands still between two orders. */
export type Order =
  | ({ do: 'open'; settings: AppSettings } & Clocks)
  /** Runs on the real clock and timers, as in production. */
  | { do: 'live'; settings: AppSettings }
  | ({ do: 'run' } & Clocks)
  | { do: 'subscribe'; by: Changer; channelId: string; topics: string[] }
  | { do: 'reschedule'; by: Changer; channelId: string; change: { times?: string; zone?: string; days?: string } }
  /** Posts each item of an own feed in the forum. */
  | { do: 'post-items'; by: Changer; channelId: string; feedUrl: string }
  | { do: 'split'; by: Changer; said: { storyId: string; articleId: string; manager: boolean } }
  | { do: 'take-back'; by: Changer; said: SplitVote }
  /** Follows a story in a thread of the channel, or in the DM channel with this id. */
  | {
      do: 'follow';
      by: Changer;
      storyId: string;
      place: { channelId: string; interactionId: string } | { placeId: string };
    }
  | { do: 'stop' };

/** Messages from the Lede process to the parent. */
export type Answer =
  | { is: 'loaded' }
  | { is: 'idle'; nextDueAt?: number }
  | { is: 'failed'; code: string; message: string }
  /** Discord revoked the token; the process exits. */
  | { is: 'over'; sentence: string }
  /** A log entry; `about` is the channel or server concerned, if any. */
  | { is: 'log'; isError: boolean; at: number; about?: string; text: string };
