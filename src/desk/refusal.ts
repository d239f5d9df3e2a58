import type { Messages } from '../../locales/texts.d.ts';
import type { SettingProblem } from '../schedule/settings.ts';

/** Why a change or question was refused: each code has a text in the files of locales/. */
type RefusalCode = keyof Messages['refusals'];

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
