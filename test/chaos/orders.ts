import type { AppSettings } from '../../src/app.ts';
import type { Changer } from '../../src/desk/asker.ts';
import type { Changes } from '../desk/everything.ts';

/** The clocks of Lede's machine; `monotonicMs` is the real one if left out. */
interface Clocks {
  now: number;
  monotonicMs?: number;
}

/** A change of this name, and what it is given. */
type Change = { [Name in keyof Changes]: { change: Name; given: Parameters<Changes[Name]> } }[keyof Changes];

/** Messages from the parent to the Lede process. The virtual clock stands still between two orders. */
export type Order =
  | ({ do: 'open'; settings: AppSettings } & Clocks)
  /** Runs on the real clock and timers, as in production. */
  | { do: 'live'; settings: AppSettings }
  | ({ do: 'run' } & Clocks)
  | ({ do: 'change' } & Change)
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
