import type { Settings } from '../../src/app.ts';
import type { Said } from '../../src/desk/changes/corrections.ts';
import type { Changer } from '../../src/desk/changes/parts.ts';

/** What the machine's clock shows; `monotonicMs` is real if left out. */
interface Clocks {
  now: number;
  monotonicMs?: number;
}

/** What the parent asks of the process that runs Lede; the wall stands still between two orders. */
export type Order =
  | ({ do: 'open'; settings: Settings } & Clocks)
  /** By the machine's clock and its own timers, as in production. */
  | { do: 'live'; settings: Settings }
  | ({ do: 'run' } & Clocks)
  | { do: 'subscribe'; by: Changer; channelId: string; topics: string[] }
  | { do: 'reschedule'; by: Changer; channelId: string; change: { times?: string; zone?: string; days?: string } }
  | { do: 'split'; by: Changer; said: { storyId: string; articleId: string; manager: boolean } }
  | { do: 'take-back'; by: Changer; said: Said }
  /** In a thread of the channel, or in the direct messages of this id. */
  | {
      do: 'follow';
      by: Changer;
      storyId: string;
      place: { channelId: string; interactionId: string } | { placeId: string };
    }
  | { do: 'stop' };

/** What it answers. */
export type Answer =
  | { is: 'loaded' }
  | { is: 'idle'; nextDueAt?: number }
  | { is: 'failed'; code: string; message: string }
  /** Discord took the token back; the process ends. */
  | { is: 'over'; sentence: string }
  /** `about`: the channel or server, if it is about one. */
  | { is: 'log'; isError: boolean; at: number; about?: string; text: string };
