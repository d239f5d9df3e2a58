import type { SettingProblem } from '../schedule/settings.ts';

/** Why a change or question was refused; the texts say it in the user's language. */
export type RefusalCode =
  | 'unknown-topic'
  | 'topic-gone'
  | SettingProblem['problem']
  | 'not-subscribed'
  | 'already-subscribed'
  | 'too-many-topics'
  | 'channel-full'
  | 'too-many-feeds'
  | 'too-many-mutes'
  | 'mute-word'
  | 'topic-exists'
  | 'topic-built-in'
  | 'topic-name'
  | 'no-words'
  | 'too-many-words'
  | 'long-word'
  | 'short-word'
  | 'unknown-outlet'
  | 'too-many-outlets'
  | 'feed-exists'
  | 'feed-unknown'
  | 'feed-forgotten'
  | 'requests-spent'
  | 'unknown-quiet'
  | 'no-quiet-hours'
  | 'too-many-follows'
  | 'too-many-follows-today'
  | 'too-many-threads-today'
  | 'already-followed'
  | 'not-followed'
  | 'too-many-watched'
  | 'too-many-watchers'
  | 'not-watched'
  | 'no-alert'
  | 'too-many-alerts'
  | 'topic-or-words'
  | 'feed-or-topic'
  | 'feed-at-one-voice'
  | 'feed-at-once'
  | 'no-own-feeds'
  | 'other-alert'
  | 'not-in-story'
  | 'only-report'
  | 'too-many-corrections'
  | 'digest-just-now';

/**
 * Thrown for input that can't be accepted; nothing was changed. `detail` is the value that the refusal's text names.
 */
export class Refusal extends Error {
  readonly code: RefusalCode;
  readonly detail: string;
  /** What else of the same form can't be accepted. */
  readonly also: readonly SettingProblem[];
  constructor(code: RefusalCode, detail = '', also: readonly SettingProblem[] = []) {
    super(`${code}${detail ? `: ${detail}` : ''}`);
    this.name = 'Refusal';
    this.code = code;
    this.detail = detail;
    this.also = also;
  }
}
