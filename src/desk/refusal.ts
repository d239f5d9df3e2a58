import type { SettingProblem } from '../schedule/settings.ts';

/** Said to the user in their language by the code; `detail` is the part that the sentence names. */
export type RefusalCode =
  | 'unknown-topic'
  | 'topic-gone'
  | SettingProblem['problem']
  | 'unknown-duration'
  | 'not-subscribed'
  | 'already-subscribed'
  | 'too-many-topics'
  | 'channel-full'
  | 'too-many-feeds'
  | 'too-many-mutes'
  | 'mute-word'
  | 'topic-exists'
  | 'topic-name'
  | 'topic-words'
  | 'feed-exists'
  | 'feed-unknown'
  | 'feed-forgotten'
  | 'story-gone'
  | 'digest-recently-asked';

/** Thrown by `Changes` for input that can't be taken; nothing was changed. */
export class Refusal extends Error {
  readonly code: RefusalCode;
  readonly detail: string;
  constructor(code: RefusalCode, detail = '') {
    super(`${code}${detail ? `: ${detail}` : ''}`);
    this.name = 'Refusal';
    this.code = code;
    this.detail = detail;
  }
}
