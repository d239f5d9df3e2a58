/** Why Discord's client would not let a user do this: the act never reaches the bot. */
export class ActRefused extends Error {
  readonly code:
    | 'no-such-command'
    | 'not-permitted'
    | 'not-here'
    | 'bad-option'
    | 'no-such-component'
    | 'disabled'
    | 'bad-choice'
    | 'no-such-message';

  constructor(code: ActRefused['code'], message: string) {
    super(message);
    this.code = code;
  }
}
