import type { RecordedRequest } from './http/recorder.ts';
import type { WireMessage } from './wire.ts';
import type { Life } from './world/life.ts';
import type { Snowflakes } from './world/snowflake.ts';
import type { World } from './world/state.ts';

/** An event for the page's live view. A listener must not throw. */
export type ServerEvent =
  | { type: 'message'; change: 'created' | 'edited'; channelId: string; message: WireMessage }
  | { type: 'private'; change: 'created' | 'edited'; userId: string; channelId: string; message: WireMessage }
  | { type: 'interaction'; life: Life }
  | { type: 'channel'; change: Change; guildId?: string; channelId: string }
  | { type: 'guild'; change: 'added' | 'removed' | 'unavailable'; guildId: string }
  | { type: 'commands' }
  | { type: 'gateway'; state: 'ready' | 'resumed' | 'closed' }
  | { type: 'request'; request: RecordedRequest };

export type Change = 'created' | 'edited' | 'deleted';

/** Time limits; Discord's own unless a test changes them. */
export interface Settings {
  /** How long an interaction waits for its first answer: 3 s. */
  readonly answerMs: number;
  /** How long an interaction's token lives: 15 min. */
  readonly tokenMs: number;
  /** How long a nonce is remembered; Discord says only "the past few minutes". */
  readonly nonceMs: number;
}

export interface Context {
  readonly world: World;
  readonly ids: Snowflakes;
  readonly settings: Settings;
  /** Wall time in epoch ms; may be virtual. */
  readonly now: () => number;
  /** Real elapsed ms, on which the 3 s, the 15 min and the nonce window are based. */
  readonly monotonic: () => number;
  /** `http://127.0.0.1:port`; empty until the server listens. */
  readonly origin: () => string;
  /** Sends a gateway event to every session whose intents hold `intent` (0: to all). */
  readonly dispatch: (name: string, data: object, intent: number) => void;
  readonly notify: (event: ServerEvent) => void;
}
